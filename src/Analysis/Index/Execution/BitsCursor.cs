using System.Numerics;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Comments by a bit each, all with one score.</summary>
/// <param name="bits">The bits, 64 a word.</param>
/// <param name="cost">About how many there are.</param>
/// <param name="score">The score of each.</param>
internal sealed class BitsCursor(ulong[] bits, long cost, double score) : DocumentCursor
{
    public override long Cost => cost;

    /// <summary>The bits, 64 a word.</summary>
    public ulong[] Bits => bits;

    public override int Advance(int target)
    {
        var word = target >> 6;
        if (word >= bits.Length)
        {
            return Document = End;
        }

        var rest = bits[word] & (ulong.MaxValue << (target & 63));
        while (rest == 0)
        {
            if (++word == bits.Length)
            {
                return Document = End;
            }

            rest = bits[word];
        }

        return Document = (word << 6) | BitOperations.TrailingZeroCount(rest);
    }

    public override double Score() => score;

    public override double Bound(int target, out int end)
    {
        end = End;
        return score;
    }
}
