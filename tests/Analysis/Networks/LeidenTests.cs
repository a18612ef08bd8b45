using FeedbackLab.Analysis.Networks;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Networks;

public sealed class LeidenTests
{
    [Fact]
    public void Two_cliques_with_a_bridge_are_two_communities()
    {
        var graph = Graph.Of(8, [.. Clique(0, 5), .. Clique(5, 3), (4, 5, 1.0)]);
        Assert.Equal([0, 0, 0, 0, 0, 1, 1, 1], Leiden.Communities(graph));
    }

    // networkx 3's karate_club_graph: the best modularity known is 0.4198.
    [Fact]
    public void The_karate_club_comes_near_the_best_modularity_known()
    {
        (int, int)[] friends =
        [
            (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 8), (0, 10), (0, 11), (0, 12), (0, 13), (0, 17), (0, 19), (0, 21), (0, 31),
            (1, 2), (1, 3), (1, 7), (1, 13), (1, 17), (1, 19), (1, 21), (1, 30), (2, 3), (2, 7), (2, 8), (2, 9), (2, 13), (2, 27), (2, 28), (2, 32),
            (3, 7), (3, 12), (3, 13), (4, 6), (4, 10), (5, 6), (5, 10), (5, 16), (6, 16), (8, 30), (8, 32), (8, 33), (9, 33), (13, 33), (14, 32),
            (14, 33), (15, 32), (15, 33), (18, 32), (18, 33), (19, 33), (20, 32), (20, 33), (22, 32), (22, 33), (23, 25), (23, 27), (23, 29),
            (23, 32), (23, 33), (24, 25), (24, 27), (24, 31), (25, 31), (26, 29), (26, 33), (27, 33), (28, 31), (28, 33), (29, 32), (29, 33),
            (30, 32), (30, 33), (31, 32), (31, 33), (32, 33),
        ];
        var graph = Graph.Of(34, friends.Select(f => (f.Item1, f.Item2, 1.0)));
        Assert.InRange(Modularity(graph, Leiden.Communities(graph)), 0.415, 0.42);
    }

    [Fact]
    public void Every_community_hangs_together_and_is_no_worse_than_none() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 400).ArrayOf().ToArbitrary(),
            numbers =>
            {
                var edges = numbers.Select(n => (n / 20 % 20, n % 20)).Where(e => e.Item1 < e.Item2).Distinct().Select(e => (e.Item1, e.Item2, 1.0 + (e.Item2 % 3)));
                var graph = Graph.Of(20, edges);
                var communities = Leiden.Communities(graph);
                var within = Graph.Of(20, Enumerable.Range(0, 20).SelectMany(a => graph.Of(a).Where(n => a < n.Node && communities[n.Node] == communities[a]).Select(n => (a, n.Node, n.Weight))));
                return within.Components().Length == communities.Distinct().Count()
                    && Modularity(graph, communities) >= Modularity(graph, [.. Enumerable.Range(0, 20)]) - 1e-9;
            }));

    [Fact]
    public void Nodes_without_edges_stand_alone() => Assert.Equal([0, 1, 2], Leiden.Communities(new Graph(3)));

    private static IEnumerable<(int, int, double)> Clique(int first, int size) =>
        from a in Enumerable.Range(first, size) from b in Enumerable.Range(first, size) where a < b select (a, b, 1.0);

    private static double Modularity(Graph graph, int[] communities)
    {
        var whole = Enumerable.Range(0, graph.Count).Sum(graph.Strength);
        var q = 0.0;
        for (var a = 0; a < graph.Count; a++)
        {
            q += graph.Of(a).Where(n => communities[n.Node] == communities[a]).Sum(n => n.Weight);
            for (var b = 0; b < graph.Count; b++)
            {
                q -= communities[a] == communities[b] ? graph.Strength(a) * graph.Strength(b) / Math.Max(1, whole) : 0;
            }
        }

        return whole > 0 ? q / whole : 0;
    }
}
