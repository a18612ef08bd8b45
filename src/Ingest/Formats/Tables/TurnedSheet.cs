namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Recognises sheets whose questions stand below each other on the left, and the answers of one respondent, or of several, on the right; and tables under a head that says whose they are.</summary>
public static class TurnedSheet
{
    // More rows are no questions to one respondent.
    private const int MostQuestions = 1000;

    /// <summary>The sheet with its questions as headers and a row a respondent, where it is such a sheet; else the sheet as it is.</summary>
    /// <param name="sheet">The sheet.</param>
    public static Sheet Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Rows.Length > MostQuestions ? sheet : AnswerForm.Of(sheet) ?? StackedForms.Of(sheet) ?? OfficesAcross.Of(sheet) ?? OfficesBelow.Of(sheet) ?? SheetHead.Of(sheet) ?? TwoColumns(sheet) ?? sheet;
    }

    private static Sheet? TwoColumns(Sheet sheet)
    {
        var pairs = sheet.Rows.Select(r => (r.Number, Cells: r.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).ToList())).ToList();
        var asked = pairs.Where(p => p.Cells.Count is 1 or 2).ToList();
        if (asked.Count != pairs.Count || pairs.Count < 2 || sheet.Rows.Max(r => r.Cells.Length) > 3)
        {
            return null;
        }

        // The first column names things: one of them the respondent, not in the first row alone or below a question, as it would over a list.
        var labels = sheet.Rows.Select(r => r.Cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)) ?? "").ToList();
        var names = labels.FindAll(RespondentColumns.Names).Count;
        var firstRowIsHeader = sheet.Rows[0].Cells.Count(c => RespondentColumns.Names(c) || ColumnRoles.NamesAnswer(c) || ShortAnswers.HasNumber(c)) > 1;
        var headsList = labels.TakeWhile(l => !RespondentColumns.Names(l)).Any(ShortAnswers.HasNumber) || HeadsColumns(pairs.ConvertAll(p => p.Cells));
        return names != 1 || firstRowIsHeader || headsList || labels.Distinct(StringComparer.Ordinal).Count() < labels.Count
            ? null
            : new Sheet(
                sheet.Name,
                [
                    new SheetRow(sheet.Rows[0].Number, [.. labels]) { LineStart = sheet.Rows[0].LineStart, LineEnd = sheet.Rows[0].LineStart },
                    new SheetRow(sheet.Rows[0].Number + 1, [.. pairs.Select(p => p.Cells.Count == 2 ? p.Cells[1] : "")]) { LineStart = sheet.Rows[0].LineStart, LineEnd = sheet.Rows[^1].LineEnd },
                ],
                []);
    }

    // 「センター名｜意見」 below a title heads two columns: what stands beside the label is a header itself, and below it stand names, not labels.
    private static bool HeadsColumns(List<List<string>> rows)
    {
        var at = rows.FindIndex(r => r.Count > 0 && RespondentColumns.Names(r[0]));
        var below = rows.Skip(at + 1).Where(r => r.Count > 0).ToList();
        return at >= 0 && rows[at].Count == 2 && TableLabels.HeadsColumn(rows[at][1]) && below.Count > 0
            && 2 * below.Count(r => ShortAnswers.HasNumber(r[0]) || ShortAnswers.NamesFact(r[0]) || ColumnRoles.NamesPerson(r[0]) || TableLabels.HeadsColumn(r[0])) < below.Count;
    }
}
