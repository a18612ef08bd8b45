using System.Collections.Immutable;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Parts sheets on which lists of answers stand below tables, as in a report of a whole survey, at the questions above them; and tables beside each other.</summary>
internal static class SheetBlocks
{
    private const int MostRows = 5000;
    private const int LongestHeader = 20;
    private const int LongestHeading = 40;

    // A longer table counts nothing.
    private const int MostCounted = 200;
    private const string Signs = "■□◆◇●○▼▲＜<〈《";

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

    // A question on a line of its own begins a block, and so does the heading of a list below a table of counts; tables that follow each other, and lists, are one.
    private static List<(List<SheetRow> Rows, bool IsList)> Blocks(Sheet sheet)
    {
        var parts = new List<List<SheetRow>> { new() };
        var lists = new List<List<SheetRow>>();
        var (listEnd, hasTable) = (-1, false);
        for (var i = 0; i < sheet.Rows.Length; i++)
        {
            var row = sheet.Rows[i];
            if (i == listEnd || (row.WordCount == 1 && TableLabels.IsQuestion(Text(row)) && parts[^1].Count > 0))
            {
                parts.Add([]);
                hasTable = false;
            }
            else if (hasTable && HeadsList(sheet, i, parts[^1]) && ListEnd(sheet, i) is var end && end > i + 1)
            {
                (listEnd, hasTable) = (end, false);
                parts.Add([]);
                lists.Add(parts[^1]);
            }

            parts[^1].Add(row);
            hasTable |= row.WordCount > 1;
        }

        // What stands above the first question are titles, or the head of a table.
        if (parts.Count > 1 && parts[0].TrueForAll(r => r.WordCount <= 1))
        {
            parts[1].InsertRange(0, parts[0]);
            parts.RemoveAt(0);
        }

        var blocks = new List<(List<SheetRow> Rows, bool IsList)>();
        foreach (var part in parts)
        {
            var isOwn = lists.Contains(part);
            var isList = isOwn || (part.Exists(r => r.WordCount == 1 && TableLabels.IsQuestion(Text(r))) && part.TrueForAll(r => r.WordCount <= 1) && part.Count(r => r.WordCount == 1) > 1);
            if (blocks.Count > 0 && blocks[^1].IsList == isList && !isOwn && !lists.Contains(blocks[^1].Rows))
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

    // A line of its own below a table of counts, with lines of their own below it: it has a mark or a gap above it, or names answers (自由記述).
    private static bool HeadsList(Sheet sheet, int at, List<SheetRow> above)
    {
        var (row, text) = (sheet.Rows[at], Text(sheet.Rows[at]));
        var mark = LineMarks.Of(text);
        return row.WordCount == 1 && above.Count <= MostCounted && text.Length <= LongestHeading && !JapaneseText.EndsSentence(text) && !TableLabels.IsNote(text) && !TableLabels.IsTotal(text) && !TableLabels.IsCount(text) && !text.StartsWith('・')
            && (mark.Kind == MarkKind.Bracket || Signs.Contains(text[0], StringComparison.Ordinal) || ColumnRoles.NamesAnswer(text) || ColumnRoles.AsksFor(text) || row.Number > sheet.Rows[at - 1].Number + 1 || sheet.Rows[at - 1].WordCount == 0)
            && AreCounts(above);
    }

    // Where the lines end that began at a row: the last one above a table is its caption.
    private static int ListEnd(Sheet sheet, int at)
    {
        var end = at;
        while (end < sheet.Rows.Length && sheet.Rows[end].WordCount <= 1 && (end == at || !TableLabels.IsQuestion(Text(sheet.Rows[end]))))
        {
            end++;
        }

        return end < sheet.Rows.Length && sheet.Rows[end].WordCount > 1 ? end - 1 : end;
    }

    private static bool AreCounts(List<SheetRow> rows)
    {
        var table = rows.SkipWhile(r => r.WordCount < 2).ToList();
        if (table.Count < 2)
        {
            return false;
        }

        var below = table.Skip(1).Where(r => r.WordCount > 1).ToList();
        return CountColumns.Are(table[0].Cells, [.. Enumerable.Range(0, table[0].Cells.Length).Select(c => below.Where(r => c < r.Cells.Length).Select(r => r.Cells[c].Trim()).Where(t => t.Length > 0).ToImmutableArray())]);
    }

    // Short headers, and below them a row of as many cells.
    private static bool IsTable(List<SheetRow> rows)
    {
        var head = rows.FindIndex(r => r.WordCount > 1);
        return head >= 0 && rows[head].Cells.All(c => c.Trim().Length <= LongestHeader && !JapaneseText.EndsSentence(c.Trim())) && rows.Skip(head + 1).Any(r => r.WordCount == rows[head].WordCount);
    }

    private static ImmutableArray<SheetRow> Titles(Sheet sheet) => [.. sheet.Rows.TakeWhile(r => r.WordCount <= 1 && !TableLabels.IsQuestion(Text(r)))];

    private static string Text(SheetRow row) => row.Words.FirstOrDefault() ?? "";
}
