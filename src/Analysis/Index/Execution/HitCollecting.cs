using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Goes through a segment's hits one by one: counts them, keeps the best and notes them all for the facets.</summary>
/// <param name="segment">The segment.</param>
/// <param name="rank">What a comment is ordered by, the highest first; null for its score.</param>
/// <param name="first">Number of the segment's first comment in the snapshot.</param>
/// <param name="bits">Takes the hits, a bit each; null where nobody wants them.</param>
internal sealed class HitCollecting(SegmentReader segment, Func<int, double>? rank, int first, ulong[]? bits)
{
    /// <summary>Collects the hits.</summary>
    /// <param name="cursor">The hits, from the beginning.</param>
    /// <param name="second">The same hits once more, for a second thread to begin in the middle; null for one thread.</param>
    /// <param name="top">Takes the best.</param>
    /// <returns>How many hits there are.</returns>
    public int Collect(DocumentCursor cursor, DocumentCursor? second, TopHits top)
    {
        if (second is null)
        {
            return Between(cursor, 0, DocumentCursor.End, top);
        }

        // A word of bits belongs to one of the threads alone.
        var middle = segment.Documents / 2 / 64 * 64;
        var (before, after) = (0, 0);
        var later = new TopHits(top.Size);
        AtOnce.Run(() => before = Between(cursor, 0, middle, top), () => after = Between(second, middle, DocumentCursor.End, later));
        foreach (var (value, document) in later.InOrder().OrderBy(h => h.Document))
        {
            top.Offer(value, document);
        }

        return before + after;
    }

    private int Between(DocumentCursor cursor, int from, int end, TopHits top)
    {
        var total = 0;
        var boundEnd = -1;
        var bound = 0.0;
        for (var document = cursor.Advance(from); document < end; document = cursor.Advance(document + 1))
        {
            if (!segment.IsLive(document))
            {
                continue;
            }

            total++;
            if (bits is not null)
            {
                bits[document >> 6] |= 1UL << (document & 63);
            }

            if (rank is not null)
            {
                top.Offer(rank(document), first + document);
                continue;
            }

            if (document > boundEnd)
            {
                bound = cursor.Bound(document, out boundEnd) * Similarity.SumSlack;
            }

            if (bound > top.Threshold)
            {
                top.Offer(cursor.Score(), first + document);
            }
        }

        return total;
    }
}
