namespace FeedbackLab.Analysis.Statistics.Association;

/// <summary>How strongly two words (or codes) go together, by the comments (or respondents) that have them.</summary>
/// <param name="Both">Comments with both.</param>
/// <param name="First">Comments with the first.</param>
/// <param name="Second">Comments with the second.</param>
/// <param name="Total">All comments.</param>
public readonly record struct WordAssociation(int Both, int First, int Second, int Total)
{
    /// <summary>Comments with both that chance alone would give: first × second / total.</summary>
    public double Expected => Total == 0 ? 0 : (double)First * Second / Total;

    /// <summary>Log-likelihood ratio G² (Dunning 1993), negative where they avoid each other; 0 where they are independent.</summary>
    public double LogLikelihood => Keyness.Of(Both, First, Second - Both, Total - First).Score;

    /// <summary>Pointwise mutual information, log2 of both / expected (Church and Hanks 1990); −∞ where none has both.</summary>
    public double MutualInformation => Math.Log2(Both / Expected);

    /// <summary>2 both / (first + second), 0 to 1 (Dice 1945).</summary>
    public double Dice => First + Second == 0 ? 0 : 2.0 * Both / (First + Second);

    /// <summary>Both / (first + second − both), 0 to 1 (Jaccard 1901).</summary>
    public double Jaccard => First + Second == 0 ? 0 : (double)Both / (First + Second - Both);

    /// <summary>(both − expected) / √both (Church et al. 1991); 0 where none has both.</summary>
    public double T => Both == 0 ? 0 : (Both - Expected) / Math.Sqrt(Both);

    /// <summary>
    /// Pearson's correlation of having one and having the other, −1 to 1 (Yule 1912); 0 where all or none have one of them. Example: 2, 4, 2, 8
    /// gives (2·4 − 2·0)/√(4·4·2·6) = .577.
    /// </summary>
    public double Phi
    {
        get
        {
            var spread = Math.Sqrt((double)First * (Total - First) * Second * (Total - Second));
            return spread == 0 ? 0 : (((double)Total * Both) - ((double)First * Second)) / spread;
        }
    }
}
