using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Analysis.Statistics.ExactTests;

/// <summary>Whether numbers differ between groups: Fisher's and Pitman's permutation test (Pitman 1937) of the groups' means.</summary>
public static class PermutationTest
{
    /// <summary>Most arrangements that are counted one by one; beyond it arrangements are drawn.</summary>
    public const int MostArrangements = 1_000_000;

    private const double Tolerance = 1e-9;

    /// <summary>The probability of group means at least as far apart, where the numbers fall on the groups by chance.</summary>
    /// <param name="groups">By group its numbers; groups without any are passed over.</param>
    /// <param name="draws">Arrangements drawn where there are more than <see cref="MostArrangements"/>, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <returns>
    /// By the sum of squares between the groups; with two groups that is the two-sided test of the difference of their means. p is 1 where
    /// there are fewer than two groups or all numbers are equal. Example: 1, 2 against 3, 4, 5 gives 2/10: of ten arrangements 1, 2 and 4, 5 have means as far from the others.
    /// </returns>
    public static ExactResult Test(ImmutableArray<ImmutableArray<double>> groups, int draws = 9999, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var filled = groups.Where(g => !g.IsEmpty).ToImmutableArray();
        double[] values = [.. filled.SelectMany(g => g)];
        var mean = values.Length == 0 ? 0 : values.Average();
        values = [.. values.Select(v => v - mean)];
        int[] sizes = [.. filled.Select(g => g.Length)];
        if (sizes.Length < 2 || values.All(v => v == 0))
        {
            return new ExactResult(1, 1, 0);
        }

        var between = Between([.. filled.Select(g => g.Sum(v => v - mean))], sizes);
        var slack = Tolerance * values.Sum(v => v * v);
        return Arrangements(sizes) <= MostArrangements
            ? Exact(values, sizes, between, slack)
            : Drawn(values, sizes, between - slack, draws, seed);
    }

    private static double Between(double[] sums, int[] sizes) => sums.Select((s, g) => s * s / sizes[g]).Sum();

    // In how many ways things fall on groups of these sizes.
    internal static double Arrangements(int[] sizes)
    {
        var (count, placed) = (1.0, 0);
        foreach (var size in sizes)
        {
            for (var i = 1; i <= size; i++)
            {
                count *= (double)++placed / i;
            }
        }

        return count;
    }

    private static ExactResult Exact(double[] values, int[] sizes, double observed, double slack)
    {
        var (all, extreme, most, atMost) = (0L, 0L, -1.0, 0L);
        var sums = new double[sizes.Length];
        int[] room = [.. sizes];
        void Place(int i)
        {
            if (i == values.Length)
            {
                var between = Between(sums, sizes);
                all++;
                extreme += between >= observed - slack ? 1 : 0;
                if (between > most + slack)
                {
                    (most, atMost) = (between, 0);
                }

                atMost += between >= most - slack ? 1 : 0;
                return;
            }

            for (var g = 0; g < sizes.Length; g++)
            {
                if (room[g] > 0)
                {
                    var before = sums[g];
                    (room[g], sums[g]) = (room[g] - 1, before + values[i]);
                    Place(i + 1);
                    (room[g], sums[g]) = (room[g] + 1, before);
                }
            }
        }

        Place(0);
        return new ExactResult((double)extreme / all, (double)atMost / all, 0);
    }

    private static ExactResult Drawn(double[] values, int[] sizes, double observed, int draws, int seed)
    {
        var extreme = 0;
        double[] order = [.. values];
        var sums = new double[sizes.Length];
        for (var run = 0; run < draws; run++)
        {
            Array.Clear(sums);
            var i = 0;
            for (var g = 0; g < sizes.Length; g++)
            {
                for (var n = 0; n < sizes[g]; n++, i++)
                {
                    var other = i + (int)(Draws.Of(seed, run, i) * (order.Length - i));
                    (order[i], order[other]) = (order[other], order[i]);
                    sums[g] += order[i];
                }
            }

            extreme += Between(sums, sizes) >= observed ? 1 : 0;
        }

        return ExactResult.OfDraws(extreme, draws);
    }
}
