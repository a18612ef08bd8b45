namespace FeedbackLab.Analysis.Networks;

/// <summary>Communities of a graph by the Leiden algorithm (Traag, Waltman and van Eck 2019) on modularity.</summary>
/// <remarks>
/// Nodes move in their order, and the refinement takes the best partner instead of drawing one, so that the same graph always gives the same
/// communities. Every community hangs together.
/// </remarks>
internal static class Leiden
{
    // What two orders of one sum may differ by.
    private const double Tolerance = 1e-12;
    private const int MostRounds = 50;

    /// <summary>By node the number of its community: the largest is 0, of equals the one with the first node.</summary>
    /// <param name="graph">The graph.</param>
    public static int[] Communities(Graph graph)
    {
        var whole = Enumerable.Range(0, graph.Count).Sum(graph.Strength);
        int[] membership = [.. Enumerable.Range(0, graph.Count)];
        if (whole <= 0)
        {
            return membership;
        }

        var level = graph;
        int[] start = [.. membership];
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = Numbered(Move(level, start, whole));
            if (moved.Distinct().Count() == level.Count)
            {
                return BySize([.. membership.Select(m => moved[m])]);
            }

            var refined = Numbered(Refine(level, moved, whole));
            var groups = refined.Max() + 1;
            if (groups == level.Count)
            {
                return BySize([.. membership.Select(m => moved[m])]);
            }

            start = new int[groups];
            for (var node = 0; node < level.Count; node++)
            {
                start[refined[node]] = moved[node];
            }

            membership = [.. membership.Select(m => refined[m])];
            level = level.Grouped(refined);
        }

        return BySize([.. membership.Select(m => start[m])]);
    }

    // Each node goes where it adds most, until none gains; who loses a neighbour is asked again.
    private static int[] Move(Graph graph, int[] start, double whole)
    {
        int[] community = [.. start];
        var strengths = new double[Math.Max(graph.Count, community.Max() + 1)];
        for (var node = 0; node < graph.Count; node++)
        {
            strengths[community[node]] += graph.Strength(node);
        }

        var queue = new Queue<int>(Enumerable.Range(0, graph.Count));
        var waiting = Enumerable.Repeat(true, graph.Count).ToArray();
        while (queue.TryDequeue(out var node))
        {
            waiting[node] = false;
            var own = graph.Strength(node);
            strengths[community[node]] -= own;
            var best = Best(graph, node, community, strengths, own, whole, _ => true, community[node]);
            if (best != community[node])
            {
                foreach (var (other, _) in graph.Of(node).Where(n => community[n.Node] != best && !waiting[n.Node]))
                {
                    waiting[other] = true;
                    queue.Enqueue(other);
                }

                community[node] = best;
            }

            strengths[best] += own;
        }

        return community;
    }

    // Within each community nodes that are alone join what they are well connected to.
    private static int[] Refine(Graph graph, int[] communities, double whole)
    {
        int[] refined = [.. Enumerable.Range(0, graph.Count)];
        double[] strengths = [.. Enumerable.Range(0, graph.Count).Select(graph.Strength)];
        var sizes = Enumerable.Repeat(1, graph.Count).ToArray();
        var total = new double[communities.Max() + 1];
        for (var node = 0; node < graph.Count; node++)
        {
            total[communities[node]] += strengths[node];
        }

        for (var node = 0; node < graph.Count; node++)
        {
            var own = graph.Strength(node);
            var within = graph.Of(node).Where(n => communities[n.Node] == communities[node]).Sum(n => n.Weight);
            if (sizes[refined[node]] != 1 || within < own * (total[communities[node]] - own) / whole - Tolerance)
            {
                continue;
            }

            var from = refined[node];
            strengths[from] -= own;
            var best = Best(graph, node, refined, strengths, own, whole, other => communities[other] == communities[node], from);
            strengths[best] += own;
            sizes[from]--;
            sizes[best]++;
            refined[node] = best;
        }

        return refined;
    }

    // The community that gains most by a node; it stays where nothing gains more.
    private static int Best(
        Graph graph, int node, int[] community, double[] strengths, double own, double whole, Func<int, bool> isAllowed, int stay)
    {
        var weights = new SortedDictionary<int, double> { [stay] = 0 };
        foreach (var (other, weight) in graph.Of(node))
        {
            if (isAllowed(other))
            {
                weights[community[other]] = weights.GetValueOrDefault(community[other]) + weight;
            }
        }

        double Gain(int target, double weight) => weight - (own * strengths[target] / whole);
        var best = stay;
        var most = Gain(stay, weights[stay]);
        foreach (var (target, weight) in weights)
        {
            var gain = Gain(target, weight);
            if (gain > most + Tolerance)
            {
                (best, most) = (target, gain);
            }
        }

        return best;
    }

    private static int[] Numbered(int[] groups)
    {
        var numbers = new Dictionary<int, int>();
        return [.. groups.Select(g => numbers.TryGetValue(g, out var number) ? number : numbers[g] = numbers.Count)];
    }

    private static int[] BySize(int[] groups)
    {
        var order = groups
            .Select((g, node) => (Group: g, Node: node))
            .GroupBy(g => g.Group)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Min(n => n.Node))
            .Select((g, number) => (g.Key, number))
            .ToDictionary(g => g.Key, g => g.number);
        return [.. groups.Select(g => order[g])];
    }
}
