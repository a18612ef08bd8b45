namespace FeedbackLab.Analysis.Themes;

/// <summary>Non-negative matrix factorization of a sparse matrix.</summary>
/// <remarks>
/// Minimises half the squared Frobenius norm of X − W·H by hierarchical alternating least squares (Cichocki and Phan 2009), started
/// by NNDSVDa (Boutsidis and Gallopoulos 2008): deterministic, no draw decides. See docs/methods/clusters.md.
/// </remarks>
public static class Factorization
{
    /// <summary>W and H of a matrix.</summary>
    /// <param name="matrix">X, nothing negative.</param>
    /// <param name="factors">Number of factors, at least 1; more than the smaller side of X are of no use.</param>
    /// <param name="iterations">Most rounds over W and H, at least 1.</param>
    /// <param name="tolerance">A round that changes less than this share of what the first round changed is the last; 0 or more.</param>
    /// <returns>Both factors; all zero where X is.</returns>
    public static NonNegativeFactors Of(SparseMatrix matrix, int factors, int iterations, double tolerance)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(iterations, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        var transposed = matrix.Transpose();
        var (rows, columns) = FactorizationStart.Of(matrix, transposed, factors);
        var firstChange = 0.0;
        for (var round = 0; round < iterations; round++)
        {
            var change = Improve(matrix, rows, columns) + Improve(transposed, columns, rows);
            firstChange = round == 0 ? change : firstChange;
            if (change <= tolerance * firstChange)
            {
                break;
            }
        }

        return new NonNegativeFactors(rows, columns);
    }

    // One round over the factor of the rows, that of the columns held: w ← max(0, w + (X·c − w·CᵀC) / cᵀc), one factor after the other.
    private static double Improve(SparseMatrix matrix, double[,] rows, double[,] columns)
    {
        var k = rows.GetLength(1);
        var gram = Gram(columns);
        var product = new double[k];
        var change = 0.0;
        for (var i = 0; i < matrix.Rows; i++)
        {
            Array.Clear(product);
            var indexes = matrix.ColumnsOf(i);
            var values = matrix.ValuesOf(i);
            for (var p = 0; p < indexes.Length; p++)
            {
                for (var f = 0; f < k; f++)
                {
                    product[f] += values[p] * columns[indexes[p], f];
                }
            }

            for (var f = 0; f < k; f++)
            {
                if (gram[f, f] <= 0)
                {
                    continue;
                }

                var gradient = product[f];
                for (var g = 0; g < k; g++)
                {
                    gradient -= rows[i, g] * gram[f, g];
                }

                var better = Math.Max(0, rows[i, f] + (gradient / gram[f, f]));
                change += Math.Abs(better - rows[i, f]);
                rows[i, f] = better;
            }
        }

        return change;
    }

    private static double[,] Gram(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var k = matrix.GetLength(1);
        var gram = new double[k, k];
        for (var i = 0; i < n; i++)
        {
            for (var f = 0; f < k; f++)
            {
                var value = matrix[i, f];
                if (value != 0)
                {
                    for (var g = 0; g < k; g++)
                    {
                        gram[f, g] += value * matrix[i, g];
                    }
                }
            }
        }

        return gram;
    }
}
