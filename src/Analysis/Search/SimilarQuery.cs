using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Search;

/// <summary>Asks for comments like one: with its telling words, the more and the rarer the better.</summary>
public static class SimilarQuery
{
    // As many as Lucene's MoreLikeThis takes.
    private const int MostTerms = 25;

    /// <summary>The query; null where the comment has no word that another has.</summary>
    /// <param name="id">The comment's id; it does not match itself.</param>
    /// <param name="terms">The comment's terms.</param>
    /// <param name="having">How many comments have a term.</param>
    /// <param name="total">How many comments there are.</param>
    public static IndexQuery? Of(string id, IReadOnlyCollection<TermOccurrence> terms, Func<string, int> having, int total)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(having);
        var telling = terms
            .GroupBy(t => t.Key, StringComparer.Ordinal)
            .Select(g => (Term: g.Key, Uses: g.Count(), Having: having(g.Key)))
            .Where(t => t.Having > 1)
            .Select(t => (t.Term, Weight: t.Uses * Math.Log(1 + ((total - t.Having + 0.5) / (t.Having + 0.5)))))
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Term, StringComparer.Ordinal)
            .Take(MostTerms)
            .Select(IndexQuery (t) => new TermQuery(t.Term))
            .ToList();
        return telling.Count == 0 ? null : new BooleanQuery([BooleanQuery.Or([.. telling])], [], [new IdQuery(id)]);
    }
}
