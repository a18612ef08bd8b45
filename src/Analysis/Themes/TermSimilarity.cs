namespace FeedbackLab.Analysis.Themes;

/// <summary>Which terms keep the same company: the cosine of their rows of positive pointwise mutual information.</summary>
/// <remarks>
/// PPMI as Levy and Goldberg (2014), on co-occurrence in comments. Pairs that occur together fewer than twice count nothing; a
/// cosine under <see cref="Least"/> is dropped. See docs/methods/clusters.md.
/// </remarks>
public static class TermSimilarity
{
    /// <summary>Smallest cosine that is kept.</summary>
    public const double Least = 0.25;

    private const int LeastTogether = 2;

    // The strongest associations of a term are enough to know its company, and bound the work on large corpora.
    private const int MostAssociations = 200;

    /// <summary>Terms × terms, symmetric, zero on the diagonal, values from <see cref="Least"/> to 1.</summary>
    /// <param name="comments">Comments × terms; only whether a value is there counts.</param>
    /// <param name="wanted">The terms whose rows are wanted, the others' stay empty; null for all.</param>
    public static SparseMatrix Of(SparseMatrix comments, IReadOnlySet<int>? wanted = null)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var associations = Associations(comments).WithUnitRows();
        var byCompany = associations.Transpose();
        var rows = new List<List<KeyValuePair<int, double>>>(associations.Rows);
        var cosines = new double[associations.Rows];
        var touched = new List<int>();
        for (var term = 0; term < associations.Rows; term++)
        {
            if (wanted?.Contains(term) == false)
            {
                rows.Add([]);
                continue;
            }

            Spread(associations.ColumnsOf(term), associations.ValuesOf(term), byCompany, cosines, touched);
            var row = new List<KeyValuePair<int, double>>();
            foreach (var other in touched)
            {
                if (other != term && cosines[other] >= Least)
                {
                    row.Add(new(other, cosines[other]));
                }

                cosines[other] = 0;
            }

            touched.Clear();
            rows.Add(row);
        }

        return SparseMatrix.Of(associations.Rows, rows);
    }

    /// <summary>X(I + strength · S): every row lends a share of its weight to terms of the same company.</summary>
    /// <param name="rows">X: anything × terms.</param>
    /// <param name="similarity">S: terms × terms.</param>
    /// <param name="strength">Share lent, at least 0.</param>
    public static SparseMatrix Smooth(SparseMatrix rows, SparseMatrix similarity, double strength)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(similarity);
        ArgumentOutOfRangeException.ThrowIfNotEqual(similarity.Rows, rows.Columns);
        var smoothed = new List<Dictionary<int, double>>(rows.Rows);
        for (var i = 0; i < rows.Rows; i++)
        {
            var row = new Dictionary<int, double>();
            var columns = rows.ColumnsOf(i);
            var values = rows.ValuesOf(i);
            for (var p = 0; p < columns.Length; p++)
            {
                row[columns[p]] = row.GetValueOrDefault(columns[p]) + values[p];
                var near = similarity.ColumnsOf(columns[p]);
                var cosines = similarity.ValuesOf(columns[p]);
                for (var q = 0; q < near.Length; q++)
                {
                    row[near[q]] = row.GetValueOrDefault(near[q]) + (values[p] * strength * cosines[q]);
                }
            }

            smoothed.Add(row);
        }

        return SparseMatrix.Of(rows.Columns, smoothed);
    }

    private static SparseMatrix Associations(SparseMatrix comments)
    {
        var byTerm = comments.Transpose();
        var together = new (int Other, int Count)[byTerm.Rows][];
        var sums = new double[byTerm.Rows];
        var counts = new int[byTerm.Rows];
        var touched = new List<int>();
        var pairs = new List<(int Other, int Count)>();
        for (var term = 0; term < byTerm.Rows; term++)
        {
            foreach (var comment in byTerm.ColumnsOf(term))
            {
                foreach (var other in comments.ColumnsOf(comment))
                {
                    if (counts[other]++ == 0)
                    {
                        touched.Add(other);
                    }
                }
            }

            foreach (var other in touched)
            {
                if (other != term)
                {
                    sums[term] += counts[other];
                    if (counts[other] >= LeastTogether)
                    {
                        pairs.Add((other, counts[other]));
                    }
                }

                counts[other] = 0;
            }

            together[term] = [.. pairs];
            touched.Clear();
            pairs.Clear();
        }

        var total = sums.Sum();
        var rows = new List<List<KeyValuePair<int, double>>>(together.Length);
        for (var term = 0; term < together.Length; term++)
        {
            var row = new List<KeyValuePair<int, double>>(together[term].Length);
            foreach (var (other, count) in together[term])
            {
                if (Math.Log(count * total / (sums[term] * sums[other])) is > 0 and var information)
                {
                    row.Add(new(other, information));
                }
            }

            rows.Add(row.Count <= MostAssociations ? row : [.. row.OrderByDescending(e => e.Value).ThenBy(e => e.Key).Take(MostAssociations)]);
            together[term] = [];
        }

        return SparseMatrix.Of(byTerm.Rows, rows);
    }

    private static void Spread(
        ReadOnlySpan<int> columns, ReadOnlySpan<double> values, SparseMatrix byCompany, double[] cosines, List<int> touched)
    {
        for (var p = 0; p < columns.Length; p++)
        {
            var others = byCompany.ColumnsOf(columns[p]);
            var weights = byCompany.ValuesOf(columns[p]);
            for (var q = 0; q < others.Length; q++)
            {
                if (cosines[others[q]] == 0)
                {
                    touched.Add(others[q]);
                }

                cosines[others[q]] += values[p] * weights[q];
            }
        }
    }
}
