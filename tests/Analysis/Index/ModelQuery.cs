using System.Globalization;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;

namespace FeedbackLab.Analysis.Tests.Index;

/// <summary>Makes a query of numbers, so that a failing one shrinks.</summary>
internal sealed class ModelQuery(int[] numbers)
{
    private int _next;

    public IndexQuery Next(int depth = 0)
    {
        var kind = Number(depth > 2 ? 8 : 12);
        return kind switch
        {
            0 or 1 => new TermQuery(Term()),
            2 => PhraseQuery.Of([.. Enumerable.Range(0, 1 + Number(3)).Select(_ => Term())]) with { Slop = Number(3) == 0 ? Number(4) : 0 },
            3 => new PrefixQuery(Term()[..Number(2)]),
            4 => new WildcardQuery(Number(5) switch { 0 => "*", 1 => "?" + Term(), 2 => Term()[..1] + "*", 3 => "*" + Term() + "*", _ => "??" }),
            5 => Surface(),
            6 => Number(3) == 2 ? new IdQuery("意見" + Number(20).ToString(CultureInfo.InvariantCulture)) : Number(2) == 0
                ? new FacetQuery("theme", "t" + Number(4).ToString(CultureInfo.InvariantCulture))
                : new RangeQuery(FacetNames.Year, Year(), Year(), Number(2) == 0, Number(2) == 0),
            7 => Near(0),
            8 => BooleanQuery.Or([.. Many(depth, 1 + Number(4))]),
            9 => BooleanQuery.And([.. Many(depth, 1 + Number(3))]),
            10 => new BooleanQuery([.. Many(depth, Number(3))], [.. Many(depth, Number(3))], [.. Many(depth, Number(3))]),
            _ => new BoostQuery(Next(depth + 1), Number(4) / 2.0),
        };
    }

    public int Number(int limit) => _next < numbers.Length ? (int)((uint)numbers[_next++] % limit) : 0;

    private SurfaceQuery Surface() =>
        new(string.Concat(Enumerable.Range(0, 1 + Number(3)).Select(_ => ModelComment.Word(Number(100)))), IsFolded: false, Number(3) == 2, Number(3) == 2);

    private NearQuery Near(int depth) => new(Ranges(depth), Ranges(depth), Number(4), Number(2) == 0);

    private IndexQuery Ranges(int depth) => Number(depth > 1 ? 4 : 6) switch
    {
        0 or 1 => new TermQuery(Term()),
        2 => PhraseQuery.Of(Term(), Term()),
        3 => Number(2) == 0 ? new PrefixQuery(Term()[..1]) : Surface(),
        4 => BooleanQuery.Or(Ranges(depth + 1), Ranges(depth + 1)),
        _ => Near(depth + 1),
    };

    private IEnumerable<IndexQuery> Many(int depth, int count) => Enumerable.Range(0, count).Select(_ => Next(depth + 1));

    private string Term() => ModelComment.Word(Number(100)) + (Number(6) == 5 ? "語" : "");

    private string? Year() => Number(4) == 0 ? null : (2015 + Number(8)).ToString(CultureInfo.InvariantCulture);
}
