using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Tells what a comment does (要望, 懸念, 課題, メリット, 質問, 事実) by cues of grammar.</summary>
/// <remarks>
/// Quotations are taken out first: what somebody else asked is not asked here. Cues stand at the end of a clause, or before words that
/// only report it (との意見があった), and 必要 counts as a predicate only; trouble that is denied is none. The heading above tells merit
/// and issue where the comment's own grammar tells nothing. See docs/methods/coding.md.
/// </remarks>
public static partial class CommentTypes
{
    private static readonly SearchValues<char> QuotationMarks = SearchValues.Create("「『“");
    private static readonly SearchValues<char> Particles = SearchValues.Create("がはもを");

    // Bits of the sets in Words.
    internal const int RequestWords = 1;
    internal const int ConcernWords = 2;
    internal const int IssueWords = 4;
    internal const int FrameWords = 8;

    // What may follow an adjective of trouble where it still ends its clause. Not 分かりにくい所は説明している.
    private const string AdjectiveEnd =
        "((い|かった)(です|でした|ため|ので|から|が|けれども?|けど|し|と.{0,10}|(状況|状態).{0,6}|の(が|だ|です|で).{0,8}"
        + "|(こと|面|点|ところ|場合|人|方|ケース|様子)(が|も)(ある|あり|あった|多|増え|続).{0,8})?"
        + "|く(て|な(る|った|って|り).{0,8}|(感|思|困).{0,6})?|さ((が|を|も).{0,8})?)";

    // What a clause holds at least where a cue stands in it: of requests, concerns, issues, and what only reports the words before it.
    // Looking for words is faster than trying a pattern.
    internal static readonly CueWords Words = new(
        [
            "ほしい", "欲しい", "もらいたい", "いただきたい", "頂きたい", "ください", "下さい", "お願い", "良い", "よい", "いい", "助かる", "助かります", "ありがたい", "有難い", "有り難い",
            "嬉しい", "うれしい", "れば", "必要", "不可欠", "急務", "望ま", "望む", "望み", "求められ", "べき", "いけない", "いけません", "ならない", "なりません", "を希望", "を要望",
            "を要請", "期待し", "期待す", "したい", "いただけ", "頂け", "もらえ", "いただきたく", "頂きたく", "くれ", "はどう", "はいかが", "つなが", "繋が",
        ],
        [
            "懸念", "危惧", "心配", "不安", "気がかり", "恐れ", "おそれ", "虞", "リスク", "では", "じゃない", "じゃありません", "かもしれ", "しないか",
        ],
        [
            "課題", "問題", "障壁", "支障", "弊害", "ネック", "難し", "むずかし", "厳し", "苦し", "乏し", "にく", "づら", "つらい", "辛", "困", "不十分", "不足", "不明確",
            "曖昧", "あいまい", "多忙", "疎か", "手薄", "不便", "疑問", "限界", "苦慮", "苦労", "難航", "混乱", "悩", "ない", "なく", "ず", "ません", "なかった", "無い", "無く", "無かった",
            "差", "ばらつき", "ズレ", "ずれ", "食い違い", "異なる", "悪い", "遅い", "弱い", "低い", "悪かった", "遅かった", "弱かった", "低かった", "過ぎ",
            "がたい", "がたく", "がたか", "がたさ", "難い", "難く", "難か", "難さ", "困惑", "苦戦", "矛盾", "断られ", "負担",
        ],
        ["との", "という", "といった", "とか", "など", "等"]);

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
        var types = 0;
        var rest = WithoutBrackets(WithoutQuotations(NormalizedText.Of(comment.Text).Text)).AsSpan();
        while (!rest.IsEmpty)
        {
            // A sentence ends before 。 . ! and a line end, and behind a question mark.
            var end = rest.IndexOfAny("。.!\n?");
            var sentence = end < 0 ? rest : rest[..(rest[end] == '?' ? end + 1 : end)];
            rest = end < 0 ? [] : rest[(end + 1)..];
            types |= TypesOf(sentence.Trim());
        }

        types = types == 0 && HeadingType(comment, headings) is { } type ? Bit(type) : types;
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
            var told = (words & FrameWords) != 0 ? WithoutFrames(clause) : clause;
            sentence = end < 0 ? sentence[..^(clause.Length - told.Length)] : sentence;
            types |= TypesOf(told, words, isLast: end < 0);
        }

        return types | (sentence is [.., '?' or 'か'] && QuestionCue().IsMatch(sentence) && !DoubtCue().IsMatch(sentence) ? Bit(CommentType.Question) : 0);
    }

    private static int TypesOf(ReadOnlySpan<char> clause, int words, bool isLast)
    {
        var mayAsk = (words & RequestWords) != 0;
        if (mayAsk && (words & ConcernWords) != 0 && WishedCue().IsMatch(clause))
        {
            return Bit(CommentType.Request); // 必要ではないか fears nothing
        }

        var types = mayAsk && (RequestCue().IsMatch(clause) || (isLast && OpenRequestCue().IsMatch(clause))) ? Bit(CommentType.Request) : 0;
        var trouble = (words & ConcernWords) != 0 && ConcernCue().IsMatch(clause) ? Bit(CommentType.Concern)
            : (words & IssueWords) != 0 && (IssueCue().IsMatch(clause) || HardshipCue().IsMatch(clause)) ? Bit(CommentType.Issue)
            : 0;
        return types | (trouble != 0 && DeniedTrouble().IsMatch(clause) ? 0 : trouble);
    }

    // A report may be reported: 〜との声があったとのこと.
    private static ReadOnlySpan<char> WithoutFrames(ReadOnlySpan<char> clause) => WithoutFrame(WithoutFrame(clause));

    private static ReadOnlySpan<char> WithoutFrame(ReadOnlySpan<char> clause)
    {
        foreach (var frame in Frame().EnumerateMatches(clause))
        {
            return clause[..frame.Index];
        }

        return clause;
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

    // A bracket that ends a clause: with a particle first it goes on with the clause, with one inside it is a clause itself, else it names something.
    private static string WithoutBrackets(string text) =>
        text.Contains('(', StringComparison.Ordinal) ? FinalBracket().Replace(text, bracket => InPlaceOf(bracket.Groups[1].Value)) : text;

    private static string InPlaceOf(string inside) =>
        inside is ['が' or 'は' or 'も', ..] ? inside
        : inside.AsSpan().ContainsAny(Particles) ? $"\n{inside}\n"
        : string.Empty;

    [GeneratedRegex("「[^「」]*」|『[^『』]*』|“[^“”]*”", RegexOptions.CultureInvariant)]
    private static partial Regex Quotation();

    [GeneratedRegex("メリット|利点|長所|(良|よ)(い|かった)(点|こと|ところ)|助かっ(た|ている)(点|こと)", RegexOptions.CultureInvariant)]
    private static partial Regex MeritHeading();

    [GeneratedRegex("課題[>】\\])]?$|問題点|困っ(た|ている)(点|こと)|困りごと|悪い点|短所", RegexOptions.CultureInvariant)]
    private static partial Regex IssueHeading();

    // 現状と課題, 成果と困りごと ask for both: they say nothing of one comment.
    [GeneratedRegex("(現状|状況|実態|成果|実績|取り?組み?)(と|や|・|及び|および)", RegexOptions.CultureInvariant)]
    private static partial Regex BothSides();

    [GeneratedRegex("\\(([^()]*)\\)(?=\\s*([、。,.!?;]|$))", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex FinalBracket();

    [GeneratedRegex(
        "((と(の|いう|いった|か(らの|の)?)(ような)?|(など|等)(の|という|といった)?)(意見|声|指摘|要望|希望|依頼|提案|相談|感想|見方|回答|報告|話)(など|等)?"
        + "((が|も|は|を)(多く|多数|複数|数件|いくつか|一部|よく)?"
        + "(あ(る|った|り(ます|ました)?)|多(い|く|数|かった)(です)?|(挙が|上が|あが)る|聞く"
        + "|(出|出され|受け|挙げられ|聞かれ|寄せられ|見られ|届き|届い|挙がり|挙がっ|上がり|上がっ|あがり|あがっ|いただき|いただい|頂き|頂い|聞き|聞い)"
        + "(る|た|て|ます|ました|て(い|お)(る|た|り|ます|ました|ります|りました)|てきた))(が|ため|ので|けれども?|けど|ものの|し)?)?"
        + "|と(の|いう)(こと|事)(だ|だった|である|であった|です|でした)?)$",
        RegexOptions.CultureInvariant)]
    internal static partial Regex Frame();

    [GeneratedRegex(
        "([てで](ほしい|欲しい|もらいたい|いただきたい|頂きたい|ください|下さい)(です)?(と(思|考|感|伝|願).{0,10})?"
        + "|(いただきたく|頂きたく)((思|存|お願い).{0,8})?"
        + "|(いただけ|頂け|[てで]もらえ|[てで]くれ)(ない|ません|ます)(もの)?(だろう|でしょう|です)?か(と(思|考|感|の).{0,10}|[?])?"
        + "|[てで]は(どう|いかが)(?<=(て|んで|いで)は(どう|いかが))(?<!(つい|とっ|おい|関し|対し|際し)ては(どう|いかが))(だろう|でしょう|です)?か(と(思|考|感|の).{0,10}|[?])?"
        + "|お願い(したい|いたしたい|したく|いたしたく|します|いたします|致します|申し上げます|できれば)(です|思います|存じます)?(と(思|考|感|の要望).{0,6})?"
        + "|(と|ば|たら|方が|ほうが)(尚|なお)?(良い|よい|いい|助かる|助かります|ありがたい|有難い|有り難い|嬉しい|うれしい)(です|のだが|のですが|ように)?(と?(思|考|感).{0,8})?"
        + "|れば(幸い|と(思|考|願|存)).{0,6}"
        + "|(必要|不可欠|急務)(だ|だった|です|でした|である|であった|があ(る|った|ります|りました)|性があ(る|ります)|性を感じる|とな(る|っている|ります)|とされる)?(と?(思|考|感).{0,10})?"
        + "|望ましい(です|でした)?(と(思|考|感).{0,6})?|望まれる|望まれます|望む|望みます|(こと|対応|体制|支援|整備)が求められ(る|ている|ます|ています)"
        + "|べき(だ|だった|である|であった|です|でした|だと(思|考|感).{0,6}|と(思|考|感).{0,6})?"
        + "|(なければ|なくては|ないと)(いけない|いけません|ならない|なりません)(と(思|考|感).{0,6})?"
        + "|を(希望|要望|要請|期待)(する|します|したい|いたします)|期待し(?<=[をに]...)(たい|ている|ています)|(期待|充実|強化|検討|整備|改善|周知)して?(したい|ほしい|欲しい|いただきたい)"
        + "|(が|も)(欲しい|ほしい)(です|と(思|考|感).{0,6})?)$",
        RegexOptions.CultureInvariant)]
    internal static partial Regex RequestCue();

    // 連絡していただければ at the end of the sentence asks; before another clause it is a condition.
    [GeneratedRegex("(いただけ|頂け|[てで]もらえ)れば$", RegexOptions.CultureInvariant)]
    internal static partial Regex OpenRequestCue();

    [GeneratedRegex(
        "(必要|不可欠|急務|望ましい|べき|(と|ば|たら|方が|ほうが)(良い|よい|いい)|(解消|解決|改善|向上|軽減|充実|促進|強化|防止|予防)(に|へ)?(つながる|繋がる|つながって|繋がって))(なの|の)?"
        + "(では|では(ない|ありません)(だろう|でしょう|です|の)?か|じゃ(ない|ありません)(だろう|でしょう|です|の)?か)(と.{0,14}|[?])?$",
        RegexOptions.CultureInvariant)]
    internal static partial Regex WishedCue();

    [GeneratedRegex(
        "((懸念|危惧|心配|不安|気がかり)(だ|である|であった|です|でした|する|した|します|しました|して|される|され|を感じ|を覚え|を抱|を持|があ|が残|が大き|に(思|感)|事項|の声|な面|となって|も(ある|あり|大き)).{0,24}"
        + "|(懸念|危惧|心配|不安)"
        + "|(恐れ|おそれ|虞|リスク)(が|も)?(ある|あります|あり|あった|生じる|高).{0,8}"
        + "|(の|ん|だけ|ため)では(と.{0,14})?"
        + "|(ではない|じゃない|ではありません)(だろう|でしょう|です|の)?か(と.{0,14}|[?])?"
        + "|かもしれ(ない|ません).{0,8}|しないか(と.{0,10})?)$",
        RegexOptions.CultureInvariant)]
    internal static partial Regex ConcernCue();

    // いずれ is no ずれ.
    [GeneratedRegex(
        "((課題|問題|障壁|支障|弊害|ネック)(など|等)?(が|は|も|と|に|で)?(ある|あり|あった|あがる|あがっ|あがり|上が|なる|なり|なった|なって|挙|残|して残|感じる|だ|です|でした|である|生じ|出て|出た|多い|とい).{0,12}|(課題|問題)"
        + "|(難し|むずかし|厳し|苦し|乏し|つらい|辛)(い|く|かった|さ)?.{0,12}"
        + "|(困難|不十分|不足|不明確|曖昧|あいまい|多忙|疎か|手薄|不便|疑問|限界|苦慮|苦労|難航)(だ|である|です|な|に|が|し|さ|を|で|も|と感).{0,12}"
        + "|(不足|苦慮|苦労|難航|混乱|困惑|苦戦)(する|した|しました|します|して(い|お).{0,6})(こと(が|も)(ある|あった|あり|多).{0,6}|ため|ので|と.{0,8})?"
        + "|(困難|不十分|不足|不明確|曖昧|不便|疑問|限界|苦慮|苦労|矛盾|食い違い|ばらつき|温度差|格差|ズレ|(?<![いは])ずれ)"
        + "|混乱(する|した|して(い|お)|しやす|を招|が(生|起)|も(ある|見)).{0,10}"
        + "|(悩|困)(む|んで|まし|まれて|って|る場合|ることが).{0,12}"
        + "|(でき|出来|取れ|とれ|進め|進ん|進ま|得られ|至ら|足り|追いつ(か|け)|つながら|繋がら)(て(い|お)|で(い|お))?(ない|らず|なく|ず|ません|なかった|ないまま)(状況|状態|ケース|こと|方|の(だ|が)|と(思|感|い)|が).{0,12}"
        + "|(でき|出来|取れ|とれ|進ま|得られ|足り|追いつか|つながら|繋がら)(て(い|お))?(ない|らない|なかった|(り)?ません(でした)?)"
        + "|(理解|把握|認識|周知|連絡|共有|機能|浸透|普及|確立|構築|統一|整備|徹底)(が|は|も)?(さ?れ|でき|出来|し|取れ|取っ)て(い|お|き)?(ない|らず|なかった|ず|いない|いなかった|(り)?ません).{0,14}"
        + "|(連絡|情報|報告|発信|周知|指針|制度|仕組み|人手|時間|余裕|理解|認識|基準)(が|は|も).{0,4}((無|な)(い|く|かった)|ありません(でした)?)(状況|状態|ケース)?.{0,4}"
        + "|(差|ばらつき|温度差|格差|ズレ|ずれ|食い違い)(が|も)(ある|あり|あった|大き|生じ|出|見られ|多|目立).{0,8}"
        + "|(が|は|も)(少ない|異なる|悪い|遅い|弱い|低い|少なかった|悪かった|遅かった|弱かった|低かった|見られない).{0,8}"
        + "|過ぎ(て|る|た).{0,10})$",
        RegexOptions.CultureInvariant)]
    internal static partial Regex IssueCue();

    // More issues, apart since the pattern above grows slower with each beginning. ありがたい, 得がたい, 忘れがたい are no trouble.
    [GeneratedRegex(
        "((にく|づら)(?<=[いきぎしじちびみりえけげせてでねべめれ見出来着寝得居]..)" + AdjectiveEnd
        + "|(がた|難)(?<=[いきしちみりえけせてねべめれ](がた|難))(?<!(あり|有り|忘れ)(がた|難))" + AdjectiveEnd
        + "|(分か|わか)(?<=[がかも]..)(ら(ない|ず|なかった)|りません)(でした|です|と.{0,8}|(様子|状況|状態|こと|人|方|点)(が|も)(ある|あり|多).{0,6})?"
        + "|矛盾(に直面|が(あ|生)|を感|も(あ|感)|して(い|お)).{0,8}"
        + "|断られ(る|た|て(い|し)).{0,12}|負担(が|も)(大き|増え|重|多|かか).{0,8}|手が回(ら|って(い)?)(ない|ません|ず|なかった))$",
        RegexOptions.CultureInvariant)]
    internal static partial Regex HardshipCue();

    // 困っていることはない, 問題はありません: what the clause names is not there. 困っている人がいない or 問題が解決しない deny something else.
    [GeneratedRegex(
        "(困(って(い(る|た)|る)?|った|る)(ような)?(こと|事|点|もの)?|悩(んで(い(る|た))?(こと|点)|み)|(課題|問題|支障|障壁|弊害|不便|不足|混乱|苦労|困難|懸念|危惧|心配|不安|リスク|恐れ|おそれ|困りごと|疑問|限界|矛盾|食い違い|ばらつき|ズレ|ずれ|格差|温度差|負担)(点|な点|なこと|事項)?(など|等)?)"
        + "(は|が|も|に|と)?(特に|とくに|あまり|今のところ|現在)*"
        + "(((して|感じて|思って|なって|起きて|生じて|出て|挙がって|上がって|あがって)?お?り?い?|あり|ござい|感じ|なら|して|しており)?(ない|ません|無い)(でした)?|い?なかった|ありませんでした|なし|無し)"
        + "(です|と(思|考|感|の|いう).{0,8}|状況.{0,4}|状態.{0,4}|様子.{0,4})?(が|けど|けれども?|ので|ため|し|ものの)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DeniedTrouble();

    [GeneratedRegex("(か|かな|かしら|の)[?]$|(の|です|ます|でしょう|だろう|ました|べき|よい|良い|いい|ある|いる|する|できる|どう|何|いつ|どこ)か$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionCue();

    // What has the form of a question and is a concern or a request.
    [GeneratedRegex(
        "((では|じゃ)(ない|無い|ありません)(だろう|でしょう|です|の)?|(いただけ|頂け|[てで]もらえ|[てで]くれ)(ない|ません|ます)(もの)?(だろう|でしょう|です)?"
        + "|[てで]は(?<=(て|んで|いで)は)(?<!(つい|とっ|おい|関し|対し|際し)ては)(どう|いかが)(だろう|でしょう|です)?)か[?]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex DoubtCue();
}

/// <summary>Whether a heading asks for merits, and whether for issues.</summary>
internal readonly record struct HeadingSides(bool Merit, bool Issue);
