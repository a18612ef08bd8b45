namespace FeedbackLab.Analysis.Statistics.ExactTests;

/// <summary>Fisher's exact test of a table of two rows and two columns (Fisher 1935).</summary>
public static class FisherExact
{
    // Tables whose probabilities differ by less are equally likely; R's fisher.test has the same.
    private const double Tolerance = 1e-7;

    /// <summary>The probability of a table at most as likely, its margins given, where rows and columns have nothing to do with each other.</summary>
    /// <param name="a">First row, first column; at least 0, as all counts.</param>
    /// <param name="b">First row, second column.</param>
    /// <param name="c">Second row, first column.</param>
    /// <param name="d">Second row, second column.</param>
    /// <returns>The two-sided p, 0 to 1; 1 for a table with an empty row or column. Example: 3, 1, 1, 3 give 34/70.</returns>
    public static double TwoSided(int a, int b, int c, int d)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(a);
        ArgumentOutOfRangeException.ThrowIfNegative(b);
        ArgumentOutOfRangeException.ThrowIfNegative(c);
        ArgumentOutOfRangeException.ThrowIfNegative(d);
        long row = (long)a + b;
        long column = (long)a + c;
        long total = row + c + d;
        var least = Math.Max(0, row + column - total);
        var most = Math.Min(row, column);

        // Probabilities by the ratio of neighbours, as shares of that of the likeliest table, so that none overflows.
        var mode = Math.Clamp((row + 1) * (column + 1) / (total + 2), least, most);
        var (all, extreme) = (0.0, 0.0);
        var observed = Relative(mode, a, row, column, total) * (1 + Tolerance);
        void Add(double share)
        {
            all += share;
            extreme += share <= observed ? share : 0;
        }

        Add(1);
        var weight = 1.0;
        for (var x = mode; x < most && weight > 0; x++)
        {
            weight *= Up(x, row, column, total);
            Add(weight);
        }

        weight = 1.0;
        for (var x = mode; x > least && weight > 0; x--)
        {
            weight /= Up(x - 1, row, column, total);
            Add(weight);
        }

        return Math.Min(1, extreme / all);
    }

    // P(x + 1) / P(x)
    private static double Up(long x, long row, long column, long total) =>
        (double)(row - x) * (column - x) / ((double)(x + 1) * (total - row - column + x + 1));

    private static double Relative(long from, long to, long row, long column, long total)
    {
        var share = 1.0;
        for (var x = from; x < to; x++)
        {
            share *= Up(x, row, column, total);
        }

        for (var x = from; x > to; x--)
        {
            share /= Up(x - 1, row, column, total);
        }

        return share;
    }
}
