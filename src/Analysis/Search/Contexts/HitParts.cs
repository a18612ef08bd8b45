namespace FeedbackLab.Analysis.Search.Contexts;

/// <summary>What is read of a hit beside its matches; each costs a reading of the text.</summary>
[Flags]
public enum HitParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The words in order, for what stands beside a match.</summary>
    Words = 1,

    /// <summary>The terms, for counting.</summary>
    Terms = 2,
}
