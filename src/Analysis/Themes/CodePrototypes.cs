namespace FeedbackLab.Analysis.Themes;

/// <summary>What each code looks like: its own text, and the comments that people coded with it.</summary>
/// <param name="features">Comments and codes as rows.</param>
internal sealed class CodePrototypes(CodeFeatures features)
{
    private const double DefinitionWeight = 2;
    private const double SharedByAll = 0.5;

    // A comment that somebody rejected speaks against the code, but less than an accepted one speaks for it.
    private const double RejectedWeight = 0.5;

    /// <summary>The prototypes, each of length 1.</summary>
    /// <remarks>p = (Σ x / |codes of x| + 2 d − ½ Σ rejected x) / length; less half the mean of all; of length 1 again.</remarks>
    /// <param name="coded">By comment: the numbers of the codes that it has, and of those that it does not have.</param>
    /// <param name="without">A comment that is left out; −1 for none.</param>
    public double[][] Of(IReadOnlyDictionary<int, (int[] Has, int[] HasNot)> coded, int without = -1)
    {
        var codes = features.Definitions.Rows;
        var prototypes = new double[codes][];
        for (var c = 0; c < codes; c++)
        {
            prototypes[c] = new double[features.Definitions.Columns];
            Add(prototypes[c], features.Definitions, c, DefinitionWeight);
        }

        foreach (var (comment, (has, hasNot)) in coded.OrderBy(c => c.Key))
        {
            if (comment == without)
            {
                continue;
            }

            foreach (var code in has)
            {
                Add(prototypes[code], features.Comments, comment, 1.0 / has.Length);
            }

            foreach (var code in hasNot)
            {
                Add(prototypes[code], features.Comments, comment, -RejectedWeight);
            }
        }

        foreach (var prototype in prototypes)
        {
            ToUnit(prototype);
        }

        if (codes > 1)
        {
            LowerByWhatAllShare(prototypes);
        }

        return prototypes;
    }

    private static void LowerByWhatAllShare(double[][] prototypes)
    {
        var mean = new double[prototypes[0].Length];
        foreach (var prototype in prototypes)
        {
            for (var f = 0; f < mean.Length; f++)
            {
                mean[f] += prototype[f] / prototypes.Length;
            }
        }

        foreach (var prototype in prototypes)
        {
            for (var f = 0; f < mean.Length; f++)
            {
                prototype[f] -= SharedByAll * mean[f];
            }

            ToUnit(prototype);
        }
    }

    private static void Add(double[] sum, SparseMatrix matrix, int row, double factor)
    {
        var columns = matrix.ColumnsOf(row);
        var values = matrix.ValuesOf(row);
        for (var p = 0; p < columns.Length; p++)
        {
            sum[columns[p]] += factor * values[p];
        }
    }

    private static void ToUnit(double[] vector)
    {
        var length = Math.Sqrt(vector.Sum(v => v * v));
        for (var f = 0; length > 0 && f < vector.Length; f++)
        {
            vector[f] /= length;
        }
    }
}
