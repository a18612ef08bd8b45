using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Search;

/// <summary>Finds comments by words: spelling variants, inflections and synonyms of a word find each other.</summary>
public static class CommentSearch
{
    // The usual constants of BM25 (Robertson and Zaragoza 2009, section 3.5).
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    /// <summary>The comments that match a query, best first, with words cut by Kuromoji.</summary>
    /// <param name="comments">The comments; their order changes nothing.</param>
    /// <param name="query">The query (<see cref="SearchQuery.Parse"/>).</param>
    /// <param name="lexicon">The words of the field.</param>
    /// <returns>By score (BM25), ties by source, place and id; empty for a query without words.</returns>
    public static ImmutableArray<SearchHit> Find(IReadOnlyList<Comment> comments, string query, Lexicon lexicon) =>
        Find(comments, query, TextTerms.ByKuromoji(lexicon));

    /// <summary>The comments that match a query, best first.</summary>
    /// <param name="comments">The comments; their order changes nothing.</param>
    /// <param name="query">The query (<see cref="SearchQuery.Parse"/>).</param>
    /// <param name="reader">The way from a text to its terms.</param>
    /// <returns>By score (BM25), ties by source, place and id; empty for a query without words.</returns>
    public static ImmutableArray<SearchHit> Find(IReadOnlyList<Comment> comments, string query, TextTerms reader)
    {
        ArgumentNullException.ThrowIfNull(comments);
        ArgumentNullException.ThrowIfNull(reader);
        return Find(TokenizedCorpus.Of(comments, reader), SearchQuery.Parse(query), reader);
    }

    /// <summary>The comments of a corpus that match a query, best first.</summary>
    /// <param name="corpus">The comments with their terms.</param>
    /// <param name="query">The query.</param>
    /// <param name="reader">The way from a text to its terms by which the corpus came.</param>
    /// <returns>By score (BM25), ties by source, place and id; empty for a query without words.</returns>
    public static ImmutableArray<SearchHit> Find(TokenizedCorpus corpus, SearchQuery query, TextTerms reader)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(reader);
        if (query.Groups.IsEmpty && query.Excluded.IsEmpty)
        {
            return [];
        }

        var words = new WordMatcher(corpus, reader);
        var groups = query.Groups.Select(g => g.Select(words.Matches).ToList()).ToList();
        var excluded = query.Excluded.Select(words.Matches).ToList();
        var found = Enumerable.Range(0, corpus.Comments.Length)
            .Where(i => groups.TrueForAll(g => g.Exists(w => !w[i].IsEmpty)) && excluded.TrueForAll(w => w[i].IsEmpty));
        var length = corpus.Comments.Select(c => (double)c.Terms.Length).DefaultIfEmpty(1).Average();
        var all = groups.SelectMany(g => g).ToList();
        var rarity = all.ConvertAll(w => Rarity(corpus.Comments.Length, w.Count(m => !m.IsEmpty)));
        var hits = new Dictionary<Comment, SearchHit>(ReferenceEqualityComparer.Instance);
        foreach (var i in found)
        {
            var comment = corpus.Comments[i];
            var score = Score(i, all, rarity, comment.Terms.Length / Math.Max(1, length));
            hits.Add(comment.Comment, new SearchHit(comment.Comment, TextSpans.Merge(all.SelectMany(w => w[i])), score));
        }

        return [.. CommentOrder.BySource(hits.Keys).Select(c => hits[c]).OrderByDescending(h => h.Score)];
    }

    private static double Rarity(int comments, int matching) => Math.Log(1 + ((comments - matching + 0.5) / (matching + 0.5)));

    private static double Score(int comment, List<ImmutableArray<TextSpan>[]> words, List<double> rarity, double relativeLength)
    {
        var score = 0.0;
        for (var w = 0; w < words.Count; w++)
        {
            double count = words[w][comment].Length;
            score += rarity[w] * count * (Saturation + 1)
                / (count + (Saturation * (1 - LengthShare + (LengthShare * relativeLength))));
        }

        return score;
    }
}
