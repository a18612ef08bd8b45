using System.Numerics;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Counts hits by the values of a facet that is in no group: comments and distinct respondents.</summary>
/// <remarks>Respondents are a bit for each value and respondent, set without looking and counted in the end.</remarks>
internal sealed class FacetCounter
{
    // The bits take at most 32 MB; else there is a set of the pairs that there are.
    private const long MostBits = 1L << 28;
    private readonly FacetUniverse _facet;
    private readonly FacetUniverse _respondents;
    private readonly ulong[]? _seen;
    private readonly HashSet<long> _pairs = [];
    private readonly int _stride;

    public FacetCounter(FacetUniverse facet, FacetUniverse respondents)
    {
        (_facet, _respondents) = (facet, respondents);
        Comments = new int[facet.Values.Length];
        _stride = (respondents.Values.Length + 63) & ~63;
        var bits = (long)_stride * facet.Values.Length;
        _seen = bits <= MostBits ? new ulong[bits >> 6] : null;
    }

    /// <summary>By value how many comments.</summary>
    public int[] Comments { get; }

    /// <summary>Counts hits of a segment.</summary>
    /// <param name="segment">The segment's number.</param>
    /// <param name="hits">The hits, a bit each.</param>
    /// <param name="first">The first word to look at.</param>
    /// <param name="end">After the last.</param>
    public void Add(int segment, ulong[] hits, int first, int end)
    {
        if (_facet.Columns[segment] is not { } column)
        {
            return;
        }

        var values = column.All;
        var map = _facet.Maps[segment];
        var people = _respondents.Columns[segment];
        var respondents = people is null ? default : people.All;
        var numbers = _respondents.Maps[segment];
        for (var word = first; word < end; word++)
        {
            for (var bits = hits[word]; bits != 0; bits &= bits - 1)
            {
                var document = (word << 6) | BitOperations.TrailingZeroCount(bits);
                var (start, last) = values[document];
                var (from, to) = people is null ? default : respondents[document];
                for (var i = start; i < last; i++)
                {
                    var value = map[values.Value(i)];
                    Comments[value]++;
                    for (var j = from; j < to; j++)
                    {
                        See(value, numbers[respondents.Value(j)]);
                    }
                }
            }
        }
    }

    /// <summary>Takes over what another counted of the same facet.</summary>
    public void Add(FacetCounter other)
    {
        for (var i = 0; i < Comments.Length; i++)
        {
            Comments[i] += other.Comments[i];
        }

        for (var i = 0; _seen is not null && i < _seen.Length; i++)
        {
            _seen[i] |= other._seen![i];
        }

        _pairs.UnionWith(other._pairs);
    }

    /// <summary>By value how many respondents.</summary>
    public int[] Distinct()
    {
        var distinct = new int[Comments.Length];
        foreach (var pair in _pairs)
        {
            distinct[pair >> 32]++;
        }

        for (var value = 0; _seen is not null && value < distinct.Length; value++)
        {
            distinct[value] += HitBits.Count(_seen.AsSpan(value * (_stride >> 6), _stride >> 6));
        }

        return distinct;
    }

    private void See(int value, int respondent)
    {
        if (_seen is null)
        {
            _pairs.Add(((long)value << 32) | (uint)respondent);
            return;
        }

        var bit = ((long)value * _stride) + respondent;
        _seen[bit >> 6] |= 1UL << (int)(bit & 63);
    }
}
