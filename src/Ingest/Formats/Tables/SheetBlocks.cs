using System.Collections.Immutable;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Parts sheets on which lists of answers stand below tables, as in a report of a whole survey, at the questions above them; and tables beside each other.</summary>
internal static class SheetBlocks
{
    private const int MostRows = 5000;
    private const int LongestHeader = 20;

    /// <summary>The blocks of a sheet in order, lists as tables; the sheet itself where it has one block only.</summary>
    /// <param name="sheet">The sheet.</param>
    public static IEnumerable<Sheet> Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.Rows.IsEmpty)
        {
            return [sheet];
        }

        var beside = SideBySide.Apart(sheet);
        if (beside.Count > 1)
        {
            return beside;
        }

        if (sheet.Rows.Length > MostRows || !ReferenceEquals(TurnedSheet.Of(sheet), sheet))
        {
            return [sheet];
        }

        var blocks = Blocks(sheet);
        return blocks.Exists(b => b.IsList) && blocks.Exists(b => !b.IsList) && blocks.TrueForAll(b => b.IsList || IsTable(b.Rows))
            ? blocks.Select(b => new Sheet(sheet.Name, [.. b.Rows], b.IsList ? [] : sheet.Merged) { Titles = [.. sheet.Titles, .. Titles(sheet).TakeWhile(r => r.Number < b.Rows[0].Number).Select(Text)] }).Select(b => ListSheet.Of(b) ?? b)
            : [ListSheet.Of(sheet) ?? sheet];
    }

    // A question on a line of its own begins a block; tables that follow each other, and lists, are one.
    private static List<(List<SheetRow> Rows, bool IsList)> Blocks(Sheet sheet)
    {
        var parts = new List<List<SheetRow>> { new() };
        foreach (var row in sheet.Rows)
        {
            if (Count(row) == 1 && TableLabels.IsQuestion(Text(row)) && parts[^1].Count > 0)
            {
                parts.Add([]);
            }

            parts[^1].Add(row);
        }

        // What stands above the first question are titles, or the head of a table.
        if (parts.Count > 1 && parts[0].TrueForAll(r => Count(r) <= 1))
        {
            parts[1].InsertRange(0, parts[0]);
            parts.RemoveAt(0);
        }

        var blocks = new List<(List<SheetRow> Rows, bool IsList)>();
        foreach (var part in parts)
        {
            var isList = part.Exists(r => Count(r) == 1 && TableLabels.IsQuestion(Text(r))) && part.TrueForAll(r => Count(r) <= 1) && part.Count(r => Count(r) == 1) > 1;
            if (blocks.Count > 0 && blocks[^1].IsList == isList)
            {
                blocks[^1].Rows.AddRange(part);
            }
            else
            {
                blocks.Add((part, isList));
            }
        }

        return blocks;
    }

    // Short headers, and below them a row of as many cells.
    private static bool IsTable(List<SheetRow> rows)
    {
        var head = rows.FindIndex(r => Count(r) > 1);
        return head >= 0 && rows[head].Cells.All(c => c.Trim().Length <= LongestHeader && !JapaneseText.EndsSentence(c.Trim())) && rows.Skip(head + 1).Any(r => Count(r) == Count(rows[head]));
    }

    private static ImmutableArray<SheetRow> Titles(Sheet sheet) => [.. sheet.Rows.TakeWhile(r => Count(r) <= 1 && !TableLabels.IsQuestion(Text(r)))];

    private static int Count(SheetRow row) => row.Cells.Count(c => !string.IsNullOrWhiteSpace(c));

    private static string Text(SheetRow row) => row.Cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c))?.Trim() ?? "";
}
