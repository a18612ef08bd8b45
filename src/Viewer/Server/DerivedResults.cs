using System.Collections.Concurrent;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Server.Jobs;

namespace FeedbackLab.Viewer.Server;

/// <summary>What pages had worked out of one analysis, kept until the next one: asked for again it is there at once. Safe for any thread.</summary>
public sealed class DerivedResults
{
    private const int MostKept = 100;

    // Shorter than this, and nobody needs a page that says to wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Lazy<object>> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Job>> _making = new(StringComparer.Ordinal);

    /// <summary>A result, made where it is not there yet; two who ask at once wait for one making. What fails is made anew when it is asked for again.</summary>
    /// <param name="key">What it is, with everything that it depends on.</param>
    /// <param name="make">Makes it.</param>
    public T Of<T>(string key, Func<T> make)
        where T : class
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        try
        {
            return (T)_kept.GetOrAdd(key, _ => new Lazy<object>(make)).Value;
        }
        catch
        {
            _kept.TryRemove(key, out _);
            throw;
        }
    }

    /// <summary>Has a result made in the background where it is not there yet, and waits a moment for it; two who ask at once share one job.</summary>
    /// <param name="jobs">All long work.</param>
    /// <param name="title">What is made.</param>
    /// <param name="key">What it is, with everything that it depends on.</param>
    /// <param name="next">The page that shows it.</param>
    /// <param name="make">Makes it.</param>
    /// <returns>The job that makes it, or has failed; null where the result is there: <see cref="Of"/> gives it.</returns>
    public Job? Making<T>(JobBoard jobs, BilingualText title, string key, string next, Func<JobProgress, T> make)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(jobs);
        if (_kept.TryGetValue(key, out var kept) && kept.IsValueCreated)
        {
            return null;
        }

        var job = _making.GetOrAdd(key, _ => new Lazy<Job>(() => jobs.Start(title, progress =>
        {
            progress.GoTo(next);
            Of(key, () => make(progress));
        }))).Value;
        if (!job.EndsWithin(Patience))
        {
            return job;
        }

        _making.TryRemove(key, out _);
        return job.Status.State == JobState.Done ? null : job;
    }
}
