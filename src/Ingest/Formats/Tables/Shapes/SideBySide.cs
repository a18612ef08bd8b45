using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Rows;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Parts tables that stand beside each other on a sheet (【東会場】 and 【西会場】), with a caption and the same headers each.</summary>
internal static class SideBySide
{
    /// <summary>What parts a caption from a header in the headers of a table beside another.</summary>
    public const char Between = '／';

    /// <summary>The tables from left to right, each with its caption before its headers; the sheet itself where it holds one table only.</summary>
    /// <remarks>Each table keeps its own respondents: the rows need not be in the same order. A caption that is a year is that of its table.</remarks>
    /// <param name="sheet">The sheet.</param>
    public static IReadOnlyList<Sheet> Apart(Sheet sheet)
    {
        var head = sheet.Rows.Select((r, i) => (Row: r, Index: i)).Take(HeaderRows.LastCandidate).FirstOrDefault(r => Tables(sheet, r.Index).Count > 1, (Row: sheet.Rows[0], Index: -1)).Index;
        if (head < 0)
        {
            return [sheet];
        }

        var titles = sheet.Rows.Take(head - 1).Select(r => r.Cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c))).OfType<string>().ToList();
        return
        [
            .. Tables(sheet, head).Select(t =>
            {
                var caption = LineMarks.Of(Cell(sheet.Rows[head - 1], t.Start)) is { Kind: MarkKind.Bracket } mark ? mark.Label : Cell(sheet.Rows[head - 1], t.Start);
                var isYear = YearLabels.Of(caption) is not null;
                return new Sheet(
                    sheet.Name,
                    [
                        sheet.Rows[head] with { Cells = [.. Part(sheet.Rows[head], t.Start, t.End).Cells.Select(h => Captioned(caption, h))] },
                        .. sheet.Rows.Skip(head + 1).Select(r => Part(r, t.Start, t.End)).Where(r => r.WordCount > 0),
                    ],
                    [.. sheet.Merged.Where(m => m.FirstColumn >= t.Start && m.LastColumn < t.End).Select(m => m with { FirstColumn = m.FirstColumn - t.Start, LastColumn = m.LastColumn - t.Start })])
                { Titles = isYear ? [caption] : [.. sheet.Titles, .. titles, caption], Caption = caption };
            }),
        ];
    }

    // Two headers or more each, the same ones, below a caption in the first column of each.
    private static List<(int Start, int End)> Tables(Sheet sheet, int head)
    {
        if (head == 0)
        {
            return [];
        }

        var (above, row) = (sheet.Rows[head - 1], sheet.Rows[head]);
        var starts = Enumerable.Range(0, above.Cells.Length).Where(c => Cell(above, c).Length > 0).ToList();
        var tables = starts.Select((s, i) => (Start: s, End: i + 1 < starts.Count ? starts[i + 1] : Math.Max(row.Cells.Length, s + 1))).ToList();
        var headers = tables.ConvertAll(t => Enumerable.Range(t.Start, t.End - t.Start).Select(c => Cell(row, c)).Where(h => h.Length > 0).ToList());
        return tables.Count > 1 && headers[0].Count > 1 && headers.TrueForAll(h => h.SequenceEqual(headers[0], StringComparer.Ordinal)) && headers[0].Exists(TableLabels.HeadsColumn)
            && Enumerable.Range(0, starts[0]).All(c => Cell(row, c).Length == 0) && tables.TrueForAll(t => Cell(row, t.Start).Length > 0)
            ? tables
            : [];
    }

    private static SheetRow Part(SheetRow row, int start, int end) => row with { Cells = start >= row.Cells.Length ? [] : row.Cells[start..Math.Min(end, row.Cells.Length)] };

    private static string Captioned(string caption, string header) =>
        string.IsNullOrWhiteSpace(header) || TableLabels.IsNumber(header) || RespondentColumns.Names(header) ? header : $"{caption}{Between}{header.Trim()}";

    private static string Cell(SheetRow row, int column) => column < row.Cells.Length ? JapaneseText.Tidy(row.Cells[column]) : "";
}
