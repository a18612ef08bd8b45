namespace FeedbackLab.Analysis.Statistics.ExactTests;

/// <summary>McNemar's test, exact: whether the same respondents changed more often one way than the other (McNemar 1947).</summary>
public static class McNemar
{
    /// <summary>The probability of changes at least as one-sided, where both ways are equally likely.</summary>
    /// <param name="first">Respondents that changed one way, at least 0.</param>
    /// <param name="second">Respondents that changed the other way, at least 0.</param>
    /// <returns>
    /// The two-sided p of the binomial with one half (that of the sign test), 0 to 1; 1 where nobody changed. Example: 1 and 7 give
    /// 2·(1 + 8)/2⁸ = .0703.
    /// </returns>
    public static double TwoSided(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        long changed = (long)first + second;
        var fewer = Math.Min(first, second);

        // From the largest share down, so that none overflows.
        var share = 1.0;
        var (sum, all) = (0.0, 0.0);
        for (var i = changed / 2; i >= 0; i--)
        {
            sum += i <= fewer ? share : 0;
            all += 2 * i == changed ? share : 2 * share;
            share *= (double)i / (changed - i + 1);
        }

        return first == second ? 1 : Math.Min(1, 2 * sum / all);
    }
}
