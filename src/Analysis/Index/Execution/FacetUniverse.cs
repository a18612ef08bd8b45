using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>The values of a facet over all segments, and each segment's ordinals among them.</summary>
internal sealed class FacetUniverse
{
    private readonly ImmutableArray<Lazy<int[]>> _numbers;

    public FacetUniverse(string name, IReadOnlyList<SegmentReader> segments)
    {
        Name = name;
        Columns = [.. segments.Select(s => s.Facets.GetValueOrDefault(name))];
        var all = new SortedSet<string>(FacetOrder.Values);
        foreach (var column in Columns)
        {
            all.UnionWith(column is null ? [] : column.Values);
        }

        Values = [.. all];
        var numbers = Values.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i, StringComparer.Ordinal);
        Maps = [.. Columns.Select(c => c is null ? [] : c.Values.Select(v => numbers[v]).ToArray())];
        IsSingle = Columns.All(c => c is null or { IsSingle: true });
        _numbers = [.. Enumerable.Range(0, Columns.Length).Select(s => new Lazy<int[]>(() => Numbers(s, segments[s].Documents)))];
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The values in the order of <see cref="FacetOrder.Values"/>.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether no comment has more than one value.</summary>
    public bool IsSingle { get; }

    /// <summary>The counts over all comments, once they were asked for; the snapshot does not change.</summary>
    public FacetCounter? OfAll { get; set; }

    /// <summary>By segment its column; null where it has none.</summary>
    public ImmutableArray<FacetColumn?> Columns { get; }

    /// <summary>By segment the number of each of its ordinals.</summary>
    public ImmutableArray<int[]> Maps { get; }

    /// <summary>For each comment of a segment the number of its value plus one, or 0 for none; only where no comment has several.</summary>
    /// <param name="segment">The segment's number.</param>
    public int[] NumbersOf(int segment) => _numbers[segment].Value;

    private int[] Numbers(int segment, int documents)
    {
        var numbers = new int[documents];
        if (Columns[segment] is { } column)
        {
            int[] map = [0, .. Maps[segment].Select(number => number + 1)];
            var first = column.First.All;
            for (var document = 0; document < documents; document++)
            {
                numbers[document] = map[first[document]];
            }
        }

        return numbers;
    }
}
