using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Jobs;

/// <summary>Long work as its user sees it: how far it is, stop, what came out. It works without scripts and survives a reload.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="jobs">All long work.</param>
public sealed class JobModel(WorkspaceSession session, JobBoard jobs) : FeedbackPage(session)
{
    /// <summary>The job; null where this run of the program knows none of that id.</summary>
    public Job? Job { get; private set; }

    /// <summary>How it stood when the page was made.</summary>
    public JobStatus? Status { get; private set; }

    /// <inheritdoc/>
    public override string Title => Job is null ? Pick("処理", "Job") : Pick(Job.Title);

    /// <inheritdoc/>
    public override bool ShowsTold => false;

    /// <summary>Shows it; leads on where it is done and has a page.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="to">The page of ours to go on to; null for the job's own.</param>
    public IActionResult OnGet(string id, string? to)
    {
        TempData.Keep(nameof(Told));
        TempData.Keep(nameof(Warned));
        Job = jobs.Find(id);
        Status = Job?.Status;
        Status = Status is { Next: not null } && Url.IsLocalUrl(to) ? Status with { Next = to } : Status;
        if (Job is null)
        {
            Response.StatusCode = 404;
            return Page();
        }

        return Status is { State: JobState.Done, Next: { } next, Notes.IsEmpty: true } ? LocalRedirect(next) : Page();
    }

    /// <summary>How it stands, for the page's script.</summary>
    /// <param name="id">Its id.</param>
    public IActionResult OnGetState(string id) => jobs.Find(id) is { Status: var status }
        ? new JsonResult(new { state = status.State.ToString(), stage = Pick(status.Stage), share = status.Share })
        : NotFound();

    /// <summary>Stops it.</summary>
    /// <param name="id">Its id.</param>
    public IActionResult OnPostCancel(string id)
    {
        jobs.Find(id)?.Cancel();
        return LocalRedirect("/jobs/" + Uri.EscapeDataString(id));
    }

    /// <summary>Begins the analysis anew.</summary>
    /// <param name="id">Id of the job that the page showed.</param>
    public IActionResult OnPostAgain(string id) => LocalRedirect(JobBoard.Url(Session.Analyse()));
}
