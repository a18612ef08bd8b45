using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Intervals;
using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Analysis.Evaluation;

/// <summary>How the coding of the other comments gets better as a person codes more of them.</summary>
internal static class LearningCurve
{
    public static ImmutableArray<CurvePoint> Of(ImmutableArray<GoldComment> gold, Func<IReadOnlyDictionary<int, CodedComment>, ImmutableArray<CommentProposal>> propose, EvaluationOptions options, int steps)
    {
        var sizes = Enumerable.Range(1, steps).Select(s => (int)Math.Round(gold.Length * s / (steps + 1.0), MidpointRounding.AwayFromZero)).Distinct().Where(s => s > 0 && s < gold.Length).ToList();
        var splits = Math.Min(options.Splits, 5);
        var random = Enumerable.Range(0, splits)
            .Select(split => Enumerable.Range(0, gold.Length).OrderBy(i => Draws.Of(options.Seed, -1 - split, i)).ToList())
            .Select(order => sizes.ConvertAll(size => F1(gold, propose, order.Take(size), options)))
            .ToList();
        var certain = LeastCertainFirst(gold, propose, sizes, options);
        return [.. sizes.Select((size, i) => new CurvePoint(
            size, random.Average(r => r[i]), new Interval(random.Min(r => r[i]), random.Max(r => r[i])), certain[i]))];
    }

    // After each step the coder has learnt, and is asked anew of what it is least certain.
    private static List<double> LeastCertainFirst(ImmutableArray<GoldComment> gold, Func<IReadOnlyDictionary<int, CodedComment>, ImmutableArray<CommentProposal>> propose, List<int> sizes, EvaluationOptions options)
    {
        var decided = new Dictionary<int, CodedComment>();
        var curve = new List<double>();
        foreach (var size in sizes)
        {
            var proposals = propose(decided);
            foreach (var comment in Enumerable.Range(0, gold.Length)
                .Where(i => !decided.ContainsKey(i))
                .OrderBy(i => proposals[i].Margin).ThenBy(i => i)
                .Take(size - decided.Count)
                .ToList())
            {
                decided.Add(comment, CodingEvaluation.Decided(gold[comment]));
            }

            curve.Add(F1(gold, propose, decided.Keys, options));
        }

        return curve;
    }

    private static double F1(ImmutableArray<GoldComment> gold, Func<IReadOnlyDictionary<int, CodedComment>, ImmutableArray<CommentProposal>> propose, IEnumerable<int> coded, EvaluationOptions options)
    {
        var decided = coded.ToDictionary(i => i, i => CodingEvaluation.Decided(gold[i]));
        var proposals = propose(decided);
        return CodingScores.Of(CodingEvaluation.Pairs(gold, proposals, Enumerable.Range(0, gold.Length).Where(i => !decided.ContainsKey(i)))).MicroF1 ?? 0;
    }
}
