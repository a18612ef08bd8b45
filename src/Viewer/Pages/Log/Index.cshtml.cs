using System.Collections.Immutable;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;

namespace FeedbackLab.Viewer.Pages.Log;

/// <summary>処理と記録: the jobs and the failures of this run of the program.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="jobs">All long work.</param>
/// <param name="errors">All failures.</param>
public sealed class IndexModel(WorkspaceSession session, JobBoard jobs, ErrorLog errors) : FeedbackPage(session)
{
    /// <inheritdoc/>
    public override string Title => Pick("処理と記録", "Jobs and log");

    /// <summary>All long work, the latest first.</summary>
    public IReadOnlyList<Job> Jobs => jobs.All();

    /// <summary>All failures, the latest first.</summary>
    public ImmutableList<LoggedError> Errors => errors.All;

    /// <summary>A state in words.</summary>
    /// <param name="state">The state.</param>
    public string Name(JobState state) => state switch
    {
        JobState.Running => Pick("実行中", "running"),
        JobState.Done => Pick("完了", "done"),
        JobState.Failed => Pick("失敗", "failed"),
        JobState.Cancelled => Pick("中止", "stopped"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
