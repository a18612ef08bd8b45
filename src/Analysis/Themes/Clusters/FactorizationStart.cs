namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>The NNDSVDa start of a non-negative factorization (Boutsidis and Gallopoulos 2008, variant "a").</summary>
internal static class FactorizationStart
{
    public static (double[][] Rows, double[][] Columns) Of(SparseMatrix matrix, SparseMatrix transposed, int factors)
    {
        var (left, values, right) = SingularVectors.Of(matrix, transposed, factors);
        var rows = NonNegativeFactors.Zeros(matrix.Rows, factors);
        var columns = NonNegativeFactors.Zeros(matrix.Columns, factors);
        for (var f = 0; f < factors; f++)
        {
            Fill(rows, columns, f, left, right, values[f]);
        }

        // Variant "a": zeros become the mean of X, or the multiplicative rules could never move them; here it spreads ties evenly.
        var mean = Mean(matrix);
        Raise(rows, mean);
        Raise(columns, mean);
        return (rows, columns);
    }

    // The positive or the negative halves of the two singular vectors, whichever carry more.
    private static void Fill(double[][] rows, double[][] columns, int f, double[][] left, double[][] right, double value)
    {
        var (leftPlus, leftMinus) = Halves(left, f);
        var (rightPlus, rightMinus) = Halves(right, f);
        var positive = leftPlus * rightPlus >= leftMinus * rightMinus;
        var sign = positive ? 1 : -1;
        var (l, r) = positive ? (leftPlus, rightPlus) : (leftMinus, rightMinus);
        if (l * r <= 0)
        {
            return;
        }

        var scale = Math.Sqrt(value * l * r);
        Scale(rows, left, f, sign * scale / l);
        Scale(columns, right, f, sign * scale / r);
    }

    private static (double Plus, double Minus) Halves(double[][] vectors, int f)
    {
        var plus = 0.0;
        var minus = 0.0;
        for (var i = 0; i < vectors.Length; i++)
        {
            var square = vectors[i][f] * vectors[i][f];
            plus += vectors[i][f] > 0 ? square : 0;
            minus += vectors[i][f] < 0 ? square : 0;
        }

        return (Math.Sqrt(plus), Math.Sqrt(minus));
    }

    private static void Scale(double[][] target, double[][] vectors, int f, double factor)
    {
        for (var i = 0; i < target.Length; i++)
        {
            target[i][f] = Math.Max(0, factor * vectors[i][f]);
        }
    }

    private static double Mean(SparseMatrix matrix)
    {
        var sum = 0.0;
        for (var i = 0; i < matrix.Rows; i++)
        {
            foreach (var value in matrix.ValuesOf(i))
            {
                sum += value;
            }
        }

        return sum / Math.Max(1, (double)matrix.Rows * matrix.Columns);
    }

    private static void Raise(double[][] target, double mean)
    {
        for (var i = 0; i < target.Length; i++)
        {
            for (var f = 0; f < target[i].Length; f++)
            {
                // Like scikit-learn: what is as good as zero is raised too.
                target[i][f] = target[i][f] < 1e-6 ? mean : target[i][f];
            }
        }
    }
}
