using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.Series;

/// <summary>What a source's tables count, year by year: one cell followed through the years. Tables without a title have none.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Title">The tables' title without its year.</param>
/// <param name="Label">The row, and the column's header without its year where it has more than a year.</param>
/// <param name="IsTotal">Whether it is the table's own row of totals.</param>
/// <param name="Points">One a year, ascending; at least two.</param>
public sealed partial record TableSeries(string Source, string Title, string Label, bool IsTotal, ImmutableArray<SeriesPoint> Points)
{
    private static readonly char[] Leading = [.. Enumerable.Range('①', 20).Select(c => (char)c), '、', '・', 'に', 'の', ' ', '　', '（', '('];
    private static readonly char[] Trailing = ['、', '・', 'の', ' ', '　', '）', ')'];

    /// <summary>The series of some tables.</summary>
    /// <remarks>
    /// Years come from the columns' headers or from the titles of tables that differ in nothing else. A cell that two places give differently for
    /// one year makes no series: which is right cannot be told.
    /// </remarks>
    /// <param name="tables">The tables.</param>
    /// <returns>In the order in which their first numbers stand.</returns>
    public static ImmutableArray<TableSeries> Of(ImmutableArray<CountTable> tables) =>
    [
        .. tables
            .SelectMany(t => t.Rows.Select(r => (Row: r, IsTotal: false)).Concat(t.Total is { } total ? [(Row: total, IsTotal: true)] : Array.Empty<(CountRow Row, bool IsTotal)>())
                .SelectMany(r => t.Columns.Select((c, i) => (
                    Key: (t.Source, Title: WithoutYear(t.Title), Row: r.Row.Label, Header: WithoutYear(c.Header), r.IsTotal),
                    c.Year,
                    Value: i < r.Row.Values.Length ? r.Row.Values[i] : null,
                    r.Row.Line))))
            .Where(c => c is { Year: not null, Value: not null, Key.Title.Length: > 0 })
            .GroupBy(c => c.Key)
            .Where(g => g.DistinctBy(c => c.Year).Count() > 1 && g.GroupBy(c => c.Year).All(y => y.DistinctBy(c => c.Value).Count() == 1))
            .Select(g => new TableSeries(
                g.Key.Source,
                g.Key.Title,
                g.Key.Header.Length == 0 ? g.Key.Row : $"{g.Key.Row}・{g.Key.Header}",
                g.Key.IsTotal,
                [.. g.DistinctBy(c => c.Year).OrderBy(c => c.Year).Select(c => new SeriesPoint(c.Year!.Value, c.Value!.Value, c.Line))])),
    ];

    /// <summary>A title or header without the year that it names, and without what this leaves bare: brackets, a leading number ①.</summary>
    /// <param name="text">The title.</param>
    public static string WithoutYear(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return EmptyBrackets().Replace(Year().Replace(text, string.Empty), string.Empty).TrimStart(Leading).TrimEnd(Trailing);
    }

    [GeneratedRegex(@"(令和|平成|昭和|[RＲHＨ])?[\s　]*([0-9０-９]{1,4}|元)[\s　]*年度?(末|分)?", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"（\s*）|\(\s*\)|＜\s*＞|<\s*>|【\s*】|［\s*］|〈\s*〉", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyBrackets();
}

/// <summary>A number of a year.</summary>
/// <param name="Year">The fiscal year.</param>
/// <param name="Value">The number.</param>
/// <param name="Line">Line of its row, 1-based.</param>
public readonly record struct SeriesPoint(int Year, decimal Value, int Line);
