using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>A cursor that knows where in a comment the match stands.</summary>
internal abstract class RangeCursor : DocumentCursor
{
    /// <summary>Adds the stretches of the comment where the cursor stands, by start, then by end.</summary>
    public abstract void Ranges(List<PositionRange> into);
}
