using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Weights of terms in comments.</summary>
public static class TermWeighting
{
    /// <summary>
    /// 1 + ln(count): how much a term that a comment has several times weighs (Manning, Raghavan and Schütze 2008, eq. 6.13).
    /// </summary>
    /// <param name="count">Times, at least 1.</param>
    public static double Frequency(int count) => 1 + Math.Log(count);

    /// <summary>
    /// ln((1 + n) / (1 + df)) + 1: how much a rare term weighs (the smoothed form of scikit-learn's TfidfTransformer).
    /// </summary>
    /// <param name="texts">Number of texts, n.</param>
    /// <param name="frequency">Number of texts that have the term, df.</param>
    public static double Rarity(int texts, int frequency) => Math.Log((1.0 + texts) / (1.0 + frequency)) + 1;

    /// <summary>
    /// Comments × terms, each row of length 1: words only, without words that more than a share of the comments have. Template words
    /// stay: in the middle range they tell groups apart (measured in docs/methods/clusters.md), though they never label one.
    /// </summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="mostCommon">Largest share of the comments that a term may have, 0 to 1.</param>
    /// <param name="rarest">Smallest number of comments that a term must have.</param>
    /// <returns>One row a comment, one column a term of the corpus; a comment without such words has an empty row.</returns>
    public static SparseMatrix Words(TokenizedCorpus corpus, double mostCommon, int rarest)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        var n = corpus.Comments.Length;
        var rows = new List<Dictionary<int, double>>(n);
        foreach (var comment in corpus.Comments)
        {
            var row = new Dictionary<int, double>();
            foreach (var group in comment.Terms.GroupBy(t => t.Term))
            {
                var term = corpus.Terms[group.Key];
                if (term.Kind == TermKind.Word && term.Comments >= rarest && term.Comments <= mostCommon * n)
                {
                    row.Add(group.Key, Frequency(group.Count()) * Rarity(n, term.Comments));
                }
            }

            rows.Add(row);
        }

        return SparseMatrix.Of(corpus.Terms.Length, rows).WithUnitRows();
    }
}
