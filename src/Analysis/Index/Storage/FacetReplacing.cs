using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Packing;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>Gives the comments of an index other values of a facet; everything else of their segments is copied as it is.</summary>
internal static class FacetReplacing
{
    /// <summary>The segments after it; one whose values are the same stays.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="name">The facet.</param>
    /// <param name="valuesOf">The values of a comment, by its id.</param>
    /// <param name="write">Writes a segment.</param>
    public static ImmutableArray<SegmentEntry> Replace(
        IReadOnlyList<OpenSegment> segments, string name, Func<string, ImmutableArray<string>> valuesOf, Func<SegmentSections, int, SegmentEntry> write)
    {
        var replaced = ImmutableArray.CreateBuilder<SegmentEntry>(segments.Count);
        foreach (var segment in segments)
        {
            var column = Column(segment.Reader, valuesOf);
            var section = SectionNames.Facet(name);
            var before = segment.Sections.FirstOrDefault(s => s.Name == section).Bytes;
            if (column is null ? before.IsEmpty : column.Written.SequenceEqual(before.Span))
            {
                replaced.Add(segment.Entry);
                continue;
            }

            var written = write(With(segment, section, column), segment.Entry.Documents);
            replaced.Add(segment.Entry with { File = written.File, Checksum = written.Checksum });
        }

        return replaced.MoveToImmutable();
    }

    private static ByteSink? Column(SegmentReader segment, Func<string, ImmutableArray<string>> valuesOf)
    {
        var facet = new FacetWriter();
        var any = false;
        for (var document = 0; document < segment.Documents; document++)
        {
            foreach (var value in valuesOf(segment.IdOf(document)))
            {
                facet.Add(document, value);
                any = true;
            }
        }

        return any ? facet.ToBytes(segment.Documents) : null;
    }

    private static SegmentSections With(OpenSegment segment, string section, ByteSink? column)
    {
        var sections = new SegmentSections();
        foreach (var (name, bytes, _) in segment.Sections.Where(s => s.Name != section))
        {
            var copy = new ByteSink();
            copy.Bytes(bytes.Span);
            sections.Add(name, copy);
        }

        if (column is not null)
        {
            sections.Add(section, column);
        }

        return sections;
    }
}
