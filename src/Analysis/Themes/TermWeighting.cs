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

    /// <summary>Some comments × terms, each row of length 1: (1 + ln tf) · (ln((1 + n) / (1 + df)) + 1) of their words, without compounds.</summary>
    /// <param name="corpus">The corpus; how rare a word is, all its comments tell.</param>
    /// <param name="comments">Numbers of the comments.</param>
    /// <returns>One row a number, one column a term of the corpus; a comment without words has an empty row.</returns>
    public static SparseMatrix Words(TokenizedCorpus corpus, IReadOnlyList<int> comments)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(comments);
        var n = corpus.Comments.Length;
        var rows = new List<List<KeyValuePair<int, double>>>(comments.Count);
        var words = new List<int>();
        foreach (var comment in comments)
        {
            words.Clear();
            foreach (ref readonly var use in corpus.Comments[comment].Terms.AsSpan())
            {
                if (corpus.Terms[use.Term].Kind == TermKind.Word)
                {
                    words.Add(use.Term);
                }
            }

            rows.Add(Row(words, term => Rarity(n, corpus.Terms[term].Comments)));
        }

        return SparseMatrix.Of(corpus.Terms.Length, rows).WithUnitRows();
    }

    /// <summary>The weights of a comment's terms: (1 + ln tf) times how rare each is.</summary>
    /// <param name="terms">The terms, one entry a use; sorted on the way.</param>
    /// <param name="rarity">How much a term weighs that is there once.</param>
    /// <returns>One entry a term, ascending.</returns>
    internal static List<KeyValuePair<int, double>> Row(List<int> terms, Func<int, double> rarity)
    {
        terms.Sort();
        var row = new List<KeyValuePair<int, double>>(terms.Count);
        for (var i = 0; i < terms.Count;)
        {
            var count = 1;
            while (i + count < terms.Count && terms[i + count] == terms[i])
            {
                count++;
            }

            row.Add(new(terms[i], Frequency(count) * rarity(terms[i])));
            i += count;
        }

        return row;
    }
}
