using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Tells the bullets of minutes behind each of which stands who speaks: ○A社　…, ○商工会　…, ・B社：….</summary>
internal static partial class NamedBullets
{
    // One such line may be anything; so many with the same sign are a pattern, where nearly all that have the sign are such.
    private const int Least = 2;
    private const double Share = 0.8;

    private const string Circles = "○◯〇◎●";

    /// <summary>The names of those present, as the fields of the minutes list them.</summary>
    /// <param name="lines">The lines of minutes.</param>
    /// <param name="marks">What each of them starts with.</param>
    public static ImmutableHashSet<string> Present(ImmutableArray<TextLine> lines, ImmutableArray<LineMark> marks)
    {
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var isOpen = false;
        foreach (var (line, mark) in lines.Zip(marks))
        {
            isOpen = mark.Kind is MarkKind.Field or MarkKind.Bracket ? MeetingFields.KindOf(mark.Label) is MeetingField.Participants : isOpen && mark.Kind is not MarkKind.Number && !JapaneseText.EndsSentence(line.Text);
            if (isOpen)
            {
                names.UnionWith(Separators().Split(mark.Kind == MarkKind.Bracket ? string.Empty : mark.Body).Select(n => Headcount().Replace(JapaneseText.Fold(n), string.Empty)).Where(n => n.Length > 0));
            }
        }

        return names.ToImmutable();
    }

    /// <summary>The signs whose lines name a speaker each.</summary>
    /// <param name="lines">The lines of minutes.</param>
    /// <param name="present">What <see cref="Present"/> found.</param>
    public static ImmutableHashSet<char> Signs(ImmutableArray<TextLine> lines, ImmutableHashSet<string> present) =>
        [.. lines.Where(l => BulletSigns.Contains(l.Text[0], StringComparison.Ordinal)).GroupBy(l => l.Text[0]).Where(g => NameSpeakers([.. g], present)).Select(g => g.Key)];

    /// <summary>Who speaks and what they say; null where the line does not have this form.</summary>
    /// <param name="text">One line, trimmed.</param>
    /// <param name="signs">What <see cref="Signs"/> found.</param>
    public static (string Who, string What)? Of(string text, ImmutableHashSet<char> signs)
    {
        var isSigned = signs.Contains(text[0]);
        var isCalled = !isSigned && !signs.IsEmpty && Circles.Contains(text[0], StringComparison.Ordinal);
        var match = isSigned || isCalled ? (Circles.Contains(text[0], StringComparison.Ordinal) && !isCalled ? Spaced() : Called()).Match(text) : Match.Empty;
        return match.Success && (isSigned || IsSpeaker(match.Groups["who"].Value)) ? (match.Groups["who"].Value, match.Groups["what"].Value.Trim()) : null;
    }

    /// <summary>Whether two or more speakers are called before a colon without any sign: Ａ事業所：….</summary>
    /// <param name="lines">The lines of minutes.</param>
    /// <param name="present">What <see cref="Present"/> found.</param>
    public static bool AreCalledPlainly(ImmutableArray<TextLine> lines, ImmutableHashSet<string> present) =>
        AreSpeakers([.. lines.Select(l => Plainly(l.Text)?.Who).OfType<string>().Select(JapaneseText.Fold).Distinct(StringComparer.Ordinal)], present);

    /// <summary>Who speaks and what they say in a line that calls a speaker before a colon; null where it does not.</summary>
    /// <param name="text">One line, trimmed.</param>
    public static (string Who, string What)? Plainly(string text) =>
        Plain().Match(text) is { Success: true } match && match.Groups["what"].Value.Contains('。', StringComparison.Ordinal) && IsSpeaker(match.Groups["who"].Value)
            ? (match.Groups["who"].Value, match.Groups["what"].Value.Trim())
            : null;

    /// <summary>Whether a short name is that of an organisation or of people who speak in a meeting: A社, 県, 商工会, 保護者.</summary>
    /// <param name="name">The name.</param>
    public static bool IsSpeaker(string name) => Speaker().IsMatch(JapaneseText.Fold(name)) && !Topic().IsMatch(name) && MeetingFields.KindOf(name) is null;

    private static bool NameSpeakers(ImmutableArray<TextLine> lines, ImmutableHashSet<string> present)
    {
        var form = Circles.Contains(lines[0].Text[0], StringComparison.Ordinal) ? Spaced() : Called();
        var names = lines.Select(l => form.Match(l.Text)).Where(m => m.Success).Select(m => JapaneseText.Fold(m.Groups["who"].Value)).ToList();
        var distinct = names.Distinct(StringComparer.Ordinal).ToList();
        return names.Count >= Least && names.Count >= lines.Length * Share && distinct.Count(IsSpeaker) * 2 > distinct.Count && AreSpeakers(distinct, present);
    }

    // 「・学校：…」「・公園：…」 are what was talked about: at least half must be called as nothing but a speaker is, or be among those present.
    private static bool AreSpeakers(List<string> names, ImmutableHashSet<string> present) =>
        names.Count(n => IsOnlySpeaker(n) || present.Contains(n)) is var sure && sure >= Least && sure * 2 >= names.Count;

    private static bool IsOnlySpeaker(string name) =>
        (Lettered().IsMatch(name) && IsSpeaker(name)) || Person().IsMatch(name) || (NamedOffice().IsMatch(name) && !KindOfOffice().IsMatch(name));

    private const string BulletSigns = Circles + "・･◆◇■□-－";

    private const string Name = @"(?<who>[^\s：:（）()「」『』【】＜＞、。]{1,14})(?:[（(][^（）()]{1,20}[）)])?";

    [GeneratedRegex(@"^.[\s　]*" + Name + @"(?:\s*[：:]\s*|[\s　]+)(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^.[\s　]*" + Name + @"\s*[：:]\s*(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Called();

    [GeneratedRegex("^" + Name + @"\s*[：:]\s*(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[A-Z]$|(社|会|県|都|府|道|市|区|町|村|国|課|係|室|局|校|園|院|省|庁|店|団体|機関|法人|組合|連盟|財団|センター|事業所|支援所|企業|大学|銀行|商店街|ハローワーク|家族|保護者|当事者|本人|利用者|住民|市民|町民|職員|行政|支援者|経験者|代表|参加者|出席者|司会者?|進行役?|座長|会長|委員長?|事務局|議長|さん|氏)[A-Z0-9]{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Speaker();

    [GeneratedRegex("^[A-Z][^A-Z0-9]*$|[^A-Z0-9][A-Z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Lettered();

    [GeneratedRegex("(保護者|当事者|(?<!日)本人|住民|市民|町民|村民|区民|参加者|出席者|経験者|支援者|司会者?|進行役?|座長|会長|委員長?|事務局|議長|さん|氏)[A-Z0-9]{0,2}$|^[国県都府市区町村]$|[^日]課$|..(委員会|協議会|連合会)$|商工会(議所)?$|社協$", RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex("..(センター|事業所|支援所|法人|財団|組合|連盟)$|株式会社", RegexOptions.CultureInvariant)]
    private static partial Regex NamedOffice();

    // 「保健センター」 is no name of its own, and may as well be talked about.
    [GeneratedRegex("^(地区|地域|[市町村区県]民|福祉|保健|健康|学習|生涯|支援|相談|介護|医療|就労|生活|子育て|子ども|児童|障害|高齢|体育|スポーツ|文化|コミュニティ|ショッピング|ご[みミ]|ゴミ|清掃|交流|総合|防災|給食|情報|教育|青少年|女性|社会|労働|農業|協同)", RegexOptions.CultureInvariant)]
    private static partial Regex KindOfOffice();

    [GeneratedRegex(@"[、，,・･／/;；（）()：:\s　]|及び|および", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex("[0-9]+(名|人|社|団体|機関)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Headcount();

    [GeneratedRegex("(機会|社会|都会|研修会|勉強会|説明会|見学会|相談会|連絡会|講習会|会議|通学|入社|出社|退社|就職先|歩道|水道|報道)$", RegexOptions.CultureInvariant)]
    private static partial Regex Topic();
}
