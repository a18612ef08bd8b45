using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>Builds segments of many comments on several threads.</summary>
internal static class SegmentBuilding
{
    // Fewer are not worth a second segment.
    private const int FewComments = 1000;

    /// <summary>The segments in the order of their sources; where they are cut does not depend on the threads.</summary>
    public static ImmutableArray<SegmentEntry> Build<T>(
        IReadOnlyList<T> sources, Func<Func<T, IndexDocument>> reader, IndexWriterOptions options, Func<SegmentSections, int, SegmentEntry> write)
    {
        var least = sources.Count < FewComments ? 1 : 2;
        var parts = sources.Count == 0 ? 0 : Math.Max(least, (int)(((long)sources.Count + options.SegmentComments - 1) / options.SegmentComments));
        var built = new List<SegmentEntry>[parts];
        var next = -1;
        AtOnce.For(Math.Min(options.Workers, Math.Max(1, parts)), options.Workers, _ =>
        {
            var read = reader();
            for (var part = Interlocked.Increment(ref next); part < parts; part = Interlocked.Increment(ref next))
            {
                var first = (int)((long)sources.Count * part / parts);
                var end = (int)((long)sources.Count * (part + 1) / parts);
                built[part] = Build(sources, first, end, read, options, write);
            }
        });

        return [.. built.SelectMany(b => b)];
    }

    private static List<SegmentEntry> Build<T>(
        IReadOnlyList<T> sources,
        int first,
        int end,
        Func<T, IndexDocument> read,
        IndexWriterOptions options,
        Func<SegmentSections, int, SegmentEntry> write)
    {
        var built = new List<SegmentEntry>();
        var builder = new SegmentBuilder();
        for (var i = first; i < end; i++)
        {
            var document = read(sources[i]);
            DocumentCheck.Require(document);
            builder.Add(document);
            if (builder.Uses >= options.SegmentUses || i + 1 == end)
            {
                built.Add(write(builder.ToSections(), builder.Documents));
                builder = new SegmentBuilder();
            }
        }

        return built;
    }
}
