using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>How well numbers of groups hold when the data change a little, and which number to propose.</summary>
/// <remarks>Stability as Ben-Hur, Elisseeff and Guyon (2002), with the adjusted Rand index; docs/methods/clusters.md says what it can and cannot tell.</remarks>
internal static class StabilityCurve
{
    private const int Fewest = 2;
    private const int FewestComments = 10;
    private const double AsGood = 0.02;

    /// <summary>The curve from 2 to a number of groups.</summary>
    /// <param name="clustering">The comments, ready to be grouped.</param>
    /// <param name="most">The largest number, at least 2; never more than half of the comments.</param>
    public static ClusterCurve Of(Clustering clustering, int most)
    {
        var comments = clustering.OnCurve;
        int[] numbers = [.. Enumerable.Range(Fewest, Math.Max(0, Math.Min(most, comments / 2) - Fewest + 1))];
        if (comments < FewestComments)
        {
            return new ClusterCurve([], null, new BilingualText("意見が少ないため、グループの数は提案できません。", "There are too few comments to propose a number of groups."), comments);
        }

        var rivals = clustering.Rivals(numbers);
        ImmutableArray<ClusterCurvePoint> points = [.. numbers.Select((k, n) => new ClusterCurvePoint(
            k,
            Math.Round(rivals[n].Average(r => PartitionAgreement.AdjustedRand(r.One, r.Other)), 3),
            Math.Round(rivals[n].Average(r => Smallest(r.One, k)), 3)))];
        // Two groups hold easily and say little.
        var telling = points.Length > 1 ? points[1..] : points;
        var best = telling.MaxBy(p => p.Stability);
        var proposed = telling.First(p => p.Stability >= best.Stability - AsGood);
        return new ClusterCurve(
            points,
            proposed.Clusters,
            new BilingualText(
                string.Create(CultureInfo.InvariantCulture, $"データを少し変えて分け直したときの一致は、3個以上では{best.Clusters}個のときに最も高く（{best.Stability:0.00}）、それとほぼ同じ（差0.02以内の）最も少ない分け方が{proposed.Clusters}個（{proposed.Stability:0.00}）です。"),
                string.Create(CultureInfo.InvariantCulture, $"When the data are changed a little, groupings agree best with {best.Clusters} groups ({best.Stability:0.00}); {proposed.Clusters} ({proposed.Stability:0.00}) is the fewest (from three on) within 0.02 of that.")),
            comments);
    }

    private static double Smallest(int[] groups, int number)
    {
        var sizes = new int[number];
        foreach (var group in groups)
        {
            if (group >= 0)
            {
                sizes[group]++;
            }
        }

        return (double)sizes.Min() / Math.Max(1, groups.Length);
    }
}
