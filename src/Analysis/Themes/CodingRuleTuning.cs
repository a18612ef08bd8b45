namespace FeedbackLab.Analysis.Themes;

/// <summary>Finds the rule that would have coded best what people have coded, each comment coded as if it were not.</summary>
internal static class CodingRuleTuning
{
    // Fewer say too little: a rule that fits them fits nothing else.
    private const int FewestCoded = 30;

    // More take longer and say no more.
    private const int MostLooked = 400;

    // A smaller gain on the coded comments is easily none on others.
    private const double LeastGain = 0.02;

    private static readonly double[] Leasts = [0.04, 0.06, 0.08, 0.10, 0.12, 0.15, 0.18, 0.21, 0.25];
    private static readonly double[] Shares = [0.35, 0.45, 0.55, 0.65, 0.75, 0.85];
    private static readonly double[] CuedLeasts = [0.02, 0.04, 0.06, 0.09];
    private static readonly double[] CuedShares = [0.15, 0.25, 0.35, 0.5];

    /// <summary>
    /// The rule with the best micro-F1, of equals the one nearest to <see cref="CodingRule.Untaught"/>; that one where too few are coded, or
    /// where the best gains little.
    /// </summary>
    /// <param name="coded">By comment the codes that it has; only comments that somebody looked at whole.</param>
    /// <param name="scoresWithout">The scores of a comment's codes by prototypes that do not know it.</param>
    /// <param name="cues">Whether a whole term of each code stands in a comment.</param>
    /// <param name="mostCodes">Most codes a comment gets.</param>
    public static CodingRule Of(
        IReadOnlyList<(int Comment, int[] Has)> coded, Func<int, double[]> scoresWithout, Func<int, bool[]> cues, int mostCodes)
    {
        if (coded.Count < FewestCoded)
        {
            return CodingRule.Untaught;
        }

        var step = Math.Max(1, coded.Count / MostLooked);
        var looked = coded.Where((_, i) => i % step == 0)
            .Select(c => (c.Has, Scores: scoresWithout(c.Comment), Cued: cues(c.Comment)))
            .ToList();
        var rules =
            from least in Leasts
            from share in Shares
            from cuedLeast in CuedLeasts
            from cuedShare in CuedShares
            where cuedLeast <= least && cuedShare <= share
            select new CodingRule(least, share, cuedLeast, cuedShare);
        var best = rules
            .Select(rule => (Rule: rule, F1: F1(rule, looked, mostCodes)))
            .OrderByDescending(r => Math.Round(r.F1, 3)).ThenBy(r => Distance(r.Rule)).First();
        return best.F1 > F1(CodingRule.Untaught, looked, mostCodes) + LeastGain ? best.Rule : CodingRule.Untaught;
    }

    private static double F1(CodingRule rule, List<(int[] Has, double[] Scores, bool[] Cued)> looked, int mostCodes)
    {
        var (right, given, there) = (0, 0, 0);
        foreach (var (has, scores, cued) in looked)
        {
            var best = scores.Max();
            var codes = Enumerable.Range(0, scores.Length)
                .Where(c => scores[c] > 0 && rule.Gives(scores[c], best, cued[c]))
                .OrderByDescending(c => scores[c])
                .Take(mostCodes)
                .ToList();
            right += codes.Count(has.Contains);
            given += codes.Count;
            there += has.Length;
        }

        return given + there == 0 ? 0 : 2.0 * right / (given + there);
    }

    private static double Distance(CodingRule rule) =>
        Math.Abs(rule.Least - CodingRule.Untaught.Least) + Math.Abs(rule.ShareOfBest - CodingRule.Untaught.ShareOfBest)
        + Math.Abs(rule.CuedLeast - CodingRule.Untaught.CuedLeast) + Math.Abs(rule.CuedShareOfBest - CodingRule.Untaught.CuedShareOfBest);
}
