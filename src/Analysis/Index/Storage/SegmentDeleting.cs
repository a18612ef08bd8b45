using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>Finds the comments that others replace or that are removed.</summary>
internal static class SegmentDeleting
{
    /// <summary>The segments without those comments.</summary>
    /// <param name="segments">The segments in order.</param>
    /// <param name="known">How many of them were there before; in them no id stands twice.</param>
    /// <param name="removed">Ids, each with the number of segments that it is removed from.</param>
    /// <param name="write">Writes which comments are alive and returns the file's name.</param>
    public static ImmutableArray<SegmentEntry> Delete(
        IReadOnlyList<OpenSegment> segments, int known, IReadOnlyList<(string Id, int Before)> removed, Func<LiveDocuments, string> write)
    {
        var dead = segments.Select(_ => new HashSet<int>()).ToList();
        for (var later = known; later < segments.Count; later++)
        {
            Within(segments[later].Reader, dead[later]);
            for (var earlier = 0; earlier < later; earlier++)
            {
                Between(segments[earlier].Reader, segments[later].Reader, dead[earlier]);
            }
        }

        foreach (var (id, before) in removed)
        {
            for (var s = 0; s < before; s++)
            {
                dead[s].UnionWith(segments[s].Reader.AllWith(id));
            }
        }

        return [.. segments.Select((s, i) =>
        {
            if (!dead[i].Any(s.Reader.IsLive))
            {
                return s.Entry;
            }

            var live = LiveDocuments.Without(s.Live, s.Entry.Documents, dead[i]);
            return s.Entry with { Live = live.Count, LiveFile = write(live) };
        })];
    }

    private static void Within(SegmentReader segment, HashSet<int> dead)
    {
        for (var i = 1; i < segment.Documents; i++)
        {
            if (segment.IdAtOrder(i - 1).SequenceEqual(segment.IdAtOrder(i)))
            {
                // Equal ids are in the order of adding; the last counts.
                dead.Add(segment.AtOrder(i - 1));
            }
        }
    }

    private static void Between(SegmentReader earlier, SegmentReader later, HashSet<int> dead)
    {
        var (a, b) = (0, 0);
        while (a < earlier.Documents && b < later.Documents)
        {
            var order = earlier.IdAtOrder(a).SequenceCompareTo(later.IdAtOrder(b));
            if (order == 0)
            {
                dead.Add(earlier.AtOrder(a));
            }

            a += order <= 0 ? 1 : 0;
            b += order > 0 ? 1 : 0;
        }
    }
}
