using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Counts every term over the comments that match and over all.</summary>
internal static class TermCounting
{
    /// <summary>The terms that a comment that matches has, in ordinal order; deleted comments do not count.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="plan">The query.</param>
    public static ImmutableArray<TermCount> Of(IReadOnlyList<SegmentReader> segments, QueryPlan plan)
    {
        var counts = new SortedDictionary<string, (int Inside, int All)>(StringComparer.Ordinal);
        for (var s = 0; s < segments.Count; s++)
        {
            var inside = Matching(segments[s], plan.Cursor(s));
            var scan = segments[s].Terms.Dictionary.All();
            while (scan.MoveNext())
            {
                var (within, all) = Count(segments[s], scan.Entry, inside);
                if (all > 0)
                {
                    var term = scan.Term.ToString();
                    var before = counts.GetValueOrDefault(term);
                    counts[term] = (before.Inside + within, before.All + all);
                }
            }
        }

        return [.. counts.Where(c => c.Value.Inside > 0).Select(c => new TermCount(c.Key, c.Value.Inside, c.Value.All))];
    }

    private static ulong[] Matching(SegmentReader segment, DocumentCursor cursor)
    {
        var bits = HitBits.Empty(segment.Documents);
        for (var document = cursor.Advance(0); document != DocumentCursor.End; document = cursor.Advance(document + 1))
        {
            bits[document >> 6] |= 1UL << (document & 63);
        }

        HitBits.Keep(bits, segment.Live);
        return bits;
    }

    private static (int Inside, int All) Count(SegmentReader segment, TermEntry entry, ulong[] inside)
    {
        var postings = segment.Terms.Postings(entry);
        var (within, all) = (0, 0);
        for (var block = 0; block < postings.Blocks; block++)
        {
            postings.Read(block);
            foreach (var document in postings.Block.AsSpan(0, postings.Size))
            {
                within += (int)(inside[document >> 6] >> (document & 63)) & 1;
                all += segment.IsLive(document) ? 1 : 0;
            }
        }

        return (within, all);
    }
}
