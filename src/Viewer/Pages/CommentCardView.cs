using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages;

/// <summary>One comment as a card: its untouched words with the evidence marked, who said it, its themes, its place. The partial <c>_CommentCard</c> shows it.</summary>
/// <param name="Analysed">The comment.</param>
/// <param name="Snapshot">The analysis.</param>
/// <param name="Language">The language of the user.</param>
/// <param name="Code">The code whose evidence is marked; null for none.</param>
public sealed record CommentCardView(AnalysedComment Analysed, AnalysisSnapshot Snapshot, ScreenLanguage Language, string? Code)
{
    /// <summary>The comment.</summary>
    public Comment Comment => Analysed.Comment;

    /// <summary>Its page.</summary>
    public string Url => CommentSelection.UrlOf(Comment.Id);

    /// <summary>Who said it, in words.</summary>
    public string Speaker => Comment.Respondent
        ?? (Meetings ?? Snapshot.Findings.Corpus.Meetings).FirstOrDefault(m => m.Id == Comment.Meeting)?.Title
        ?? Language.Pick("回答者の記載なし", "respondent not named");

    /// <summary>The comments of the same speaker.</summary>
    public string SpeakerUrl => (Comment switch
    {
        { AskedRespondent: { } respondent } => new CommentSelection { Respondent = respondent },
        { Respondent: { } speaker } => new CommentSelection { Speaker = speaker },
        { Meeting: { } meeting } => new CommentSelection { Meeting = meeting },
        _ => new CommentSelection { Respondent = string.Empty },
    }).Url;

    /// <summary>Where it stands, as people cite it.</summary>
    public string Place => Citation.Of(Comment.Source, Comment.Place);

    /// <summary>Question and headings above it, outermost first.</summary>
    public ImmutableArray<string> Headings =>
    [
        .. new[] { Comment.Question }.Where(q => !string.IsNullOrEmpty(q)).Select(q => q!),
        .. Comment.Attributes.Where(a => a.Name == CommentAttribute.Heading).Select(a => a.Value),
    ];

    /// <summary>Its text in pieces, the evidence marked.</summary>
    public ImmutableArray<(string Text, bool IsMarked)> Pieces => Cut(Comment.Text, Marked ?? Analysed.Codings.FirstOrDefault(c => c.Code == Code)?.Evidence ?? []);

    /// <summary>The meetings as they are called where the comment is shown; null for the analysis' own.</summary>
    public ImmutableArray<Meeting>? Meetings { get; init; }

    /// <summary>Stretches that are marked in place of the evidence, in order, without overlap; null for the evidence.</summary>
    public ImmutableArray<TextSpan>? Marked { get; init; }

    /// <summary>Whether it stands before the list that holds the comment: only its place in the list has the comment's id.</summary>
    public bool IsExample { get; init; }

    /// <summary>A text in pieces, some stretches marked.</summary>
    /// <param name="text">The text.</param>
    /// <param name="marked">The stretches, in order, without overlap.</param>
    public static ImmutableArray<(string Text, bool IsMarked)> Cut(string text, ImmutableArray<TextSpan> marked)
    {
        ArgumentNullException.ThrowIfNull(text);
        var pieces = ImmutableArray.CreateBuilder<(string, bool)>();
        var at = 0;
        foreach (var span in marked)
        {
            Add(text[at..span.Start], false);
            Add(text[span.Start..span.End], true);
            at = span.End;
        }

        Add(text[at..], false);
        return pieces.ToImmutable();

        void Add(string piece, bool isMarked)
        {
            if (piece.Length > 0)
            {
                pieces.Add((piece, isMarked));
            }
        }
    }
}
