using System.Collections.Immutable;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Formats.Excel;

/// <summary>Takes hidden rows and columns out of a sheet.</summary>
internal static class HiddenCells
{
    /// <summary>The sheet as it is seen: rows keep their numbers, columns close up. A merged cell that begins hidden begins where it is seen.</summary>
    /// <remarks>Where nothing at all would be seen, the program that wrote the sheet gave no heights or widths: nothing is hidden.</remarks>
    /// <param name="sheet">The sheet.</param>
    /// <param name="rows">Numbers of the hidden rows.</param>
    /// <param name="columns">The hidden columns, 0-based.</param>
    /// <param name="left">Which of them hold words.</param>
    public static Sheet Without(Sheet sheet, HashSet<int> rows, HashSet<int> columns, out HiddenPlaces left)
    {
        if ((rows.Count == 0 && columns.Count == 0) || sheet.Rows.All(r => rows.Contains(r.Number) || Enumerable.Range(0, r.Cells.Length).All(columns.Contains)))
        {
            left = new HiddenPlaces([], []);
            return sheet;
        }

        left = new HiddenPlaces(
            [.. sheet.Rows.Select(r => r.Number).Where(rows.Contains)],
            [.. columns.Where(c => sheet.Rows.Any(r => c < r.Cells.Length && r.Cells[c].Length > 0)).Order()]);
        var cells = sheet.Rows.ToDictionary(r => r.Number, r => r.Cells);
        var merged = sheet.Merged.Select(m => Seen(m, rows, columns)).ToImmutableArray();
        foreach (var (from, to) in sheet.Merged.Zip(merged))
        {
            if (to is { } seen && (seen.FirstRow, seen.FirstColumn) != (from.FirstRow, from.FirstColumn) && cells.TryGetValue(from.FirstRow, out var first) && from.FirstColumn < first.Length)
            {
                cells[seen.FirstRow] = With(cells.GetValueOrDefault(seen.FirstRow, []), seen.FirstColumn, first[from.FirstColumn]);
            }
        }

        var index = Closed(columns);
        return sheet with
        {
            Rows =
            [
                .. cells.Where(r => !rows.Contains(r.Key)).OrderBy(r => r.Key)
                    .Select(r => new SheetRow(r.Key, [.. r.Value.Where((_, c) => !columns.Contains(c))]))
                    .Where(r => r.Cells.Any(c => c.Length > 0)),
            ],
            Merged = [.. merged.OfType<MergedCells>().Select(m => m with { FirstColumn = index(m.FirstColumn), LastColumn = index(m.LastColumn) })],
        };
    }

    // The part of a merged cell that is seen; null where nothing is.
    private static MergedCells? Seen(MergedCells cell, HashSet<int> rows, HashSet<int> columns)
    {
        var (firstRow, lastRow) = Ends(cell.FirstRow, cell.LastRow, rows);
        var (firstColumn, lastColumn) = Ends(cell.FirstColumn, cell.LastColumn, columns);
        return firstRow > lastRow || firstColumn > lastColumn ? null : new MergedCells(firstRow, lastRow, firstColumn, lastColumn);
    }

    private static (int First, int Last) Ends(int first, int last, HashSet<int> hidden)
    {
        while (first <= last && hidden.Contains(first))
        {
            first++;
        }

        while (first <= last && hidden.Contains(last))
        {
            last--;
        }

        return (first, last);
    }

    private static ImmutableArray<string> With(ImmutableArray<string> cells, int column, string text) =>
        (column < cells.Length ? cells : cells.AddRange(Enumerable.Repeat("", column + 1 - cells.Length))).SetItem(column, text);

    // Where a column stands once the hidden ones before it are gone.
    private static Func<int, int> Closed(HashSet<int> columns)
    {
        var sorted = columns.Order().ToArray();
        return column =>
        {
            var before = Array.BinarySearch(sorted, column);
            return column - (before < 0 ? ~before : before);
        };
    }
}

/// <summary>Hidden rows and columns that hold words.</summary>
/// <param name="Rows">Their numbers, ascending.</param>
/// <param name="Columns">Their positions, 0-based, ascending.</param>
internal sealed record HiddenPlaces(ImmutableArray<int> Rows, ImmutableArray<int> Columns)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Rows.IsEmpty && Columns.IsEmpty;
}
