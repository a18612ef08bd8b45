namespace FeedbackLab.Analysis.Networks;

/// <summary>How many shortest ways lead through a node (Freeman 1977), by Brandes' algorithm (2001), steps counted and not weights.</summary>
internal static class Betweenness
{
    /// <summary>By node the share of the pairs of other nodes whose shortest ways lead through it, 0 to 1.</summary>
    /// <param name="graph">The graph.</param>
    public static double[] Of(Graph graph)
    {
        var through = new double[graph.Count];
        for (var source = 0; source < graph.Count; source++)
        {
            Add(graph, source, through);
        }

        var pairs = (graph.Count - 1.0) * (graph.Count - 2.0);
        return [.. through.Select(t => pairs > 0 ? t / pairs : 0)];
    }

    private static void Add(Graph graph, int source, double[] through)
    {
        var steps = Enumerable.Repeat(-1, graph.Count).ToArray();
        var ways = new double[graph.Count];
        var order = new List<int> { source };
        (steps[source], ways[source]) = (0, 1);
        for (var i = 0; i < order.Count; i++)
        {
            var node = order[i];
            foreach (var (other, _) in graph.Of(node))
            {
                if (steps[other] < 0)
                {
                    steps[other] = steps[node] + 1;
                    order.Add(other);
                }

                ways[other] += steps[other] == steps[node] + 1 ? ways[node] : 0;
            }
        }

        var share = new double[graph.Count];
        for (var i = order.Count - 1; i > 0; i--)
        {
            var node = order[i];
            foreach (var (before, _) in graph.Of(node).Where(n => steps[n.Node] == steps[node] - 1))
            {
                share[before] += ways[before] / ways[node] * (1 + share[node]);
            }

            through[node] += share[node];
        }
    }
}
