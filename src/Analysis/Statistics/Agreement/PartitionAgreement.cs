namespace FeedbackLab.Analysis.Statistics.Agreement;

/// <summary>How far two ways to divide the same things into groups agree.</summary>
public static class PartitionAgreement
{
    /// <summary>The adjusted Rand index (Hubert and Arabie 1985): pairs that are together, or apart, in both, beyond chance.</summary>
    /// <param name="first">By thing the number of its group.</param>
    /// <param name="second">By thing the number of its group in the other way; as long as the first.</param>
    /// <returns>1 where they are the same, about 0 where they have nothing to do with each other.</returns>
    public static double AdjustedRand(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        var (cells, rows, columns) = Counts(first, second);
        static double Pairs(IEnumerable<int> counts) => counts.Sum(c => c * (c - 1.0) / 2);
        var all = first.Count * (first.Count - 1.0) / 2;
        var (together, a, b) = (Pairs(cells), Pairs(rows), Pairs(columns));
        var expected = all == 0 ? 0 : a * b / all;
        var most = (a + b) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    /// <summary>The normalized mutual information: 2·I / (H₁ + H₂) (arithmetic mean, as scikit-learn's).</summary>
    /// <param name="first">By thing the number of its group.</param>
    /// <param name="second">By thing the number of its group in the other way; as long as the first.</param>
    /// <returns>0 to 1; 1 where both have one group only.</returns>
    public static double NormalizedInformation(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        var (cells, rows, columns) = Counts(first, second);
        double n = first.Count;
        double Entropy(IEnumerable<int> counts) => -counts.Sum(c => c / n * Math.Log(c / n));
        var (h1, h2) = (Entropy(rows), Entropy(columns));
        var information = h1 + h2 - Entropy(cells);
        return h1 + h2 == 0 ? 1 : Math.Clamp(2 * information / (h1 + h2), 0, 1);
    }

    private static (List<int> Cells, List<int> Rows, List<int> Columns) Counts(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentOutOfRangeException.ThrowIfNotEqual(second.Count, first.Count, nameof(second));
        return (
            [.. first.Zip(second).CountBy(p => p).Select(c => c.Value)],
            [.. first.CountBy(g => g).Select(c => c.Value)],
            [.. second.CountBy(g => g).Select(c => c.Value)]);
    }
}
