namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Goes over the comments of a segment that match, in order; deleted ones included.</summary>
internal abstract class DocumentCursor
{
    /// <summary>Stands for: no more.</summary>
    public const int End = int.MaxValue;

    /// <summary>Where the cursor stands: −1 before the first.</summary>
    public int Document { get; protected set; } = -1;

    /// <summary>About how many comments there are.</summary>
    public abstract long Cost { get; }

    /// <summary>Goes to the first comment that is not before another, and past where the cursor stands.</summary>
    public abstract int Advance(int target);

    /// <summary>The score of the comment where the cursor stands.</summary>
    public abstract double Score();

    /// <summary>A score that no comment from one on exceeds, up to and with another.</summary>
    /// <param name="target">The first comment; not before where the cursor stands, nor before a target already asked for.</param>
    /// <param name="end">The last comment for which the bound holds.</param>
    public abstract double Bound(int target, out int end);
}
