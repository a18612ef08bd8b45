using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedbackLab.Analysis.Search.Language;

/// <summary>Tells a question in plain words from words put together as a query, by its form alone.</summary>
public static partial class QuestionForm
{
    private const int ShortestJapanese = 5;

    private static readonly ImmutableArray<string> Asking =
        ["なぜ", "どうして", "どうすれば", "どうなって", "どのように", "どのような", "どんな", "どこ", "いつ", "誰", "だれ", "何が", "何を", "何に", "なにが", "なにを", "いくら", "どれくらい", "教えて", "知りたい"];

    /// <summary>Whether a text reads as a question: in Japanese it ends with か or a question mark, or has a word that asks; in English it begins with one.</summary>
    /// <param name="text">The text. One with marks of the query language (fields, quotation marks, brackets, AND …) is a query.</param>
    public static bool Reads(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentence = QueryCharacters.Narrow(text).Trim().TrimEnd('。', '.', ' ');
        var isMarked = sentence.EndsWith('?');
        sentence = sentence.TrimEnd('?', ' ');
        if (Marks().IsMatch(sentence))
        {
            return false;
        }

        return English().IsMatch(sentence)
            || (sentence.Length >= ShortestJapanese && Kana().IsMatch(sentence)
                && ((isMarked && !sentence.Contains(' ', StringComparison.Ordinal)) || Ending().IsMatch(sentence) || Asking.Any(a => sentence.Contains(a, StringComparison.Ordinal))));
    }

    [GeneratedRegex("[:\"()\\[\\]{}*?~^=&|]|(^|\\s)[-+!]|\\b(AND|OR|NOT|NEAR)\\b|NEAR/", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex("^(who|what|why|how|when|where|which|do|does|did|is|are|was|were|can|could|should)\\s+\\S+\\s+\\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex English();

    // Not ほか, わずか, 静か.
    [GeneratedRegex("[すたるのいうくんだ]か$", RegexOptions.CultureInvariant)]
    private static partial Regex Ending();

    [GeneratedRegex("[\\u3041-\\u309f]", RegexOptions.CultureInvariant)]
    private static partial Regex Kana();
}
