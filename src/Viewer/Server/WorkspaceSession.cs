using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands;
using FeedbackLab.Viewer.Server.Jobs;

namespace FeedbackLab.Viewer.Server;

/// <summary>The workspace that the pages work on, and the latest analysis of it. One for the whole program; safe for any thread.</summary>
/// <remarks>
/// The store takes one thread at a time, so all access goes through <see cref="Use{T}"/>. Every write in it is checked against the version
/// number that its page read. The analysis is derived: it is made in the background when the workspace is opened or has changed, whoever
/// changed it, and pages show the latest one until the next is there.
/// </remarks>
public sealed class WorkspaceSession(ViewOptions options, JobBoard jobs) : IDisposable
{
    private static readonly BilingualText Title = new("分析", "Analysis");

    private readonly Lock _gate = new();
    private readonly Lock _analysisLock = new();
    private WorkspaceStore? _store;
    private bool _isClosed;
    [SuppressMessage("Usage", "CA2213:Disposable fields should be disposed", Justification = "Jobs belong to the board.")]
    private Job? _analysis;

    private (long Change, ImmutableArray<StoredCoding> All)? _codings;
    private WorkspaceState? _tried;
    private volatile AnalysisSnapshot? _latest;

    /// <summary>The workspace's folder.</summary>
    public string Folder => options.Workspace;

    /// <summary>Whether there is a workspace yet; the first import makes it.</summary>
    public bool Exists => _store is not null || WorkspaceFolder.Is(Folder);

    /// <summary>The latest analysis; null before the first one is done, and where there are no comments.</summary>
    public AnalysisSnapshot? Latest => _latest;

    /// <summary>The analysis that runs now; null where none does.</summary>
    public Job? RunningAnalysis => _analysis is { Status.State: JobState.Running } running ? running : null;

    /// <summary>The analysis begun last; null where there was none.</summary>
    public Job? LastAnalysis => _analysis;

    /// <summary>Told of each new analysis once pages show it; on the thread that made it.</summary>
    internal Action<AnalysisSnapshot>? Analysed { get; set; }

    /// <summary>Who decides, as the journal names them.</summary>
    public static string User => Environment.UserName is { Length: > 0 } name ? name : "user";

    /// <summary>Works on the workspace, which is made where there is none; nobody else does meanwhile.</summary>
    /// <param name="work">Short work: pages wait for it.</param>
    /// <exception cref="WorkspaceException">The workspace cannot be used.</exception>
    /// <exception cref="ObjectDisposedException">The session is closed.</exception>
    public T Use<T>(Func<WorkspaceStore, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return work(_store ??= Open());
        }
    }

    /// <summary>All codings in force now, whoever wrote them; read again only where the journal says that something changed.</summary>
    /// <exception cref="WorkspaceException">The workspace cannot be used.</exception>
    public ImmutableArray<StoredCoding> Codings() => Use(store =>
    {
        var change = store.LastChange();
        if (_codings is not { } kept || kept.Change != change)
        {
            _codings = kept = (change, store.Codings());
        }

        return kept.All;
    });

    /// <summary>Works on the workspace beside the pages, through a door of its own: for long work in a job.</summary>
    /// <param name="work">The work.</param>
    /// <exception cref="WorkspaceException">The workspace cannot be used.</exception>
    public T UseBeside<T>(Func<WorkspaceStore, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        using var store = Open();
        return work(store);
    }

    /// <summary>Begins an analysis where the workspace has changed since the latest one, and none runs.</summary>
    /// <returns>The analysis that runs now; null where the latest one holds, or there is nothing to analyse.</returns>
    /// <exception cref="WorkspaceException">The workspace cannot be read.</exception>
    public Job? Refresh()
    {
        lock (_analysisLock)
        {
            if (RunningAnalysis is { } running)
            {
                return running;
            }

            if (!Exists || State() is not { } now || now == _latest?.State)
            {
                return null;
            }

            // What failed is not tried again until something changes or somebody asks.
            return _analysis is not null && now == _tried ? null : Begin(now);
        }
    }

    /// <summary>Begins an analysis, whatever the latest one was; the one that runs where one does.</summary>
    public Job Analyse()
    {
        lock (_analysisLock)
        {
            return RunningAnalysis ?? Begin(State());
        }
    }

    /// <summary>Closes the workspace.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            _store?.Dispose();
            _store = null;
        }
    }

    private WorkspaceState? State() => Use(store => WorkspaceState.Of(store));

    private WorkspaceStore Open() => WorkspaceFolder.Is(Folder)
        ? WorkspaceStore.Open(Folder, new WorkspaceOptions { CheckOnOpen = false })
        : WorkspaceStore.Create(Folder, new WorkspaceOptions());

    private Job Begin(WorkspaceState? state)
    {
        _tried = state;
        return _analysis = jobs.Start(Title, progress =>
        {
            progress.GoTo("/overview");
            AnalyseNow(progress);
        });
    }

    private void AnalyseNow(JobProgress progress) => UseBeside(store =>
    {
        progress.Tell(new BilingualText("意見を読み込む", "Loading comments"));
        var content = WorkspaceAnalysis.Of(store, null);
        if (content.Corpus.Comments.IsEmpty)
        {
            _latest = null;
            progress.GoTo("/start");
            return false;
        }

        var started = DateTimeOffset.Now;
        var findings = FeedbackAnalysis.Run(
            content.Corpus, content.Codebook.Codebook, LexiconReader.Default, new AnalysisOptions(), (stage, share) => progress.Tell(StageProgress.NameOf(stage), share), content.Decided);
        progress.Tell(new BilingualText("提案を保存する", "Saving proposals"));
        if (content.Save(store, findings, User, DateTimeOffset.Now).Codebook is not { } codebook)
        {
            throw new WorkspaceException(new BilingualText(
                "分析のあいだにコードブックが変わりました。もう一度分析します。", "The codebook was changed during the analysis. It is made again."));
        }

        progress.Tell(new BilingualText("検索の索引を更新する", "Updating the index"));
        UpdateIndex(store);
        var after = WorkspaceState.After(store, content.State, codebook);
        var previous = AnalysisRecord.Keep(Folder, AnalysisRecord.Of(findings, after, started));
        var snapshot = new AnalysisSnapshot(findings, content.Codebook.Codebook, codebook, content.Codebook.Hash, after, started, DateTimeOffset.Now - started, previous);
        _latest = snapshot;
        Analysed?.Invoke(snapshot);
        return true;
    });

    // Who searches brings the index up to date anyway, and hears there what is in the way.
    private void UpdateIndex(WorkspaceStore store)
    {
        try
        {
            WorkspaceIndex.Open(Folder, store).Dispose();
        }
        catch (IndexException)
        {
        }
    }
}
