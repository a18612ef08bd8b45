using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>No comment.</summary>
internal sealed class EmptyCursor : RangeCursor
{
    public override long Cost => 0;

    public override int Advance(int target) => Document = End;

    public override double Score() => 0;

    public override double Bound(int target, out int end)
    {
        end = End;
        return 0;
    }

    public override void Ranges(List<PositionRange> into)
    {
    }
}
