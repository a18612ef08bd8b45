namespace FeedbackLab.Analysis.Findings;

/// <summary>The steps of an analysis, in the order they are taken.</summary>
public enum AnalysisStage
{
    /// <summary>Cutting the comments into words and finding their terms.</summary>
    Terms,

    /// <summary>Applying the codebook.</summary>
    Coding,

    /// <summary>Looking for groups without a codebook.</summary>
    Clusters,

    /// <summary>Counting.</summary>
    Counts,
}
