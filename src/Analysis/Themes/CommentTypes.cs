using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Tells what a comment does (要望, 懸念, 課題, メリット, 質問, 事実) by cues of grammar.</summary>
/// <remarks>
/// Quotations are taken out first: what somebody else asked is not asked here. Cues stand at the end of a clause, and 必要 counts as
/// a predicate only; trouble that is denied is none. Merit and issue also come from the heading above. See docs/methods/coding.md.
/// </remarks>
public static partial class CommentTypes
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("「『“");

    // Bits of the sets in Words.
    private const int RequestWords = 1;
    private const int ConcernWords = 2;
    private const int IssueWords = 4;

    // What a clause holds at least where a cue stands in it: of requests, concerns, issues. Looking for words is faster than trying a pattern.
    private static readonly CueWords Words = new(
        [
            "ほしい", "欲しい", "もらいたい", "いただきたい", "頂きたい", "ください", "下さい", "お願い", "良い", "よい", "いい", "助かる", "助かります", "ありがたい", "有難い", "有り難い",
            "嬉しい", "うれしい", "れば", "必要", "不可欠", "急務", "望ま", "望む", "望み", "求められ", "べき", "いけない", "いけません", "ならない", "なりません", "を希望", "を要望",
            "を要請", "を期待", "したい",
        ],
        [
            "懸念", "危惧", "心配", "不安", "気がかり", "恐れ", "おそれ", "虞", "リスク", "では", "じゃない", "かもしれ", "しないか",
        ],
        [
            "課題", "問題", "障壁", "支障", "弊害", "ネック", "難し", "むずかし", "厳し", "苦し", "乏し", "にく", "づら", "つらい", "辛", "困", "不十分", "不足", "不明確",
            "曖昧", "あいまい", "多忙", "疎か", "手薄", "不便", "疑問", "限界", "苦慮", "苦労", "難航", "混乱", "悩", "ない", "なく", "ず", "ません", "なかった", "無い", "無く",
            "差", "ばらつき", "ズレ", "ずれ", "食い違い", "異なる", "悪い", "遅い", "弱い", "低い", "過ぎ",
        ]);

    // One array a set of types: bit t of the index is type t.
    private static readonly ImmutableArray<ImmutableArray<CommentType>> Sets =
        [.. Enumerable.Range(0, 1 << Enum.GetValues<CommentType>().Length).Select(set => Enum.GetValues<CommentType>().Where(t => (set & Bit(t)) != 0).ToImmutableArray())];

    /// <summary>The types of a comment, in the order of <see cref="CommentType"/>; <see cref="CommentType.Fact"/> where no cue is found.</summary>
    /// <param name="comment">The comment.</param>
    public static ImmutableArray<CommentType> Of(Comment comment) => Of(comment, []);

    /// <summary>The same for one of many comments, whose headings and questions recur.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="headings">What the headings and questions seen so far tell; for one thread.</param>
    internal static ImmutableArray<CommentType> Of(Comment comment, Dictionary<string, HeadingSides> headings)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var types = HeadingType(comment, headings) is { } type ? Bit(type) : 0;
        var rest = WithoutQuotations(NormalizedText.Of(comment.Text).Text).AsSpan();
        while (!rest.IsEmpty)
        {
            // A sentence ends before 。 . ! and a line end, and behind a question mark.
            var end = rest.IndexOfAny("。.!\n?");
            var sentence = end < 0 ? rest : rest[..(rest[end] == '?' ? end + 1 : end)];
            rest = end < 0 ? [] : rest[(end + 1)..];
            types |= TypesOf(sentence.Trim());
        }

        return Sets[types == 0 ? Bit(CommentType.Fact) : types];
    }

    private static int Bit(CommentType type) => 1 << (int)type;

    private static int TypesOf(ReadOnlySpan<char> sentence)
    {
        var types = 0;
        for (var rest = sentence; !rest.IsEmpty;)
        {
            var end = rest.IndexOfAny("、,;");
            var clause = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            var words = Words.In(clause);
            types |= (words & RequestWords) != 0 && RequestCue().IsMatch(clause) ? Bit(CommentType.Request) : 0;
            var trouble = (words & ConcernWords) != 0 && ConcernCue().IsMatch(clause) ? Bit(CommentType.Concern)
                : (words & IssueWords) != 0 && IssueCue().IsMatch(clause) ? Bit(CommentType.Issue)
                : 0;
            types |= trouble != 0 && DeniedTrouble().IsMatch(clause) ? 0 : trouble;
        }

        return types | (sentence is [.., '?' or 'か'] && QuestionCue().IsMatch(sentence) && !DoubtCue().IsMatch(sentence) ? Bit(CommentType.Question) : 0);
    }

    private static CommentType? HeadingType(Comment comment, Dictionary<string, HeadingSides> known)
    {
        CommentType? found = null;
        foreach (var attribute in comment.Attributes)
        {
            found = attribute.Name == CommentAttribute.Heading ? Later(found, attribute.Value, known) : found;
        }

        return Later(found, comment.Question ?? string.Empty, known);
    }

    // What headings tell, with one more below them.
    private static CommentType? Later(CommentType? found, string heading, Dictionary<string, HeadingSides> known)
    {
        if (!known.TryGetValue(heading, out var sides))
        {
            known.Add(heading, sides = Sides(NormalizedText.Of(heading).Text));
        }

        return sides switch
        {
            { Merit: true, Issue: false } => CommentType.Merit,
            { Merit: false, Issue: true } => CommentType.Issue,
            { Merit: true, Issue: true } => null, // a heading for both says nothing of one comment
            _ => found,
        };
    }

    private static HeadingSides Sides(string heading)
    {
        var drawback = heading.Contains("デメリット", StringComparison.Ordinal);
        return new HeadingSides(
            MeritHeading().IsMatch(heading.Replace("デメリット", string.Empty, StringComparison.Ordinal)),
            drawback || (IssueHeading().IsMatch(heading) && !BothSides().IsMatch(heading)));
    }

    private static string WithoutQuotations(string text)
    {
        if (!text.AsSpan().ContainsAny(QuotationMarks))
        {
            return text;
        }

        string before;
        do
        {
            before = text;
            text = Quotation().Replace(text, string.Empty);
        }
        while (text.Length < before.Length);

        return text;
    }

    [GeneratedRegex("「[^「」]*」|『[^『』]*』|“[^“”]*”", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();

    [GeneratedRegex("メリット|利点|長所|(良|よ)(い|かった)(点|こと|ところ)|助かっ(た|ている)(点|こと)", RegexOptions.CultureInvariant)]
    private static partial Regex MeritHeading();

    [GeneratedRegex("課題[>】\\])]?$|問題点|困っ(た|ている)(点|こと)|困りごと|悪い点|短所", RegexOptions.CultureInvariant)]
    private static partial Regex IssueHeading();

    // 現状と課題, 成果と困りごと ask for both: they say nothing of one comment.
    [GeneratedRegex("(現状|状況|実態|成果|実績|取り?組み?)(と|や|・|及び|および)", RegexOptions.CultureInvariant)]
    private static partial Regex BothSides();

    [GeneratedRegex(
        "([てで](ほしい|欲しい|もらいたい|いただきたい|頂きたい|ください|下さい)(です)?(と(思|考|感|伝|願|の).{0,10})?"
        + "|お願い(したい|します|できれば)(です)?(と(思|考|感|の要望).{0,6})?"
        + "|(と|ば|たら|方が|ほうが)(尚|なお)?(良い|よい|いい|助かる|助かります|ありがたい|有難い|有り難い|嬉しい|うれしい)(です|のだが|のですが|ように)?(と?(思|考|感).{0,8})?"
        + "|れば(幸い|と(思|考|願)).{0,6}"
        + "|(必要|不可欠|急務)(だ|です|である|があ(る|ります)|性があ(る|ります)|性を感じる|とな(る|っている|ります)|とされる|ではないか)?(と?(思|考|感).{0,10})?"
        + "|望ましい(です)?(と(思|考|感).{0,6})?|望まれる|望む|望みます|(こと|対応|体制|支援|整備)が求められ(る|ている|ます)"
        + "|べき(だ|である|です|だと(思|考|感).{0,6}|と(思|考|感).{0,6})?"
        + "|(なければ|なくては|ないと)(いけない|いけません|ならない|なりません)(と(思|考|感).{0,6})?"
        + "|を(希望|要望|要請|期待)(する|します|したい)|(期待|充実|強化|検討|整備|改善|周知)して?(したい|ほしい|欲しい|いただきたい)"
        + "|(が|も)(欲しい|ほしい)(です|と(思|考|感).{0,6})?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex RequestCue();

    [GeneratedRegex(
        "((懸念|危惧|心配|不安|気がかり)(だ|である|です|する|します|して|される|され|を感じ|を抱|を持|があ|が残|が大き|に(思|感)|事項|の声|な面|となって|も(ある|あり|大き)).{0,24}"
        + "|(懸念|危惧|心配|不安)"
        + "|(恐れ|おそれ|虞|リスク)(が|も)?(ある|あります|あり|生じる|高).{0,8}"
        + "|(の|ん|だけ|ため)では(と.{0,14})?"
        + "|(ではない|じゃない|ではありません)(だろう|でしょう)?か(と.{0,14})?"
        + "|かもしれ(ない|ません).{0,8}|しないか(と.{0,10})?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ConcernCue();

    [GeneratedRegex(
        "((課題|問題|障壁|支障|弊害|ネック)(が|は|も|と|に|で)?(ある|あり|あった|なって|なる|なった|挙|残|感じる|だ|です|である|生じ|出て|多い|とい).{0,12}|(課題|問題)"
        + "|(難し|むずかし|厳し|苦し|乏し|わかりにく|分かりにく|わかりづら|分かりづら|しづら|しにく|やりづら|やりにく|つらい|辛)(い|く|かった|さ)?.{0,12}"
        + "|(困難|不十分|不足|不明確|曖昧|あいまい|多忙|疎か|手薄|不便|疑問|限界|苦慮|苦労|難航)(だ|である|です|な|に|が|し|さ|を|で|も|と感).{0,12}|(困難|不十分|不足|曖昧|苦慮)"
        + "|混乱(する|した|して(い|お)|しやす|を招|が(生|起)|も(ある|見)).{0,10}"
        + "|(悩|困)(む|んで|まし|まれて|って|る場合|ることが).{0,12}"
        + "|(でき|出来|取れ|とれ|進め|進ん|進ま|得られ|至ら|足り|追いつ(か|け)|つながら|繋がら)(て(い|お)|で(い|お))?(ない|らず|なく|ず|ません|なかった|ないまま)(状況|状態|ケース|こと|方|の(だ|が)|と(思|感|い)|が).{0,12}"
        + "|(でき|出来|取れ|とれ|進ま|得られ|足り|追いつか|つながら|繋がら)(て(い|お))?(ない|らない|ません|なかった)"
        + "|(理解|把握|認識|周知|連絡|共有|機能|浸透|普及|確立|構築|統一|整備|徹底)(が|は|も)?(さ?れ|でき|出来|し|取れ|取っ)て(い|お|き)?(ない|らず|なかった|ず|いない|いなかった).{0,14}"
        + "|(連絡|情報|報告|発信|周知|指針|制度|仕組み|人手|時間|余裕|理解|認識|基準)(が|は|も).{0,4}(無|な)(い|く)(状況|状態|ケース)?.{0,4}"
        + "|(差|ばらつき|温度差|格差|ズレ|ずれ|食い違い)(が|も)(ある|あり|大き|生じ|出).{0,8}"
        + "|(が|は|も)(少ない|異なる|悪い|遅い|弱い|低い|見られない).{0,8}"
        + "|過ぎ(て|る|た).{0,10})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex IssueCue();

    // 困っていることはない, 問題はありません: what the clause names is not there. 困っている人がいない or 問題が解決しない deny something else.
    [GeneratedRegex(
        "(困(って(い(る|た)|る)?|った|る)(ような)?(こと|事|点|もの)?|悩(んで(い(る|た))?(こと|点)|み)|(課題|問題|支障|障壁|弊害|不便|不足|混乱|苦労|困難|懸念|危惧|心配|不安|リスク|恐れ|おそれ|困りごと)(点|な点|なこと|事項)?(など|等)?)"
        + "(は|が|も|に|と)?(特に|とくに|あまり|今のところ|現在)*"
        + "(((して|感じて|思って|なって|起きて|生じて|出て)?お?り?い?|あり|ござい|感じ|なら|して|しており)?(ない|ません|無い)(でした)?|い?なかった|ありませんでした|なし|無し)"
        + "(です|と(思|考|感|の|いう).{0,8}|状況.{0,4}|状態.{0,4}|様子.{0,4})?(が|けど|けれども?|ので|ため|し|ものの)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DeniedTrouble();

    [GeneratedRegex("(か|かな|かしら|の)[?]$|(の|です|ます|でしょう|だろう|ました|べき|よい|良い|いい|ある|いる|する|できる|どう|何|いつ|どこ)か$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionCue();

    [GeneratedRegex("(では|じゃ)(ない|無い|ありません)(だろう|でしょう|の)?か[?]?$", RegexOptions.CultureInvariant)]
    private static partial Regex DoubtCue();
}

/// <summary>Whether a heading asks for merits, and whether for issues.</summary>
internal readonly record struct HeadingSides(bool Merit, bool Issue);
