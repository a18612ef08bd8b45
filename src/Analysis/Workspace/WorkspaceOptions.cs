namespace FeedbackLab.Analysis.Workspace;

/// <summary>How a workspace is opened.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>Longest <see cref="LockSeconds"/> that is taken.</summary>
    public const int MostLockSeconds = 600;

    /// <summary>How long to wait for another program that holds the workspace, in seconds; 1 to 600, 10 unless said otherwise.</summary>
    public int LockSeconds { get; init; } = 10;

    /// <summary>
    /// Whether opening reads the whole database once to find damage (SQLite's <c>quick_check</c>); true unless said otherwise.
    /// Without it, damage shows where a damaged page is first read.
    /// </summary>
    public bool CheckOnOpen { get; init; } = true;

    internal WorkspaceOptions Validated() => LockSeconds is >= 1 and <= MostLockSeconds
        ? this
        : throw new ArgumentException($"{nameof(LockSeconds)} is {LockSeconds}; 1 to {MostLockSeconds} are allowed.");
}
