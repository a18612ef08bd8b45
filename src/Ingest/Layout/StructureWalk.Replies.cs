using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <content>Opinions with the authority's reply below each: 【意見１】…【市の考え方】….</content>
internal sealed partial class StructureWalk
{
    // Such a document has both headings; one alone may be anything.
    private readonly bool hasReplies = blocks.Any(b => IsOpinionHeading(HeadOf(b).Head)) && blocks.Any(b => IsReplyHeading(HeadOf(b).Head));
    private bool isReply;
    private int replies;

    /// <summary>What the user is told about how the document was read.</summary>
    public IEnumerable<Problem> Notices =>
        replies == 0 ? [] :
        [
            new Problem(
                ProblemSeverity.Notice, source, null,
                new BilingualText($"「市の考え方」「回答」などの見出しの下の文章（{replies}か所）は、意見への回答として読み、意見に数えていません。", $"Passages below headings such as 「市の考え方」 and 「回答」 ({replies}) were read as replies to the opinions and are not counted as comments."),
                new BilingualText("それも意見なら、見出しを変えて取り込み直してください。", "If they are opinions, too, change their headings and import again.")),
        ];

    /// <summary>Takes what stands in a document of opinions and replies: the opinions are comments, the replies are not.</summary>
    private bool TakeReply(Block block)
    {
        if (meeting is not null || block.Table is not null)
        {
            return false;
        }

        var (head, words) = HeadOf(block);
        if (!hasReplies)
        {
            return TakeLabelled(block, head);
        }

        if (IsOpinionHeading(head) || IsReplyHeading(head))
        {
            isReply = IsReplyHeading(head);
            lastHeading = head;
            if (!isReply)
            {
                Enter(Region.Quoted);
                question = front.Title;
            }

            block = block with { Text = words };
        }
        else if (AnswerSheet.NumbersSheet(block.Lines[0].Text))
        {
            isReply = false;
            Aside(block);
            return true;
        }
        else if (block.Mark.Kind is MarkKind.Bracket or MarkKind.Field || block.IsNumberedHeading || block.IsName)
        {
            (region, isReply) = (isReply || region == Region.Quoted ? Region.Prose : region, false);
            return false;
        }
        else if (!isReply)
        {
            return false;
        }

        if (isReply)
        {
            replies += block.Text.Length > 0 ? 1 : 0;
            Aside(block);
        }
        else if (words.Length > 0)
        {
            Add(block, CommentKind.Answer, null, words);
        }

        return true;
    }

    // Among quoted opinions 「（回答）」 on a line of its own heads what was replied to the one above it, up to the next heading.
    private bool TakeLabelled(Block block, string head)
    {
        var label = block.Mark.Kind == MarkKind.None || block.Mark.Kind == MarkKind.Bracket ? head.Trim('（', '）', '(', ')') : string.Empty;
        if (region == Region.Quoted && question is not null && label is "回答" or "お答え" or "対応" && Comments.Count > 0 && Comments[^1].Question == question)
        {
            (isReply, lastHeading) = (true, label);
            return true;
        }

        isReply &= region == Region.Quoted && block is { Mark.Kind: MarkKind.None or MarkKind.Bullet or MarkKind.Note, IsName: false };
        if (isReply)
        {
            replies++;
            Aside(block);
        }

        return isReply;
    }

    private static (string Head, string Words) HeadOf(Block block)
    {
        if (block.Mark.Kind is MarkKind.Bracket or MarkKind.Field)
        {
            return (block.Mark.Label, block.Mark.Kind == MarkKind.Bracket ? string.Empty : block.Text);
        }

        var match = Headed().Match(block.Text);
        return match.Success ? (match.Groups["head"].Value, match.Groups["words"].Value) : (block.Text, string.Empty);
    }

    /// <summary>Whether a heading is that of an opinion: 意見１.</summary>
    /// <param name="head">The heading without its brackets.</param>
    internal static bool IsOpinionHeading(string head) => head.Length <= 16 && OpinionHeading().IsMatch(JapaneseText.Fold(head));

    private static bool IsReplyHeading(string head) => head.Length <= 24 && ReplyHeading().IsMatch(JapaneseText.Fold(head));

    [GeneratedRegex("^(?<head>[^。：:「」]{1,16})[：:](?<words>.+)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Headed();

    [GeneratedRegex("^(No\\.?[0-9]{1,3})?([ご御]?意見|提出意見)(等|など)?(の?(概要|要旨|内容))?(その)?[0-9]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex OpinionHeading();

    [GeneratedRegex("^(([ご御]?意見(等|など)?)に(対する|ついての))?([^。、]{1,10}の)(考え方|考え|見解|回答|対応(方針)?)(について)?[0-9]{0,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyHeading();
}
