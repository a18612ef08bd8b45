using System.Numerics;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>The best and the number of the comments of a segment with all of some frequent terms.</summary>
/// <remarks>
/// Where the rarest of the terms is not much rarer than the others, a bit and a byte for each comment of each term find and score the hits sooner
/// than cursors that go from one to the next.
/// </remarks>
internal sealed class TermMeet
{
    // A cursor takes about so much longer for a comment of the rarest term than this for a comment of any.
    private const int CursorCost = 12;

    // Where fewer comments of a segment have the rarest term, clearing a byte for each comment costs more than it saves.
    private const int Rarest = 32;

    private readonly TermPlan[] _terms;
    private readonly SegmentReader _segment;
    private readonly UnpackedTerm[] _unpacked;

    /// <summary>Finds the hits.</summary>
    /// <param name="terms">The terms, all of which the segment has.</param>
    /// <param name="number">The segment's number.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="frequent">Its most frequent terms.</param>
    public TermMeet(TermPlan[] terms, int number, SegmentReader segment, FrequentTerms frequent)
    {
        (_terms, _segment) = (terms, segment);
        _unpacked = Array.ConvertAll(terms, t => frequent.Kept(t.Entries[number]) ?? UnpackedTerm.Of(segment, t.Entries[number]));
        Bits = [.. _unpacked[0].Bits];
        foreach (var other in _unpacked.AsSpan(1))
        {
            for (var i = 0; i < Bits.Length; i++)
            {
                Bits[i] &= other.Bits[i];
            }
        }

        HitBits.Keep(Bits, segment.Live);
    }

    /// <summary>The comments that are alive and have all of the terms, a bit each.</summary>
    public ulong[] Bits { get; }

    /// <summary>Whether this is the faster way in a segment.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="number">The segment's number.</param>
    /// <param name="segment">The segment; of comments of at most 255 terms, so that a byte tells how often one has a term.</param>
    public static bool IsFaster(TermPlan[] terms, int number, SegmentReader segment)
    {
        var documents = Array.ConvertAll(terms, t => (long)t.Entries[number].Documents);
        return segment.Lengths.IsShort && documents.Min() > segment.Documents / Rarest && documents.Min() * CursorCost >= documents.Sum();
    }

    /// <summary>Offers the hits; the score is the sum in the order of the terms.</summary>
    /// <param name="similarity">How comments score.</param>
    /// <param name="first">Number of the segment's first comment in the snapshot.</param>
    /// <param name="top">The best so far.</param>
    public void Top(Similarity similarity, int first, TopHits top)
    {
        var lengths = _segment.Lengths;
        var tables = Array.ConvertAll(_terms, t => t.Scores.Value);
        var counts = Array.ConvertAll(_unpacked, u => u.Counts);
        var threshold = top.Threshold;
        for (var word = 0; word < Bits.Length; word++)
        {
            for (var bits = Bits[word]; bits != 0; bits &= bits - 1)
            {
                var document = (word << 6) | BitOperations.TrailingZeroCount(bits);
                var length = lengths[document];
                var score = 0.0;
                for (var term = 0; term < tables.Length; term++)
                {
                    int count = counts[term][document];
                    score += count < 4 ? tables[term][(count << 8) | length] : similarity.Score(_terms[term].Weight, count, length);
                }

                if (score > threshold)
                {
                    top.Offer(score, first + document);
                    threshold = top.Threshold;
                }
            }
        }
    }
}
