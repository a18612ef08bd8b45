using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments that any of some cursors has; the score is the sum in the order given.</summary>
/// <remarks>A heap of the cursors by where they stand.</remarks>
internal sealed class DisjunctionCursor : RangeCursor
{
    private readonly DocumentCursor[] _scored;
    private readonly DocumentCursor[] _heap;

    public DisjunctionCursor(DocumentCursor[] cursors)
    {
        _scored = cursors;
        _heap = [.. cursors];
        Cost = cursors.Sum(c => c.Cost);
    }

    public override long Cost { get; }

    public override int Advance(int target)
    {
        while (_heap.Length > 0 && _heap[0].Document < target)
        {
            _heap[0].Advance(target);
            Sink();
        }

        return Document = _heap.Length == 0 ? End : _heap[0].Document;
    }

    public override double Score()
    {
        var score = 0.0;
        foreach (var cursor in _scored)
        {
            score += cursor.Document == Document ? cursor.Score() : 0;
        }

        return score;
    }

    public override double Bound(int target, out int end)
    {
        var bound = 0.0;
        end = End;
        foreach (var cursor in _scored)
        {
            // A cursor that stands further on has its own bound from there; before, it adds nothing.
            bound += cursor.Bound(Math.Max(target, cursor.Document), out var until);
            end = Math.Min(end, until);
        }

        return bound;
    }

    public override void Ranges(List<PositionRange> into)
    {
        var first = into.Count;
        foreach (var cursor in _scored)
        {
            if (cursor.Document == Document)
            {
                ((RangeCursor)cursor).Ranges(into);
            }
        }

        PositionRanges.Order(into, first);
    }

    private void Sink()
    {
        var moving = _heap[0];
        var at = 0;
        for (var child = 1; child < _heap.Length; child = (2 * at) + 1)
        {
            child += child + 1 < _heap.Length && _heap[child + 1].Document < _heap[child].Document ? 1 : 0;
            if (_heap[child].Document >= moving.Document)
            {
                break;
            }

            _heap[at] = _heap[child];
            at = child;
        }

        _heap[at] = moving;
    }
}
