using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>Which segments are merged, and merging them.</summary>
internal static class SegmentMerging
{
    /// <summary>
    /// From the end: a segment joins the one before while that has at most twice as many comments and both together are not too many,
    /// so that the number of segments grows with the logarithm of the comments; and one of which half is deleted is written anew.
    /// </summary>
    /// <returns>First segment and number of segments of each merge, in order.</returns>
    public static IReadOnlyList<(int First, int Count)> Groups(IReadOnlyList<SegmentEntry> segments, IndexWriterOptions options)
    {
        var groups = new List<(int First, int Count)>();
        for (var last = segments.Count - 1; last >= 0;)
        {
            var first = last;
            long together = segments[last].Live;
            while (first > 0 && segments[first - 1].Live <= 2 * together && together + segments[first - 1].Live <= options.MergedComments)
            {
                together += segments[--first].Live;
            }

            if (first < last || segments[last].Live * 2L < segments[last].Documents)
            {
                groups.Add((first, last - first + 1));
            }

            last = first - 1;
        }

        groups.Reverse();
        return groups;
    }

    /// <summary>The segments after the merges.</summary>
    public static ImmutableArray<SegmentEntry> Merge(
        IReadOnlyList<OpenSegment> segments, IReadOnlyList<(int First, int Count)> groups, Func<SegmentSections, int, SegmentEntry> write)
    {
        var merged = ImmutableArray.CreateBuilder<SegmentEntry>();
        var next = 0;
        foreach (var (first, count) in groups)
        {
            merged.AddRange(segments.Skip(next).Take(first - next).Select(s => s.Entry));
            var group = segments.Skip(first).Take(count).Select(s => s.Reader).ToList();
            var documents = group.Sum(s => s.LiveCount);
            if (documents > 0)
            {
                merged.Add(write(SegmentMerger.Merge(group), documents));
            }

            next = first + count;
        }

        merged.AddRange(segments.Skip(next).Select(s => s.Entry));
        return merged.ToImmutable();
    }
}
