using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Finds the lines of minutes with which remarks begin: a speaker's name, the words behind it or on the lines below.</summary>
public static partial class SpeakerLines
{
    // Lines in which a document says that it is minutes.
    private const int FrontLines = 8;

    // How far below a name its words are looked for, and how wide a line is that is no name.
    private const int Searched = 8;
    private const int LeastWidth = 24;

    // Names on lines of their own without sign or brackets, or signs that stand before them, are believed where there are so many.
    private const int LeastSpeakers = 2;

    /// <summary>Index and mark of each such line; empty where the lines are no minutes. A name alone has an empty body.</summary>
    /// <param name="lines">Lines in order.</param>
    /// <param name="inTable">Indexes that belong to tables.</param>
    public static ImmutableDictionary<int, LineMark> Find(ImmutableArray<TextLine> lines, IReadOnlySet<int> inTable)
    {
        var plain = lines.Select(l => LineMarks.Of(l.Text)).ToImmutableArray();
        var isDated = plain.Any(m => FieldOf(m) == MeetingField.Date);
        if (!isDated && !lines.Take(FrontLines).Any(l => IsRecordTitle(l.Text)))
        {
            return ImmutableDictionary<int, LineMark>.Empty;
        }

        var signs = SpeakersSigns(lines);
        var present = NamedBullets.Present(lines, plain);
        var named = NamedBullets.Signs(lines, present);
        var isCalled = NamedBullets.AreCalledPlainly(lines, present);
        var isAsked = lines.Count(l => AskedWords().IsMatch(l.Text)) >= LeastSpeakers && lines.Count(l => RepliedWords().IsMatch(l.Text)) >= LeastSpeakers;
        var affiliated = lines.Select(l => AffiliatedWords().Match(l.Text)).Where(m => m.Success).Select(m => m.Groups["who"].Value).Distinct(StringComparer.Ordinal).Count() >= LeastSpeakers;
        var bare = lines.Select(l => l.Text).Where(t => BareName().IsMatch(t)).Distinct(StringComparer.Ordinal).Count() >= LeastSpeakers;
        var found = ImmutableDictionary.CreateBuilder<int, LineMark>();
        MeetingField? field = null;
        var isOpen = !isDated && lines.Take(FrontLines).Any(l => InWriting().IsMatch(l.Text));
        for (var i = 0; i < lines.Length; i++)
        {
            if (inTable.Contains(i))
            {
                continue;
            }

            var text = lines[i].Text.TrimStart(Arrows).TrimStart();
            var own = text.Length == lines[i].Text.Length || text.Length == 0 ? plain[i] : LineMarks.Of(text);
            var mark = Seated(text) ?? WithWords(text.Length == 0 ? lines[i].Text : text, signs, isOpen, field == MeetingField.Result || found.Count > 0) ?? (own.Kind == MarkKind.Speaker ? own : (LineMark?)null)
                ?? Named(lines[i].Text, named) ?? (isCalled && NamedBullets.Plainly(lines[i].Text) is { } called ? Mark(called.Who, called.What) : (LineMark?)null) ?? Reply(lines[i].Text, text) ?? (isAsked ? Asked(lines[i].Text) : null)
                ?? (affiliated && (isOpen || field is not (MeetingField.Participants or MeetingField.Absent)) ? Affiliated(text) : null)
                ?? (NameAlone(lines[i].Text, signs, bare && isOpen) is { } name && HasWords(lines, plain, i, signs, field) ? Mark(name, string.Empty) : (LineMark?)null);
            if (mark is { } speaker)
            {
                found[i] = speaker;
                isOpen |= field is not (MeetingField.Participants or MeetingField.Absent) || JapaneseText.EndsSentence(speaker.Body);
            }
            else if (FieldOf(plain[i]) is { } label)
            {
                field = label;
                isOpen |= label is MeetingField.Topic or MeetingField.Result;
            }
            else if (plain[i].Kind == MarkKind.Number)
            {
                field = null;
            }
        }

        return isDated || found.Values.Select(m => m.Label).Distinct(StringComparer.Ordinal).Count() >= LeastSpeakers
            ? found.ToImmutable()
            : ImmutableDictionary<int, LineMark>.Empty;
    }

    /// <summary>Whether a line says that what it heads are minutes.</summary>
    /// <param name="text">One line.</param>
    public static bool IsRecordTitle(string text) => RecordTitle().IsMatch(JapaneseText.Fold(text));

    private static MeetingField? FieldOf(LineMark mark) => mark.Kind is MarkKind.Field or MarkKind.Bracket ? MeetingFields.KindOf(mark.Label) : null;

    private static LineMark Mark(string name, string words) => new(MarkKind.Speaker, string.Empty, 0, JapaneseText.WithoutSpaces(name), words);

    // The signs that stand before titled speakers: behind them any short name is a speaker's.
    private static ImmutableHashSet<char> SpeakersSigns(ImmutableArray<TextLine> lines) =>
    [
        .. lines.Select(l => l.Text).Where(t => Signs.Contains(t[0], StringComparison.Ordinal) && (SignedName().IsMatch(t) || LineMarks.Of(t).Kind == MarkKind.Speaker))
            .GroupBy(t => t[0]).Where(g => g.Distinct(StringComparer.Ordinal).Count() >= LeastSpeakers).Select(g => g.Key),
    ];

    private static LineMark? WithWords(string text, ImmutableHashSet<char> signs, bool isOpen, bool isTalk)
    {
        var match = BracketedWords().Match(text);
        match = match.Success || !signs.Contains(text[0]) ? match : SignedWords().Match(text);
        match = match.Success || !isOpen ? match : TitledWords().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (name, words) = (match.Groups["who"].Value, match.Groups["what"].Value.Trim());
        return MeetingFields.KindOf(name) is null
            ? IsSaid(words) ? Mark(name, words) : null
            : isTalk && JapaneseText.EndsSentence(words) && !Headcount().IsMatch(words) ? Mark(name, words) : null;
    }

    private static LineMark? Named(string text, ImmutableHashSet<char> signs) => NamedBullets.Of(text, signs) is { } named && IsSaid(named.What) ? Mark(named.Who, named.What) : null;

    // 「→（センター）…」: who answers stands in brackets behind the arrow.
    private static LineMark? Reply(string line, string text) =>
        text.Length < line.Length && ReplyWords().Match(text) is { Success: true } match && NamedBullets.IsSpeaker(match.Groups["who"].Value) && IsSaid(match.Groups["what"].Value)
            ? Mark(match.Groups["who"].Value, match.Groups["what"].Value.Trim())
            : null;

    // 「Q ごみ…。」「A …します。」: where there are several of both, a space is enough.
    private static LineMark? Asked(string text)
    {
        var match = AskedWords().Match(text);
        match = match.Success ? match : RepliedWords().Match(text);
        return match.Success ? Mark(match.Groups["who"].Value, match.Groups["what"].Value.Trim()) : null;
    }

    // 「〇１番（岩田次郎君）　…」: members are called by the number of their seat and their name, officers by their office.
    private static LineMark? Seated(string text)
    {
        var match = SeatedWords().Match(text);
        return match.Success ? Mark(match.Groups[match.Groups["seat"].Success ? "name" : "who"].Value, match.Groups["what"].Value.Trim()) : null;
    }

    private static bool IsSaid(string words) => JapaneseText.EndsSentence(words) || JapaneseText.Width(words) >= LeastWidth;

    // 「海野（みさきセンター）　…」: where two or more are called so, each of them speaks.
    private static LineMark? Affiliated(string text) =>
        AffiliatedWords().Match(text) is { Success: true } match && match.Groups["what"].Value.Trim() is var words && IsSaid(words)
            ? Mark(match.Groups["who"].Value, words)
            : null;

    private static string? NameAlone(string text, ImmutableHashSet<char> signs, bool bare)
    {
        var match = BracketedName().Match(text);
        match = match.Success ? match : SignedName().Match(text);
        match = match.Success || !signs.Contains(text[0]) ? match : AnySignedName().Match(text);
        match = match.Success || !bare ? match : BareName().Match(text);
        return match.Success && MeetingFields.KindOf(match.Groups["who"].Value) is null ? match.Groups["who"].Value : null;
    }

    // Below a name among those present only a sentence is a remark; elsewhere a longer line is one, too.
    private static bool HasWords(ImmutableArray<TextLine> lines, ImmutableArray<LineMark> marks, int name, ImmutableHashSet<char> signs, MeetingField? field)
    {
        var below = lines.Skip(name + 1).Take(Searched)
            .TakeWhile((l, k) => (k == 0 || !l.Gap) && FieldOf(marks[name + 1 + k]) is null && marks[name + 1 + k].Kind != MarkKind.Speaker && NameAlone(l.Text, signs, bare: true) is null)
            .ToList();
        var isPresent = field is MeetingField.Participants or MeetingField.Absent;
        return below.Exists(l => JapaneseText.EndsSentence(l.Text)) || (!isPresent && below.Count > 0 && AnswerState.Of(below[0].Text) is not null)
            || (!isPresent && below.Exists(l => l.Width >= LeastWidth) && !below.Exists(l => Contact().IsMatch(l.Text)));
    }

    /// <summary>Signs before a reply: the office's answer to what was said above it.</summary>
    internal static readonly char[] Arrows = ['→', '⇒', '➡'];

    private const string Signs = "○◯〇◎●◆◇■□▼▽▲△・";

    private const string Titles =
        "委員長|座長|会長|委員|事務局|議長|議員|課長補佐|課長|係長|部長|室長|次長|局長|所長|施設長|センター長|園長|校長|院長|理事長|理事|参事|主任|主査|主事|主幹|専門官|専門員|相談員|支援員|指導員|管理者"
        + "|オブザーバー|アドバイザー|コーディネーター|ファシリテーター|司会者?|進行役?|講師|助言者|発表者|報告者|説明者|教授|弁護士|保護者|当事者|参加者|出席者|傍聴者|傍聴人";

    private const string Name = @"[^\s：:（）()「」『』【】＜＞、。・→⇒➡]{0,14}(?:[\s　][^\s：:（）()「」『』【】＜＞、。・]{0,6})?(?:" + Titles + ")";

    private const string Part = @"[Ａ-ＺA-Z0-9０-９]?(?:さん|様|氏)?";

    [GeneratedRegex("(議事|会議|発言|協議|審議|検討会|懇談会|打ち?合わ?せ|意見交換会?)の?(録|要旨|要録|概要|記録|メモ)|書面(開催|審議|協議|会議|表決)|(定例会|臨時会|一般質問|代表質問|委員会|部会|協議会|座談会|総会)の?(会議|発言)?(録|記録|速記録)$", RegexOptions.CultureInvariant)]
    private static partial Regex RecordTitle();

    [GeneratedRegex("書面(開催|審議|協議|会議|表決)", RegexOptions.CultureInvariant)]
    private static partial Regex InWriting();

    [GeneratedRegex(@"^[○◯〇◎●]?\s*(?:【(?<who>" + Name + Part + ")】|＜(?<who>" + Name + Part + ")＞|［(?<who>" + Name + Part + @")］)[\s　：:]*(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedWords();

    [GeneratedRegex(@"^.\s*(?<who>[^\s：:（）()「」『』【】＜＞、。]{1,16}(?:[者員長任査事主幹局課係室部会士師官授表役番県市区町村氏様Ａ-ＺA-Z]|さん|センター|法人|事業所|学校|病院))(?:[（(][^（）()]{1,20}[）)])?(?:\s*[：:]\s*|[\s　]+)(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SignedWords();

    [GeneratedRegex("^[○◯〇◎●]?\\s*(?<who>" + Name + Part + @")(?:[（(][^（）()]{1,20}[）)])?(?:\s*[：:]\s*|[\s　]+)(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex TitledWords();

    [GeneratedRegex("^[" + Signs + @"]?\s*(?:[（(](?<who>" + Name + Part + ")[）)]|【(?<who>" + Name + Part + ")】|[＜<](?<who>" + Name + Part + ")[＞>]|[［\\[](?<who>" + Name + Part + ")[］\\]]|〔(?<who>" + Name + Part + @")〕)\s*[：:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketedName();

    [GeneratedRegex("^(?:[" + Signs + @"]\s*(?<who>" + Name + Part + @")(?:[（(][^（）()]{1,20}[）)])?\s*[：:]?|(?<who>" + Name + Part + @")(?:[（(][^（）()]{1,20}[）)])?\s*[：:])$", RegexOptions.CultureInvariant)]
    private static partial Regex SignedName();

    [GeneratedRegex(@"^.\s*(?<who>[^\s：:（）()「」『』【】＜＞、。]{1,16}(?:[者員長任査事主幹局課係室部会士師官授表役番県市区町村氏様Ａ-ＺA-Z]|さん|センター|法人|事業所|学校|病院))\s*[：:]?$", RegexOptions.CultureInvariant)]
    private static partial Regex AnySignedName();

    [GeneratedRegex(@"^(?<who>[一-龠々ァ-ヶーぁ-んＡ-ＺA-Z]{0,8}(?:[\s　][一-龠々ァ-ヶーぁ-ん]{1,6})?(?:" + Titles + ")" + Part + ")$", RegexOptions.CultureInvariant)]
    private static partial Regex BareName();

    [GeneratedRegex(@"^[○◯〇◎●]?\s*(?<who>[一-龠々ァ-ヶーぁ-んＡ-ＺA-Z]{1,8}(?:[\s　][一-龠々ァ-ヶーぁ-ん]{1,6})?)[（(][^（）()0-9０-９]{1,20}(?:センター|事業所|園|学舎|作業所|ホーム|法人|会社|財団|協会|機構|クラブ|学校|大学|病院|クリニック|市|町|村|区|県|課|局|会|家族|保護者|当事者|代表)[）)](?:\s*[：:]\s*|[\s　]+)(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex AffiliatedWords();

    [GeneratedRegex(@"^(?<who>[QＱ])[0-9０-９]{0,2}[\s　]+(?<what>[^\x00-\x7F].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex AskedWords();

    [GeneratedRegex(@"^(?<who>[AＡ])[0-9０-９]{0,2}[\s　]+(?<what>(?![型社氏班組棟君館]|さん|委員|議員)[^\x00-\x7F].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex RepliedWords();

    [GeneratedRegex(@"^[○◯〇◎]\s*(?:(?<seat>[0-9０-９]{1,3}番)|(?<who>[^\s（）()「」、。]{1,16}))[（(](?<name>[^（）()、。]{2,14}(?:君|さん|氏|議員))[)）][\s　]*(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex SeatedWords();

    [GeneratedRegex(@"^[（(](?<who>[^（）()、。\s]{1,14})[）)][\s　：:]*(?<what>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyWords();

    [GeneratedRegex("[0-9０-９]+\\s*(?:名|人|団体|機関)", RegexOptions.CultureInvariant)]
    private static partial Regex Headcount();

    [GeneratedRegex("電話|ＴＥＬ|TEL|ＦＡＸ|FAX|[@＠]|[0-9０-９]{2,4}[-－―][0-9０-９]{2,4}|内線", RegexOptions.CultureInvariant)]
    private static partial Regex Contact();
}
