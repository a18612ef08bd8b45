using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Server;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Comments;

/// <summary>出典: one comment inside its source, with the lines before and after.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="reader">The sources.</param>
public sealed class CommentModel(WorkspaceSession session, SourceReader reader) : FindingsPage(session)
{
    private const int Around = 8;
    private const int AroundRows = 3;

    /// <summary>The page's words.</summary>
    public CommentWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Words.Title;

    /// <summary>The comment.</summary>
    public Comment Comment { get; private set; } = null!;

    /// <summary>What the analysis says of it; null where it was set aside as a duplicate.</summary>
    public AnalysedComment? Analysed { get; private set; }

    /// <summary>The comment that was analysed in its stead; null where it was analysed itself.</summary>
    public string? Original { get; private set; }

    /// <summary>Ids of comments that say the same and were set aside for it.</summary>
    public ImmutableArray<string> Duplicates { get; private set; } = [];

    /// <summary>Its source.</summary>
    public Source Source { get; private set; } = null!;

    /// <summary>What stands around it; null where its place is not found in the source.</summary>
    public PassagesView? Passages { get; private set; }

    /// <summary>Whether the source is there as a file.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The comment before and the one after in the same source; null at its ends.</summary>
    public (string? Before, string? After) Neighbours { get; private set; }

    /// <summary>The address of its source, at its place.</summary>
    public string SourceUrl { get; private set; } = string.Empty;

    /// <summary>Shows it.</summary>
    /// <param name="id">Its id.</param>
    public IActionResult OnGet(string id)
    {
        Analysed = Snapshot.Comment(id);
        var duplicate = Findings.Duplicates.FirstOrDefault(d => d.Comment.Id == id);
        if ((Analysed?.Comment ?? duplicate?.Comment) is not { } comment)
        {
            return NotFound();
        }

        (Comment, Original) = (comment, duplicate?.Original);
        Duplicates = [.. Findings.Duplicates.Where(d => d.Original == id).Select(d => d.Comment.Id)];
        Source = Findings.Corpus.Sources.First(s => s.Name == comment.Source);
        var own = Findings.Corpus.Comments.Where(c => c.Source == comment.Source).ToImmutableArray();
        var at = own.IndexOf(own.First(c => c.Id == id));
        Neighbours = (at > 0 ? own[at - 1].Id : null, at + 1 < own.Length ? own[at + 1].Id : null);
        var text = reader.Read(Source, Findings.Corpus);
        IsWhole = text.IsWhole;
        SourceUrl = Sources.IndexModel.AddressOf(Source);
        if (text.Of(comment.Place) is { } range)
        {
            var around = comment.Place.Row is null ? Around : AroundRows;
            Passages = new PassagesView(text, Math.Max(0, range.Start - around), Math.Min(text.Passages.Length, range.End + around), own, comment, Language);
            SourceUrl = Sources.IndexModel.AddressOf(Source, range.Start);
        }

        return Page();
    }
}
