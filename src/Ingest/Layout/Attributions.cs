using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>What stands in brackets behind quoted words and says what kind of person said them: （30代・男性）, （70代女性、山手地区）.</summary>
internal static partial class Attributions
{
    private const int Longest = 24;

    /// <summary>Whether a line is nothing but such brackets.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static bool IsAlone(string text) => text.Length <= Longest && Alone().IsMatch(JapaneseText.Fold(text));

    /// <summary>Whether words end with such brackets, behind the end of a sentence or quotation.</summary>
    /// <param name="text">One answer.</param>
    public static bool Ends(string text) => Without(text) is var words && words.Length < text.Length && IsSaid(words);

    /// <summary>The words without such brackets at their end.</summary>
    /// <param name="text">One answer.</param>
    public static string Without(string text)
    {
        var open = text.LastIndexOfAny(['（', '(']);
        return open > 0 && IsAlone(text[open..]) ? text[..open].TrimEnd() : text;
    }

    /// <summary>The office in brackets behind an answer, and the answer without it: …してほしい。（西センター）; null where there is none.</summary>
    /// <param name="text">One answer.</param>
    public static (string Office, string Words)? Office(string text)
    {
        var open = text.LastIndexOfAny(['（', '(']);
        if (open <= 0 || text[^1] is not ('）' or ')'))
        {
            return null;
        }

        var (words, name) = (text[..open].TrimEnd(), text[(open + 1)..^1]);
        return name.Length is >= 2 and <= 20 && NameLines.NamesOffice(name) && (IsSaid(words) || AnswerState.Of(words) is not null) ? (name, words) : null;
    }

    /// <summary>Whether the lines that are nothing but brackets stand below what was said, and not above it.</summary>
    /// <param name="lines">Lines in order.</param>
    public static bool StandBelow(ImmutableArray<TextLine> lines)
    {
        var alone = Enumerable.Range(0, lines.Length).Where(i => IsAlone(lines[i].Text)).ToList();
        return alone.Count > 0 && alone.TrueForAll(i => i > 0 && !IsAlone(lines[i - 1].Text) && (IsSaid(lines[i - 1].Text) || LineMarks.Of(lines[i - 1].Text).Kind == MarkKind.Bullet))
            && alone.Count(i => lines[i].Gap && i + 1 < lines.Length && !lines[i + 1].Gap) * 2 <= alone.Count;
    }

    /// <summary>Whether words are a sentence, or end a quotation.</summary>
    /// <param name="text">The words.</param>
    public static bool IsSaid(string text) => JapaneseText.EndsSentence(text) || text.EndsWith('」');

    private const string Person = "(?:[0-9]{1,3}(?:歳|才)?(?:代|台|歳|才)(?:前半|後半|以上|未満)?|[一二三四五六七八九]?十代|男性?|女性?|男子|女子|年齢不明|性別不明)";

    private const string Walk = "(?:会社員|自営業|主婦|主夫|学生|高校生|大学生|中学生|パート|無職|公務員|教員|介護者|母親?|父親?|保護者|家族|本人|当事者|利用者|支援者|職員|[一-龠ぁ-んァ-ヶー]{1,6}(?:市|町|村|区|地区|圏域|地域|在住))";

    [GeneratedRegex("^[(](?:[^()。]{1,10}[・、,/]|" + Walk + ")?" + Person + "(?:(?:[・、,/]|の)?(?:" + Person + "|" + Walk + ")){0,3}(?:[・、,/][^()。]{1,12})?[)]$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();
}
