using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes;

/// <summary>Tells what a comment does (要望, 懸念, 課題, メリット, 質問, 事実) by cues of grammar.</summary>
/// <remarks>
/// Quotations are taken out first: what somebody else asked is not asked here. Cues stand at the end of a clause, and 必要 counts as
/// a predicate only. Merit and issue also come from the heading above. See docs/methods/coding.md.
/// </remarks>
public static partial class CommentTypes
{
    /// <summary>The types of a comment, in the order of <see cref="CommentType"/>; <see cref="CommentType.Fact"/> where no cue is found.</summary>
    /// <param name="comment">The comment.</param>
    public static ImmutableArray<CommentType> Of(Comment comment)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var types = new SortedSet<CommentType>();
        var heading = HeadingType(comment);
        if (heading is { } type)
        {
            types.Add(type);
        }

        foreach (var sentence in Sentences().Split(WithoutQuotations(NormalizedText.Of(comment.Text).Text)))
        {
            var text = sentence.Trim();
            if (text.Length > 0)
            {
                AddTypes(text, types);
            }
        }

        if (types.Count == 0)
        {
            types.Add(CommentType.Fact);
        }

        return [.. types];
    }

    private static void AddTypes(string sentence, SortedSet<CommentType> types)
    {
        foreach (var clause in Clauses().Split(sentence))
        {
            if (RequestCue().IsMatch(clause))
            {
                types.Add(CommentType.Request);
            }

            if (ConcernCue().IsMatch(clause))
            {
                types.Add(CommentType.Concern);
            }

            if (IssueCue().IsMatch(clause))
            {
                types.Add(CommentType.Issue);
            }
        }

        if (QuestionCue().IsMatch(sentence) && !DoubtCue().IsMatch(sentence))
        {
            types.Add(CommentType.Question);
        }
    }

    private static CommentType? HeadingType(Comment comment)
    {
        var headings = comment.Attributes
            .Where(a => a.Name == CommentAttribute.Heading)
            .Select(a => a.Value)
            .Append(comment.Question ?? string.Empty);
        CommentType? found = null;
        foreach (var heading in headings.Select(h => NormalizedText.Of(h).Text))
        {
            var drawback = heading.Contains("デメリット", StringComparison.Ordinal);
            var merit = MeritHeading().IsMatch(heading.Replace("デメリット", string.Empty, StringComparison.Ordinal));
            var issue = drawback || IssueHeading().IsMatch(heading);
            found = (merit, issue) switch
            {
                (true, false) => CommentType.Merit,
                (false, true) => CommentType.Issue,
                (true, true) => null, // a heading for both says nothing of one comment
                _ => found,
            };
        }

        return found;
    }

    private static string WithoutQuotations(string text)
    {
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

    [GeneratedRegex("(?<=[?])|[。.!\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    [GeneratedRegex("[、,;]", RegexOptions.CultureInvariant)]
    private static partial Regex Clauses();

    [GeneratedRegex("^[<【\\[(]?(良い点|良かった|よかった|利点|長所|効果|メリット)|メリット", RegexOptions.CultureInvariant)]
    private static partial Regex MeritHeading();

    [GeneratedRegex("課題[>】\\])]?$|問題点|困っている|困りごと|悪い点|短所", RegexOptions.CultureInvariant)]
    private static partial Regex IssueHeading();

    [GeneratedRegex(
        "([てで](ほしい|欲しい|もらいたい|いただきたい|頂きたい|ください|下さい|くれると|もらえると|いただけると|頂けると).{0,12}"
        + "|お願い(したい|します|できれば).{0,8}"
        + "|(と|ば|たら|方が|ほうが)(、)?(尚|なお)?(良い|よい|いい|助かる|助かります|ありがたい|有難い|有り難い|嬉しい|うれしい)(のだが|のですが)?.{0,10}"
        + "|(れば|らば)と(思|考|感|願).{0,8}"
        + "|(が|は|も|を)?(必要|不可欠|急務)(だ|である|です|だと|と|であると|性がある|性を感じ|があ|とな|とされ|なのでは).{0,12}|(必要|不可欠|急務)"
        + "|望ましい.{0,10}|望まれる|望む|望みます|求められる|求めたい"
        + "|(す|く|う|る|つ)べき(だ|である|です|と|では).{0,12}|べき"
        + "|(なければ|なくては|ないと)(いけない|いけません|ならない|なりません).{0,6}"
        + "|を(希望|要望|要請)(する|します|したい).{0,6}|(期待|充実|強化|検討|整備|改善|周知)(したい|してほし|を期待|が望).{0,8}"
        + "|仕組みが欲しい.{0,4}|が(欲しい|ほしい).{0,6})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex RequestCue();

    [GeneratedRegex(
        "((懸念|危惧|心配|不安|気がかり)(だ|である|です|する|します|して|される|され|を感じ|を抱|を持|があ|が残|が大き|に(思|感)|材料|事項|の声|でなら|な面|となって|も(ある|あり|大き)).{0,16}"
        + "|(懸念|危惧|心配|不安)"
        + "|(恐れ|おそれ|虞|リスク)(が|も)?(ある|あります|あり|生じる|高).{0,8}"
        + "|(の|ん)では(ない|無い)?(だろう|でしょう)?か?(と|$).{0,12}|(ではない|じゃない|ではありません)(だろう|でしょう)?か(と.{0,12})?"
        + "|かもしれ(ない|ません).{0,8}|しないか(と.{0,10})?)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ConcernCue();

    [GeneratedRegex(
        "((課題|問題|障壁|支障|弊害|ネック)(が|は|も|と|に|で)?(ある|あり|あった|なって|なる|なった|挙|残|感じ|だ|です|生じ|出|多|とい).{0,12}|(課題|問題)"
        + "|(難し|むずかし|厳し|苦し|乏し|低|弱|遅|悪|わかりにく|分かりにく|わかりづら|分かりづら|しづら|しにく|やりづら|やりにく|つらい|辛)(い|く|かった|さ)?.{0,14}"
        + "|(困難|不十分|不足|不明確|曖昧|あいまい|負担|多忙|疎か|手薄|混乱|不便|疑問|限界|苦慮|苦労|難航)(だ|である|です|な|に|が|し|さ|を|と|で|も).{0,14}|(困難|不十分|不足|曖昧|混乱|苦慮)"
        + "|(悩|困)(む|んで|まし|って|る|み).{0,12}"
        + "|(でき|出来|取れ|とれ|進ま|得られ|至ら|足り|整って|され|されて|伝わら|把握して|追いつか|つながら|繋がら)(てい|ておら)?(ない|なく|ず|ていない|おらず|ません|なかった|ないまま).{0,14}"
        + "|(差|ばらつき|温度差|格差|ズレ|ずれ|食い違い)(が|も)(ある|あり|大き|生じ|出).{0,8}"
        + "|(が|は|も)(少ない|無い|ない|なく|見られない|異なる|求められてしまう).{0,10}"
        + "|過ぎ(て|る|た).{0,10})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex IssueCue();

    [GeneratedRegex("(か|かな|かしら|の)[?]$|(の|です|ます|でしょう|だろう|ました|べき|よい|良い|いい|ある|いる|する|できる|どう|何|いつ|どこ)か$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionCue();

    [GeneratedRegex("(では|じゃ)(ない|無い|ありません)(だろう|でしょう|の)?か[?]?$", RegexOptions.CultureInvariant)]
    private static partial Regex DoubtCue();
}
