using System.Numerics;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Counts hits by the values of a facet: comments and distinct respondents.</summary>
internal sealed class FacetCounter
{
    // A bit for each value and respondent, as long as that takes at most 32 MB; else a set of the pairs that there are.
    private const long MostBits = 1L << 28;
    private readonly FacetUniverse _facet;
    private readonly FacetUniverse _respondents;
    private readonly int[] _comments;
    private readonly int[] _distinct;
    private readonly ulong[]? _seen;
    private readonly HashSet<long> _pairs = [];
    private readonly int _stride;

    public FacetCounter(FacetUniverse facet, FacetUniverse respondents)
    {
        _facet = facet;
        _respondents = respondents;
        _comments = new int[facet.Values.Length];
        _distinct = new int[facet.Values.Length];
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

        var values = column.All;
        var map = _facet.Maps[segment];
        var respondents = _respondents.Columns[segment] is { } known ? known.All : default;
        var hasRespondents = _respondents.Columns[segment] is not null;
        var people = _respondents.Maps[segment];
        for (var word = 0; word < hits.Length; word++)
        {
            for (var bits = hits[word]; bits != 0; bits &= bits - 1)
            {
                var document = (word << 6) | BitOperations.TrailingZeroCount(bits);
                var (first, last) = values[document];
                var (from, to) = hasRespondents ? respondents[document] : default;
                for (var i = first; i < last; i++)
                {
                    var value = map[values.Value(i)];
                    _comments[value]++;
                    for (var j = from; j < to; j++)
                    {
                        _distinct[value] += IsNew(value, people[respondents.Value(j)]) ? 1 : 0;
                    }
                }
            }
        }
    }

    /// <summary>The counts.</summary>
    public FacetCounts ToCounts(string name, int limit)
    {
        var having = Enumerable.Range(0, _comments.Length).Where(i => _comments[i] > 0).ToList();
        return new FacetCounts(
            name,
            [.. having
                .OrderByDescending(i => _distinct[i])
                .ThenByDescending(i => _comments[i])
                .ThenBy(i => _facet.Values[i], StringComparer.Ordinal)
                .Take(limit)
                .Select(i => new FacetCount(_facet.Values[i], _comments[i], _distinct[i]))],
            having.Count);
    }

    private bool IsNew(int value, int respondent)
    {
        if (_seen is null)
        {
            return _pairs.Add(((long)value << 32) | (uint)respondent);
        }

        var bit = ((long)value * _stride) + respondent;
        ref var word = ref _seen[bit >> 6];
        var before = word;
        word |= 1UL << (int)(bit & 63);
        return word != before;
    }
}
