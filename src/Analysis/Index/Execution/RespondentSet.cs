using System.Numerics;
using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Collects the respondents of hits.</summary>
/// <param name="respondents">All respondents.</param>
internal sealed class RespondentSet(FacetUniverse respondents)
{
    private readonly ulong[] _seen = HitBits.Empty(respondents.Values.Length);

    /// <summary>How many there are.</summary>
    public int Count => HitBits.Count(_seen);

    /// <summary>Adds those of the hits of a segment.</summary>
    public void Add(int segment, ulong[] hits)
    {
        if (respondents.Columns[segment] is not { } column)
        {
            return;
        }

        var map = respondents.Maps[segment];
        if (column is { IsSingle: true, First.Size: 1 })
        {
            Add(hits, column.First.Bytes, map);
            return;
        }

        if (column is { IsSingle: true, First.Size: 2 })
        {
            Add(hits, MemoryMarshal.Cast<byte, ushort>(column.First.Bytes), map);
            return;
        }

        var rows = column.All;
        for (var word = 0; word < hits.Length; word++)
        {
            for (var bits = hits[word]; bits != 0; bits &= bits - 1)
            {
                var (start, end) = rows[(word << 6) | BitOperations.TrailingZeroCount(bits)];
                for (var i = start; i < end; i++)
                {
                    var respondent = map[rows.Value(i)];
                    _seen[respondent >> 6] |= 1UL << (respondent & 63);
                }
            }
        }
    }

    private void Add<T>(ulong[] hits, ReadOnlySpan<T> people, int[] map)
        where T : unmanaged, IBinaryInteger<T>
    {
        // Number 0 is for comments without a respondent.
        var seen = HitBits.Empty(map.Length + 1);
        for (var word = 0; word < hits.Length; word++)
        {
            for (var bits = hits[word]; bits != 0; bits &= bits - 1)
            {
                var respondent = int.CreateTruncating(people[(word << 6) | BitOperations.TrailingZeroCount(bits)]);
                seen[respondent >> 6] |= 1UL << (respondent & 63);
            }
        }

        for (var i = 0; i < map.Length; i++)
        {
            if ((seen[(i + 1) >> 6] >> ((i + 1) & 63) & 1) != 0)
            {
                _seen[map[i] >> 6] |= 1UL << (map[i] & 63);
            }
        }
    }
}
