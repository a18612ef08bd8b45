using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Networks;

/// <summary>An undirected graph with weighted edges.</summary>
internal sealed class Graph
{
    private readonly List<(int Node, double Weight)>[] _neighbours;

    /// <summary>A graph without edges.</summary>
    /// <param name="nodes">How many nodes it has.</param>
    public Graph(int nodes)
    {
        _neighbours = [.. Enumerable.Range(0, nodes).Select(_ => new List<(int, double)>())];
        Loops = new double[nodes];
    }

    /// <summary>How many nodes it has.</summary>
    public int Count => _neighbours.Length;

    /// <summary>By node, twice the weight of the edges that lie within it: a node may stand for several.</summary>
    public double[] Loops { get; }

    /// <summary>A graph of some edges.</summary>
    public static Graph Of(int nodes, IEnumerable<(int First, int Second, double Weight)> edges)
    {
        var graph = new Graph(nodes);
        foreach (var (first, second, weight) in edges)
        {
            graph.Add(first, second, weight);
        }

        return graph;
    }

    /// <summary>The nodes that one has an edge to, and its weight.</summary>
    public IReadOnlyList<(int Node, double Weight)> Of(int node) => _neighbours[node];

    /// <summary>The weight of a node's edges, those within it twice.</summary>
    public double Strength(int node) => Loops[node] + _neighbours[node].Sum(n => n.Weight);

    /// <summary>The graph whose nodes are groups of this one's.</summary>
    /// <param name="groups">By node its group, 0-based without gaps.</param>
    public Graph Grouped(int[] groups)
    {
        var grouped = new Graph(groups.Length == 0 ? 0 : groups.Max() + 1);
        var edges = new SortedDictionary<(int, int), double>();
        for (var node = 0; node < Count; node++)
        {
            grouped.Loops[groups[node]] += Loops[node];
            foreach (var (other, weight) in _neighbours[node])
            {
                if (groups[other] == groups[node])
                {
                    grouped.Loops[groups[node]] += weight;
                }
                else if (node < other)
                {
                    var edge = (Math.Min(groups[node], groups[other]), Math.Max(groups[node], groups[other]));
                    edges[edge] = edges.GetValueOrDefault(edge) + weight;
                }
            }
        }

        foreach (var ((first, second), weight) in edges)
        {
            grouped.Add(first, second, weight);
        }

        return grouped;
    }

    /// <summary>The nodes that hang together, each group in order, by its first node.</summary>
    public ImmutableArray<ImmutableArray<int>> Components()
    {
        var seen = new bool[Count];
        var components = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        for (var start = 0; start < Count; start++)
        {
            if (!seen[start])
            {
                var reached = new List<int> { start };
                seen[start] = true;
                for (var i = 0; i < reached.Count; i++)
                {
                    foreach (var (other, _) in _neighbours[reached[i]].Where(n => !seen[n.Node]))
                    {
                        seen[other] = true;
                        reached.Add(other);
                    }
                }

                components.Add([.. reached.Order()]);
            }
        }

        return components.ToImmutable();
    }

    private void Add(int first, int second, double weight)
    {
        _neighbours[first].Add((second, weight));
        _neighbours[second].Add((first, weight));
    }
}
