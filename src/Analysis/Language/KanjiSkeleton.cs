using System.Text;

namespace FeedbackLab.Analysis.Language;

/// <summary>The kanji of a word without its okurigana: one form for 引き継ぐ, 引継ぎ and 引き継ぎ.</summary>
public static class KanjiSkeleton
{
    /// <summary>
    /// The word without its hiragana where it starts with a kanji, is made of kanji and hiragana only, and keeps at least two
    /// characters; otherwise the word itself.
    /// </summary>
    /// <param name="word">A normalised word; may be empty.</param>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (word.Length < 3 || !IsKanji(word[0]))
        {
            return word;
        }

        var kanji = 0;
        foreach (var c in word)
        {
            if (IsKanji(c))
            {
                kanji++;
            }
            else if (!IsHiragana(c))
            {
                return word;
            }
        }

        if (kanji < 2 || kanji == word.Length)
        {
            return word;
        }

        var skeleton = new StringBuilder(kanji);
        foreach (var c in word)
        {
            if (IsKanji(c))
            {
                skeleton.Append(c);
            }
        }

        return skeleton.ToString();
    }

    /// <summary>Whether a UTF-16 code unit is a kanji of the basic plane, or 々 or 〆.</summary>
    /// <param name="c">The code unit.</param>
    public static bool IsKanji(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '々' or '〆';

    /// <summary>Whether a UTF-16 code unit is hiragana.</summary>
    /// <param name="c">The code unit.</param>
    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';
}
