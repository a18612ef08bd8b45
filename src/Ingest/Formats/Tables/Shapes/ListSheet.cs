using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Recognises sheets that are lists in one column: answers below each other under headings (【学習について】, 問3 …, an office's name), as in running text.</summary>
internal static class ListSheet
{
    private const string Respondent = "回答者";
    private const string Question = "設問";
    private const string Answer = "意見";
    private const int LeastBullets = 2;
    private const int LongestHeading = 80;
    private const int LongestTopic = 20;
    private const string Signs = "■□◆◇▼";

    /// <summary>The list as a table of headings and answers; null where the sheet is no such list.</summary>
    /// <remarks>Each cell is an answer; one without a bullet goes on with the bullet above where that breaks off. What stands above the first heading is a title.</remarks>
    /// <param name="sheet">The sheet.</param>
    public static Sheet? Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var lines = sheet.Rows.Select(r => (Row: r, Cells: r.Words.ToList())).Where(l => l.Cells.Count > 0).ToList();
        if (lines.Count < 2 || lines.Exists(l => l.Cells.Count > 1))
        {
            return null;
        }

        var items = lines.ConvertAll(l => (l.Row, Text: l.Cells[0], Mark: LineMarks.Of(l.Cells[0])));
        for (var i = 0; i + 1 < items.Count; i++)
        {
            // An office's name above bullets is a heading without brackets.
            if (items[i].Mark.Kind == MarkKind.None && IsBullet(items[i + 1].Mark) && NameLines.NamesOffice(JapaneseText.Tidy(items[i].Text)))
            {
                items[i] = items[i] with { Mark = new LineMark(MarkKind.Bracket, "", 0, JapaneseText.Tidy(items[i].Text), "") };
            }
        }

        HeadTopics(items);
        var first = items.FindIndex(i => IsHeading(i.Text, i.Mark));
        var bullets = items.Count(i => IsBullet(i.Mark));
        if (first < 0 && bullets >= LeastBullets && 2 * bullets >= items.Count && !IsBullet(items[0].Mark) && !TableLabels.IsNote(items[0].Text) && !TableLabels.IsColumnName(items[0].Text))
        {
            return Sheet(sheet, [items[0].Text], items[0].Row, items[1..], YearLabels.Rest(items[0].Text));
        }

        // Bullets above the first heading are answers already.
        return first < 0 || first == items.Count - 1 || items.Take(first).Any(i => IsBullet(i.Mark)) || (first > 0 && TableLabels.IsColumnName(items[0].Text))
            ? null
            : Sheet(sheet, items.Take(first).Select(i => i.Text), items[first].Row, items[first..], null);
    }

    // 「駐車場について」 above bullets, and two or more of 「■駐車場」 above sentences without one, are headings; a line below the first one is no title.
    private static void HeadTopics(List<(SheetRow Row, string Text, LineMark Mark)> items)
    {
        var signs = Enumerable.Range(0, items.Count).Where(i => Signs.Contains(items[i].Text[0], StringComparison.Ordinal)).ToList();
        var others = items.Where((i, at) => at > 0 && !Signs.Contains(i.Text[0], StringComparison.Ordinal)).ToList();
        var areHeadings = signs.Count >= LeastBullets && signs.TrueForAll(s => IsTopic(items[s].Text) && s + 1 < items.Count && !signs.Contains(s + 1))
            && 2 * others.Count(o => JapaneseText.EndsSentence(o.Text) || AnswerState.Of(o.Text) is not null) > others.Count;
        for (var i = 1; i + 1 < items.Count; i++)
        {
            var (row, text, mark) = items[i];
            var isTopic = mark.Kind == MarkKind.None && IsBullet(items[i + 1].Mark) && IsTopic(text) && (text.EndsWith("について", StringComparison.Ordinal) || text.EndsWith("に関して", StringComparison.Ordinal));
            if (isTopic || (areHeadings && signs.Contains(i)))
            {
                items[i] = (row, text, new LineMark(MarkKind.Bracket, "", 0, JapaneseText.Tidy(isTopic ? text : text[1..]), ""));
            }
        }
    }

    private static bool IsTopic(string text) => text.Length <= LongestTopic && !JapaneseText.EndsSentence(text) && AnswerState.Of(text) is null;

    private static bool IsBullet(LineMark mark) => mark.Kind == MarkKind.Bullet && mark.Body.Length > 0;

    private static bool IsHeading(string text, LineMark mark) =>
        (mark.Kind == MarkKind.Bracket && !JapaneseText.EndsSentence(mark.Label)) || (TableLabels.IsQuestion(text) && text.Length <= LongestHeading && !text.Contains('\n', StringComparison.Ordinal));

    private static Sheet Sheet(Sheet sheet, IEnumerable<string> titles, SheetRow head, List<(SheetRow Row, string Text, LineMark Mark)> items, string? asked)
    {
        var rows = new List<SheetRow> { head with { Cells = [Respondent, Question, Answer] } };
        var (office, question, part) = ("", asked ?? "", "");
        foreach (var (row, text, mark) in items)
        {
            if (IsHeading(text, mark))
            {
                (office, question, part) = mark.Kind != MarkKind.Bracket ? (office, text, "") : NameLines.NamesOffice(mark.Label) ? (mark.Label, question, "") : TableLabels.IsQuestion(mark.Label) ? (office, mark.Label, "") : (office, question, mark.Label);
            }
            else if (TableLabels.IsNote(text))
            {
                rows.Add(row with { Cells = ["", text, ""] });
            }
            else if (mark.Kind == MarkKind.None && rows.Count > 1 && rows[^1].Number == row.Number - 1 && rows[^1].Cells[2] is { Length: > 0 } above && !above.Contains('\n', StringComparison.Ordinal) && JapaneseText.BreaksOff(above))
            {
                rows[^1] = rows[^1] with { Cells = rows[^1].Cells.SetItem(2, JapaneseText.Join(above, text)), LineEnd = row.LineEnd };
            }
            else
            {
                rows.Add(row with { Cells = [office, string.Join('／', new[] { question, part }.Where(w => w.Length > 0)), IsBullet(mark) && !text.Contains('\n', StringComparison.Ordinal) ? mark.Body : text] });
            }
        }

        var skip = rows.Skip(1).All(r => r.Cells[0].Length == 0) ? 1 : 0;
        ImmutableArray<ColumnReading> columns = [new(Respondent, ColumnRole.Respondent), new(Question, ColumnRole.Question), new(Answer, ColumnRole.Text)];
        return new Sheet(sheet.Name, [.. rows.Select(r => r with { Cells = r.Cells[skip..] })], []) { Titles = [.. sheet.Titles, .. titles], Columns = columns[skip..] };
    }
}
