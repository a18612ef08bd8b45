using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Search;

/// <summary>Spellings that people vary in: the long vowel at a word's end (サーバー, サーバ), the dot within (ジョブ・コーチ, ジョブコーチ), the legal form before a name (㈱, 株式会社).</summary>
/// <remarks>Texts are folded (<see cref="Analysis.Language.FoldedText"/>).</remarks>
internal static partial class SpellingVariants
{
    // As Lucene's JapaneseKatakanaStemFilter: コピー stays.
    private const int ShortestStem = 4;

    /// <summary>Whether a text is a word in katakana, of one letter or more.</summary>
    public static bool IsKatakana(string text) => text.Length > 0 && text.All(c => c is (>= '\u30A1' and <= '\u30FA') or 'ー' or '・') && text[0] is not ('ー' or '・');

    /// <summary>A word in katakana without dots, and without the long vowel at its end.</summary>
    public static string Stem(string katakana)
    {
        var joined = katakana.Replace("・", string.Empty, StringComparison.Ordinal);
        return joined.Length >= ShortestStem && joined[^1] == 'ー' ? joined[..^1] : joined;
    }

    /// <summary>Words in katakana, those with dots whole and by their parts.</summary>
    public static IEnumerable<TextSpan> Words(string text)
    {
        foreach (Match word in Katakana().Matches(text))
        {
            yield return new TextSpan(word.Index, word.Index + word.Length);
            var start = word.Index;
            for (var at = start; at < word.Index + word.Length; at++)
            {
                if (text[at] == '・')
                {
                    yield return new TextSpan(start, at);
                    start = at + 1;
                }
            }

            if (start > word.Index)
            {
                yield return new TextSpan(start, word.Index + word.Length);
            }
        }
    }

    /// <summary>Short legal forms with the long form of each.</summary>
    public static IEnumerable<(TextSpan Short, string Long)> LegalForms(string text)
    {
        foreach (Match form in ShortForm().Matches(text))
        {
            yield return (new TextSpan(form.Index, form.Index + form.Length), text[form.Index + 1] == '株' ? "株式会社" : "有限会社");
        }
    }

    /// <summary>A text with the long legal forms for the short ones.</summary>
    public static string WithLongForms(string text) =>
        text.Replace("(株)", "株式会社", StringComparison.Ordinal).Replace("(有)", "有限会社", StringComparison.Ordinal);

    [GeneratedRegex("[\\u30A1-\\u30FA][\\u30A1-\\u30FAー]*(・[\\u30A1-\\u30FA][\\u30A1-\\u30FAー]*)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Katakana();

    [GeneratedRegex("\\([株有]\\)", RegexOptions.CultureInvariant)]
    private static partial Regex ShortForm();
}
