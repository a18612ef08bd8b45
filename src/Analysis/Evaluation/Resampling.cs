using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Statistics.Intervals;
using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Analysis.Evaluation;

/// <summary>Means over splits, and intervals by resampling comments.</summary>
internal static class Resampling
{
    /// <summary>Where the scores lie, 95 %, when the comments are drawn anew with replacement.</summary>
    public static ScoreIntervals Intervals(List<CodedPair> pairs, int resamples, int seed) =>
        Of([.. Bootstrap.Resamples(pairs.Count, resamples, seed).Select(drawn => CodingScores.Of([.. drawn.Select(i => pairs[i])]))]);

    /// <summary>From the 2.5th to the 97.5th percentile of each score.</summary>
    public static ScoreIntervals Of(IReadOnlyCollection<CodingScores> scores)
    {
        Interval? Middle(Func<CodingScores, double?> score) => scores.Select(score).OfType<double>().ToImmutableArray() is { IsEmpty: false } told ? Bootstrap.Middle(told) : null;
        return new ScoreIntervals(Middle(s => s.MicroF1), Middle(s => s.MacroF1), Middle(s => s.TopOne), Middle(s => s.TopThree), Middle(s => s.SureFifth));
    }

    /// <summary>Each code's agreement with the interval of its kappa.</summary>
    public static ImmutableArray<CodeAgreement> ByCode(List<CodedPair> pairs, int resamples, int seed) =>
    [
        .. CodingScores.ByCode(pairs).Select(c => c with
        {
            KappaInterval = c.Agreement.Value is null
                ? null
                : Bootstrap.Interval(pairs.Count, drawn => CodingScores.Fourfold([.. drawn.Select(i => pairs[i])], c.Code).Value, resamples, seed),
        }),
    ];

    /// <summary>The mean of each score; null where it is null every time.</summary>
    public static CodingScores Mean(IReadOnlyList<CodingScores> scores) => new(
        (int)Math.Round(scores.Average(s => s.Comments)),
        MeanOf(scores.Select(s => s.Precision)),
        MeanOf(scores.Select(s => s.Recall)),
        MeanOf(scores.Select(s => s.MicroF1)),
        MeanOf(scores.Select(s => s.MacroF1)),
        MeanOf(scores.Select(s => s.TopOne)),
        MeanOf(scores.Select(s => s.TopThree)),
        MeanOf(scores.Select(s => s.SureFifth)),
        (int)Math.Round(scores.Average(s => s.WithoutCode)));

    /// <summary>The mean of what is not null; null where everything is.</summary>
    public static double? MeanOf(IEnumerable<double?> values) => values.Average();

    /// <summary>By type the comments that person and program say are of it; only comments whose types the person told.</summary>
    public static ImmutableArray<(CommentType Type, CohenKappa Agreement)> TypesOf(ImmutableArray<GoldComment> gold, TokenizedCorpus corpus)
    {
        var told = Enumerable.Range(0, gold.Length).Where(i => !gold[i].Types.IsEmpty).Select(i => (gold[i].Types, Program: CommentTypes.Of(corpus.Comments[i].Comment))).ToList();
        return told.Count == 0
            ? []
            :
            [
                .. Enum.GetValues<CommentType>().Select(type => (type, new CohenKappa(
                    told.Count(t => t.Types.Contains(type) && t.Program.Contains(type)),
                    told.Count(t => t.Types.Contains(type) && !t.Program.Contains(type)),
                    told.Count(t => !t.Types.Contains(type) && t.Program.Contains(type)),
                    told.Count(t => !t.Types.Contains(type) && !t.Program.Contains(type))))),
            ];
    }
}
