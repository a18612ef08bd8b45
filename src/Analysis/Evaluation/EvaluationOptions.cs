namespace FeedbackLab.Analysis.Evaluation;

/// <summary>How a coder is measured.</summary>
public sealed record EvaluationOptions
{
    /// <summary>How many random halves are tried, at least 1; default 20.</summary>
    public int Splits { get; init; } = 20;

    /// <summary>Which share of the comments the coder may learn from, between 0 and 1; default .5.</summary>
    public double Share { get; init; } = 0.5;

    /// <summary>Most codes a comment gets, at least 1; default 3.</summary>
    public int MostCodes { get; init; } = 3;

    /// <summary>Resamples behind the intervals, at least 1; default 1,000.</summary>
    public int Resamples { get; init; } = 1000;

    /// <summary>Seed of every draw.</summary>
    public int Seed { get; init; } = 1;
}
