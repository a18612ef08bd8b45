using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Statistics.Intervals;
using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Analysis.Evaluation;

/// <summary>Means over splits, and intervals by resampling (Efron's percentile bootstrap, 1979).</summary>
internal static class Resampling
{
    private const double Tail = 0.025;

    /// <summary>Where a score lies, 95 %, when the comments are drawn anew with replacement.</summary>
    public static Interval Interval(List<CodedPair> pairs, Func<List<CodedPair>, double> score, int resamples, int seed) => pairs.Count == 0
        ? default
        : Middle([.. Enumerable.Range(0, resamples).Select(run => score([.. pairs.Select((_, i) => pairs[(int)(Draws.Of(seed, run, i) * pairs.Count)])]))]);

    /// <summary>From the 2.5th to the 97.5th percentile of some values.</summary>
    public static Interval Middle(ImmutableArray<double> values)
    {
        var sorted = values.Sort();
        double At(double share) => sorted[Math.Clamp((int)Math.Round(share * (sorted.Length - 1), MidpointRounding.AwayFromZero), 0, sorted.Length - 1)];
        return new Interval(At(Tail), At(1 - Tail));
    }

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
