using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace FeedbackLab.Viewer.Pages;

/// <summary>A page that shows findings. Where there are none yet, the user is led to the start, or to the analysis that runs.</summary>
/// <param name="session">What the pages work on.</param>
public abstract class FindingsPage(WorkspaceSession session) : FeedbackPage(session)
{
    private AnalysisSnapshot? _snapshot;

    /// <summary>The analysis that this request shows, the same from its beginning to its end.</summary>
    public AnalysisSnapshot Snapshot => _snapshot ?? throw new InvalidOperationException("The page asks for findings outside a request.");

    /// <summary>What was found.</summary>
    public AnalysisFindings Findings => Snapshot.Findings;

    /// <summary>Whether the page, asked for, has the analysis made anew where something changed; a page of quick decisions has not.</summary>
    protected virtual bool FollowsChanges => true;

    /// <summary>Name of a code in the user's language; its id where the codebook has none.</summary>
    /// <param name="code">The code's id.</param>
    public string CodeName(string code) => Snapshot.Theme(code)?.Code is { } found ? Pick(found.Name) : Snapshot.Tree.Find(code)?.Code is { } holder ? Pick(holder.Name) : code;

    /// <summary>A comment as the card shows it.</summary>
    /// <param name="analysed">The comment.</param>
    /// <param name="code">The code whose evidence is marked; null for none.</param>
    public CommentCardView Card(AnalysedComment analysed, string? code = null) => new(analysed, Snapshot, Language, code);

    /// <summary>Where to wait until a result of the analysis is there; null where it is, and <c>Snapshot.Derived</c> gives it.</summary>
    /// <param name="jobs">All long work.</param>
    /// <param name="title">What is made.</param>
    /// <param name="key">What it is, with everything that it depends on.</param>
    /// <param name="make">Makes it.</param>
    protected IActionResult? Waiting<T>(JobBoard jobs, BilingualText title, string key, Func<T> make)
        where T : class =>
        Snapshot.Derived.Making(jobs, title, key, Request.Path + Request.QueryString, _ => make()) is { } job ? LocalRedirect(JobBoard.Url(job)) : null;

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var running = FollowsChanges || Session.Latest is null ? Session.Refresh() : Session.RunningAnalysis;
        _snapshot = Session.Latest;
        if (_snapshot is null)
        {
            var waiting = running ?? (Session.LastAnalysis is { Status.State: JobState.Failed or JobState.Cancelled } ended ? ended : null);
            context.Result = new LocalRedirectResult(waiting is null ? "/start" : JobBoard.Url(waiting, HttpMethods.IsGet(Request.Method) && !Request.Query.ContainsKey("handler") ? Request.Path + Request.QueryString : null));
        }
    }
}
