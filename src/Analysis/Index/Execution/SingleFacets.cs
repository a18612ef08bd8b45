using System.Numerics;
using System.Runtime.InteropServices;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Counts facets of which no comment has more than one value, the common case, without a branch that a value decides.</summary>
internal static class SingleFacets
{
    /// <summary>Counts the hits of a segment.</summary>
    /// <param name="hits">The hits, a bit each.</param>
    /// <param name="column">By comment its value's number in the segment plus one, or 0.</param>
    /// <param name="people">By comment its respondent's, in one or two bytes.</param>
    /// <param name="values">From the former to the value's number in the snapshot, or −1.</param>
    /// <param name="respondents">From the latter to the respondent's, or −1.</param>
    /// <param name="comments">By value how many comments; raised.</param>
    /// <param name="seen">By value and respondent a bit; set.</param>
    /// <param name="stride">Bits a value.</param>
    public static void Count(
        ulong[] hits, ReadOnlySpan<byte> column, NumberColumn people, int[] values, int[] respondents, int[] comments, ulong[] seen, int stride)
    {
        // One row more at the front, for comments without a value; one bit more behind each, for those without a respondent.
        var counts = new int[values.Length];
        var words = (respondents.Length >> 6) + 1;
        var bits = new ulong[values.Length * words];
        if (people.Size == 1)
        {
            Count(hits, column, people.Bytes, counts, bits, words);
        }
        else
        {
            Count(hits, column, MemoryMarshal.Cast<byte, ushort>(people.Bytes), counts, bits, words);
        }

        for (var value = 1; value < values.Length; value++)
        {
            comments[values[value]] += counts[value];
            for (var word = 0; word < words; word++)
            {
                for (var left = bits[(value * words) + word]; left != 0; left &= left - 1)
                {
                    var respondent = respondents[(word << 6) | BitOperations.TrailingZeroCount(left)];
                    if (respondent >= 0)
                    {
                        var bit = ((long)values[value] * stride) + respondent;
                        seen[bit >> 6] |= 1UL << (int)(bit & 63);
                    }
                }
            }
        }
    }

    private static void Count<T>(
        ulong[] hits, ReadOnlySpan<byte> column, ReadOnlySpan<T> people, int[] counts, ulong[] seen, int words)
        where T : unmanaged, IBinaryInteger<T>
    {
        for (var word = 0; word < hits.Length; word++)
        {
            for (var bits = hits[word]; bits != 0; bits &= bits - 1)
            {
                var document = (word << 6) | BitOperations.TrailingZeroCount(bits);
                int value = column[document];
                var respondent = int.CreateTruncating(people[document]);
                counts[value]++;
                seen[(value * words) + (respondent >> 6)] |= 1UL << (respondent & 63);
            }
        }
    }
}
