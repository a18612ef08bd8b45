using System.Numerics;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>X ≈ W·H with nothing negative.</summary>
/// <param name="Rows">W: one array a row of X, one value a factor.</param>
/// <param name="Columns">H transposed: one array a column of X, one value a factor.</param>
public sealed record NonNegativeFactors(double[][] Rows, double[][] Columns)
{
    /// <summary>By row of X the factor that carries most of it: weight × length of the factor's columns; −1 where none carries anything.</summary>
    public int[] MainFactors()
    {
        var lengths = new double[Columns.Length == 0 ? 0 : Columns[0].Length];
        foreach (var column in Columns)
        {
            for (var f = 0; f < lengths.Length; f++)
            {
                lengths[f] += column[f] * column[f];
            }
        }

        var main = new int[Rows.Length];
        for (var i = 0; i < main.Length; i++)
        {
            var best = 0.0;
            main[i] = -1;
            for (var f = 0; f < lengths.Length; f++)
            {
                var carried = Rows[i][f] * Math.Sqrt(lengths[f]);
                if (carried > best)
                {
                    (best, main[i]) = (carried, f);
                }
            }
        }

        return main;
    }

    /// <summary>Adds a multiple of an array to another, element by element: no order of summing, so the same bits on every machine.</summary>
    internal static void AddScaled(double[] sum, double[] row, double factor)
    {
        var i = 0;
        for (; i <= sum.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (new Vector<double>(sum, i) + (new Vector<double>(row, i) * factor)).CopyTo(sum, i);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += row[i] * factor;
        }
    }

    /// <summary>An array of arrays of zeros.</summary>
    internal static double[][] Zeros(int rows, int columns)
    {
        var zeros = new double[rows][];
        for (var i = 0; i < rows; i++)
        {
            zeros[i] = new double[columns];
        }

        return zeros;
    }
}
