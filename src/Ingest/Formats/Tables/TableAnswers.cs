using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Cells;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Rows;
using FeedbackLab.Ingest.Formats.Tables.Shapes;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Takes the comments out of a table's rows, and what is none.</summary>
internal sealed class TableAnswers(string source, string sha256, string? sheet, ImmutableArray<ColumnReading> columns, int? year, bool splitBullets, string? office = null, string? caption = null)
{
    // Fewer rows than this are not worth a thread of their own.
    private const int LeastPortion = 1000;

    private readonly ImmutableArray<int> _texts = Of(columns, ColumnRole.Text);
    private readonly ImmutableArray<int> _respondents = Of(columns, ColumnRole.Respondent);
    private readonly ImmutableArray<int> _questions = Of(columns, ColumnRole.Question);
    private readonly ImmutableArray<int> _years = Of(columns, ColumnRole.Year);
    private RespondentNames _names = new([]);
    private readonly ImmutableArray<int?> _yearsAcross = YearLabels.Across(columns);
    private readonly ImmutableArray<int> _attributes = [.. Of(columns, ColumnRole.Attribute).Concat(Of(columns, ColumnRole.Personal)).Order()];

    // A response without a name is still one respondent's: forms that ask for none are counted by their rows.
    private readonly bool _rowsAreRespondents =
        SurveyForms.Of([.. columns.Select(c => c.Header)]) is not null && !columns.Any(c => c.Role is ColumnRole.Respondent or ColumnRole.Question);

    /// <summary>The comments and what is none, in order of the rows. Neighbouring rows are read on one core, the others on the other.</summary>
    /// <param name="rows">The table's rows below its headers.</param>
    public (ImmutableArray<Comment> Comments, ImmutableArray<LeftOut> LeftOut) In(IReadOnlyList<TableRow> rows)
    {
        _names = new RespondentNames(rows.Select(r => First(r, _respondents)).OfType<string>());
        var asked = _years.IsEmpty && !rows.Any(r => r.Section.Year is not null) ? [] : AskedIn(rows);
        var portions = new Portion[Math.Clamp(rows.Count / LeastPortion, 1, Environment.ProcessorCount)];
        Parallel.For(0, portions.Length, p =>
        {
            var portion = new Portion((Start(p + 1) - Start(p)) * _texts.Length);
            for (var row = Start(p); row < Start(p + 1); row++)
            {
                Add(rows[row], asked, portion);
            }

            portions[p] = portion;
        });
        var comments = ImmutableArray.CreateBuilder<Comment>(portions.Sum(p => p.Comments.Count));
        foreach (var portion in portions)
        {
            comments.AddRange(portion.Comments);
        }

        return (comments.MoveToImmutable(), [.. portions.SelectMany(p => p.LeftOut)]);

        int Start(int portion) => (int)((long)rows.Count * portion / portions.Length);
    }

    /// <summary>A total or a note of the table, for the ledger.</summary>
    /// <param name="row">Its row.</param>
    public LeftOut Aside(SheetRow row) => new(
        source, LeftOutReason.Aside, null, null, year, new Place(row.LineStart, row.LineEnd, null, row.Number, null, sheet, null),
        JapaneseText.Tidy(string.Join('　', row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)))));

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

    private int? YearOf(TableRow row) => (_years.IsEmpty ? null : YearColumns.Of(row.Filled[_years[0]], columns[_years[0]].Header)) ?? row.Section.Year ?? year;

    // A caption that is only a year asks nothing.
    private string Header(int column) =>
        caption is not null && YearLabels.Of(caption) is not null && YearLabels.Rest(caption).Length == 0 && columns[column].Header.StartsWith(caption + SideBySide.Between, StringComparison.Ordinal)
            ? columns[column].Header[(caption.Length + 1)..]
            : columns[column].Header;

    // Without a word besides its year, a header asks nothing.
    private string? Question(TableRow row, int column) =>
        _yearsAcross[column] is null ? row.Section.Question(column, Header(column), _texts.Length == 1)
        : YearLabels.Rest(columns[column].Header) is { Length: > 0 } asked ? row.Section.Question(column, asked, true)
        : row.Section.Caption;

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

    private static bool IsAskedInOtherYears(HashSet<(int Column, int? Year)> asked, int column, int? year) => !asked.Contains((column, year)) && asked.Any(a => a.Column == column);

    private ImmutableArray<CommentAttribute> AttributesOf(TableRow row, string? heading, Portion into)
    {
        var given = ImmutableArray.CreateBuilder<CommentAttribute>();
        if (heading is not null)
        {
            given.Add(new CommentAttribute(CommentAttribute.Heading, heading));
        }

        foreach (var column in _attributes)
        {
            if (row.Filled[column].Length > 0)
            {
                given.Add(into.Attribute(column, columns[column].Header, row.Filled[column]));
            }
        }

        return given.ToImmutable();
    }

    private void Add(TableRow row, HashSet<(int Column, int? Year)> asked, Portion into)
    {
        var headed = row.Section.Heading is { } heads && _respondents.IsEmpty ? OfficesBelow.Office(heads) : null;
        var respondent = First(row, _respondents) is { } who ? _names.Of(who)
            : _respondents.IsEmpty && (headed ?? office) is { } above ? above
            : _rowsAreRespondents ? string.Create(CultureInfo.InvariantCulture, $"回答{row.Number}")
            : null;
        var question = First(row, _questions) is { } q ? into.Tidy(q) : null;
        var rowYear = YearOf(row);
        var attributes = AttributesOf(row, headed is null ? row.Section.Heading : null, into);
        foreach (var column in _texts)
        {
            var heading = question ?? Question(row, column);
            var when = _yearsAcross[column] ?? rowYear;
            if (row.Over?[column] is { } first)
            {
                AddMerged(row, first, column, new LeftOut(source, LeftOutReason.AsAbove, respondent, heading, when, Place(row, column, null), "") { Attributes = attributes }, into);
                continue;
            }

            var cell = row.Cells[column];
            var items = cell.Length > 0 && splitBullets ? CellItems.Of(cell) : [cell];
            for (var i = 0; i < items.Length; i++)
            {
                var place = Place(row, column, items.Length > 1 ? i + 1 : null);
                if (AnswerState.Of(items[i]) is { } state)
                {
                    var isUnasked = state == LeftOutReason.Blank && asked.Count > 0 && IsAskedInOtherYears(asked, column, when);
                    into.LeftOut.Add(new LeftOut(source, isUnasked ? LeftOutReason.NotAsked : state, respondent, heading, when, place, items[i]) { Attributes = attributes });
                }
                else
                {
                    into.Comments.Add(new Comment(
                        CommentId.Of(sha256, place, items[i]), source, CommentKind.Answer, respondent, null, heading, when, place, items[i], attributes));
                }
            }
        }
    }

    // One answer over the rows of several respondents is everybody's; over one respondent's own rows it was given already.
    private void AddMerged(TableRow row, TableRow first, int column, LeftOut asAbove, Portion into)
    {
        if (First(row, _respondents) != First(first, _respondents) || First(row, _questions) != First(first, _questions))
        {
            into.LeftOut.Add(AnswerState.Of(first.Cells[column]) is { } state ? asAbove with { Reason = state, Text = first.Cells[column] } : asAbove);
        }
    }

    private Place Place(TableRow row, int column, int? item) => new(row.LineStart, row.LineEnd, null, row.Number, columns[column].Header, sheet, item);

    // What a thread reads out of rows that follow each other. Names and values recur in every row: one string each.
    private sealed class Portion(int cells)
    {
        private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
        private readonly Dictionary<(int Column, string Value), CommentAttribute> _given = [];

        public List<Comment> Comments { get; } = new(cells);

        public List<LeftOut> LeftOut { get; } = [];

        public string Tidy(string name)
        {
            if (!_names.TryGetValue(name, out var tidy))
            {
                _names.Add(name, tidy = JapaneseText.Tidy(name));
            }

            return tidy;
        }

        public CommentAttribute Attribute(int column, string header, string value)
        {
            if (!_given.TryGetValue((column, value), out var attribute))
            {
                _given.Add((column, value), attribute = new CommentAttribute(header, value));
            }

            return attribute;
        }
    }
}
