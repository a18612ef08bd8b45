using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Search.Language;

/// <summary>What a word that nobody wrote could be meant for, from the words that the comments hold.</summary>
public static class DidYouMean
{
    private const int LongEnoughForTwo = 5;

    /// <summary>The nearest words: fewest letters different (at most one, from five letters on two), then most comments, then ordinal order.</summary>
    /// <param name="word">The word as typed.</param>
    /// <param name="terms">The index's terms with how many comments hold them.</param>
    /// <param name="most">How many come back at most.</param>
    public static ImmutableArray<string> Of(string word, IEnumerable<TermCount> terms, int most = 3)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var key = NormalizedText.Of(word).Text;
        var edits = key.Length >= LongEnoughForTwo ? 2 : 1;
        return
        [
            .. terms
                .Where(t => t.Text[0] != CommentDocuments.ReadingMark && t.Text.Length > 1)
                .Select(t => (t.Text, t.All, Distance: EditDistance.Of(t.Text, key, edits)))
                .Where(t => t.Distance > 0 && t.Distance <= edits && t.Distance < key.Length)
                .OrderBy(t => t.Distance).ThenByDescending(t => t.All).ThenBy(t => t.Text, StringComparer.Ordinal)
                .Select(t => t.Text)
                .Take(most),
        ];
    }

    /// <summary>The plain words of a query, in order.</summary>
    /// <param name="node">The query.</param>
    public static IEnumerable<string> WordsOf(QueryNode node) => node switch
    {
        WordNode { IsPattern: false } word => [word.Text],
        GroupNode group => group.Parts.SelectMany(WordsOf),
        NearNode near => WordsOf(near.Left).Concat(WordsOf(near.Right)),
        BoostNode boost => WordsOf(boost.Part),
        _ => [],
    };

    /// <summary>The words with wildcards of a query, in order.</summary>
    /// <param name="node">The query.</param>
    public static IEnumerable<string> PatternsOf(QueryNode node) => node switch
    {
        WordNode { IsPattern: true } pattern => [pattern.Text],
        GroupNode group => group.Parts.SelectMany(PatternsOf),
        BoostNode boost => PatternsOf(boost.Part),
        _ => [],
    };

    /// <summary>The values of fields in a query, in order; those that it excludes left out.</summary>
    /// <param name="node">The query.</param>
    public static IEnumerable<FieldNode> FieldsOf(QueryNode node) => node switch
    {
        FieldNode field => [field],
        GroupNode group => group.Parts.SelectMany(FieldsOf),
        BoostNode boost => FieldsOf(boost.Part),
        _ => [],
    };
}
