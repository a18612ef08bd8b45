using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Statistics.Correspondence;

/// <summary>A table of counts as a map on which rows and columns with like profiles lie near each other (Benzécri 1973; Greenacre 1984).</summary>
/// <param name="Rows">One a row of the table that has a count, in its order.</param>
/// <param name="Columns">One a column that has a count.</param>
/// <param name="Inertias">Principal inertias, largest first; together the table's χ²/n.</param>
/// <param name="Total">All counts.</param>
public sealed record CorrespondenceAnalysis(
    ImmutableArray<ProfilePoint> Rows, ImmutableArray<ProfilePoint> Columns, ImmutableArray<double> Inertias, int Total)
{
    private const double Nothing = 1e-12;
    private const double Tie = 1e-9;

    /// <summary>The share of the inertia that a dimension shows, 0 to 1.</summary>
    /// <param name="dimension">0-based.</param>
    public double Share(int dimension) => Inertias[dimension] / Inertias.Sum();

    /// <summary>The analysis of a table.</summary>
    /// <remarks>
    /// Principal coordinates on both sides. In each dimension the row that lies farthest out is positive (the first of equals), so that the same
    /// table always gives the same map.
    /// </remarks>
    /// <param name="counts">By row and column how many, at least 0; rows and columns without any are left out.</param>
    /// <returns>Null where fewer than two rows or two columns have a count, or all profiles are the same.</returns>
    public static CorrespondenceAnalysis? Of(ImmutableArray<ImmutableArray<int>> counts)
    {
        var width = counts.IsEmpty ? 0 : counts[0].Length;
        int[] rows = [.. Enumerable.Range(0, counts.Length).Where(i => counts[i].Any(c => c > 0))];
        int[] columns = [.. Enumerable.Range(0, width).Where(j => counts.Any(r => r[j] > 0))];
        if (rows.Length < 2 || columns.Length < 2)
        {
            return null;
        }

        double n = counts.Sum(r => r.Sum());
        double[] rowMass = [.. rows.Select(i => counts[i].Sum() / n)];
        double[] columnMass = [.. columns.Select(j => counts.Sum(r => r[j]) / n)];
        var residuals = new double[rows.Length, columns.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < columns.Length; j++)
            {
                var expected = rowMass[i] * columnMass[j];
                residuals[i, j] = ((counts[rows[i]][columns[j]] / n) - expected) / Math.Sqrt(expected);
            }
        }

        var (inertias, left, right) = Singular(residuals);
        if (inertias.IsEmpty)
        {
            return null;
        }

        for (var k = 0; k < inertias.Length; k++)
        {
            var farthest = Enumerable.Range(0, rows.Length).Max(i => Math.Abs(left[k][i] / Math.Sqrt(rowMass[i])));
            var first = Enumerable.Range(0, rows.Length).First(i => Math.Abs(left[k][i] / Math.Sqrt(rowMass[i])) >= farthest - Tie);
            if (left[k][first] < 0)
            {
                left[k] = [.. left[k].Select(x => -x)];
                right[k] = [.. right[k].Select(x => -x)];
            }
        }

        return new CorrespondenceAnalysis(Points(rows, rowMass, left, inertias), Points(columns, columnMass, right, inertias), inertias, (int)n);
    }

    // The squares of the singular values, and the vectors of both sides: by the eigenvalues of the smaller of the two products.
    private static (ImmutableArray<double> Squares, double[][] Left, double[][] Right) Singular(double[,] matrix)
    {
        var (height, width) = (matrix.GetLength(0), matrix.GetLength(1));
        var isTall = height >= width;
        var small = Math.Min(height, width);
        var product = new double[small, small];
        for (var a = 0; a < small; a++)
        {
            for (var b = 0; b < small; b++)
            {
                for (var k = 0; k < Math.Max(height, width); k++)
                {
                    product[a, b] += isTall ? matrix[k, a] * matrix[k, b] : matrix[a, k] * matrix[b, k];
                }
            }
        }

        var (values, vectors) = SymmetricEigen.Of(product);
        var kept = Math.Min(small - 1, values.Count(v => v > Nothing));
        double[][] own = vectors[..kept];
        double[][] other =
        [
            .. Enumerable.Range(0, kept).Select(k => Enumerable.Range(0, Math.Max(height, width)).Select(i => Enumerable.Range(0, small)
                .Sum(j => (isTall ? matrix[i, j] : matrix[j, i]) * own[k][j]) / Math.Sqrt(values[k])).ToArray()),
        ];
        return ([.. values[..kept]], isTall ? other : own, isTall ? own : other);
    }

    private static ImmutableArray<ProfilePoint> Points(int[] index, double[] mass, double[][] vectors, ImmutableArray<double> inertias) =>
    [
        .. index.Select((original, i) =>
        {
            ImmutableArray<double> coordinates = [.. vectors.Select((v, k) => v[i] * Math.Sqrt(inertias[k] / mass[i]))];
            var length = coordinates.Sum(f => f * f);
            return new ProfilePoint(
                original,
                mass[i],
                coordinates,
                [.. vectors.Select(v => v[i] * v[i])],
                [.. coordinates.Select(f => length == 0 ? 0 : f * f / length)]);
        }),
    ];
}

/// <summary>A row or a column on the map.</summary>
/// <param name="Index">Its place in the table, 0-based.</param>
/// <param name="Mass">Its share of all counts.</param>
/// <param name="Coordinates">Principal coordinates, one a dimension.</param>
/// <param name="Contributions">Its share of each dimension's inertia; over all points of its side 1.</param>
/// <param name="Cosines">How much of its distance from the middle each dimension shows (cos²); over all dimensions 1.</param>
public sealed record ProfilePoint(
    int Index, double Mass, ImmutableArray<double> Coordinates, ImmutableArray<double> Contributions, ImmutableArray<double> Cosines);
