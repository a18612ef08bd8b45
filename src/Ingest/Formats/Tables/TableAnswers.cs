using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Collects the comments of a table's rows, and what is none.</summary>
internal sealed class TableAnswers(string source, string sha256, string? sheet, ImmutableArray<ColumnReading> columns, int? year, bool splitBullets)
{
    private readonly ImmutableArray<int> _texts = Of(columns, ColumnRole.Text);
    private readonly ImmutableArray<int> _respondents = Of(columns, ColumnRole.Respondent);
    private readonly ImmutableArray<int> _questions = Of(columns, ColumnRole.Question);
    private readonly ImmutableArray<int> _years = Of(columns, ColumnRole.Year);
    private readonly ImmutableArray<int> _attributes = [.. Of(columns, ColumnRole.Attribute).Concat(Of(columns, ColumnRole.Personal)).Order()];

    // A response without a name is still one respondent's: forms that ask for none are counted by their rows.
    private readonly bool _rowsAreRespondents =
        SurveyForms.Of([.. columns.Select(c => c.Header)]) is not null && !columns.Any(c => c.Role is ColumnRole.Respondent or ColumnRole.Question);

    public ImmutableArray<Comment>.Builder Comments { get; } = ImmutableArray.CreateBuilder<Comment>();

    public ImmutableArray<LeftOut>.Builder LeftOut { get; } = ImmutableArray.CreateBuilder<LeftOut>();

    public void Add(IReadOnlyList<TableRow> rows)
    {
        var asked = AskedIn(rows);
        foreach (var row in rows)
        {
            Add(row, asked);
        }
    }

    private static ImmutableArray<int> Of(ImmutableArray<ColumnReading> columns, ColumnRole role) =>
        [.. Enumerable.Range(0, columns.Length).Where(i => columns[i].Role == role)];

    private static string? First(TableRow row, ImmutableArray<int> among)
    {
        foreach (var column in among)
        {
            if (row.Filled[column].Length > 0)
            {
                return row.Filled[column];
            }
        }

        return null;
    }

    private int? YearOf(TableRow row) => ColumnRoles.YearOf(First(row, _years) ?? "") ?? year;

    // A question whose column is empty for a whole year, and not for another, was not put in that year.
    private HashSet<(int Column, int? Year)> AskedIn(IReadOnlyList<TableRow> rows)
    {
        var asked = new HashSet<(int, int?)>();
        foreach (var row in rows)
        {
            var when = YearOf(row);
            foreach (var column in _texts.Where(c => row.Cells[c].Length > 0))
            {
                asked.Add((column, when));
            }
        }

        return asked;
    }

    private void Add(TableRow row, HashSet<(int Column, int? Year)> asked)
    {
        var respondent = First(row, _respondents) is { } who ? JapaneseText.Tidy(who)
            : _rowsAreRespondents ? string.Create(CultureInfo.InvariantCulture, $"回答{row.Number}")
            : null;
        var question = First(row, _questions) is { } q ? JapaneseText.Tidy(q) : null;
        var when = YearOf(row);
        ImmutableArray<CommentAttribute> attributes =
            [.. _attributes.Where(i => row.Filled[i].Length > 0).Select(i => new CommentAttribute(columns[i].Header, row.Filled[i]))];
        foreach (var column in _texts)
        {
            var cell = row.Cells[column];
            var items = cell.Length > 0 && splitBullets ? CellItems.Of(cell) : [cell];
            for (var i = 0; i < items.Length; i++)
            {
                var place = new Place(row.LineStart, row.LineEnd, null, row.Number, columns[column].Header, sheet, items.Length > 1 ? i + 1 : null);
                var heading = question ?? columns[column].Header;
                if (AnswerState.Of(items[i]) is { } state)
                {
                    var isUnasked = state == LeftOutReason.Blank && _years.Length > 0 && !asked.Contains((column, when)) && asked.Any(a => a.Column == column);
                    LeftOut.Add(new LeftOut(source, isUnasked ? LeftOutReason.NotAsked : state, respondent, heading, when, place, items[i]));
                }
                else
                {
                    Comments.Add(new Comment(CommentId.Of(sha256, place, items[i]), source, CommentKind.Answer, respondent, null, heading, when, place, items[i], attributes));
                }
            }
        }
    }
}
