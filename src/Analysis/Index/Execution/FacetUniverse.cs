using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>The values of a facet over all segments, and each segment's ordinals among them.</summary>
internal sealed class FacetUniverse
{
    public FacetUniverse(string name, IReadOnlyList<SegmentReader> segments)
    {
        Columns = [.. segments.Select(s => s.Facets.GetValueOrDefault(name))];
        var all = new SortedSet<string>(FacetOrder.Values);
        foreach (var column in Columns)
        {
            all.UnionWith(column is null ? [] : column.Values);
        }

        Values = [.. all];
        var numbers = Values.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i, StringComparer.Ordinal);
        Maps = [.. Columns.Select(c => c is null ? [] : c.Values.Select(v => numbers[v]).ToArray())];
    }

    /// <summary>The values in the order of <see cref="FacetOrder.Values"/>.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>The counts over all comments, once they were asked for; the snapshot does not change.</summary>
    public FacetCounter? OfAll { get; set; }

    /// <summary>By segment its column; null where it has none.</summary>
    public ImmutableArray<FacetColumn?> Columns { get; }

    /// <summary>By segment the number of each of its ordinals.</summary>
    public ImmutableArray<int[]> Maps { get; }
}
