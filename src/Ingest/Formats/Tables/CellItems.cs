using System.Collections.Immutable;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Splits a cell with bullets into its answers.</summary>
public static class CellItems
{
    /// <summary>The answers of a cell, bullets and numbers taken off; the cell as it is, trimmed, where it holds fewer than two bullets.</summary>
    /// <remarks>
    /// A line without a bullet goes on with the bullet above it. What stands above the first bullet is an answer of its own, but for a
    /// line that ends with a colon, which only introduces the others.
    /// </remarks>
    /// <param name="cell">The cell's text; lines end at LF.</param>
    public static ImmutableArray<string> Of(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!cell.Contains('\n', StringComparison.Ordinal))
        {
            return [cell.Trim()];
        }

        var lines = cell.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var marks = lines.ConvertAll(LineMarks.Of);
        if (marks.Count(IsBullet) < 2 || !OneList(marks))
        {
            return [cell.Trim()];
        }

        var items = ImmutableArray.CreateBuilder<string>();
        foreach (var (line, mark) in lines.Zip(marks))
        {
            if (IsBullet(mark) || items.Count == 0)
            {
                items.Add(IsBullet(mark) ? mark.Body : line);
            }
            else
            {
                items[^1] = JapaneseText.Join(items[^1], line);
            }
        }

        if (!IsBullet(marks[0]) && items[0][^1] is '：' or ':')
        {
            items.RemoveAt(0);
        }

        return items.ToImmutable();
    }

    private static bool IsBullet(LineMark mark) => mark.Kind is MarkKind.Bullet or MarkKind.Number && mark.Body.Length > 0;

    // Numbers must count up from 1, or lines that begin with a year or a quantity would be taken for a list.
    private static bool OneList(List<LineMark> marks)
    {
        var numbers = marks.Where(m => m.Kind == MarkKind.Number).ToList();
        return numbers.Count == 0 || marks.Exists(m => m.Kind == MarkKind.Bullet) || numbers.Select(m => m.Number).SequenceEqual(Enumerable.Range(1, numbers.Count));
    }
}
