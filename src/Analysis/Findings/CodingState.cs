namespace FeedbackLab.Analysis.Findings;

/// <summary>What was decided of a coding.</summary>
public enum CodingState
{
    /// <summary>The analysis suggests it; nobody has looked.</summary>
    Proposed,

    /// <summary>A person agreed.</summary>
    Accepted,

    /// <summary>A person agreed after changing it, or coded it without a suggestion.</summary>
    Edited,

    /// <summary>A person disagreed.</summary>
    Rejected,
}
