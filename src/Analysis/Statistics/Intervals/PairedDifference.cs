namespace FeedbackLab.Analysis.Statistics.Intervals;

/// <summary>How much a share changed among the same respondents.</summary>
public static class PairedDifference
{
    /// <summary>The interval of later − earlier share at 95 % (Newcombe 1998, method 10: Wilson's intervals, their correlation minded).</summary>
    /// <param name="both">Respondents with it both times.</param>
    /// <param name="earlier">With it the earlier time only.</param>
    /// <param name="later">With it the later time only.</param>
    /// <param name="neither">Without it both times; all four together at least 1.</param>
    /// <returns>Within −1 and 1. Example (Newcombe 1998): 36, 12, 2, 0 gives −.3404 to −.0569.</returns>
    public static Interval Newcombe(int both, int earlier, int later, int neither)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(both);
        ArgumentOutOfRangeException.ThrowIfNegative(earlier);
        ArgumentOutOfRangeException.ThrowIfNegative(later);
        ArgumentOutOfRangeException.ThrowIfNegative(neither);
        var n = both + earlier + later + neither;
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1, nameof(neither));
        var (p1, p2) = ((double)(both + later) / n, (double)(both + earlier) / n);
        var (first, second) = (ShareInterval.Wilson(both + later, n), ShareInterval.Wilson(both + earlier, n));
        var phi = Phi(both, later, earlier, neither);
        var down = Half(p1 - first.Low, second.High - p2, phi);
        var up = Half(first.High - p1, p2 - second.Low, phi);
        return new Interval(Math.Max(-1, p1 - p2 - down), Math.Min(1, p1 - p2 + up));
    }

    private static double Half(double a, double b, double phi) => Math.Sqrt(Math.Max(0, (a * a) - (2 * phi * a * b) + (b * b)));

    private static double Phi(double a, double b, double c, double d)
    {
        var margins = (a + b) * (c + d) * (a + c) * (b + d);
        if (margins == 0)
        {
            return 0;
        }

        var product = (a * d) - (b * c);
        var n = a + b + c + d;
        return (product > n / 2 ? product - (n / 2) : product >= 0 ? 0 : product) / Math.Sqrt(margins);
    }
}
