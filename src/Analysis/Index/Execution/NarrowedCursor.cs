using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Stretches of those comments that other cursors have too; scored as the stretches are.</summary>
/// <param name="placed">The stretches.</param>
/// <param name="others">The others.</param>
internal sealed class NarrowedCursor(RangeCursor placed, DocumentCursor[] others) : RangeCursor
{
    private readonly DocumentCursor[] _byCost = [.. others.Prepend(placed).OrderBy(c => c.Cost)];

    public override long Cost => _byCost[0].Cost;

    public override int Advance(int target) => Document = ConjunctionCursor.Meet(_byCost, target);

    public override double Score() => placed.Score();

    public override double Bound(int target, out int end) => placed.Bound(target, out end);

    public override void Ranges(List<PositionRange> into) => placed.Ranges(into);
}
