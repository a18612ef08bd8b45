using System.Collections.Immutable;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Imports;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FeedbackLab.Viewer.Pages.Start;

/// <summary>What was recognised in dropped files: correct it, read them anew, take them in.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="drafts">Files on their way in.</param>
public sealed class CheckModel(WorkspaceSession session, ImportDrafts drafts) : FeedbackPage(session)
{
    /// <summary>The page's words.</summary>
    public CheckWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Words.Title;

    /// <summary>The draft, read.</summary>
    public ImportDraft Draft { get; private set; } = null!;

    /// <summary>What was read.</summary>
    public CommentCorpus Corpus => Draft.Corpus!;

    /// <summary>One entry a file that was read.</summary>
    public ImmutableArray<CheckedSource> Sources => [.. Corpus.Sources.Select((s, i) => new CheckedSource(i, s, Draft, IsThere(s)))];

    /// <summary>Names of files that could not be read, with their problems.</summary>
    public ImmutableArray<Problem> Errors => [.. Corpus.Problems.Where(p => p.Severity == ProblemSeverity.Error)];

    /// <summary>What the user should know of files that are no sources: those that say the same as another.</summary>
    public ImmutableArray<Problem> Notices =>
        [.. Corpus.Problems.Where(p => p.Severity == ProblemSeverity.Notice && Corpus.Sources.All(s => s.Name != p.File))];

    /// <summary>Text files that could not be read: another encoding may help.</summary>
    public ImmutableArray<string> Undecoded =>
    [
        .. Draft.Files.Select(f => Path.GetFileName(f)).Where(f => Corpus.Sources.All(s => s.Name != f) && CheckForm.HasEncoding(f)
            && Errors.Any(e => e.File == f && e != FileProblems.Empty(f))),
    ];

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (drafts.Find(context.RouteData.Values["id"] as string ?? string.Empty) is { Corpus: not null } draft)
        {
            Draft = draft;
        }
        else
        {
            Warned = Words.Gone;
            context.Result = new LocalRedirectResult("/start");
        }
    }

    /// <summary>Reads the files anew as the form says.</summary>
    public IActionResult OnPostRead() => Refused() ?? Again();

    /// <summary>Takes the files in; where the form says something else than what is shown, they are read anew and shown first.</summary>
    public IActionResult OnPostImport()
    {
        if (Refused() is { } refused)
        {
            return refused;
        }

        if (CheckForm.Changes(Request.Form, Draft))
        {
            Warned = Words.ReadAgainFirst;
            return Again();
        }

        return LocalRedirect(JobBoard.Url(drafts.Import(Draft)));
    }

    /// <summary>Throws the files away.</summary>
    public IActionResult OnPostDiscard()
    {
        drafts.Discard(Draft.Id);
        return LocalRedirect("/start");
    }

    private LocalRedirectResult Again() =>
        LocalRedirect(JobBoard.Url(drafts.Read(Draft with { Options = new ReadOptions { Mapping = CheckForm.Mapping(Request.Form, Draft) } })));

    private LocalRedirectResult? Refused()
    {
        if (CheckForm.Version(Request.Form) == Draft.Version)
        {
            return null;
        }

        Warned = Words.ChangedMeanwhile;
        return LocalRedirect(ImportDrafts.Url(Draft.Id));
    }

    private bool IsThere(Source source) =>
        Session.Exists && Session.Use(store => store.Sources().Any(s => s.Source.Name == source.Name && s.Source.Sha256 != source.Sha256));
}
