namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Makes one segment of several, without what was deleted; the comments keep their order.</summary>
internal static class SegmentMerger
{
    /// <summary>The sections of the merged segment.</summary>
    public static SegmentSections Merge(IReadOnlyList<SegmentReader> segments)
    {
        var maps = segments.Select(s => new int[s.Documents]).ToArray();
        var lengths = new List<int>();
        var ids = new List<string>();
        var layouts = new BlobColumn.Writer();
        var facets = new SortedDictionary<string, FacetWriter>(StringComparer.Ordinal);
        for (var s = 0; s < segments.Count; s++)
        {
            var segment = segments[s];
            for (var document = 0; document < segment.Documents; document++)
            {
                maps[s][document] = segment.IsLive(document) ? lengths.Count : -1;
                if (segment.IsLive(document))
                {
                    lengths.Add(segment.Lengths[document]);
                    ids.Add(segment.IdOf(document));
                    layouts.Add(segment.RawLayoutOf(document));
                }
            }

            foreach (var (name, column) in segment.Facets)
            {
                if (!facets.TryGetValue(name, out var writer))
                {
                    facets.Add(name, writer = new FacetWriter());
                }

                Add(column, maps[s], writer);
            }
        }

        int[] all = [.. lengths];
        var sections = new SegmentSections();
        Field([.. segments.Select(s => s.Terms)], maps, all).WriteTo(sections, SectionNames.Terms);
        Field([.. segments.Select(s => s.Surfaces)], maps, all).WriteTo(sections, SectionNames.Surfaces);
        SegmentBuilder.WriteDocuments(sections, all, ids);
        sections.Add(SectionNames.Layouts, layouts.ToBytes());
        foreach (var (name, writer) in facets)
        {
            sections.Add(SectionNames.Facet(name), writer.ToBytes(all.Length));
        }

        return sections;
    }

    private static void Add(FacetColumn column, int[] map, FacetWriter writer)
    {
        var rows = column.All;
        for (var document = 0; document < map.Length; document++)
        {
            var (start, end) = rows[document];
            for (var i = start; i < end && map[document] >= 0; i++)
            {
                writer.Add(map[document], column.Values[rows.Value(i)]);
            }
        }
    }

    private static FieldWriter Field(FieldReader[] fields, int[][] maps, int[] lengths)
    {
        var writer = new FieldWriter();
        var scans = fields.Select(f => f.Dictionary.All()).ToArray();
        var uses = new List<PositionRange>();
        while (Least(scans) is { } term)
        {
            var having = Enumerable.Range(0, scans.Length).Where(i => scans[i].Peek() && scans[i].Term.SequenceEqual(term)).ToList();
            writer.Postings.Begin(having.Exists(i => scans[i].Entry.HasLengths));
            var any = false;
            foreach (var i in having)
            {
                any |= Add(fields[i].Postings(scans[i].Entry), maps[i], lengths, writer.Postings, uses);
                scans[i].Take();
            }

            if (any)
            {
                writer.End(term);
            }
        }

        return writer;
    }

    private static string? Least(TermScan[] scans)
    {
        TermScan? least = null;
        foreach (var scan in scans)
        {
            if (scan.Peek() && (least is null || scan.Term.SequenceCompareTo(least.Term) < 0))
            {
                least = scan;
            }
        }

        return least?.Term.ToString();
    }

    private static bool Add(PostingsReader postings, int[] map, int[] lengths, PostingsWriter writer, List<PositionRange> uses)
    {
        var any = false;
        for (var block = 0; block < postings.Blocks; block++)
        {
            postings.Read(block);
            for (var i = 0; i < postings.Size; i++)
            {
                var document = map[postings.Block[i]];
                if (document >= 0)
                {
                    uses.Clear();
                    postings.Positions(i, uses);
                    int[] starts = [.. uses.Select(u => u.Start)];
                    int[] spans = [.. uses.Select(u => u.End - u.Start)];
                    writer.Add(document, starts, spans, lengths[document]);
                    any = true;
                }
            }
        }

        return any;
    }
}
