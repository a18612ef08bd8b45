namespace FeedbackLab.Analysis.Statistics.Intervals;

/// <summary>The binomial distribution.</summary>
internal static class Binomial
{
    /// <summary>The probability of at least so many of a number, each with one probability.</summary>
    /// <param name="count">How many; 0 and less give 1, more than <paramref name="of"/> 0.</param>
    /// <param name="of">Of how many.</param>
    /// <param name="share">The probability of each, 0 to 1.</param>
    public static double AtLeast(int count, int of, double share)
    {
        if (count <= 0 || share >= 1)
        {
            return count <= of ? 1 : 0;
        }

        if (count > of || share <= 0)
        {
            return 0;
        }

        // Shares of the likeliest count's probability, so that none overflows.
        var mode = Math.Clamp((int)Math.Floor((of + 1) * share), 0, of);
        var odds = share / (1 - share);
        var (all, tail) = (0.0, 0.0);
        var weight = 1.0;
        for (var i = mode; i <= of && weight > 0; i++)
        {
            all += weight;
            tail += i >= count ? weight : 0;
            weight *= odds * (of - i) / (i + 1);
        }

        weight = 1.0;
        for (var i = mode - 1; i >= 0 && weight > 0; i--)
        {
            weight *= (i + 1) / (odds * (of - i));
            all += weight;
            tail += i >= count ? weight : 0;
        }

        return tail / all;
    }
}
