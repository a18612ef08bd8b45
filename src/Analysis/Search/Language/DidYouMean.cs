using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Analysis.Search.Language;

/// <summary>What a word that nobody wrote could be meant for, from the words that the comments hold.</summary>
public static class DidYouMean
{
    private const int LongEnoughForTwo = 5;
    private const int MostEditsOfValue = 2;

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

    /// <summary>Values that could be meant by one that nothing has: those that hold what was typed or that it holds, in their order; else those that differ by a letter or two, the nearest first.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="known">The values that there are.</param>
    public static ImmutableArray<string> ValuesOf(string typed, IReadOnlyCollection<string> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var key = Folded(typed);
        if (key.Length == 0)
        {
            return [];
        }

        ImmutableArray<string> alike = [.. known.Where(k => Folded(k) is { Length: > 0 } value && (value.Contains(key, StringComparison.Ordinal) || key.Contains(value, StringComparison.Ordinal)))];

        // A number with another digit is another number.
        var edits = key.All(char.IsAsciiDigit) ? 0 : Math.Min(MostEditsOfValue, key.Length - 1);
        return alike.Length > 0
            ? alike
            : [.. known.Select(k => (Value: k, Distance: EditDistance.Of(Folded(k), key, edits))).Where(k => k.Distance <= edits).OrderBy(k => k.Distance).Select(k => k.Value)];

        static string Folded(string value) => JapaneseText.WithoutSpaces(FoldedText.Of(value).Text);
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
