using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Tells the part that a speaker has in a meeting from how the minutes call them.</summary>
public static partial class SpeakerRoles
{
    /// <summary>座長, 委員, 事務局, 代理 …; null where the name says nothing.</summary>
    /// <param name="line">The remark's first line, from its beginning: the name with what stands in brackets behind it.</param>
    /// <param name="speaker">The speaker's name, white space removed.</param>
    public static string? Of(string line, string speaker)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(speaker);
        return Deputy().IsMatch(JapaneseText.WithoutSpaces(line)) ? "代理" : Role().Match(speaker) is { Success: true } match ? match.Value : null;
    }

    /// <summary>質問 or 回答, where minutes tell these apart by Ｑ and Ａ and do not say who spoke; null for another sign.</summary>
    /// <param name="sign">The sign before the words.</param>
    public static string? OfSign(string sign) => sign switch
    {
        "Q" or "Ｑ" or "質" or "問" => "質問",
        "A" or "Ａ" or "答" => "回答",
        _ => null,
    };

    [GeneratedRegex("^.{0,16}[（(]代理", RegexOptions.CultureInvariant)]
    private static partial Regex Deputy();

    [GeneratedRegex("委員長|座長|会長|委員|事務局|議長|議員|課長|係長|部長|センター長|施設長|所長|オブザーバー|司会|参加者|講師|助言者", RegexOptions.CultureInvariant)]
    private static partial Regex Role();
}
