namespace FeedbackLab.Analysis.Statistics;

/// <summary>The chi-squared distribution with one degree of freedom.</summary>
public static class ChiSquared
{
    /// <summary>The probability of a value at least as large: erfc(√(x/2)).</summary>
    /// <param name="x">The value, at least 0.</param>
    /// <returns>0 to 1, to about 1e-7 of itself (Numerical Recipes, erfcc); 1 for 0. Example: 3.841 gives .05.</returns>
    public static double Upper(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        var z = Math.Sqrt(x / 2);
        var t = 1 / (1 + (z / 2));
        var series = -1.26551223 + (t * (1.00002368 + (t * (0.37409196 + (t * (0.09678418 + (t * (-0.18628806
            + (t * (0.27886807 + (t * (-1.13520398 + (t * (1.48851587 + (t * (-0.82215223 + (t * 0.17087277)))))))))))))))));
        return Math.Min(1, t * Math.Exp((-z * z) + series));
    }
}
