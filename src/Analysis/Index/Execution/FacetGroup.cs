using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Facets of few values, put together so that one word of bits tells a comment's values of them all.</summary>
/// <remarks>Made of the segments when it is first asked for: 8 bytes a comment, and a bit a comment and value.</remarks>
internal sealed class FacetGroup
{
    /// <summary>The bit that every comment has.</summary>
    public const int Anyone = 63;

    private readonly ImmutableArray<Lazy<ulong[]>> _masks;
    private readonly ImmutableArray<Lazy<ulong[][]>> _bits;

    private FacetGroup(ImmutableArray<FacetUniverse> facets, IReadOnlyList<SegmentReader> segments)
    {
        Facets = facets;
        var first = ImmutableArray.CreateBuilder<int>();
        foreach (var facet in facets)
        {
            first.Add(Width);
            Width += facet.Values.Length;
        }

        FirstBits = first.ToImmutable();
        _masks = [.. Enumerable.Range(0, segments.Count).Select(s => new Lazy<ulong[]>(() => Masks(s, segments[s].Documents)))];
        _bits = [.. Enumerable.Range(0, segments.Count).Select(s => new Lazy<ulong[][]>(() => Bits(s)))];
    }

    /// <summary>The facets.</summary>
    public ImmutableArray<FacetUniverse> Facets { get; }

    /// <summary>By facet the bit of its first value.</summary>
    public ImmutableArray<int> FirstBits { get; }

    /// <summary>How many bits the values take, at most <see cref="Anyone"/>.</summary>
    public int Width { get; }

    /// <summary>The counts over all comments, once they were asked for; the snapshot does not change.</summary>
    public GroupCounter? OfAll { get; set; }

    /// <summary>The groups of the facets that fit in one, in their order.</summary>
    public static ImmutableArray<FacetGroup> Of(IEnumerable<FacetUniverse> facets, IReadOnlyList<SegmentReader> segments)
    {
        var groups = ImmutableArray.CreateBuilder<FacetGroup>();
        var inOne = ImmutableArray.CreateBuilder<FacetUniverse>();
        foreach (var facet in facets.Where(f => f.Values.Length <= Anyone))
        {
            if (inOne.Sum(f => f.Values.Length) + facet.Values.Length > Anyone)
            {
                groups.Add(new FacetGroup(inOne.DrainToImmutable(), segments));
            }

            inOne.Add(facet);
        }

        return inOne.Count == 0 ? groups.ToImmutable() : [.. groups, new FacetGroup(inOne.ToImmutable(), segments)];
    }

    /// <summary>For each comment of a segment its values, and <see cref="Anyone"/>.</summary>
    /// <param name="segment">The segment's number.</param>
    public ulong[] MasksOf(int segment) => _masks[segment].Value;

    /// <summary>For each value the comments of a segment that have it, a bit each.</summary>
    /// <param name="segment">The segment's number.</param>
    public ulong[][] BitsOf(int segment) => _bits[segment].Value;

    private ulong[] Masks(int segment, int documents)
    {
        var masks = new ulong[documents];
        Array.Fill(masks, 1UL << Anyone);
        for (var facet = 0; facet < Facets.Length; facet++)
        {
            if (Facets[facet].Columns[segment] is not { } column)
            {
                continue;
            }

            var rows = column.All;
            var map = Facets[facet].Maps[segment];
            for (var document = 0; document < documents; document++)
            {
                var (start, end) = rows[document];
                for (var i = start; i < end; i++)
                {
                    masks[document] |= 1UL << (FirstBits[facet] + map[rows.Value(i)]);
                }
            }
        }

        return masks;
    }

    private ulong[][] Bits(int segment)
    {
        var masks = MasksOf(segment);
        var bits = new ulong[Width][];
        for (var value = 0; value < Width; value++)
        {
            bits[value] = HitBits.Empty(masks.Length);
            for (var document = 0; document < masks.Length; document++)
            {
                bits[value][document >> 6] |= ((masks[document] >> value) & 1) << (document & 63);
            }
        }

        return bits;
    }
}
