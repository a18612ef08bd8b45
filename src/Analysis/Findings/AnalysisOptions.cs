namespace FeedbackLab.Analysis.Findings;

/// <summary>How the analysis is made; echoed into its findings.</summary>
public sealed record AnalysisOptions
{
    /// <summary>Number of clusters; null (the default) lets the number of comments decide: √(n/2) rounded, between 2 and 12.</summary>
    public int? Clusters { get; init; }

    /// <summary>Seed of every draw; default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Runs behind the clusters' cohesion; default 60, at least 1.</summary>
    public int Runs { get; init; } = 60;

    /// <summary>Cohesion under which a cluster is called weak; default 0.4, between 0 and 1.</summary>
    public double WeakCohesion { get; init; } = 0.4;

    /// <summary>Most codes that one comment gets; default 3, at least 1.</summary>
    public int MostCodes { get; init; } = 3;
}
