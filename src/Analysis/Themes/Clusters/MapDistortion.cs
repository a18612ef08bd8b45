namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>How far the map tells the truth about which comments use the same words.</summary>
/// <param name="Trustworthiness">Venna and Kaski (2001), 0 to 1: whether neighbours on the map are neighbours in words; comments equally near in words share their mean rank.</param>
/// <param name="Kept">Share of the nearest in words (those with any word in common) that are among the nearest on the map, 0 to 1.</param>
/// <param name="Neighbours">How many nearest were looked at.</param>
/// <param name="Measured">On how many comments.</param>
internal sealed record MapDistortion(double? Trustworthiness, double? Kept, int Neighbours, int Measured)
{
    private const int Nearest = 10;
    private const int Fewest = 40;
    private const int Most = 400;

    /// <summary>The distortion of some places; the values are null below 40 comments.</summary>
    /// <param name="words">The comments.</param>
    /// <param name="places">Their places.</param>
    public static MapDistortion Of(ClusterWords words, CommentPlaces places)
    {
        var sample = words.Sample(Most);
        var n = sample.Length;
        if (n < Fewest)
        {
            return new MapDistortion(null, null, Nearest, n);
        }

        var excess = new double[n];
        var (kept, all) = (new int[n], new int[n]);
        var rows = words.Weights(sample);
        Parallel.For(0, n, i =>
        {
            var vector = new double[words.Terms.Length];
            words.AddTo(sample[i], vector);
            var (inWords, onMap) = (new double[n], new double[n]);
            for (var j = 0; j < n; j++)
            {
                inWords[j] = j == i ? double.NegativeInfinity : Math.Round(rows.Dot(j, vector), 9);
                onMap[j] = j == i ? double.PositiveInfinity : Square(places.Places[sample[i]]!.Value, places.Places[sample[j]]!.Value);
            }

            var ranks = Ranks(inWords);
            int[] near = [.. Enumerable.Range(0, n).OrderBy(j => onMap[j]).Take(Nearest)];
            excess[i] = near.Sum(j => Math.Max(0, ranks[j] - Nearest));
            int[] like = [.. Enumerable.Range(0, n).Where(j => j != i && inWords[j] > 0).OrderByDescending(j => inWords[j]).Take(Nearest)];
            (kept[i], all[i]) = (like.Intersect(near).Count(), like.Length);
        });
        var trust = 1 - (2.0 / (n * (double)Nearest * ((2 * n) - (3 * Nearest) - 1)) * excess.Sum());
        return new MapDistortion(Math.Round(trust, 2), Math.Round(kept.Sum() / (double)Math.Max(1, all.Sum()), 2), Nearest, n);
    }

    // 1 for the nearest; the same for equally near ones: the mean of their places.
    private static double[] Ranks(double[] nearness)
    {
        int[] order = [.. Enumerable.Range(0, nearness.Length).OrderByDescending(j => nearness[j])];
        var ranks = new double[nearness.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && nearness[order[end]] == nearness[order[start]])
            {
                end++;
            }

            for (var p = start; p < end; p++)
            {
                ranks[order[p]] = (start + 1 + end) / 2.0;
            }

            start = end;
        }

        return ranks;
    }

    private static double Square((double X, double Y) one, (double X, double Y) other) =>
        ((one.X - other.X) * (one.X - other.X)) + ((one.Y - other.Y) * (one.Y - other.Y));
}
