using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>The best and the number of the comments with any of some terms, without scoring what cannot be among the best.</summary>
/// <remarks>
/// MaxScore (Turtle and Flood 1995) with bounds for each block (Ding and Suel 2011, "Faster top-k document retrieval using
/// block-max indexes"): terms whose bounds together do not reach the threshold lead to no comment of their own, and blocks whose bounds
/// do not reach it are passed over.
/// </remarks>
internal static class TermUnion
{
    /// <summary>How many comments that are alive have any of the terms.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="number">The segment's number.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="hits">Where the comments go; null where only their number is wanted.</param>
    public static int Count(TermPlan[] terms, int number, SegmentReader segment, ulong[]? hits)
    {
        if (terms.Length == 1 && hits is null)
        {
            return terms[0].Having[number];
        }

        var bits = hits ?? HitBits.Empty(segment.Documents);
        foreach (var entry in terms.Select(t => t.Entries[number]).Where(e => e.Documents > 0).Distinct())
        {
            HitBits.Add(bits, segment.Terms.Postings(entry));
        }

        HitBits.Keep(bits, segment.Live);
        return HitBits.Count(bits);
    }

    /// <summary>Offers the comments that may be among the best.</summary>
    public static void Top(TermPlan[] terms, int number, SegmentReader segment, Similarity similarity, int first, TopHits top)
    {
        if (terms.Length == 1)
        {
            Top(terms[0], number, segment, similarity, first, top, null);
            return;
        }

        var inOrder = terms
            .Where(t => t.Entries[number].Documents > 0)
            .Select(t => new TermCursor(segment.Terms.Postings(t.Entries[number]), segment, similarity, t.Weight))
            .ToArray();
        TermCursor[] cursors = [.. inOrder.OrderBy(c => c.Highest)];
        var sums = new double[cursors.Length + 1];
        for (var i = 0; i < cursors.Length; i++)
        {
            sums[i + 1] = sums[i] + cursors[i].Highest;
        }

        var leading = 0;
        var passed = -1;
        for (var target = 0; ;)
        {
            while (leading < cursors.Length && sums[leading + 1] * Similarity.SumSlack <= top.Threshold)
            {
                leading++;
            }

            if (leading == cursors.Length)
            {
                return;
            }

            if (target > passed)
            {
                target = PassBlocks(cursors, leading, sums[leading], target, top.Threshold, out passed);
            }

            var document = DocumentCursor.End;
            for (var i = leading; i < cursors.Length && target != DocumentCursor.End; i++)
            {
                document = Math.Min(document, cursors[i].Document < target ? cursors[i].Advance(target) : cursors[i].Document);
            }

            if (document == DocumentCursor.End)
            {
                return;
            }

            if (segment.IsLive(document) && MayReach(cursors, leading, sums, document, top.Threshold))
            {
                var score = 0.0;
                foreach (var cursor in inOrder)
                {
                    score += cursor.Document == document ? cursor.Score() : 0;
                }

                top.Offer(score, first + document);
            }

            target = document + 1;
        }
    }

    /// <summary>Offers the comments with a term that may be among the best.</summary>
    /// <param name="term">The term.</param>
    /// <param name="number">The segment's number.</param>
    /// <param name="segment">The segment.</param>
    /// <param name="similarity">How comments score.</param>
    /// <param name="first">Number of the segment's first comment in the snapshot.</param>
    /// <param name="top">The best so far.</param>
    /// <param name="hits">Where all comments with the term go, so that its blocks are read once for both; null where they are not wanted.</param>
    public static void Top(TermPlan term, int number, SegmentReader segment, Similarity similarity, int first, TopHits top, ulong[]? hits)
    {
        if (term.Entries[number].Documents == 0)
        {
            return;
        }

        var postings = segment.Terms.Postings(term.Entries[number]);
        for (var block = 0; block < postings.Blocks; block++)
        {
            var threshold = top.Threshold;
            var mayReach = similarity.Bound(term.Weight, postings.BoundOf(block)) > threshold;
            if (!mayReach && hits is null)
            {
                continue;
            }

            postings.Read(block);
            if (hits is not null)
            {
                HitBits.Add(hits, postings.Block.AsSpan(0, postings.Size));
            }

            if (!mayReach)
            {
                continue;
            }

            var counts = postings.Counts();
            for (var i = 0; i < counts.Length; i++)
            {
                var document = postings.Block[i];
                var score = similarity.Score(term.Weight, counts[i], segment.Lengths[document]);
                if (score > threshold && segment.IsLive(document))
                {
                    top.Offer(score, first + document);
                    threshold = top.Threshold;
                }
            }
        }
    }

    // The first comment, from one on, in whose blocks the threshold can be exceeded, and the last of these.
    private static int PassBlocks(TermCursor[] cursors, int leading, double others, int target, double threshold, out int passed)
    {
        passed = DocumentCursor.End;
        while (target != DocumentCursor.End)
        {
            var bound = others;
            var end = DocumentCursor.End;
            for (var i = leading; i < cursors.Length; i++)
            {
                bound += cursors[i].Bound(target, out var until);
                end = Math.Min(end, until);
            }

            if (bound * Similarity.SumSlack > threshold)
            {
                passed = end;
                return target;
            }

            target = end == DocumentCursor.End ? end : end + 1;
        }

        return target;
    }

    private static bool MayReach(TermCursor[] cursors, int leading, double[] sums, int document, double threshold)
    {
        // What the blocks say first: most comments need no score.
        var bound = sums[leading];
        for (var i = leading; i < cursors.Length; i++)
        {
            bound += cursors[i].Document == document ? cursors[i].Bound(document, out _) : 0;
        }

        if (bound * Similarity.SumSlack <= threshold)
        {
            return false;
        }

        var reached = 0.0;
        for (var i = leading; i < cursors.Length; i++)
        {
            reached += cursors[i].Document == document ? cursors[i].Score() : 0;
        }

        for (var i = leading - 1; i >= 0; i--)
        {
            if ((reached + sums[i + 1]) * Similarity.SumSlack <= threshold)
            {
                return false;
            }

            if (cursors[i].Document < document)
            {
                cursors[i].Advance(document);
            }

            reached += cursors[i].Document == document ? cursors[i].Score() : 0;
        }

        return reached * Similarity.SumSlack > threshold;
    }
}
