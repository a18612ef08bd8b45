using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
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

    private readonly List<Answer> _answers = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Column, string Value), CommentAttribute> _given = [];

    public ImmutableArray<LeftOut>.Builder LeftOut { get; } = ImmutableArray.CreateBuilder<LeftOut>();

    public void Add(IReadOnlyList<TableRow> rows)
    {
        var asked = _years.IsEmpty ? [] : AskedIn(rows);
        foreach (var row in rows)
        {
            Add(row, asked);
        }
    }

    /// <summary>The comments of the rows added, in order. Their ids are made on all cores: a hash each.</summary>
    public ImmutableArray<Comment> Comments()
    {
        var comments = new Comment[_answers.Count];
        if (comments.Length > 0)
        {
            Parallel.ForEach(Partitioner.Create(0, comments.Length), range =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    var (respondent, question, when, place, text, attributes) = _answers[i];
                    comments[i] = new Comment(
                        CommentId.Of(sha256, place, text), source, CommentKind.Answer, respondent, null, question, when, place, text, attributes);
                }
            });
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(comments);
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

    // Names and values recur in every row: one string each.
    private string Tidy(string name)
    {
        if (!_names.TryGetValue(name, out var tidy))
        {
            _names.Add(name, tidy = JapaneseText.Tidy(name));
        }

        return tidy;
    }

    private CommentAttribute Attribute(int column, string value)
    {
        if (!_given.TryGetValue((column, value), out var attribute))
        {
            _given.Add((column, value), attribute = new CommentAttribute(columns[column].Header, value));
        }

        return attribute;
    }

    private void Add(TableRow row, HashSet<(int Column, int? Year)> asked)
    {
        var respondent = First(row, _respondents) is { } who ? Tidy(who)
            : _rowsAreRespondents ? string.Create(CultureInfo.InvariantCulture, $"回答{row.Number}")
            : null;
        var question = First(row, _questions) is { } q ? Tidy(q) : null;
        var when = YearOf(row);
        ImmutableArray<CommentAttribute> attributes = _attributes.IsEmpty ? [] : [.. _attributes.Where(i => row.Filled[i].Length > 0).Select(i => Attribute(i, row.Filled[i]))];
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
                    _answers.Add(new Answer(respondent, heading, when, place, items[i], attributes));
                }
            }
        }
    }

    // A comment before it has its id.
    private readonly record struct Answer(
        string? Respondent, string Question, int? Year, Place Place, string Text, ImmutableArray<CommentAttribute> Attributes);
}
