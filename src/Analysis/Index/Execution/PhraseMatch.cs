using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Finds a phrase in the comment where its slots' cursors stand.</summary>
/// <param name="slots">The uses of each slot's terms.</param>
/// <param name="offsets">The slots' offsets, ascending.</param>
/// <param name="groups">For each slot the number of the first slot with the same terms.</param>
/// <param name="slop">How far the terms may stray.</param>
internal sealed class PhraseMatch(RangeCursor[] slots, int[] offsets, int[] groups, int slop)
{
    private readonly List<PositionRange>[] _uses = [.. slots.Select(_ => new List<PositionRange>())];
    private readonly long[] _taken = new long[slots.Length];

    // Single terms of one position each, exactly in their places: most phrases are so, and need no ranges.
    private readonly TermCursor[]? _plain = slop == 0 && slots.All(s => s is TermCursor { HasLengths: false }) ? [.. slots.Cast<TermCursor>()] : null;
    private readonly int[][] _starts = [.. slots.Select(_ => new int[16])];
    private readonly int[] _counts = new int[slots.Length];

    /// <summary>For each use of the first slot that takes part in a match the stretch from it to the last slot's end; in order.</summary>
    public List<PositionRange> Found { get; } = [];

    /// <summary>Finds the phrase.</summary>
    /// <returns>Whether it is there.</returns>
    public bool Find()
    {
        Found.Clear();
        if (_plain is not null)
        {
            return Plain(_plain);
        }

        for (var i = 0; i < slots.Length; i++)
        {
            _uses[i].Clear();
            slots[i].Ranges(_uses[i]);
        }

        foreach (var use in _uses[0])
        {
            if (Found.Count > 0 && Found[^1].Start == use.Start)
            {
                continue;
            }

            var end = slop == 0 ? Exactly(use) : Loosely(use);
            if (end >= 0)
            {
                Found.Add(new PositionRange(use.Start, end));
            }
        }

        return Found.Count > 0;
    }

    private bool Plain(TermCursor[] terms)
    {
        // Most comments with all of the terms fail at the first two: only where those fit are the others looked at.
        for (var i = 0; i < terms.Length; i++)
        {
            _counts[i] = terms[i].Starts(ref _starts[i]);
            if (i == 1 && !IsAnyPair())
            {
                return false;
            }
        }

        var firsts = _starts[0];
        for (var use = 0; use < _counts[0]; use++)
        {
            var slot = 1;
            while (slot < terms.Length && Has(slot, firsts[use] - offsets[0] + offsets[slot]))
            {
                slot++;
            }

            if (slot == terms.Length)
            {
                Found.Add(new PositionRange(firsts[use], firsts[use] - offsets[0] + offsets[^1] + 1));
            }
        }

        return Found.Count > 0;
    }

    private bool IsAnyPair()
    {
        for (var use = 0; use < _counts[0]; use++)
        {
            if (Has(1, _starts[0][use] - offsets[0] + offsets[1]))
            {
                return true;
            }
        }

        return false;
    }

    // A term stands once or twice in a comment: looking at each is faster than halving.
    private bool Has(int slot, int start)
    {
        var starts = _starts[slot];
        for (var i = 0; i < _counts[slot] && i < starts.Length; i++)
        {
            if (starts[i] >= start)
            {
                return starts[i] == start;
            }
        }

        return false;
    }

    private int Exactly(PositionRange first)
    {
        var end = first.End;
        for (var i = 1; i < slots.Length; i++)
        {
            var start = (long)first.Start - offsets[0] + offsets[i];
            var use = NotBefore(_uses[i], start);
            if (use == _uses[i].Count || _uses[i][use].Start != start)
            {
                return -1;
            }

            end = _uses[i][use].End;
        }

        return end;
    }

    private int Loosely(PositionRange first)
    {
        // The least of a match's values is that of one of its uses.
        var value = (long)first.Start - offsets[0];
        if (Fits(first, value))
        {
            return first.End;
        }

        for (var i = 1; i < slots.Length; i++)
        {
            for (var use = NotBefore(_uses[i], value - slop + offsets[i]); use < _uses[i].Count && _uses[i][use].Start - offsets[i] < value; use++)
            {
                if (Fits(first, _uses[i][use].Start - offsets[i]))
                {
                    return first.End;
                }
            }
        }

        return -1;
    }

    // Slots with the same terms take the earliest use that is left, which is best since each may go as far as the one before, and more.
    private bool Fits(PositionRange first, long least)
    {
        _taken.AsSpan().Fill(-1);
        for (var i = 1; i < slots.Length; i++)
        {
            var group = groups[i];
            var uses = _uses[i];
            var use = NotBefore(uses, Math.Max(least + offsets[i], _taken[group] + 1));
            while (use < uses.Count && group == groups[0] && uses[use].Start == first.Start)
            {
                use++;
            }

            if (use == uses.Count || uses[use].Start > least + slop + offsets[i])
            {
                return false;
            }

            _taken[group] = uses[use].Start;
        }

        return true;
    }

    private static int NotBefore(List<PositionRange> uses, long start)
    {
        var (low, high) = (0, uses.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (uses[middle].Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
