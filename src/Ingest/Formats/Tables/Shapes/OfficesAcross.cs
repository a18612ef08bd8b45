using FeedbackLab.Ingest.Formats.Tables.Cells;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Rows;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Recognises tables with the questions down the side: a column for each office, or all of a sheet that an office's name stands on or above.</summary>
internal static class OfficesAcross
{
    private const string Respondent = "回答者";
    private const int LeastOffices = 2;

    /// <summary>The sheet with a row for each office and a column for each question; null where it is no such sheet.</summary>
    /// <remarks>Titles above stay, and so do notes below. No two questions may be alike, and none may be missing.</remarks>
    /// <param name="sheet">The sheet.</param>
    public static Sheet? Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        for (var i = 0; i < Math.Min(HeaderRows.LastCandidate, sheet.Rows.Length); i++)
        {
            if (Columns(sheet, sheet.Rows[i], HasNumbers(sheet, i)) is { } columns)
            {
                return Turned(sheet, i, columns.Label, columns.Offices);
            }
        }

        return null;
    }

    // Where the questions and the answers of each office stand, by the row of headers.
    private static (int Label, List<(int Column, string Name)> Offices)? Columns(Sheet sheet, SheetRow head, bool hasNumbers)
    {
        var filled = Enumerable.Range(0, head.Cells.Length).Where(c => Cell(head, c).Length > 0).ToList();
        var label = filled.FindIndex(c => ColumnRoles.NamesQuestion(Cell(head, c)));
        if (label == 0 || (label == 1 && TableLabels.IsNumber(Cell(head, filled[0]))))
        {
            var others = filled.Skip(label + 1).ToList();
            return others.Count >= LeastOffices && others.TrueForAll(c => NamesOffice(Cell(head, c))) ? (filled[label], others.ConvertAll(c => (c, Cell(head, c))))
                : others.Count == 1 && (sheet.Office ?? sheet.Name) is { } name && NamesOffice(name) && TableLabels.IsColumnName(Cell(head, others[0])) && !RespondentColumns.Names(Cell(head, others[0])) ? (filled[label], [(others[0], name)])
                : null;
        }

        return label < 0 && hasNumbers && filled.Count >= LeastOffices && filled.TrueForAll(c => c > 0 && NamesOffice(Cell(head, c))) ? (0, filled.ConvertAll(c => (c, Cell(head, c)))) : null;
    }

    private static bool HasNumbers(Sheet sheet, int head) =>
        head + 1 < sheet.Rows.Length && sheet.Rows.Skip(head + 1).All(r => Cell(r, 0).Length == 0 ? r.Cells.All(string.IsNullOrWhiteSpace) : ShortAnswers.HasNumber(Cell(r, 0)) || TableLabels.IsNote(Cell(r, 0)));

    private static Sheet? Turned(Sheet sheet, int at, int label, List<(int Column, string Name)> offices)
    {
        var head = sheet.Rows[at];
        var below = sheet.Rows.Skip(at + 1).Where(r => r.WordCount > 0).ToList();
        var notes = below.FindAll(r => TableLabels.IsNote(Cell(r, label)) && r.WordCount == 1);
        var asked = below.Except(notes).ToList();
        var questions = asked.ConvertAll(r => Cell(r, label));
        if (asked.Count == 0 || questions.Contains("") || questions.Distinct(StringComparer.Ordinal).Count() < questions.Count || questions.Exists(RespondentColumns.Names))
        {
            return null;
        }

        var last = sheet.Rows[^1].LineEnd;
        SheetRow Row(int offset, IEnumerable<string> cells) => new(head.Number + offset, [.. cells]) { LineStart = head.LineStart, LineEnd = last };
        return new Sheet(
            sheet.Name,
            [
                .. sheet.Rows.Take(at),
                Row(0, [Respondent, .. questions]) with { LineEnd = head.LineEnd },
                .. offices.Select((o, i) => Row(i + 1, [o.Name, .. asked.Select(r => Cell(r, o.Column))])),
                .. notes.Select((r, i) => Row(offices.Count + i + 1, [Cell(r, label)])),
            ],
            [.. sheet.Merged.Where(m => m.LastRow < head.Number)])
        { Titles = sheet.Titles };
    }

    private static bool NamesOffice(string cell) => NameLines.NamesOffice(JapaneseText.Tidy(cell));

    private static string Cell(SheetRow row, int column) => column < row.Cells.Length ? row.Cells[column].Trim() : "";
}
