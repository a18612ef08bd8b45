namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Places on a plane for some points so that near ones stay near.</summary>
/// <remarks>
/// Exact t-SNE (van der Maaten and Hinton 2008) from a given start, without chance: every run gives the same. Sums run in the order of the points.
/// </remarks>
internal static class NeighbourLayout
{
    private const int ExaggeratedRounds = 80;
    private const int Rounds = 300;
    private const double Exaggeration = 12;
    private const double MostNeighbours = 30;
    private const double LeastStep = 50;

    /// <summary>By point its place; the scale means nothing.</summary>
    /// <param name="points">Points of length 1, or of zeros.</param>
    /// <param name="start">By point a place to start from, no two alike if it can be helped.</param>
    public static (double X, double Y)[] Of(double[][] points, (double X, double Y)[] start)
    {
        var n = points.Length;
        var near = Affinities(points);
        var step = Math.Max(LeastStep, n / Exaggeration / 4);
        var x = Array.ConvertAll(start, p => p.X);
        var y = Array.ConvertAll(start, p => p.Y);
        var (moveX, moveY, gainX, gainY) = (new double[n], new double[n], Ones(n), Ones(n));
        var (pullX, pullY, pushX, pushY) = (new double[n], new double[n], new double[n], new double[n]);
        for (var round = 0; round < Rounds; round++)
        {
            var exaggeration = round < ExaggeratedRounds ? Exaggeration : 1;
            foreach (var sums in (double[][])[pullX, pullY, pushX, pushY])
            {
                Array.Clear(sums);
            }

            // Each pair once: what moves the one moves the other the opposite way.
            var all = 1e-12;
            for (var i = 1; i < n; i++)
            {
                var (ax, ay, rx, ry) = (0.0, 0.0, 0.0, 0.0);
                var row = near[i];
                for (var j = 0; j < i; j++)
                {
                    var dx = x[i] - x[j];
                    var dy = y[i] - y[j];
                    var q = 1 / (1 + (dx * dx) + (dy * dy));
                    all += 2 * q;
                    var pull = row[j] * q;
                    var push = q * q;
                    ax += pull * dx;
                    ay += pull * dy;
                    rx += push * dx;
                    ry += push * dy;
                    pullX[j] -= pull * dx;
                    pullY[j] -= pull * dy;
                    pushX[j] -= push * dx;
                    pushY[j] -= push * dy;
                }

                pullX[i] += ax;
                pullY[i] += ay;
                pushX[i] += rx;
                pushY[i] += ry;
            }

            var momentum = round < ExaggeratedRounds ? 0.5 : 0.8;
            for (var i = 0; i < n; i++)
            {
                Step(ref x[i], ref moveX[i], ref gainX[i], 4 * ((exaggeration * pullX[i]) - (pushX[i] / all)), momentum, step);
                Step(ref y[i], ref moveY[i], ref gainY[i], 4 * ((exaggeration * pullY[i]) - (pushY[i] / all)), momentum, step);
            }
        }

        return [.. x.Zip(y)];
    }

    private static void Step(ref double place, ref double move, ref double gain, double gradient, double momentum, double step)
    {
        gain = Math.Max(0.01, gradient * move < 0 ? gain + 0.2 : gain * 0.8);
        move = (momentum * move) - (step * gain * gradient);
        place += move;
    }

    private static double[] Ones(int n)
    {
        var ones = new double[n];
        Array.Fill(ones, 1);
        return ones;
    }

    // Symmetric, the sum of all 1: each point's nearness to the others with as many neighbours that count.
    private static double[][] Affinities(double[][] points)
    {
        var n = points.Length;
        var own = new double[n][];
        var neighbours = Math.Min(MostNeighbours, Math.Max(1, (n - 1) / 3.0));
        for (var i = 0; i < n; i++)
        {
            var row = new double[n];
            for (var j = 0; j < n; j++)
            {
                var square = 0.0;
                for (var d = 0; d < points[i].Length; d++)
                {
                    square += (points[i][d] - points[j][d]) * (points[i][d] - points[j][d]);
                }

                row[j] = square;
            }

            own[i] = Nearness(row, i, Math.Log(neighbours));
        }

        var near = new double[n][];
        for (var i = 0; i < n; i++)
        {
            near[i] = new double[n];
            for (var j = 0; j < n; j++)
            {
                near[i][j] = (own[i][j] + own[j][i]) / (2.0 * n);
            }
        }

        return near;
    }

    // The precision by halving, so that the entropy is that of so many equal neighbours.
    private static double[] Nearness(double[] squares, int self, double entropy)
    {
        var (precision, low, high) = (1.0, 0.0, double.PositiveInfinity);
        var near = new double[squares.Length];
        var least = squares.Where((_, j) => j != self).DefaultIfEmpty(0).Min();
        for (var round = 0; round < 40; round++)
        {
            var (sum, weighted) = (0.0, 0.0);
            for (var j = 0; j < near.Length; j++)
            {
                near[j] = j == self ? 0 : Math.Exp(-precision * (squares[j] - least));
                sum += near[j];
                weighted += near[j] * (squares[j] - least);
            }

            for (var j = 0; j < near.Length && sum > 0; j++)
            {
                near[j] /= sum;
            }

            var difference = sum > 0 ? Math.Log(sum) + (precision * weighted / sum) - entropy : 0;
            if (Math.Abs(difference) < 1e-4)
            {
                break;
            }

            (low, high) = difference > 0 ? (precision, high) : (low, precision);
            precision = double.IsPositiveInfinity(high) ? precision * 2 : (low + high) / 2;
        }

        return near;
    }
}
