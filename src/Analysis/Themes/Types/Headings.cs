using System.Text.RegularExpressions;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>What the headings above a comment and its question tell: merit, issue or request.</summary>
internal static partial class Headings
{
    /// <summary>The type told; null where none is.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="known">What the headings and questions seen so far tell; for one thread.</param>
    public static CommentType? TypeAbove(Comment comment, Dictionary<string, HeadingSides> known)
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
            { Merit: true, Issue: false, Request: false } => CommentType.Merit,
            { Merit: false, Issue: true, Request: false } => CommentType.Issue,
            { Merit: false, Issue: false, Request: true } => CommentType.Request,
            { Merit: false, Issue: false, Request: false } => found,
            _ => null, // a heading for several says nothing of one comment
        };
    }

    private static HeadingSides Sides(string heading)
    {
        var drawback = heading.Contains("デメリット", StringComparison.Ordinal);
        return new HeadingSides(
            MeritHeading().IsMatch(heading.Replace("デメリット", string.Empty, StringComparison.Ordinal)),
            drawback || (IssueHeading().IsMatch(heading) && !BothSides().IsMatch(heading)),
            RequestHeading().IsMatch(heading) && !AnyOpinion().IsMatch(heading));
    }

    [GeneratedRegex("メリット|利点|長所|(良|よ)(い|かった)(点|こと|ところ)|助かっ(た|ている)(点|こと)", RegexOptions.CultureInvariant)]
    private static partial Regex MeritHeading();

    [GeneratedRegex("課題[>】\\])]?$|問題点|困っ(た|ている)(点|こと)|困りごと|悪い点|短所", RegexOptions.CultureInvariant)]
    private static partial Regex IssueHeading();

    [GeneratedRegex("(必要な|(て|で)(ほしい|欲しい)|望む|求める|期待する|改善すべき)(こと|事|点|もの|支援|対応|仕組み)|(ご)?(要望|提案)(など|等|・.{1,8})?[>】\\])]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex RequestHeading();

    // ご意見・ご要望 asks for whatever there is to say, 課題と要望 for both.
    [GeneratedRegex("意見|感想|お気づき|気付|課題|問題", RegexOptions.CultureInvariant)]
    private static partial Regex AnyOpinion();

    // 現状と課題, 成果と困りごと ask for both: they say nothing of one comment.
    [GeneratedRegex("(現状|状況|実態|成果|実績|取り?組み?)(と|や|・|及び|および)", RegexOptions.CultureInvariant)]
    private static partial Regex BothSides();
}
