using System.Collections.Immutable;
using System.Xml.Linq;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Lays the cells of a table out in rows and columns.</summary>
internal static class TableRows
{
    /// <summary>Columns to which short rows are filled up and over which one cell may reach: Word allows 63.</summary>
    private const int MostColumns = 64;

    /// <summary>The texts of the cells, and the cells that are one over several rows, or over several columns that the row below divides.</summary>
    /// <param name="table">The element <c>w:tbl</c>.</param>
    /// <param name="lines">The lines of a cell (<c>w:tc</c>).</param>
    public static (ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<MergedCells> Merged) Read(XElement table, Func<XElement, List<string>> lines)
    {
        var rows = Inside(table, "tr", false).Where(row => row.Element.Child("trPr").Child("del") is null).Select(row => Row(row.Element, row.Unfilled, lines)).ToList();
        var columns = Math.Min(MostColumns, rows.Select(row => row.Texts.Count).DefaultIfEmpty().Max());
        return ([.. rows.Select(row => row.Texts.Concat(Enumerable.Repeat("", Math.Max(0, columns - row.Texts.Count))).ToImmutableArray())], Merged(rows));
    }

    private static ReadRow Row(XElement row, bool unfilled, Func<XElement, List<string>> lines)
    {
        var read = new ReadRow([.. Enumerable.Repeat("", Math.Clamp(row.Child("trPr").Number("gridBefore") ?? 0, 0, MostColumns))], []);
        foreach (var (cell, prompt) in Inside(row, "tc", unfilled))
        {
            var format = cell.Child("tcPr");
            if (format.Child("cellDel") is not null)
            {
                continue;
            }

            var text = prompt || Continues(format, "vMerge") || Continues(format, "hMerge") ? "" : string.Join('\n', lines(cell)).Trim('\n');
            var first = read.Texts.Count;
            read.Texts.Add(text);
            read.Texts.AddRange(Enumerable.Repeat("", Math.Clamp((format.Number("gridSpan") ?? 1) - 1, 0, MostColumns)));
            if (Continues(format, "hMerge") && read.Cells.Count > 0)
            {
                read.Cells[^1] = read.Cells[^1] with { Last = read.Texts.Count - 1 };
            }
            else
            {
                read.Cells.Add(new ReadCell(first, read.Texts.Count - 1, Continues(format, "vMerge")));
            }
        }

        return read;
    }

    // A cell goes on with the one above it that begins in the same column.
    private static ImmutableArray<MergedCells> Merged(List<ReadRow> rows)
    {
        var merged = ImmutableArray.CreateBuilder<MergedCells>();
        var open = new Dictionary<int, MergedCells>();
        for (var row = 1; row <= rows.Count; row++)
        {
            var above = open;
            open = [];
            foreach (var cell in rows[row - 1].Cells)
            {
                open[cell.First] = cell.GoesOn && above.Remove(cell.First, out var over) ? over with { LastRow = row } : new MergedCells(row, row, cell.First, cell.Last);
            }

            merged.AddRange(above.Values);
        }

        merged.AddRange(open.Values);
        for (var i = 0; i < merged.Count; i++)
        {
            merged[i] = IsGroup(merged[i], rows) ? merged[i] : merged[i] with { LastColumn = merged[i].FirstColumn };
        }

        merged.RemoveAll(m => m.FirstRow == m.LastRow && m.FirstColumn == m.LastColumn);
        merged.Sort((a, b) => (a.FirstRow, a.FirstColumn).CompareTo((b.FirstRow, b.FirstColumn)));
        return merged.ToImmutable();
    }

    private static bool Continues(XElement? format, string merge) => format.Child(merge) is { } found && found.Setting("val") is not "restart";

    /// <summary>The rows of a table or the cells of a row, controls read through; with each whether it stands in a control that nobody filled.</summary>
    private static IEnumerable<(XElement Element, bool Unfilled)> Inside(XElement container, string name, bool unfilled)
    {
        foreach (var child in container.Chosen())
        {
            var found = WordXml.NameOf(child);
            if (found == name)
            {
                yield return (child, unfilled);
            }
            else if (found is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                foreach (var inside in Inside(child, name, unfilled || (found == "sdt" && WordControls.IsUnfilled(child))))
                {
                    yield return inside;
                }
            }
        }
    }

    // Word's grid has a column wherever any row has a border: what is over several of them means something only where the row below is divided.
    private static bool IsGroup(MergedCells cell, List<ReadRow> rows) =>
        cell.LastRow < rows.Count && rows[cell.LastRow].Cells.Count(c => c.First >= cell.FirstColumn && c.First <= cell.LastColumn) > 1;

    private sealed record ReadRow(List<string> Texts, List<ReadCell> Cells);

    private sealed record ReadCell(int First, int Last, bool GoesOn);
}
