using System.Numerics;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Counts hits by the values of a facet: comments and distinct respondents.</summary>
/// <remarks>Respondents are a bit for each value and respondent, set without looking and counted in the end.</remarks>
internal sealed class FacetCounter
{
    // The bits take at most 32 MB; else there is a set of the pairs that there are.
    private const long MostBits = 1L << 28;
    private readonly FacetUniverse _facet;
    private readonly FacetUniverse _respondents;
    private readonly int[] _comments;
    private readonly ulong[]? _seen;
    private readonly HashSet<long> _pairs = [];
    private readonly int _stride;

    public FacetCounter(FacetUniverse facet, FacetUniverse respondents)
    {
        _facet = facet;
        _respondents = respondents;
        _comments = new int[facet.Values.Length];
        _stride = (respondents.Values.Length + 63) & ~63;
        var bits = (long)_stride * facet.Values.Length;
        _seen = bits <= MostBits ? new ulong[bits >> 6] : null;
    }

    /// <summary>Counts the hits of a segment.</summary>
    public void Add(int segment, ulong[] hits)
    {
        if (_facet.Columns[segment] is not { } column)
        {
            return;
        }

        var people = _respondents.Columns[segment];
        if (_seen is { } seen && column is { IsSingle: true, First.Size: 1 } && people is { IsSingle: true, First.Size: <= 2 })
        {
            // Row 0 of the map is for comments without a value.
            int[] values = [-1, .. _facet.Maps[segment]];
            int[] respondents = [-1, .. _respondents.Maps[segment]];
            SingleFacets.Count(
                hits, column.First.Bytes, people.First, values, respondents, _comments, seen, _stride);
            return;
        }

        Any(segment, hits, column, people);
    }

    /// <summary>The counts.</summary>
    public FacetCounts ToCounts(string name, int limit)
    {
        var distinct = Distinct();
        var having = Enumerable.Range(0, _comments.Length).Where(i => _comments[i] > 0).ToList();
        return new FacetCounts(
            name,
            [.. having
                .OrderByDescending(i => distinct[i])
                .ThenByDescending(i => _comments[i])
                .ThenBy(i => _facet.Values[i], StringComparer.Ordinal)
                .Take(limit)
                .Select(i => new FacetCount(_facet.Values[i], _comments[i], distinct[i]))],
            having.Count);
    }

    private int[] Distinct()
    {
        var distinct = new int[_comments.Length];
        foreach (var pair in _pairs)
        {
            distinct[pair >> 32]++;
        }

        for (var value = 0; _seen is not null && value < distinct.Length; value++)
        {
            foreach (var word in _seen.AsSpan(value * (_stride >> 6), _stride >> 6))
            {
                distinct[value] += BitOperations.PopCount(word);
            }
        }

        return distinct;
    }

    private void Any(int segment, ulong[] hits, FacetColumn column, FacetColumn? people)
    {
        var values = column.All;
        var map = _facet.Maps[segment];
        var respondents = people is null ? default : people.All;
        var numbers = _respondents.Maps[segment];
        for (var word = 0; word < hits.Length; word++)
        {
            for (var bits = hits[word]; bits != 0; bits &= bits - 1)
            {
                var document = (word << 6) | BitOperations.TrailingZeroCount(bits);
                var (first, last) = values[document];
                var (from, to) = people is null ? default : respondents[document];
                for (var i = first; i < last; i++)
                {
                    var value = map[values.Value(i)];
                    _comments[value]++;
                    for (var j = from; j < to; j++)
                    {
                        See(value, numbers[respondents.Value(j)]);
                    }
                }
            }
        }
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
