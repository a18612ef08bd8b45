using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Imports;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Start;

/// <summary>はじめに・資料: what is in the workspace, the way in for more, and the way back.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="drafts">Files on their way in.</param>
/// <param name="options">How much one may drop at once.</param>
public sealed class IndexModel(WorkspaceSession session, ImportDrafts drafts, ViewOptions options) : FeedbackPage(session)
{
    /// <summary>The page's words.</summary>
    public StartWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Sources.IsEmpty ? Words.Welcome : Words.Title;

    /// <summary>Sources in force, by name.</summary>
    public ImmutableArray<StoredSource> Sources { get; private set; } = [];

    /// <summary>Imports, the latest first.</summary>
    public ImmutableArray<ImportRecord> Imports { get; private set; } = [];

    /// <summary>The import that can be taken back; null where there is none.</summary>
    public ImportRecord? Latest => Imports.FirstOrDefault(i => !i.Undone);

    /// <summary>The import that has just been done; null where the address names none.</summary>
    public ImportRecord? Done { get; private set; }

    /// <summary>Whether an import has just been done that brought nothing new.</summary>
    public bool BroughtNothing { get; private set; }

    /// <summary>Drafts that wait for the user's word.</summary>
    public IReadOnlyList<ImportDraft> Waiting => drafts.Waiting;

    /// <summary>Shows it.</summary>
    /// <param name="imported">Number of the import that has just been done; <c>none</c> where it brought nothing new.</param>
    public void OnGet(string? imported)
    {
        if (!Session.Exists)
        {
            return;
        }

        Session.Refresh();
        (Sources, Imports) = Session.Use(store => (store.Sources(), store.Imports().Reverse().ToImmutableArray()));
        BroughtNothing = imported == "none";
        Done = Imports.FirstOrDefault(i => i.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) == imported && !i.Undone);
    }

    /// <summary>Takes dropped files, and begins to read them.</summary>
    /// <param name="files">The files.</param>
    public async Task<IActionResult> OnPostUpload(List<IFormFile> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var problem = files.Count == 0 ? Words.NoFile : files.Count > options.MostUploadFiles ? Words.TooMuch(options) : null;
        if (problem is not null)
        {
            Warned = problem;
            return LocalRedirect("/start");
        }

        return LocalRedirect(JobBoard.Url(await drafts.Stage(files, HttpContext.RequestAborted)));
    }

    /// <summary>Begins to take the samples in, where there is nothing yet.</summary>
    public IActionResult OnPostSamples() =>
        Session.Exists && Session.Use(store => !store.Sources().IsEmpty) ? LocalRedirect("/start") : LocalRedirect(JobBoard.Url(drafts.ImportSamples()));

    /// <summary>Takes the latest import back.</summary>
    /// <param name="import">Its number, as the page showed it: the store refuses where another one is the latest now.</param>
    public IActionResult OnPostUndo(long import)
    {
        var before = Decisions();
        var undo = drafts.Undo(import);
        Told = Words.Undone(undo, before.Except(Decisions()).Count);
        Session.Refresh();
        return LocalRedirect("/start");
    }

    private ImmutableHashSet<(string Comment, string Code)> Decisions() =>
        [.. Session.Codings().Where(c => c.State != CodingState.Proposed).Select(c => (c.CommentId, c.Code))];

    /// <summary>Throws a draft away.</summary>
    /// <param name="draft">Its id.</param>
    public IActionResult OnPostDiscard(string? draft)
    {
        drafts.Discard(draft);
        return LocalRedirect("/start");
    }
}
