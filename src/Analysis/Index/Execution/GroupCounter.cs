using System.Numerics;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Counts hits by the values of a group of facets: comments and distinct respondents.</summary>
/// <param name="group">The group.</param>
/// <param name="respondents">The respondents; no comment has several.</param>
internal sealed class GroupCounter(FacetGroup group, FacetUniverse respondents)
{
    // Counting a hit's values one by one costs about as much as so many words of the values' bits.
    private const int WordsAHit = 8;

    private readonly int[] _comments = new int[FacetGroup.Anyone + 1];
    private readonly ulong[] _seen = new ulong[respondents.Values.Length + 1];

    /// <summary>Counts hits of a segment.</summary>
    /// <param name="segment">The segment's number.</param>
    /// <param name="hits">The hits, a bit each.</param>
    /// <param name="first">The first word to look at.</param>
    /// <param name="end">After the last.</param>
    public void Add(int segment, ulong[] hits, int first, int end)
    {
        var masks = group.MasksOf(segment);
        var numbers = respondents.NumbersOf(segment);
        var seen = _seen;
        for (var word = first; word < end; word++)
        {
            for (var bits = hits[word]; bits != 0; bits &= bits - 1)
            {
                var document = (word << 6) | BitOperations.TrailingZeroCount(bits);
                seen[numbers[document]] |= masks[document];
            }
        }

        var count = HitBits.Count(hits.AsSpan(first, end - first));
        if ((long)count * WordsAHit < (long)group.Width * (end - first))
        {
            OneByOne(hits, masks, first, end);
        }
        else
        {
            ByValue(hits, group.BitsOf(segment), first, end);
        }
    }

    /// <summary>Takes over what another counted of the same group.</summary>
    public void Add(GroupCounter other)
    {
        for (var i = 0; i < _comments.Length; i++)
        {
            _comments[i] += other._comments[i];
        }

        for (var i = 0; i < _seen.Length; i++)
        {
            _seen[i] |= other._seen[i];
        }
    }

    /// <summary>How many respondents the hits have.</summary>
    public int Respondents() => _seen.AsSpan(1).ToArray().Count(mask => mask != 0);

    /// <summary>By value of the group how many comments, and how many respondents.</summary>
    public (int[] Comments, int[] Respondents) Counts()
    {
        var distinct = new int[FacetGroup.Anyone + 1];
        foreach (var mask in _seen.AsSpan(1))
        {
            for (var left = mask; left != 0; left &= left - 1)
            {
                distinct[BitOperations.TrailingZeroCount(left)]++;
            }
        }

        return (_comments, distinct);
    }

    private void OneByOne(ulong[] hits, ulong[] masks, int first, int end)
    {
        for (var word = first; word < end; word++)
        {
            for (var bits = hits[word]; bits != 0; bits &= bits - 1)
            {
                for (var left = masks[(word << 6) | BitOperations.TrailingZeroCount(bits)]; left != 0; left &= left - 1)
                {
                    _comments[BitOperations.TrailingZeroCount(left)]++;
                }
            }
        }
    }

    private void ByValue(ulong[] hits, ulong[][] values, int first, int end)
    {
        for (var value = 0; value < values.Length; value++)
        {
            var having = values[value].AsSpan(first, end - first);
            var of = hits.AsSpan(first, end - first);
            var count = 0;
            for (var i = 0; i < of.Length; i++)
            {
                count += BitOperations.PopCount(of[i] & having[i]);
            }

            _comments[value] += count;
        }
    }
}
