using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>How well numbers of groups hold when the data change a little, and which number to propose.</summary>
/// <remarks>
/// Stability as Ben-Hur, Elisseeff and Guyon (2002), with the adjusted Rand index; of the numbers that are not told
/// apart from the best (least significant difference at 95 %, Fisher 1935) the smallest is proposed; docs/methods/clusters.md says what it can and
/// cannot tell.
/// </remarks>
internal static class StabilityCurve
{
    private const int Fewest = 2;
    private const int FewestComments = 10;
    private const double LeastTolerance = 0.02;

    // Under it an agreement is no more than words without structure often reach, and differences between such tell nothing.
    private const double LeastAgreement = 0.1;

    // Of two means with one standard error, at 95 %: 1.96·√2.
    private const double SignificantDifference = 2.772;
    private const int Decimals = 3;

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
        var agreements = rivals.Select(pairs => pairs.Select(r => Agreement(r.One, r.Other)).ToArray()).ToArray();
        ImmutableArray<ClusterCurvePoint> points = [.. numbers.Select((k, n) => new ClusterCurvePoint(
            k,
            Math.Round(agreements[n].Average(), Decimals),
            Math.Round(rivals[n].Average(r => Smallest(r.One, k)), Decimals)))];
        // Two groups hold easily and say little.
        var telling = points.Length > 1 ? points[1..] : points;
        var best = telling.MaxBy(p => p.Stability);
        var tolerance = Math.Max(best.Stability < LeastAgreement ? LeastAgreement : LeastTolerance, Math.Round(SignificantDifference * StandardError(agreements[(points.Length - telling.Length)..]), Decimals));
        ImmutableArray<int> asGood = [.. telling.Where(p => p.Stability >= best.Stability - tolerance).Select(p => p.Clusters)];
        var isFlat = asGood.Length * 2 > telling.Length && telling.Length > 2;
        var proposed = telling.First(p => p.Clusters == asGood[0]);
        var (at, low) = (string.Create(CultureInfo.InvariantCulture, $"{best.Stability:0.00}"), string.Create(CultureInfo.InvariantCulture, $"{tolerance:0.00}"));
        return new ClusterCurve(
            points,
            proposed.Clusters,
            isFlat
                ? new BilingualText(
                    $"曲線は平らです。データを少し変えて分け直したときの一致は、{Ranges(asGood, "、")}個のどれでもほぼ同じ（最も高い{at}との差が{low}以内）で、安定性からは一つに決まりません。最も少ない{proposed.Clusters}個を示しますが、読みやすい数を選んでください。",
                    $"The curve is flat: when the data are changed a little, groupings agree about as well with any of {Ranges(asGood, ", ")} groups (within {low} of the best, {at}), so stability does not choose. {proposed.Clusters}, the fewest, is shown; take the number that reads best.")
                : new BilingualText(
                    string.Create(CultureInfo.InvariantCulture, $"データを少し変えて分け直したときの一致は、3個以上では{best.Clusters}個のときに最も高く（{at}）、それとほぼ同じ（差{low}以内の）最も少ない分け方が{proposed.Clusters}個（{proposed.Stability:0.00}）です。"),
                    string.Create(CultureInfo.InvariantCulture, $"When the data are changed a little, groupings agree best with {best.Clusters} groups ({at}); {proposed.Clusters} ({proposed.Stability:0.00}) is the fewest (from three on) within {low} of that.")),
            comments)
        {
            AsGood = asGood,
            Tolerance = tolerance,
            IsFlat = isFlat,
        };
    }

    // Two groupings that tell nothing apart agree wholly, and hold nothing.
    private static double Agreement(int[] one, int[] other) => IsOne(one) || IsOne(other) ? 0 : PartitionAgreement.AdjustedRand(one, other);

    private static bool IsOne(int[] groups) => !groups.AsSpan().ContainsAnyExcept(groups[0]);

    // Standard error of a mean agreement: few pairs a number, so that their variances are pooled over the numbers.
    private static double StandardError(IReadOnlyList<double[]> agreements)
    {
        var several = agreements.Where(a => a.Length > 1).ToList();
        return several.Count == 0 ? 0 : Math.Sqrt(several.Average(a =>
        {
            var mean = a.Average();
            return a.Sum(x => (x - mean) * (x - mean)) / (a.Length - 1) / a.Length;
        }));
    }

    // 3–5、8
    private static string Ranges(ImmutableArray<int> numbers, string between) => string.Join(between, numbers
        .Select((n, i) => (Number: n, Run: n - i)).GroupBy(n => n.Run).Select(g => g.Count() == 1 ? $"{g.First().Number}" : $"{g.First().Number}–{g.Last().Number}"));

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
