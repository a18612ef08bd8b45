using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Workspace;

namespace FeedbackLab.Viewer.Server;

/// <summary>The index of the workspace's comments, kept open for the pages. Safe for any thread.</summary>
/// <remarks>It goes with an analysis: when there is a newer one the index is brought up to date first, which the analysis has done already as a rule.</remarks>
public sealed class CommentIndex(WorkspaceSession session) : IDisposable
{
    private readonly Lock _opening = new();
    private readonly ReaderWriterLockSlim _lock = new();
    private IndexSnapshot? _index;
    private volatile AnalysisSnapshot? _of;

    /// <summary>Searches.</summary>
    /// <param name="snapshot">The analysis that the page shows.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="WorkspaceException">The index can be neither read nor made.</exception>
    internal T Use<T>(AnalysisSnapshot snapshot, Func<IndexSnapshot, T> work)
    {
        try
        {
            Follow(snapshot);
            _lock.EnterReadLock();
            try
            {
                return work(_index!);
            }
            finally
            {
                _lock.ExitReadLock();
            }
        }
        catch (IndexException e)
        {
            throw new WorkspaceException(e.What, e);
        }
    }

    /// <summary>Closes the index.</summary>
    public void Dispose()
    {
        _index?.Dispose();
        _lock.Dispose();
    }

    private void Follow(AnalysisSnapshot snapshot)
    {
        if (ReferenceEquals(_of, snapshot))
        {
            return;
        }

        lock (_opening)
        {
            if (ReferenceEquals(_of, snapshot))
            {
                return;
            }

            _lock.EnterWriteLock();
            try
            {
                var before = _index;
                _index = session.UseBeside(store => WorkspaceIndex.Open(session.Folder, store));
                _of = snapshot;
                before?.Dispose();
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }
    }
}
