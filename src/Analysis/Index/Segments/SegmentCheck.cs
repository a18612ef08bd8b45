namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Verifies that the structures of a segment agree.</summary>
internal static class SegmentCheck
{
    /// <summary>Says the name of each section that does not hold.</summary>
    /// <exception cref="IndexException">A structure cannot be read.</exception>
    public static void Verify(SegmentReader segment, Action<string> says)
    {
        Field(segment, segment.Terms, SectionNames.Terms, says);
        Field(segment, segment.Surfaces, SectionNames.Surfaces, says);
        for (var i = 1; i < segment.Documents; i++)
        {
            if (segment.IdAtOrder(i - 1).SequenceCompareTo(segment.IdAtOrder(i)) > 0)
            {
                says(SectionNames.IdOrder);
                break;
            }
        }

        for (var document = 0; document < segment.Documents; document++)
        {
            segment.LayoutOf(document);
        }

        foreach (var (name, column) in segment.Facets)
        {
            if (!IsRight(column, segment.Documents))
            {
                says(SectionNames.Facet(name));
            }
        }
    }

    private static void Field(SegmentReader segment, FieldReader field, string name, Action<string> says)
    {
        var scan = field.Dictionary.All();
        var before = "";
        var uses = new List<PositionRange>();
        var count = 0;
        while (scan.MoveNext())
        {
            if (count++ > 0 && scan.Term.SequenceCompareTo(before) <= 0)
            {
                says(SectionNames.Dictionary(name));
            }

            before = scan.Term.ToString();
            if (!IsRight(field.Postings(scan.Entry), segment, uses))
            {
                says(SectionNames.Postings(name));
                return;
            }
        }
    }

    private static bool IsRight(PostingsReader postings, SegmentReader segment, List<PositionRange> uses)
    {
        var before = -1;
        for (var block = 0; block < postings.Blocks; block++)
        {
            postings.Read(block);
            var bound = postings.BoundOf(block);
            var counts = postings.Counts();
            for (var i = 0; i < postings.Size; i++)
            {
                uses.Clear();
                postings.Positions(i, uses);
                var document = postings.Block[i];
                if (document <= before || uses.Count != counts[i] || !bound.Holds(uses.Count, segment.Lengths[document])
                    || !uses.Zip(uses.Skip(1)).All(p => p.First.Start < p.Second.Start))
                {
                    return false;
                }

                before = document;
            }
        }

        return true;
    }

    private static bool IsRight(FacetColumn column, int documents)
    {
        var counts = new int[column.Values.Length];
        var rows = column.All;
        for (var document = 0; document < documents; document++)
        {
            var (start, end) = rows[document];
            for (var i = start; i < end; i++)
            {
                if (rows.Value(i) >= counts.Length)
                {
                    return false;
                }

                counts[rows.Value(i)]++;
            }
        }

        return counts.SequenceEqual(column.Counts)
            && column.Values.Zip(column.Values.Skip(1)).All(p => string.CompareOrdinal(p.First, p.Second) < 0);
    }
}
