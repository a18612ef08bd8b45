namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>The leading singular vectors of a sparse matrix, by subspace iteration from a fixed start (Halko, Martinsson and Tropp 2011).</summary>
internal static class SingularVectors
{
    private const int Extra = 8;
    private const int Rounds = 12;

    /// <summary>Left vectors (rows × count), values (descending), right vectors (columns × count); zero beyond the rank.</summary>
    public static (double[][] Left, double[] Values, double[][] Right) Of(SparseMatrix matrix, SparseMatrix transposed, int count)
    {
        var width = Math.Min(count + Extra, Math.Min(matrix.Rows, matrix.Columns));
        var left = NonNegativeFactors.Zeros(matrix.Rows, count);
        var right = NonNegativeFactors.Zeros(matrix.Columns, count);
        var values = new double[count];
        if (width == 0)
        {
            return (left, values, right);
        }

        var basis = Start(matrix.Columns, width);
        Orthonormalize(basis);
        for (var round = 0; round < Rounds; round++)
        {
            var image = Multiply(matrix, basis);
            Orthonormalize(image);
            basis = Multiply(transposed, image);
            Orthonormalize(basis);
        }

        // X·basis = Q: the eigenvectors of QᵀQ turn the basis into the right singular vectors.
        var projected = Multiply(matrix, basis);
        var (squares, turn) = Eigen(Gram(projected));
        for (var f = 0; f < Math.Min(count, width); f++)
        {
            values[f] = Math.Sqrt(Math.Max(0, squares[f]));
            Combine(basis, turn, f, 1, right);
            if (values[f] > 1e-12)
            {
                Combine(projected, turn, f, 1 / values[f], left);
            }
        }

        return (left, values, right);
    }

    // Fixed, without structure, nowhere zero: a multiplicative hash of the position.
    private static double[][] Start(int rows, int width)
    {
        var start = NonNegativeFactors.Zeros(rows, width);
        var state = 0x9E3779B97F4A7C15UL;
        foreach (var row in start)
        {
            for (var f = 0; f < width; f++)
            {
                state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
                state = (state ^ (state >> 27)) + 0x94D049BB133111EBUL;
                row[f] = ((state >> 11) * (1.0 / (1UL << 53))) - 0.5;
            }
        }

        return start;
    }

    private static double[][] Multiply(SparseMatrix matrix, double[][] dense)
    {
        var product = NonNegativeFactors.Zeros(matrix.Rows, dense[0].Length);
        for (var i = 0; i < matrix.Rows; i++)
        {
            var columns = matrix.ColumnsOf(i);
            var values = matrix.ValuesOf(i);
            for (var p = 0; p < columns.Length; p++)
            {
                NonNegativeFactors.AddScaled(product[i], dense[columns[p]], values[p]);
            }
        }

        return product;
    }

    // Modified Gram-Schmidt, by columns; a column that depends on the ones before becomes zero.
    private static void Orthonormalize(double[][] matrix)
    {
        var width = matrix[0].Length;
        for (var f = 0; f < width; f++)
        {
            // What column f shares with all others, at once; those before it are already done with.
            var length = Length(matrix, f);
            if (length <= 1e-10)
            {
                Scale(matrix, f, 0);
                continue;
            }

            Scale(matrix, f, 1 / length);
            var shares = new double[width];
            foreach (var row in matrix)
            {
                NonNegativeFactors.AddScaled(shares, row, row[f]);
            }

            Array.Clear(shares, 0, f + 1);
            foreach (var row in matrix)
            {
                NonNegativeFactors.AddScaled(row, shares, -row[f]);
            }
        }
    }

    private static void Scale(double[][] matrix, int column, double factor)
    {
        foreach (var row in matrix)
        {
            row[column] *= factor;
        }
    }

    private static double Length(double[][] matrix, int column)
    {
        var sum = 0.0;
        foreach (var row in matrix)
        {
            sum += row[column] * row[column];
        }

        return Math.Sqrt(sum);
    }

    private static double[,] Gram(double[][] matrix)
    {
        var width = matrix[0].Length;
        var sums = NonNegativeFactors.Zeros(width, width);
        foreach (var row in matrix)
        {
            for (var f = 0; f < width; f++)
            {
                NonNegativeFactors.AddScaled(sums[f], row, row[f]);
            }
        }

        var gram = new double[width, width];
        for (var f = 0; f < width; f++)
        {
            for (var g = 0; g < width; g++)
            {
                gram[f, g] = sums[f][g];
            }
        }

        return gram;
    }

    private static void Combine(double[][] vectors, double[,] turn, int f, double scale, double[][] target)
    {
        for (var i = 0; i < vectors.Length; i++)
        {
            var sum = 0.0;
            for (var g = 0; g < vectors[i].Length; g++)
            {
                sum += vectors[i][g] * turn[g, f];
            }

            target[i][f] = scale * sum;
        }
    }

    // Cyclic Jacobi on a small symmetric matrix: eigenvalues descending, eigenvectors as columns.
    private static (double[] Values, double[,] Vectors) Eigen(double[,] symmetric)
    {
        var n = symmetric.GetLength(0);
        var a = (double[,])symmetric.Clone();
        var v = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            v[i, i] = 1;
        }

        for (var sweep = 0; sweep < 60; sweep++)
        {
            var rotated = false;
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    rotated |= Rotate(a, v, p, q);
                }
            }

            if (!rotated)
            {
                break;
            }
        }

        var order = Enumerable.Range(0, n).OrderByDescending(i => a[i, i]).ThenBy(i => i).ToArray();
        var vectors = new double[n, n];
        for (var f = 0; f < n; f++)
        {
            for (var i = 0; i < n; i++)
            {
                vectors[i, f] = v[i, order[f]];
            }
        }

        return ([.. order.Select(i => a[i, i])], vectors);
    }

    private static bool Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (Math.Abs(a[p, q]) <= 1e-15 * Math.Sqrt(Math.Abs(a[p, p] * a[q, q])) || a[p, q] == 0)
        {
            return false;
        }

        var n = a.GetLength(0);
        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var i = 0; i < n; i++)
        {
            (a[i, p], a[i, q]) = ((c * a[i, p]) - (s * a[i, q]), (s * a[i, p]) + (c * a[i, q]));
        }

        for (var i = 0; i < n; i++)
        {
            (a[p, i], a[q, i]) = ((c * a[p, i]) - (s * a[q, i]), (s * a[p, i]) + (c * a[q, i]));
            (v[i, p], v[i, q]) = ((c * v[i, p]) - (s * v[i, q]), (s * v[i, p]) + (c * v[i, q]));
        }

        return true;
    }
}
