using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Server.Jobs;

/// <summary>What a job's work tells of itself, and hears.</summary>
public sealed class JobProgress
{
    private readonly Job _job;

    internal JobProgress(Job job) => _job = job;

    /// <summary>Says what is being done and how far it is; ends the work where the user stopped it.</summary>
    /// <param name="stage">What is being done.</param>
    /// <param name="share">The share of it that is done, 0 to 1; null where nobody knows.</param>
    /// <exception cref="OperationCanceledException">The user stopped the job.</exception>
    public void Tell(BilingualText stage, double? share = null)
    {
        _job.Stopped.ThrowIfCancellationRequested();
        _job.Change(s => s with { Stage = stage, Share = share is { } part ? Math.Clamp(part, 0, 1) : null });
    }

    /// <summary>Says what the user should know when all is done.</summary>
    /// <param name="note">It.</param>
    public void Note(BilingualText note) => _job.Change(s => s with { Notes = s.Notes.Add(note) });

    /// <summary>Says where to go when it is done.</summary>
    /// <param name="address">A path of ours.</param>
    public void GoTo(string address) => _job.Change(s => s with { Next = address });
}
