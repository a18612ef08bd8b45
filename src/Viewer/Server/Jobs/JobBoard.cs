using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Server.Jobs;

/// <summary>The long work that goes on, or has ended, in this run of the program.</summary>
public sealed class JobBoard(ErrorLog errors) : IDisposable
{
    private const int MostKept = 50;

    // So long the end of the program waits for work that is at a step which nothing stops.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly Lock _starting = new();
    private bool _isEnded;

    /// <summary>The page of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="to">The page to go on to when it is done; null for the job's own.</param>
    public static string Url(Job job, string? to = null)
    {
        ArgumentNullException.ThrowIfNull(job);
        return "/jobs/" + job.Id + (to is null ? string.Empty : "?to=" + Uri.EscapeDataString(to));
    }

    /// <summary>Begins work in the background; once the board has ended the job is a cancelled one, and nothing runs.</summary>
    /// <param name="title">What it does.</param>
    /// <param name="work">The work: it tells its progress, ends by returning, and fails by throwing.</param>
    public Job Start(BilingualText title, Action<JobProgress> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var job = new Job(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)), title, DateTimeOffset.Now);
        foreach (var old in _jobs.Values.Where(j => j.Status.State != JobState.Running).OrderByDescending(j => j.Started).Skip(MostKept))
        {
            _jobs.TryRemove(old.Id, out _);
        }

        _jobs[job.Id] = job;
        lock (_starting)
        {
            if (_isEnded)
            {
                End(job, JobState.Cancelled, null);
                return job;
            }

            job.Work = Task.Factory.StartNew(() => Run(job, work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        return job;
    }

    /// <summary>A job by its id; null where there is none in this run of the program.</summary>
    /// <param name="id">The id.</param>
    public Job? Find(string id) => _jobs.GetValueOrDefault(id);

    /// <summary>All jobs, the latest first.</summary>
    public IReadOnlyList<Job> All() => [.. _jobs.Values.OrderByDescending(j => j.Started)];

    /// <summary>Stops all jobs, waits a moment for them, and lets no other begin; once.</summary>
    public void Dispose()
    {
        lock (_starting)
        {
            if (_isEnded)
            {
                return;
            }

            _isEnded = true;
        }

        foreach (var job in _jobs.Values)
        {
            job.Cancel();
        }

        Task.WaitAll([.. _jobs.Values.Select(j => j.Work)], Patience);
        foreach (var job in _jobs.Values.Where(j => j.Work.IsCompleted))
        {
            job.Dispose();
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Whatever ends a job is told on its page and kept in the error log.")]
    private void Run(Job job, Action<JobProgress> work)
    {
        try
        {
            work(new JobProgress(job));
            End(job, JobState.Done, null);
        }
        catch (Exception e) when (IsCancellation(e) && job.Stopped.IsCancellationRequested)
        {
            End(job, JobState.Cancelled, null);
        }
        catch (WorkspaceException e)
        {
            errors.Add(job.Title.En, e);
            End(job, JobState.Failed, e.What);
        }
        catch (Exception e)
        {
            errors.Add(job.Title.En, e);
            End(job, JobState.Failed, ErrorLog.Unexpected(e));
        }
    }

    // Work on several threads wraps what ends it.
    private static bool IsCancellation(Exception e) =>
        e is OperationCanceledException || (e is AggregateException several && several.Flatten().InnerExceptions.Any(i => i is OperationCanceledException));

    private static void End(Job job, JobState state, BilingualText? failure) =>
        job.Change(s => s with { State = state, Failure = failure, Ended = DateTimeOffset.Now, Share = state == JobState.Done ? 1 : s.Share });
}
