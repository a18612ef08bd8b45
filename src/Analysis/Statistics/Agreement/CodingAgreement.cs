using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Intervals;

namespace FeedbackLab.Analysis.Statistics.Agreement;

/// <summary>How far two coders or more agree, code by code and over all codes.</summary>
/// <remarks>
/// A coder who has any row for a comment has looked at it, and codes that are not among those rows are ones that the coder did not give. A
/// comment without a row of a coder is missing for that coder: it is left out of Cohen's and Fleiss' kappa, alpha uses the others' ratings.
/// </remarks>
/// <param name="Coders">Ordinal order.</param>
/// <param name="Comments">Comments that two coders or more looked at.</param>
/// <param name="Codes">One a code that anybody gave, by how often it was given (descending), then ordinal order.</param>
/// <param name="Pairs">One a pair of coders.</param>
/// <param name="All">Over all codes: alpha of the sets of codes, sets that overlap counted as partly alike (MASI, Passonneau 2006).</param>
/// <param name="AllInterval">Its interval at 95 %; null with it.</param>
/// <param name="Differences">The comments on which coders differ, most different first, then ordinal order.</param>
public sealed record CodingAgreement(
    ImmutableArray<string> Coders,
    int Comments,
    ImmutableArray<CodeReliability> Codes,
    ImmutableArray<CoderPair> Pairs,
    KrippendorffAlpha All,
    Interval? AllInterval,
    ImmutableArray<CodingDifference> Differences)
{
    /// <summary>Comments that all coders looked at.</summary>
    public int SeenByAll { get; init; }

    /// <summary>Whether so few comments were looked at by two that nothing should be said.</summary>
    public bool IsTooFew => Comments < SmallNumbers.FewestRated;

    /// <summary>The agreement of some ratings.</summary>
    /// <param name="ratings">The ratings; of two on the same comment, coder and code the last counts.</param>
    /// <param name="resamples">Resamples behind the intervals, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static CodingAgreement Of(ImmutableArray<CoderRating> ratings, int resamples = 1000, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var coders = ratings.Select(r => r.Coder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        var given = ratings.Where(r => r.Code is not null)
            .GroupBy(r => (r.Comment, r.Coder, r.Code))
            .Where(g => g.Last().Has)
            .Select(g => g.Key)
            .ToLookup(k => (k.Comment, k.Coder), k => k.Code!);
        var looked = ratings.Select(r => (r.Comment, r.Coder)).ToHashSet();

        // By comment and coder the codes given; null where the coder did not look.
        ImmutableArray<(string Comment, ImmutableArray<ImmutableSortedSet<string>?> Sets)> units =
        [
            .. ratings.Select(r => r.Comment).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(c => (c, coders.Select(who => looked.Contains((c, who)) ? given[(c, who)].ToImmutableSortedSet(StringComparer.Ordinal) : null).ToImmutableArray()))
                .Where(u => u.Item2.Count(s => s is not null) > 1),
        ];
        var sets = Sets(units);
        double Masi(int a, int b) => MasiDistance(sets.Values[a], sets.Values[b]);
        return new CodingAgreement(
            coders,
            units.Length,
            [
                .. units.SelectMany(u => u.Sets).SelectMany(s => s ?? []).CountBy(c => c, StringComparer.Ordinal)
                    .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
                    .Select(c => Reliability(c.Key, units, coders.Length, resamples, seed)),
            ],
            [.. Enumerable.Range(0, coders.Length).SelectMany(a => Enumerable.Range(a + 1, coders.Length - a - 1).Select(b => Pair(a, b, coders, units)))],
            KrippendorffAlpha.Of(sets.Units, Masi),
            KrippendorffAlpha.Interval(sets.Units, Masi, resamples, seed),
            [
                .. units.Select(u => Difference(u.Comment, u.Sets, coders)).Where(d => !d.Codes.IsEmpty)
                    .OrderByDescending(d => d.Codes.Length).ThenBy(d => d.Comment, StringComparer.Ordinal),
            ])
        {
            SeenByAll = units.Count(u => u.Sets.All(s => s is not null)),
        };
    }

    /// <summary>How far two sets of codes are apart: 1 − Jaccard · M, M being 1 for equal sets, ⅔ where one holds the other, ⅓ where they overlap, 0 else.</summary>
    /// <param name="first">A set.</param>
    /// <param name="second">A set; two empty ones are equal.</param>
    /// <returns>0 to 1. Example: {a} and {a, b}: 1 − ½·⅔ = ⅔.</returns>
    public static double MasiDistance(ImmutableSortedSet<string> first, ImmutableSortedSet<string> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.SetEquals(second))
        {
            return 0;
        }

        double both = first.Intersect(second).Count;
        var monotonicity = both == 0 ? 0 : both == first.Count || both == second.Count ? 2.0 / 3 : 1.0 / 3;
        return 1 - (both / (first.Count + second.Count - both) * monotonicity);
    }

    private static (ImmutableArray<ImmutableSortedSet<string>> Values, ImmutableArray<RatedUnit> Units) Sets(
        ImmutableArray<(string Comment, ImmutableArray<ImmutableSortedSet<string>?> Sets)> units)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = ImmutableArray.CreateBuilder<ImmutableSortedSet<string>>();
        var numbered = units.Select(u => u.Sets.OfType<ImmutableSortedSet<string>>().Select(s =>
        {
            if (numbers.TryAdd(string.Join('\n', s), values.Count))
            {
                values.Add(s);
            }

            return numbers[string.Join('\n', s)];
        }).ToList()).ToList();
        return (values.ToImmutable(), [.. numbered.Select(u => new RatedUnit([.. Enumerable.Range(0, values.Count).Select(v => u.Count(n => n == v))]))]);
    }

    private static CodeReliability Reliability(
        string code, ImmutableArray<(string Comment, ImmutableArray<ImmutableSortedSet<string>?> Sets)> units, int coders, int resamples, int seed)
    {
        ImmutableArray<RatedUnit> rated =
        [
            .. units.Select(u =>
            {
                var has = u.Sets.Count(s => s?.Contains(code) == true);
                return new RatedUnit([u.Sets.Count(s => s is not null) - has, has]);
            }),
        ];
        static double Distance(int a, int b) => a == b ? 0 : 1;
        var given = rated.Sum(u => u.Counts[1]);
        return new CodeReliability(
            code,
            given,
            (double)given / rated.Sum(u => u.Ratings),
            KrippendorffAlpha.Nominal(rated),
            KrippendorffAlpha.Interval(rated, Distance, resamples, seed),
            FleissKappa.Of(rated, coders),
            units.Length < SmallNumbers.FewestRated || given < SmallNumbers.FewestGiven);
    }

    private static CoderPair Pair(
        int first, int second, ImmutableArray<string> coders, ImmutableArray<(string Comment, ImmutableArray<ImmutableSortedSet<string>?> Sets)> units)
    {
        var both = units.Where(u => u.Sets[first] is not null && u.Sets[second] is not null).Select(u => (First: u.Sets[first]!, Second: u.Sets[second]!)).ToList();
        return new CoderPair(
            coders[first],
            coders[second],
            both.Count,
            both.Count(p => p.First.SetEquals(p.Second)),
            [
                .. both.SelectMany(p => p.First.Union(p.Second)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => (code, new CohenKappa(
                    both.Count(p => p.First.Contains(code) && p.Second.Contains(code)),
                    both.Count(p => p.First.Contains(code) && !p.Second.Contains(code)),
                    both.Count(p => !p.First.Contains(code) && p.Second.Contains(code)),
                    both.Count(p => !p.First.Contains(code) && !p.Second.Contains(code))))),
            ]);
    }

    private static CodingDifference Difference(string comment, ImmutableArray<ImmutableSortedSet<string>?> sets, ImmutableArray<string> coders)
    {
        var looked = Enumerable.Range(0, coders.Length).Where(i => sets[i] is not null).ToList();
        return new CodingDifference(
            comment,
            [
                .. looked.SelectMany(i => sets[i]!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                    .Where(code => looked.Exists(i => !sets[i]!.Contains(code)))
                    .Select(code => new SplitCode(
                        code,
                        [.. looked.Where(i => sets[i]!.Contains(code)).Select(i => coders[i])],
                        [.. looked.Where(i => !sets[i]!.Contains(code)).Select(i => coders[i])])),
            ]);
    }
}

/// <summary>The agreement on one code.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="Given">How often it was given, by all coders together.</param>
/// <param name="Prevalence">Share of the ratings that give it: kappa and alpha are low where nearly none (or all) do.</param>
/// <param name="Alpha">Krippendorff's alpha, nominal.</param>
/// <param name="Interval">Its interval at 95 % (bootstrap of the comments); null with it.</param>
/// <param name="Fleiss">Fleiss' kappa of the comments that all coders looked at.</param>
/// <param name="IsTooFew">Whether the numbers are too small to say anything by them.</param>
public sealed record CodeReliability(
    string Code, int Given, double Prevalence, KrippendorffAlpha Alpha, Interval? Interval, FleissKappa Fleiss, bool IsTooFew);

/// <summary>Two coders beside each other.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Comments">Comments that both looked at.</param>
/// <param name="Same">Of those, the ones with the same codes.</param>
/// <param name="Codes">Cohen's kappa of each code that either gives, ordinal order.</param>
public sealed record CoderPair(string First, string Second, int Comments, int Same, ImmutableArray<(string Code, CohenKappa Kappa)> Codes)
{
    /// <summary>Mean of the codes' kappa; null where none can be told.</summary>
    public double? MeanKappa => Codes.Average(c => c.Kappa.Value);
}

/// <summary>A comment on which coders differ.</summary>
/// <param name="Comment">The comment's id.</param>
/// <param name="Codes">The codes that some gave and others did not.</param>
public sealed record CodingDifference(string Comment, ImmutableArray<SplitCode> Codes);

/// <summary>A code that some gave and others did not.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="With">Who gave it.</param>
/// <param name="Without">Who looked at the comment and did not.</param>
public sealed record SplitCode(string Code, ImmutableArray<string> With, ImmutableArray<string> Without);
