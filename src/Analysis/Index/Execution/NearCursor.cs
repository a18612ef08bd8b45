using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments where one thing stands near another (<see cref="Queries.NearQuery"/>).</summary>
/// <param name="left">One side.</param>
/// <param name="right">The other.</param>
/// <param name="distance">How many tokens may stand between.</param>
/// <param name="isOrdered">Whether the left must stand first.</param>
/// <param name="lengthOf">How many terms a comment has.</param>
/// <param name="similarity">How comments score.</param>
/// <param name="weight">The sum of the rarities, boosted.</param>
internal sealed class NearCursor(
    RangeCursor left, RangeCursor right, int distance, bool isOrdered, Func<int, int> lengthOf, Similarity similarity, double weight) : RangeCursor
{
    private readonly RangeCursor[] _byCost = left.Cost <= right.Cost ? [left, right] : [right, left];
    private readonly List<PositionRange> _left = [];
    private readonly List<PositionRange> _right = [];
    private readonly List<PositionRange> _found = [];

    public override long Cost => _byCost[0].Cost;

    public override int Advance(int target)
    {
        var document = ConjunctionCursor.Meet(_byCost, target);
        while (document != End && !Find())
        {
            document = ConjunctionCursor.Meet(_byCost, document + 1);
        }

        return Document = document;
    }

    public override double Score() => similarity.Score(weight, _found.Count, lengthOf(Document));

    public override double Bound(int target, out int end)
    {
        end = End;
        return similarity.Highest(weight);
    }

    public override void Ranges(List<PositionRange> into) => into.AddRange(_found);

    private bool Find()
    {
        _left.Clear();
        _right.Clear();
        _found.Clear();
        left.Ranges(_left);
        right.Ranges(_right);
        PositionRanges.KeepShortest(_left);
        PositionRanges.KeepShortest(_right);
        Pair(_left, _right);
        if (!isOrdered)
        {
            Pair(_right, _left);
        }

        PositionRanges.Order(_found, 0);
        PositionRanges.KeepShortest(_found);
        return _found.Count > 0;
    }

    // Of stretches none of which contains another, the next that begins after one ends makes the shortest match with it.
    private void Pair(List<PositionRange> before, List<PositionRange> after)
    {
        var next = 0;
        foreach (var range in before)
        {
            while (next < after.Count && after[next].Start < range.End)
            {
                next++;
            }

            if (next < after.Count && after[next].Start - range.End <= distance)
            {
                _found.Add(new PositionRange(range.Start, after[next].End));
            }
        }
    }
}
