namespace FeedbackLab.Analysis.Themes;

/// <summary>From which score on a comment gets a code.</summary>
/// <param name="Least">Smallest score.</param>
/// <param name="ShareOfBest">Smallest share of the comment's best score.</param>
/// <param name="CuedLeast">Smallest score where a whole term of the code stands in the comment.</param>
/// <param name="CuedShareOfBest">Smallest share of the best score where a whole term of the code stands in the comment.</param>
public sealed record CodingRule(double Least, double ShareOfBest, double CuedLeast, double CuedShareOfBest)
{
    /// <summary>The rule where nobody has coded anything yet.</summary>
    public static CodingRule Untaught { get; } = new(0.06, 0.45, 0.02, 0.15);

    /// <summary>Whether a code is given.</summary>
    /// <param name="score">Its score.</param>
    /// <param name="best">The comment's best score.</param>
    /// <param name="isCued">Whether a whole term of the code stands in the comment.</param>
    public bool Gives(double score, double best, bool isCued) =>
        score >= (isCued ? CuedLeast : Least) && score >= (isCued ? CuedShareOfBest : ShareOfBest) * best;
}
