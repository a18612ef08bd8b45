namespace FeedbackLab.Analysis.Networks;

/// <summary>Places for the nodes of a graph so that nodes a few steps apart lie a few lengths apart.</summary>
/// <remarks>
/// Stress majorization (Gansner, Koren and North 2004) from a spiral start, without chance; parts that do not hang together are laid beside
/// each other in rows, the largest first.
/// </remarks>
internal static class StressLayout
{
    private const int Rounds = 300;
    private const double Gap = 1.2;

    /// <summary>By node its place; an edge is about 1 long, the least x and y are 0.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="aspect">Width of the whole by its height that is wished for.</param>
    public static (double X, double Y)[] Of(Graph graph, double aspect)
    {
        var places = new (double X, double Y)[graph.Count];
        var parts = graph.Components().OrderByDescending(c => c.Length).ThenBy(c => c[0])
            .Select(c => (Nodes: c, Places: Turned(Connected(graph, [.. c])))).ToList();
        var area = parts.Sum(p => (Size(p.Places).X + Gap) * (Size(p.Places).Y + Gap));
        var width = Math.Max(parts.Count == 0 ? 0 : parts.Max(p => Size(p.Places).X), Math.Sqrt(area * aspect));
        var (x, y, height) = (0.0, 0.0, 0.0);
        foreach (var (nodes, within) in parts)
        {
            var size = Size(within);
            if (x > 0 && x + size.X > width + 1e-9)
            {
                (x, y, height) = (0, y + height + Gap, 0);
            }

            for (var i = 0; i < nodes.Length; i++)
            {
                places[nodes[i]] = (x + within[i].X, y + within[i].Y);
            }

            x += size.X + Gap;
            height = Math.Max(height, size.Y);
        }

        return places;
    }

    private static (double X, double Y)[] Connected(Graph graph, int[] nodes)
    {
        var steps = Steps(graph, nodes);
        var n = nodes.Length;
        var places = new (double X, double Y)[n];
        for (var i = 0; i < n; i++)
        {
            // The golden angle: no two nodes start in one place, nor all on one line.
            var (angle, radius) = (i * 2.39996322972865332, Math.Sqrt(i));
            places[i] = (radius * Math.Cos(angle), radius * Math.Sin(angle));
        }

        for (var round = 0; round < Rounds && n > 1; round++)
        {
            var next = new (double X, double Y)[n];
            for (var i = 0; i < n; i++)
            {
                var (x, y, weights) = (0.0, 0.0, 0.0);
                for (var j = 0; j < n; j++)
                {
                    if (i != j)
                    {
                        var (dx, dy) = (places[i].X - places[j].X, places[i].Y - places[j].Y);
                        var length = Math.Max(1e-9, Math.Sqrt((dx * dx) + (dy * dy)));
                        var weight = 1.0 / (steps[i, j] * steps[i, j]);
                        x += weight * (places[j].X + (steps[i, j] * dx / length));
                        y += weight * (places[j].Y + (steps[i, j] * dy / length));
                        weights += weight;
                    }
                }

                next[i] = (x / weights, y / weights);
            }

            places = next;
        }

        return places;
    }

    private static int[,] Steps(Graph graph, int[] nodes)
    {
        var number = nodes.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
        var steps = new int[nodes.Length, nodes.Length];
        for (var source = 0; source < nodes.Length; source++)
        {
            var order = new List<int> { source };
            var seen = new bool[nodes.Length];
            seen[source] = true;
            for (var i = 0; i < order.Count; i++)
            {
                foreach (var other in graph.Of(nodes[order[i]]).Select(n => number[n.Node]).Where(o => !seen[o]))
                {
                    seen[other] = true;
                    steps[source, other] = steps[source, order[i]] + 1;
                    order.Add(other);
                }
            }
        }

        return steps;
    }

    // The longest extent lies across, since labels are read so; the least x and y are 0.
    private static (double X, double Y)[] Turned((double X, double Y)[] places)
    {
        var (mx, my) = (places.Average(p => p.X), places.Average(p => p.Y));
        var xx = places.Sum(p => (p.X - mx) * (p.X - mx));
        var yy = places.Sum(p => (p.Y - my) * (p.Y - my));
        var xy = places.Sum(p => (p.X - mx) * (p.Y - my));
        var turn = -0.5 * Math.Atan2(2 * xy, xx - yy);
        var (cos, sin) = (Math.Cos(turn), Math.Sin(turn));
        (double X, double Y)[] turned = [.. places.Select(p => ((cos * (p.X - mx)) - (sin * (p.Y - my)), (sin * (p.X - mx)) + (cos * (p.Y - my))))];
        var (left, top) = (turned.Min(p => p.X), turned.Min(p => p.Y));
        return [.. turned.Select(p => (p.X - left, p.Y - top))];
    }

    private static (double X, double Y) Size((double X, double Y)[] places) => (places.Max(p => p.X), places.Max(p => p.Y));
}
