using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Statistics.Intervals;

namespace FeedbackLab.Analysis.Evaluation;

/// <summary>How well comments were coded.</summary>
/// <param name="Comments">How many comments.</param>
/// <param name="Precision">Share of the codings given that are right; null where none is given.</param>
/// <param name="Recall">Share of the person's codings that are given; null where there are none.</param>
/// <param name="MicroF1">2·right / (given + the person's); null where there are neither.</param>
/// <param name="MacroF1">Mean of the codes' F1, over those that either uses; null where there are none.</param>
/// <param name="TopOne">Share of the comments with a main code whose best offer is that code; null without such comments.</param>
/// <param name="TopThree">Share of the comments with a main code that is among the three offered.</param>
/// <param name="SureFifth">Share of the fifth of the comments of which the program is surest whose best offer is one of the person's codes.</param>
/// <param name="WithoutCode">Comments that were given none.</param>
public sealed record CodingScores(
    int Comments, double? Precision, double? Recall, double? MicroF1, double? MacroF1, double? TopOne, double? TopThree, double? SureFifth, int WithoutCode)
{
    private const double Fifth = 0.2;

    /// <summary>The scores of some comments.</summary>
    /// <param name="pairs">The comments.</param>
    public static CodingScores Of(IReadOnlyList<CodedPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var right = pairs.Sum(Right);
        var given = pairs.Sum(p => p.Given.Length);
        var there = pairs.Sum(p => p.Gold.Length);
        var main = pairs.Where(p => p.Primary is not null).ToList();
        return new CodingScores(
            pairs.Count,
            Share(right, given),
            Share(right, there),
            Share(2.0 * right, given + there),
            Mean([.. ByCode(pairs).Where(c => c.Agreement.Units > c.Agreement.Neither).Select(c => c.F1)]),
            Share(main.Count(p => p.Offered.FirstOrDefault() == p.Primary), main.Count),
            Share(main.Count(p => p.Offered.Contains(p.Primary!)), main.Count),
            Surest(pairs, Fifth),
            pairs.Count(p => p.Given.IsEmpty));
    }

    /// <summary>Share of the comments of which the program is surest whose best offer is one of the person's codes; null where there are none.</summary>
    /// <param name="pairs">The comments.</param>
    /// <param name="share">Which share of them, 0 to 1.</param>
    public static double? Surest(IReadOnlyList<CodedPair> pairs, double share)
    {
        var (right, of) = SurestRight(pairs, share);
        return Share(right, of);
    }

    /// <summary>How many of the comments of which the program is surest have a best offer that is one of the person's codes.</summary>
    /// <param name="pairs">The comments.</param>
    /// <param name="share">Which share of them, 0 to 1.</param>
    public static DocumentFrequency SurestRight(IReadOnlyList<CodedPair> pairs, double share)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var surest = pairs.Where(p => !p.Offered.IsEmpty).OrderByDescending(p => p.Margin).Take((int)Math.Round(pairs.Count * share, MidpointRounding.AwayFromZero)).ToList();
        return new DocumentFrequency(surest.Count(p => p.Gold.Contains(p.Offered[0])), surest.Count);
    }

    /// <summary>Each code's agreement, by the codes' ids in ordinal order; codes that neither uses are left out.</summary>
    /// <param name="pairs">The comments.</param>
    public static ImmutableArray<CodeAgreement> ByCode(IReadOnlyList<CodedPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return
        [
            .. pairs.SelectMany(p => p.Gold.Concat(p.Given)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(code => new CodeAgreement(code, Fourfold(pairs, code))),
        ];
    }

    /// <summary>The comments by who gives a code: the person (first), the program (second).</summary>
    internal static CohenKappa Fourfold(IReadOnlyList<CodedPair> pairs, string code)
    {
        var both = pairs.Count(p => p.Gold.Contains(code) && p.Given.Contains(code));
        var gold = pairs.Count(p => p.Gold.Contains(code)) - both;
        var program = pairs.Count(p => p.Given.Contains(code)) - both;
        return new CohenKappa(both, gold, program, pairs.Count - both - gold - program);
    }

    private static int Right(CodedPair pair) => pair.Given.Count(c => pair.Gold.Contains(c));

    private static double? Share(double count, double of) => of == 0 ? null : count / of;

    private static double? Mean(ImmutableArray<double> values) => values.IsEmpty ? null : values.Average();
}

/// <summary>How far person (first) and program (second) agree on a code.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="Agreement">The comments by who gives it.</param>
public sealed record CodeAgreement(string Code, CohenKappa Agreement)
{
    /// <summary>Where kappa lies, 95 %, by resampling comments; null where that was not worked out, or kappa cannot be told.</summary>
    public Interval? KappaInterval { get; init; }

    /// <summary>Krippendorff's alpha of the two.</summary>
    public double? Alpha => KrippendorffAlpha.OfTwo(Agreement);

    /// <summary>Whether the code was given too seldom, or among too few comments, to say anything by kappa and alpha.</summary>
    public bool IsTooFew => Agreement.Units < SmallNumbers.FewestRated || (2 * Agreement.Both) + Agreement.OnlyFirst + Agreement.OnlySecond < SmallNumbers.FewestGiven;

    /// <summary>2·both / (the person's + the program's), 0 to 1.</summary>
    public double F1 => 2.0 * Agreement.Both / Math.Max(1, (2 * Agreement.Both) + Agreement.OnlyFirst + Agreement.OnlySecond);
}
