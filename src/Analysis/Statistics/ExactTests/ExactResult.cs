namespace FeedbackLab.Analysis.Statistics.ExactTests;

/// <summary>What a permutation test says.</summary>
/// <param name="P">The probability of a result at least as extreme by chance alone, 0 to 1; by draws (r + 1)/(n + 1), never 0.</param>
/// <param name="Least">The smallest p that the margins allow; 0 where it was not worked out, since there are so many arrangements.</param>
/// <param name="Draws">Random arrangements behind it; 0 where all were counted.</param>
public readonly record struct ExactResult(double P, double Least, int Draws)
{
    /// <summary>Whether every arrangement was counted.</summary>
    public bool IsExact => Draws == 0;

    /// <summary>Standard error of P by draws, √(p(1 − p)/n); 0 where it is exact.</summary>
    public double StandardError => IsExact ? 0 : Math.Sqrt(P * (1 - P) / Draws);

    /// <summary>Whether no arrangement could have been extreme enough to say anything.</summary>
    public bool IsTooFew => Least > SmallNumbers.Level;

    internal static ExactResult OfDraws(int extreme, int draws) => new((extreme + 1.0) / (draws + 1.0), 0, draws);
}
