namespace FeedbackLab.Analysis.Themes;

/// <summary>Weights of terms in comments.</summary>
public static class TermWeighting
{
    /// <summary>
    /// 1 + ln(count): how much a term that a comment has several times weighs (Manning, Raghavan and Schütze 2008, eq. 6.13).
    /// </summary>
    /// <param name="count">Times, at least 1.</param>
    public static double Frequency(int count) => 1 + Math.Log(count);

    /// <summary>
    /// ln((1 + n) / (1 + df)) + 1: how much a rare term weighs (the smoothed form of scikit-learn's TfidfTransformer).
    /// </summary>
    /// <param name="texts">Number of texts, n.</param>
    /// <param name="frequency">Number of texts that have the term, df.</param>
    public static double Rarity(int texts, int frequency) => Math.Log((1.0 + texts) / (1.0 + frequency)) + 1;
}
