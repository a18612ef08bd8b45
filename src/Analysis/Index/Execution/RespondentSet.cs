using System.Numerics;

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
}
