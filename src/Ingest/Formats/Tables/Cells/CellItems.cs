using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Cells;

/// <summary>Splits a cell with bullets into its answers.</summary>
public static partial class CellItems
{
    private const int LongestWord = 15;

    private static readonly SearchValues<char> Boxes = SearchValues.Create("☐☑☒□✓✔");

    /// <summary>The answers of a cell, bullets and numbers taken off; the cell as one, trimmed, where it holds fewer than two bullets.</summary>
    /// <remarks>
    /// A line without a bullet goes on with the bullet above it, and so does an arrow, but in a cell whose every line has one. What stands
    /// above the first bullet is an answer of its own, and so is a sentence below bullets that are words only. Where it only introduces the others, it stands before each of them; 「次のとおり：」 goes.
    /// </remarks>
    /// <param name="cell">The cell's text; lines end at LF.</param>
    public static ImmutableArray<string> Of(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (IsInline(cell))
        {
            cell = string.Join('\n', cell.Split('\n').Select(l => InlineItems.Apart(l.Trim())));
        }

        if (!cell.Contains('\n', StringComparison.Ordinal))
        {
            return [WithoutBullet(cell.Trim())];
        }

        var lines = cell.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        var hasArrows = lines.TrueForAll(IsArrow);
        var marks = lines.ConvertAll(l => IsArrow(l) && !hasArrows ? new LineMark(MarkKind.None, string.Empty, 0, string.Empty, l) : LineMarks.Of(l));
        if (marks.Count(IsBullet) < 2 || !OneList(marks))
        {
            return [WithoutBullet(cell.Trim())];
        }

        var items = ImmutableArray.CreateBuilder<string>();
        foreach (var (line, mark) in lines.Zip(marks))
        {
            if (IsBullet(mark) || items.Count == 0 || (line == lines[^1] && Sums(items, line)))
            {
                items.Add(IsBullet(mark) ? mark.Body : line);
            }
            else
            {
                items[^1] = JapaneseText.Join(items[^1], line);
            }
        }

        if (!IsBullet(marks[0]) && (items[0][^1] is '：' or ':' || JapaneseText.EndsHeading(items[0]) || AsFollows().IsMatch(items[0])))
        {
            var lead = items[0];
            items.RemoveAt(0);
            return OnlyPoints().IsMatch(lead) || AsFollows().IsMatch(lead) ? items.ToImmutable() : [.. items.Select(i => AnswerState.Of(i) is null ? lead + i : i)];
        }

        return items.ToImmutable();
    }

    // Most cells begin with a word: no line of theirs is looked at. What ticks boxes is no list.
    private static bool IsInline(string cell) => cell.Length > 0 && cell.AsSpan().TrimStart() is [var first, ..] && !char.IsLetterOrDigit(first) && !cell.AsSpan().ContainsAny(Boxes);

    // One bullet alone is no list, and no word of the answer.
    private static string WithoutBullet(string cell) => cell.Length > 1 && cell[0] is '・' or '•' or '●' or '■' or '◆' or '▪' && cell[1] != cell[0] && !cell.Contains('□', StringComparison.Ordinal) ? cell[1..].Trim() : cell;

    // 「いずれも市だけでは解決できない。」 below bullets that are words only.
    private static bool Sums(ImmutableArray<string>.Builder items, string line) =>
        JapaneseText.EndsSentence(line) && items.All(i => i.Length <= LongestWord && !JapaneseText.EndsSentence(i) && !JapaneseText.BreaksOff(i));

    private static bool IsArrow(string line) => line[0] is '→' or '⇒' or '➡';

    private static bool IsBullet(LineMark mark) => mark.Kind is MarkKind.Bullet or MarkKind.Number && mark.Body.Length > 0;

    // Numbers must count up from 1, or lines that begin with a year or a quantity would be taken for a list.
    private static bool OneList(List<LineMark> marks)
    {
        var numbers = marks.Where(m => m.Kind == MarkKind.Number).ToList();
        return numbers.Count == 0 || marks.Exists(m => m.Kind == MarkKind.Bullet) || numbers.Select(m => m.Number).SequenceEqual(Enumerable.Range(1, numbers.Count));
    }

    // 次の点です：, 以下のとおり：.
    [GeneratedRegex("^(以下|次|下記)(の|に|は|が).{0,12}[：:]$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyPoints();

    // 課題は以下のとおり。
    [GeneratedRegex("^.{0,20}(以下|次|下記)の?(とおり|通り|点)(です|である|となります|があります)?。?$", RegexOptions.CultureInvariant)]
    private static partial Regex AsFollows();
}
