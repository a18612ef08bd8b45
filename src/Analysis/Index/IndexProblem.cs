namespace FeedbackLab.Analysis.Index;

/// <summary>Why an index cannot be used.</summary>
public enum IndexProblem
{
    /// <summary>There is none.</summary>
    Missing,

    /// <summary>It was made by another version of the program, or from other words or settings than are asked for.</summary>
    Stale,

    /// <summary>Its files do not hold what was written.</summary>
    Damaged,

    /// <summary>Another writer has it open.</summary>
    Locked,
}
