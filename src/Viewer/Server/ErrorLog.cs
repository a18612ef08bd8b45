using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Server;

/// <summary>What went wrong in this run of the program, for the page that shows it. Safe for any thread.</summary>
public sealed class ErrorLog
{
    private const int Most = 200;

    private ImmutableList<LoggedError> _errors = [];

    /// <summary>The failures, the latest first.</summary>
    public ImmutableList<LoggedError> All => _errors;

    /// <summary>What the user is told of a failure that nobody foresaw.</summary>
    /// <param name="e">The failure.</param>
    public static BilingualText Unexpected(Exception e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return new BilingualText(
            $"予期しないエラーが起きました（{e.GetType().Name}）。保存されている内容はそのままです。もう一度試し、続く場合は「記録」の内容を添えて開発者に知らせてください。",
            $"Something unforeseen went wrong ({e.GetType().Name}). What is saved is untouched. Try again; if it stays, tell the developers what the log says.");
    }

    internal void Add(string where, Exception e) =>
        ImmutableInterlocked.Update(ref _errors, (list, error) => list.Insert(0, error).Take(Most).ToImmutableList(), new LoggedError(DateTimeOffset.Now, where, e.ToString()));
}

/// <summary>A failure.</summary>
/// <param name="When">When.</param>
/// <param name="Where">What was being done: a job's name, or a path.</param>
/// <param name="What">The failure with its stack.</param>
public sealed record LoggedError(DateTimeOffset When, string Where, string What);
