using FeedbackLab.Analysis.Networks;

namespace FeedbackLab.Analysis.Tests.Networks;

public sealed class GraphMeasuresTests
{
    [Fact]
    public void All_ways_through_a_star_lead_through_its_middle()
    {
        var star = Graph.Of(5, [(0, 1, 1), (0, 2, 1), (0, 3, 1), (0, 4, 1)]);
        Assert.Equal([1, 0, 0, 0, 0], Betweenness.Of(star));
    }

    [Fact]
    public void Two_ways_of_one_length_share_what_passes()
    {
        // A square: each pair of opposite corners has a way through either of the others.
        var square = Graph.Of(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 0, 1)]);
        Assert.Equal([1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0], Betweenness.Of(square).Select(b => Math.Round(b, 12)).Select(b => b == Math.Round(1 / 6.0, 12) ? 1 / 6.0 : b));
    }

    [Fact]
    public void A_chain_lies_in_one_line_an_edge_one_apart()
    {
        var places = StressLayout.Of(Graph.Of(4, [(0, 1, 1), (1, 2, 1), (2, 3, 1)]), 1);
        Assert.All(places.Zip(places.Skip(1)), p => Assert.Equal(1, Distance(p.First, p.Second), 0.02));
        Assert.Equal(3, Distance(places[0], places[3]), 0.05);
    }

    [Fact]
    public void Parts_lie_apart_and_the_same_graph_lies_the_same()
    {
        (int, int, double)[] edges = [(0, 1, 1), (1, 2, 1), (2, 0, 1), (3, 4, 1), (5, 6, 1)];
        var places = StressLayout.Of(Graph.Of(7, edges), 1.2);
        for (var a = 0; a < 7; a++)
        {
            for (var b = 0; b < a; b++)
            {
                Assert.True(Distance(places[a], places[b]) > 0.8, $"{a} and {b} lie on each other");
            }
        }

        Assert.Equal(places, StressLayout.Of(Graph.Of(7, edges), 1.2));
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
