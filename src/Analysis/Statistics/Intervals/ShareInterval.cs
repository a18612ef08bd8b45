namespace FeedbackLab.Analysis.Statistics.Intervals;

/// <summary>Where a share lies.</summary>
/// <param name="Low">Its least value.</param>
/// <param name="High">Its greatest value.</param>
public readonly record struct Interval(double Low, double High);

/// <summary>Intervals of a share from a count out of a number.</summary>
public static class ShareInterval
{
    private const int Halvings = 200;

    /// <summary>Wilson's score interval (Wilson 1927): on the average as sure as it says.</summary>
    /// <param name="count">The count, 0 to <paramref name="of"/>.</param>
    /// <param name="of">Out of how many, at least 1.</param>
    /// <param name="z">Normal deviate of the level; 1.959964 for 95 %.</param>
    /// <returns>Within 0 and 1. Example: 11 of 15 gives .480 to .891.</returns>
    public static Interval Wilson(int count, int of, double z = NormalDeviate)
    {
        Require(count, of);
        var share = (double)count / of;
        var middle = share + (z * z / (2 * of));
        var half = z * Math.Sqrt(((share * (1 - share)) + (z * z / (4.0 * of))) / of);
        var whole = 1 + (z * z / of);
        return new Interval(count == 0 ? 0 : Math.Max(0, (middle - half) / whole), count == of ? 1 : Math.Min(1, (middle + half) / whole));
    }

    /// <summary>The normal deviate of 95 %.</summary>
    public const double NormalDeviate = 1.959963984540054;

    /// <summary>Clopper and Pearson's exact interval (1934): at least as sure as it says, for any share.</summary>
    /// <param name="count">The count, 0 to <paramref name="of"/>.</param>
    /// <param name="of">Out of how many, at least 1.</param>
    /// <param name="level">How sure, between 0 and 1.</param>
    /// <returns>Within 0 and 1. Example: 11 of 15 at .95 gives .449 to .922.</returns>
    public static Interval ClopperPearson(int count, int of, double level = 0.95)
    {
        Require(count, of);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        var tail = (1 - level) / 2;
        return new Interval(
            count == 0 ? 0 : Solve(share => Binomial.AtLeast(count, of, share) < tail),
            count == of ? 1 : Solve(share => Binomial.AtLeast(count + 1, of, share) < 1 - tail));
    }

    // Where a condition that holds for small shares stops to hold.
    private static double Solve(Func<double, bool> isBelow)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings && low < high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static void Require(int count, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, of);
    }
}
