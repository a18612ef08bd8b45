using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Server.Jobs;

/// <summary>Long work in the background: how far it is, how it ended, where to go from it. Safe for any thread.</summary>
public sealed class Job : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private JobStatus _status;

    internal Job(string id, BilingualText title, DateTimeOffset started)
    {
        (Id, Title, Started) = (id, title, started);
        _status = new JobStatus(JobState.Running, title, null, null, null, [], null);
    }

    /// <summary>Its id, part of its address.</summary>
    public string Id { get; }

    /// <summary>What it does.</summary>
    public BilingualText Title { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>How it stands now.</summary>
    public JobStatus Status
    {
        get
        {
            lock (_lock)
            {
                return _status;
            }
        }
    }

    internal CancellationToken Stopped => _stop.Token;

    internal Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Waits for its end.</summary>
    /// <param name="time">How long at most.</param>
    /// <returns>Whether it has ended.</returns>
    public bool EndsWithin(TimeSpan time) => Work.Wait(time);

    /// <summary>Asks it to stop; it stops at its next step, or is done before.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (_status.State == JobState.Running)
            {
                _stop.Cancel();
            }
        }
    }

    /// <summary>Frees what it holds.</summary>
    public void Dispose() => _stop.Dispose();

    internal void Change(Func<JobStatus, JobStatus> change)
    {
        lock (_lock)
        {
            _status = change(_status);
        }
    }
}

/// <summary>How a job stands.</summary>
/// <param name="State">Whether it runs, or how it ended.</param>
/// <param name="Stage">What it is doing.</param>
/// <param name="Share">The share of the stage that is done, 0 to 1; null where nobody knows.</param>
/// <param name="Failure">Why it failed, and what to do; null unless it did.</param>
/// <param name="Next">Where to go when it is done; null where there is no page for it.</param>
/// <param name="Notes">What the user should know of it, oldest first.</param>
/// <param name="Ended">When it ended; null while it runs.</param>
public sealed record JobStatus(
    JobState State, BilingualText Stage, double? Share, BilingualText? Failure, string? Next, ImmutableArray<BilingualText> Notes, DateTimeOffset? Ended);

/// <summary>Whether a job runs, or how it ended.</summary>
public enum JobState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It is done.</summary>
    Done,

    /// <summary>It failed; nothing is half-written.</summary>
    Failed,

    /// <summary>The user stopped it; nothing is half-written.</summary>
    Cancelled,
}
