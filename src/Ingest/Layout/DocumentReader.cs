using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout.Tables;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Reads a document of running text: lines, blocks, then what the blocks say.</summary>
public static class DocumentReader
{
    /// <summary>What the document holds.</summary>
    /// <param name="source">Name of the source.</param>
    /// <param name="sha256">Its content hash.</param>
    /// <param name="text">The decoded text.</param>
    /// <param name="year">The year given by the user; null where none was given.</param>
    public static DocumentReading Read(string source, string sha256, string text, int? year)
    {
        var (all, count) = LineSplitter.Split(text);
        var mails = MailHeads.Find(PageFurniture.Remove(all));
        var lines = LoneSigns.Join(mails.Words);
        var tables = TableFinder.Find(source, lines);
        var blocks = Blocks.Build(lines, tables);
        var front = FrontMatter.Of(blocks);
        var walk = new StructureWalk(source, sha256, blocks, front, year ?? front.Year);
        walk.Run();
        var (comments, leftOut) = MailWords.Of(source, sha256, walk.Comments, walk.LeftOut, mails);
        var problems = tables.SelectMany(t => TableTotals.Check(source, t)).Concat(walk.Notices).ToImmutableArray();
        return new DocumentReading(
            front.Title, year ?? front.Year, count, [.. comments.Select(c => FromMail(c, mails))],
            [.. leftOut.Concat(mails.Aside.Select(l => OfMail(source, l, mails))).OrderBy(l => l.Place.LineStart)], [.. walk.Meetings], [.. tables.Select(t => t.Table)], problems);
    }

    private static Comment FromMail(Comment comment, MailHeads mails) =>
        mails.Of(comment.Place.LineStart) is not { } mail
            ? comment
            : comment with
            {
                Respondent = comment.Respondent ?? mail.Sender,
                Year = comment.Year ?? mail.Year,
                Attributes = mail.Subject is { } subject ? comment.Attributes.Add(new CommentAttribute(CommentAttribute.Subject, subject)) : comment.Attributes,
            };

    private static LeftOut OfMail(string source, TextLine line, MailHeads mails)
    {
        var mail = mails.Of(line.Number);
        return new LeftOut(source, LeftOutReason.Aside, mail?.Sender, null, mail?.Year, new Place(line.Number, line.Number, line.Page), line.Text);
    }
}
