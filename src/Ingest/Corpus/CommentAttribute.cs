namespace FeedbackLab.Ingest.Corpus;

/// <summary>A name and a value that came with a comment, such as a heading above it or another column of its row.</summary>
/// <param name="Name">The attribute's name as the source gives it; <see cref="Heading"/> for the headings above a comment.</param>
/// <param name="Value">Its value, verbatim apart from white space at the ends.</param>
public sealed record CommentAttribute(string Name, string Value)
{
    /// <summary>The name under which headings inside one respondent's answers are kept, outermost first, one attribute each.</summary>
    public const string Heading = "見出し";

    /// <summary>The name under which the part that a speaker has in a meeting is kept: 座長, 委員, 事務局, 代理.</summary>
    public const string SpeakerRole = "役割";

    /// <summary>The name under which the subject of a mail is kept.</summary>
    public const string Subject = "件名";
}
