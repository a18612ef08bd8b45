using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Analysis.Statistics.Intervals;

/// <summary>Where a statistic lies when its units are drawn anew with replacement (percentile bootstrap, Efron 1979).</summary>
public static class Bootstrap
{
    private const double Tail = 0.025;

    /// <summary>The interval of a statistic at 95 %.</summary>
    /// <param name="units">How many units there are.</param>
    /// <param name="statistic">The statistic of some units, by their indexes (as many as there are units, some more than once); null where it cannot be told.</param>
    /// <param name="resamples">How many times units are drawn, at least 1.</param>
    /// <param name="seed">Seed of the draws; the same seed gives the same interval.</param>
    /// <returns>From the 2.5th to the 97.5th percentile of the resamples in which it can be told; null without units, or where it never can.</returns>
    public static Interval? Interval(int units, Func<int[], double?> statistic, int resamples, int seed)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (units == 0)
        {
            return null;
        }

        ImmutableArray<double> values = [.. Resamples(units, resamples, seed).Select(statistic).OfType<double>()];
        return values.IsEmpty ? null : Middle(values);
    }

    /// <summary>The units drawn anew, by their indexes, so many times.</summary>
    /// <param name="units">How many units there are.</param>
    /// <param name="resamples">How many times.</param>
    /// <param name="seed">Seed of the draws.</param>
    public static IEnumerable<int[]> Resamples(int units, int resamples, int seed) =>
        Enumerable.Range(0, resamples).Select(run => Enumerable.Range(0, units).Select(i => (int)(Draws.Of(seed, run, i) * units)).ToArray());

    /// <summary>From the 2.5th to the 97.5th percentile of some values (the nearest ones).</summary>
    /// <param name="values">At least one.</param>
    public static Interval Middle(ImmutableArray<double> values)
    {
        var sorted = values.Sort();
        double At(double share) => sorted[Math.Clamp((int)Math.Round(share * (sorted.Length - 1), MidpointRounding.AwayFromZero), 0, sorted.Length - 1)];
        return new Interval(At(Tail), At(1 - Tail));
    }
}
