namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>The scripts that Japanese is written in.</summary>
internal static class Script
{
    /// <summary>Kanji, and the marks that stand between them.</summary>
    public static bool IsKanji(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '々' or '〆' or 'ヶ' or (>= '\uF900' and <= '\uFAFF');

    /// <summary>Katakana with its long mark.</summary>
    public static bool IsKatakana(char c) => c is (>= 'ァ' and <= 'ヺ') or 'ー';

    /// <summary>Hiragana.</summary>
    public static bool IsHiragana(char c) => c is (>= 'ぁ' and <= 'ゖ') or 'ゝ';

    /// <summary>A Latin letter (normalised text has small ones only).</summary>
    public static bool IsLatin(char c) => c is >= 'a' and <= 'z';

    /// <summary>The hiragana of a text as katakana.</summary>
    public static string Katakana(string text) => string.Concat(text.Select(c => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + 0x60) : c));

    /// <summary>Whether all characters are of one kind.</summary>
    public static bool All(string text, Func<char, bool> kind) => text.Length > 0 && text.All(kind);
}
