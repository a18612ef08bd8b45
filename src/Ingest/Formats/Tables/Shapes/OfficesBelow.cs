using FeedbackLab.Ingest.Formats.Tables.Cells;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Recognises sheets on which an office's name stands above its questions and answers, one office below the other.</summary>
internal static class OfficesBelow
{
    private const string Respondent = "回答者";
    private const int LongestQuestion = 80;

    /// <summary>The sheet with a row for each office and a column for each question; null where it is no such sheet.</summary>
    /// <remarks>Each office answers in rows of a question and its answer; the questions have numbers, or several offices answer the same ones.</remarks>
    /// <param name="sheet">The sheet.</param>
    public static Sheet? Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var rows = sheet.Rows.Select(r => (Row: r, Cells: r.Words.ToList())).Where(r => r.Cells.Count > 0).ToList();
        var first = rows.FindIndex(r => Office(r.Cells) is not null);
        if (first < 0 || rows.Take(first).Any(r => r.Cells.Count > 1))
        {
            return null;
        }

        var offices = new List<(SheetRow Head, string Name, int LineEnd, List<(string Question, string Answer)> Answers)>();
        foreach (var (row, cells) in rows.Skip(first))
        {
            if (Office(cells) is { } name)
            {
                offices.Add((row, name, row.LineEnd, []));
            }
            else if (Pair(cells) is { } pair)
            {
                offices[^1].Answers.Add(pair);
                offices[^1] = offices[^1] with { LineEnd = row.LineEnd };
            }
            else if (!IsHead(cells) && !(cells.Count == 1 && TableLabels.IsNote(cells[0])))
            {
                return null;
            }
        }

        var questions = offices.SelectMany(o => o.Answers).Select(a => a.Question).ToList();
        var asked = questions.DistinctBy(JapaneseText.Fold, StringComparer.Ordinal).ToList();
        var isEachOnce = offices.TrueForAll(o => o.Answers.Count > 0 && o.Answers.Select(a => JapaneseText.Fold(a.Question)).Distinct(StringComparer.Ordinal).Count() == o.Answers.Count);
        if (!isEachOnce || !(questions.TrueForAll(ShortAnswers.HasNumber) || (offices.Count > 1 && 2 * asked.Count <= questions.Count)) || questions.Exists(RespondentColumns.Names))
        {
            return null;
        }

        var head = offices[0].Head;
        return new Sheet(
            sheet.Name,
            [
                head with { Cells = [Respondent, .. asked] },
                .. offices.Select(o => new SheetRow(o.Head.Number + 1, [o.Name, .. asked.Select(q => o.Answers.Find(a => JapaneseText.Fold(a.Question) == JapaneseText.Fold(q)).Answer ?? "")]) { LineStart = o.Head.LineStart, LineEnd = o.LineEnd }),
            ],
            [])
        { Titles = [.. sheet.Titles, .. rows.Take(first).Select(r => r.Cells[0])] };
    }

    /// <summary>The office that a line of its own names, its number and brackets aside; null where it names none.</summary>
    /// <param name="line">The line.</param>
    public static string? Office(string line)
    {
        var mark = LineMarks.Of(line.Trim());
        var name = JapaneseText.Tidy(mark.Kind == MarkKind.Bracket ? mark.Label : mark.Body);
        return mark.Kind is MarkKind.None or MarkKind.Bracket or MarkKind.Number or MarkKind.Bullet && NameLines.NamesOffice(name) ? name : null;
    }

    private static string? Office(List<string> cells) => cells.Count == 1 ? Office(cells[0]) : null;

    // A question without an answer stands alone.
    private static (string Question, string Answer)? Pair(List<string> cells)
    {
        var asked = cells.Count == 3 && TableLabels.IsCount(cells[0]) ? cells[1..] : cells;
        return IsHead(cells) || asked.Count > 2 || asked[0].Length > LongestQuestion || JapaneseText.EndsSentence(asked[0]) && !ShortAnswers.HasNumber(asked[0]) ? null
            : asked.Count == 2 ? (asked[0], asked[1])
            : ShortAnswers.HasNumber(asked[0]) ? (asked[0], "")
            : null;
    }

    // 設問｜回答 above each office's answers.
    private static bool IsHead(List<string> cells) => cells.Count is 2 or 3 && cells.TrueForAll(TableLabels.IsColumnName) && cells.Exists(ColumnRoles.NamesQuestion);
}
