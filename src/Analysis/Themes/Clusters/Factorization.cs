namespace FeedbackLab.Analysis.Themes.Clusters;

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
    private static double Improve(SparseMatrix matrix, double[][] rows, double[][] columns)
    {
        if (columns.Length == 0)
        {
            return 0;
        }

        var gram = Gram(columns);
        var gradient = new double[gram.Length];
        var change = 0.0;
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = rows[i];
            Array.Clear(gradient);
            var indexes = matrix.ColumnsOf(i);
            var values = matrix.ValuesOf(i);
            for (var p = 0; p < indexes.Length; p++)
            {
                NonNegativeFactors.AddScaled(gradient, columns[indexes[p]], values[p]);
            }

            for (var f = 0; f < row.Length; f++)
            {
                if (row[f] != 0)
                {
                    NonNegativeFactors.AddScaled(gradient, gram[f], -row[f]);
                }
            }

            for (var f = 0; f < row.Length; f++)
            {
                if (gram[f][f] <= 0)
                {
                    continue;
                }

                var step = Math.Max(-row[f], gradient[f] / gram[f][f]);
                if (step != 0)
                {
                    row[f] += step;
                    change += Math.Abs(step);
                    NonNegativeFactors.AddScaled(gradient, gram[f], -step);
                }
            }
        }

        return change;
    }

    private static double[][] Gram(double[][] matrix)
    {
        var k = matrix[0].Length;
        var gram = NonNegativeFactors.Zeros(k, k);
        foreach (var row in matrix)
        {
            for (var f = 0; f < k; f++)
            {
                if (row[f] != 0)
                {
                    NonNegativeFactors.AddScaled(gram[f], row, row[f]);
                }
            }
        }

        return gram;
    }
}
