using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Layout;

/// <summary>The sentences of a mail that is nothing but prose: its sender's words, greetings aside.</summary>
internal static partial class MailWords
{
    /// <summary>Comments made of the passages that were set aside in mails without any answer, and the passages that stay aside.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="comments">What was found to be a comment.</param>
    /// <param name="leftOut">What was left out.</param>
    /// <param name="mails">The mails of the text.</param>
    public static (ImmutableArray<Comment> Comments, ImmutableArray<LeftOut> LeftOut) Of(
        string source, string sha256, IReadOnlyList<Comment> comments, IReadOnlyList<LeftOut> leftOut, MailHeads mails)
    {
        var answered = comments.Select(c => mails.Of(c.Place.LineStart)).Concat(leftOut.Where(l => l.Reason != LeftOutReason.Aside).Select(l => mails.Of(l.Place.LineStart))).ToHashSet();
        var bullets = mails.Heads.IsEmpty ? [] : mails.Words.Where(l => LineMarks.Of(l.Text).Kind is MarkKind.Bullet or MarkKind.Number).Select(l => l.Number).ToHashSet();
        bool IsSaid(LeftOut passage) =>
            passage.Reason == LeftOutReason.Aside && mails.Of(passage.Place.LineStart) is { } mail && !answered.Contains(mail)
            && (JapaneseText.EndsSentence(passage.Text) || bullets.Contains(passage.Place.LineStart)) && !Greeting().IsMatch(JapaneseText.Fold(passage.Text));
        return (
            [.. comments.Concat(leftOut.Where(IsSaid).Select(l => new Comment(CommentId.Of(sha256, l.Place, l.Text), source, CommentKind.Answer, null, null, null, l.Year, l.Place, l.Text, []))).OrderBy(c => c.Place.LineStart)],
            [.. leftOut.Where(l => !IsSaid(l))]);
    }

    [GeneratedRegex("お世話に|お疲れ(様|さま)|はじめまして|よろしくお?願|宜しくお?願|ご?確認(の(ほど|程)|ください)|取り急ぎ|失礼(いた)?します|^以上(です)?。|ご連絡ありがとう|(意見|回答|要望|資料|アンケート)(について|を|の件)?.{0,6}(送|提出|お送り|添付|記入)[^。]{0,12}。$|^[^、。がをはに]{1,14}の[^、。がをはに]{1,6}(です|と申します)。$", RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();
}
