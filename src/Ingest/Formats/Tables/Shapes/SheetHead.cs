using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Rows;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Recognises tables below a head that says whose they are: labels and values (センター名｜みさき, 対象年度｜令和4年度) that hold for every row.</summary>
internal static class SheetHead
{
    private const int LongestValue = 40;

    /// <summary>The sheet without its head, whose labels are further columns; null where it has no head that names a respondent, or its table names them itself.</summary>
    /// <param name="sheet">The sheet.</param>
    public static Sheet? Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var pairs = new List<(string Label, string Value)>();
        var titles = new List<SheetRow>();
        var at = 0;
        for (; at < Math.Min(HeaderRows.LastCandidate, sheet.Rows.Length); at++)
        {
            var cells = sheet.Rows[at].Words.ToList();
            if (Pairs(cells) is { } found)
            {
                pairs.AddRange(found);
            }
            else if (cells.Count <= 1)
            {
                titles.Add(sheet.Rows[at]);
            }
            else
            {
                break;
            }
        }

        if (at + 1 >= sheet.Rows.Length || !pairs.Exists(p => AnswerForm.NamesRespondent(p.Label)) || !IsHeader(sheet.Rows[at]))
        {
            return null;
        }

        var width = sheet.Rows.Skip(at).Max(r => r.Cells.Length);
        return sheet with
        {
            Rows =
            [
                .. titles,
                Wider(sheet.Rows[at], width, pairs.Select(p => p.Label)),
                .. sheet.Rows.Skip(at + 1).Select(r => r.WordCount > 1 ? Wider(r, width, pairs.Select(p => p.Value)) : r),
            ],
        };
    }

    // Headers, none of them for respondents; a table of questions and answers is read as a form.
    private static bool IsHeader(SheetRow row)
    {
        var cells = row.Words.ToList();
        return cells.Count > 1 && cells.Count(TableLabels.HeadsColumn) > 1 && !cells.Exists(RespondentColumns.Names) && !cells.Exists(ColumnRoles.NamesQuestion);
    }

    private static List<(string Label, string Value)>? Pairs(List<string> cells)
    {
        if (cells.Count is not (2 or 4 or 6))
        {
            return null;
        }

        var pairs = cells.Chunk(2).Select(p => (Label: p[0].TrimEnd('：', ':'), Value: p[1])).ToList();
        return pairs.TrueForAll(p => AnswerForm.IsLabel(p.Label) && !AnswerForm.IsLabel(p.Value) && !TableLabels.HeadsColumn(p.Value) && p.Value.Length <= LongestValue && !JapaneseText.EndsSentence(p.Value)) ? pairs : null;
    }

    private static SheetRow Wider(SheetRow row, int width, IEnumerable<string> more) =>
        row with { Cells = [.. row.Cells, .. Enumerable.Repeat("", width - row.Cells.Length), .. more] };
}
