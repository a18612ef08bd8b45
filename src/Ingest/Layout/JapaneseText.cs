using System.Text;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>White space, width and sentence ends of Japanese text.</summary>
public static partial class JapaneseText
{
    /// <summary>The words without the white space that layout put next to Japanese characters.</summary>
    /// <remarks>One space stays between two Latin words; line ends and full-width spaces count as white space. Characters come out composed.</remarks>
    /// <param name="text">Any text.</param>
    public static string Tidy(string text)
    {
        text = Composed(text);
        var builder = new StringBuilder(text.Length);
        var gap = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                gap = true;
                continue;
            }

            if (gap && builder.Length > 0 && !IsWide(builder[^1]) && !IsWide(character))
            {
                builder.Append(' ');
            }

            gap = false;
            builder.Append(character);
        }

        return builder.ToString();
    }

    /// <summary>The text with its characters composed (NFC): が as one character, where Macs write か and ゛.</summary>
    /// <param name="text">Any text; what is no Unicode comes back as it is.</param>
    public static string Composed(string text) => Normal(text, NormalizationForm.FormC);

    /// <summary>Two pieces of a wrapped sentence as one: a space only where a Latin word meets a Latin word.</summary>
    /// <param name="first">What stands before the wrap.</param>
    /// <param name="second">What stands after it.</param>
    public static string Join(string first, string second)
    {
        if (first.Length == 0 || second.Length == 0)
        {
            return first + second;
        }

        var space = char.IsAsciiLetter(second[0]) && (char.IsAsciiLetterOrDigit(first[^1]) || first[^1] is ',' or '.' or ';');
        return space ? first + " " + second : first + second;
    }

    /// <summary>The text without any white space: what two spellings of a name are compared by.</summary>
    /// <param name="text">Any text.</param>
    public static string WithoutSpaces(string text)
    {
        var builder = (StringBuilder?)null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                builder ??= new StringBuilder(text, 0, i, text.Length);
            }
            else
            {
                builder?.Append(text[i]);
            }
        }

        return builder?.ToString() ?? text;
    }

    /// <summary>Compatibility forms folded and white space removed: what patterns are matched against.</summary>
    /// <param name="text">Any text; what is no Unicode keeps its forms.</param>
    public static string Fold(string text) => Compatible(WithoutSpaces(text));

    /// <summary>The text with its compatibility forms folded (NFKC): Ａ as A, ① as 1.</summary>
    /// <param name="text">Any text; what is no Unicode comes back as it is.</param>
    public static string Compatible(string text) => Normal(text, NormalizationForm.FormKC);

    /// <summary>Columns that the text takes, two for a wide character, white space aside.</summary>
    /// <param name="text">One line.</param>
    public static int Width(string text)
    {
        var width = 0;
        foreach (var character in text)
        {
            width += char.IsWhiteSpace(character) ? 0 : IsWide(character) ? 2 : 1;
        }

        return width;
    }

    /// <summary>Whether the text ends a sentence, closing brackets and quotes aside.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static bool EndsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("」』）)】＞〉》\"”").TrimEnd();
        return end.Length > 0 && end[^1] is '。' or '．' or '！' or '？' or '!' or '?' or '｡' or '♪';
    }

    /// <summary>Whether the line breaks off inside a phrase: it ends in a particle, an inflection, a comma or an open bracket.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static bool BreaksOff(string text)
    {
        if (text.Length == 0 || CompletePhrase().IsMatch(text))
        {
            return false;
        }

        return text[^1] is '、' or '，' or '「' or '（' or '(' or '『' or '・' or 'が' or 'を' or 'に' or 'は' or 'へ' || OpenBracket(text) || Trailing().IsMatch(text);
    }

    /// <summary>Whether the line ends in a particle or a comma, after which a heading cannot end.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static bool EndsInParticle(string text) => text.Length > 0 && "をがはにでとのもへや、，・（「".Contains(text[^1], StringComparison.Ordinal);

    /// <summary>Whether the line ends the way headings do: について, のか.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static bool EndsHeading(string text) =>
        text.EndsWith("について", StringComparison.Ordinal) || text.EndsWith("のか", StringComparison.Ordinal) || text.EndsWith("に関すること", StringComparison.Ordinal);

    /// <summary>Whether the line can only go on with a sentence begun above: it starts with a particle, an inflection or a closing mark.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static bool GoesOn(string text) =>
        text.Length > 0 && (Closing.Contains(text[0], StringComparison.Ordinal) || (IsHiragana(text[0]) && !Opener().IsMatch(text) && !NameLines.NamesOffice(text)));

    /// <summary>Whether a character takes two columns.</summary>
    /// <param name="character">A UTF-16 code unit.</param>
    public static bool IsWide(char character) => character >= '\u2010' && character is not (>= '\uFF61' and <= '\uFF9F');

    private static string Normal(string text, NormalizationForm form)
    {
        try
        {
            return text.IsNormalized(form) ? text : text.Normalize(form);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private const string Closing = "」』）)、。，．】ーっゃゅょッャュョ々";

    private static bool IsHiragana(char character) => character is >= 'ぁ' and <= 'ん';

    private static bool OpenBracket(string text)
    {
        var depth = 0;
        foreach (var character in text)
        {
            depth += character is '（' or '「' or '『' or '(' ? 1 : character is '）' or '」' or '』' or ')' ? -1 : 0;
        }

        return depth > 0;
    }

    [GeneratedRegex("^(はじめに|おわりに|終わりに)$|(について|に関して|において|こと|もの|など|のか|ますか|ですか|とりくみ|まとめ|あり|なし|ない|たい|よい|良い|しい|ある|する|いる|れる|なる|した|ため|とおり|通り)$", RegexOptions.CultureInvariant)]
    private static partial Regex CompletePhrase();

    [GeneratedRegex(@"[\u4E00-\u9FFF々ァ-ヶー）」0-9０-９A-Za-z][ぁ-ん]{1,3}$|(には|では|とは|への|での|との|から|まで|より|ので|ため|という|ような|ように)$", RegexOptions.CultureInvariant)]
    private static partial Regex Trailing();

    [GeneratedRegex("^(また|しかし|なお|その|この|これ|それ|ただ|さら|そこ|さて|まず|ここ|いずれ|ほか|すで|すべ|どの|どこ|どう|どち|あわせ|あくまで|こう|こちら|こども|そう|そもそも|もっと|もう|とりあえず|とくに|たとえ|つまり|おお|よって|よろしく|よく|より|いつ|いま|いろ|うち|お|ご|かつ|すぐ|できる|とても|ひと|ほと|みん|むし|わ|やはり|はじめ|あ|きめ|くわ|さま|しっか|ちな|なぜ|なに|なん|ぜひ|まだ)", RegexOptions.CultureInvariant)]
    private static partial Regex Opener();
}
