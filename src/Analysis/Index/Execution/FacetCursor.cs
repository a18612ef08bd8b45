using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments with certain values of a facet.</summary>
/// <param name="column">The facet.</param>
/// <param name="wanted">By ordinal whether a value is wanted.</param>
/// <param name="documents">How many comments the segment has.</param>
internal sealed class FacetCursor(FacetColumn column, bool[] wanted, int documents) : DocumentCursor
{
    private readonly long _cost = column.Counts.Where((_, i) => wanted[i]).Sum(c => (long)c);

    public override long Cost => _cost;

    public override int Advance(int target)
    {
        var rows = column.All;
        for (; target < documents; target++)
        {
            var (start, end) = rows[target];
            for (var i = start; i < end; i++)
            {
                if (wanted[rows.Value(i)])
                {
                    return Document = target;
                }
            }
        }

        return Document = End;
    }

    public override double Score() => 0;

    public override double Bound(int target, out int end)
    {
        end = End;
        return 0;
    }
}
