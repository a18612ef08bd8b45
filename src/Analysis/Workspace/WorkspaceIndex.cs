using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Storage;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>The index of a workspace, in its folder <c>index</c>: derived from the comments, so that it may be deleted at any time.</summary>
public static class WorkspaceIndex
{
    private const string Folder = "index";

    // Which state of the workspace the index shows: its last change, with when and what that was, since a workspace restored from a copy, or another one,
    // has other changes of the same numbers. Written after the index: an older state than the truth costs work, never an answer.
    private const string StateFile = "workspace-state";

    // Half a minute: an index of 200,000 comments is written in less.
    private const int MostTries = 300;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The folder of a workspace's index.</summary>
    /// <param name="workspace">The workspace's folder.</param>
    public static string FolderOf(string workspace) => Path.Combine(workspace, Folder);

    /// <summary>Deletes a workspace's index; what is in use stays until it is built anew.</summary>
    /// <param name="workspace">The workspace's folder.</param>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "The workspace is the one room of Analysis that keeps files.")]
    public static void Remove(string workspace)
    {
        try
        {
            Directory.Delete(FolderOf(workspace), recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is none, or somebody searches.
        }
    }

    /// <summary>
    /// The index of what is in force, brought up to date first: new sources are added, codings replace the facet of themes, everything else
    /// builds it anew.
    /// </summary>
    /// <param name="workspace">The workspace's folder.</param>
    /// <param name="store">The workspace, open.</param>
    /// <param name="told">Hears why the index is built; may be null.</param>
    /// <exception cref="IndexException">Another program has been writing it for long, and there is none before.</exception>
    public static IndexSnapshot Open(string workspace, WorkspaceStore store, Action<BilingualText>? told = null)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(store);
        return Waiting(FolderOf(workspace), Fingerprint, once => Current(workspace, store, once), told);
    }

    // While another program writes, it is waited for; where that takes long, the index as it was is read.
    private static IndexSnapshot Waiting(string folder, string fingerprint, Func<Action<BilingualText>, IndexSnapshot> open, Action<BilingualText>? told)
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        void Once(BilingualText why)
        {
            if (heard.Add(why.Ja))
            {
                told?.Invoke(why);
            }
        }

        for (var tries = 0; ; tries++)
        {
            try
            {
                return open(Once);
            }
            catch (IndexException e) when (e.Problem == IndexProblem.Locked && tries < MostTries)
            {
                Once(new BilingualText("別のプログラムが索引を書いています。終わるのを待っています。", "Another program is writing the index. Waiting until it is done."));
                Thread.Sleep(Pause);
            }
            catch (IndexException e) when (e.Problem == IndexProblem.Locked && Before(folder, fingerprint) is { } before)
            {
                Once(new BilingualText("別のプログラムがまだ書いているので、前の索引で探します。新しい資料は見つからないことがあります。", "Another program is still writing; the index is read as it was. New sources may not be found."));
                return before;
            }
        }
    }

    private static IndexSnapshot? Before(string folder, string fingerprint)
    {
        try
        {
            return IndexFolder.Open(folder, fingerprint);
        }
        catch (IndexException)
        {
            return null;
        }
    }

    private static IndexSnapshot Current(string workspace, WorkspaceStore store, Action<BilingualText> told)
    {
        var folder = FolderOf(workspace);
        var (indexed, now) = (State(folder), StateAt(store, store.LastChange())!);
        try
        {
            var snapshot = IndexFolder.Open(folder, Fingerprint);
            if (indexed == now)
            {
                return snapshot;
            }

            snapshot.Dispose();
            if (indexed is not null && ChangeOf(indexed) is { } since && StateAt(store, since) == indexed && Additions(store, since) is { } sources)
            {
                using var writer = IndexWriter.Open(folder, Fingerprint);
                return Write(folder, writer, [.. sources.SelectMany(s => store.Comments(new CommentFilter(s)).Comments)], store, now);
            }

            told(new BilingualText("資料が変わったので、索引を作り直します。", "The sources have changed; the index is built anew."));
        }
        catch (IndexException e) when (e.Problem != IndexProblem.Locked)
        {
            told(Reason(e));
        }

        using var anew = IndexWriter.Create(folder, Fingerprint);
        return Write(folder, anew, store.Corpus().Comments, store, now);
    }

    /// <summary>The index of comments that are in no workspace, such as those of an analysis; built where it is not there, or of others.</summary>
    /// <param name="folder">The folder that keeps it.</param>
    /// <param name="version">What the comments are known by: other comments have another.</param>
    /// <param name="comments">The comments.</param>
    /// <param name="themesOf">Ids of the themes of a comment, by its id.</param>
    /// <param name="told">Hears why the index is built; may be null.</param>
    /// <exception cref="IndexException">Another program has been writing it for long, and there is none before.</exception>
    public static IndexSnapshot Of(
        string folder,
        string version,
        IReadOnlyList<Comment> comments,
        Func<string, ImmutableArray<string>> themesOf,
        Action<BilingualText>? told = null)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var fingerprint = Fingerprint + ", " + version;
        return Waiting(folder, fingerprint, Current, told);

        IndexSnapshot Current(Action<BilingualText> once)
        {
            try
            {
                return IndexFolder.Open(folder, fingerprint);
            }
            catch (IndexException e) when (e.Problem != IndexProblem.Locked)
            {
                once(Reason(e));
            }

            using var writer = IndexWriter.Create(folder, fingerprint);
            Write(writer, comments, themesOf);
            return IndexFolder.Open(folder, fingerprint);
        }
    }

    // Made by another version of the program, words might have been cut otherwise.
    private static string Fingerprint { get; } = "comments 3, " + typeof(WorkspaceIndex).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        + ", " + typeof(WorkspaceIndex).Module.ModuleVersionId.ToString("N");

    private static BilingualText Reason(IndexException e) => e.Problem switch
    {
        IndexProblem.Missing => new BilingualText("索引を作ります。", "The index is built."),
        IndexProblem.Stale => new BilingualText("索引が古くなったので、作り直します。", "The index is stale; it is built anew."),
        _ => new BilingualText("索引が壊れているので、作り直します。意見は失われていません。", "The index is damaged; it is built anew. No comment is lost."),
    };

    private static IndexSnapshot Write(string folder, IndexWriter writer, ImmutableArray<Comment> comments, WorkspaceStore store, string state)
    {
        var themes = store.Codings()
            .Where(c => c.State != CodingState.Rejected)
            .GroupBy(c => c.CommentId, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(c => c.Code).ToImmutableArray(), StringComparer.Ordinal);
        Write(writer, comments, id => themes.GetValueOrDefault(id, []));
        WriteState(folder, state);
        return IndexFolder.Open(folder, Fingerprint);
    }

    private static void Write(IndexWriter writer, IReadOnlyList<Comment> comments, Func<string, ImmutableArray<string>> themesOf)
    {
        writer.Add(comments, () => new CommentDocuments(TextTerms.ByKuromoji(LexiconReader.Default)).Of);
        writer.ReplaceFacet(SearchFacets.Theme, themesOf);
        writer.Commit();
    }

    // Names of the sources that came since, where nothing else happened; else null.
    private static ImmutableArray<string>? Additions(WorkspaceStore store, long since)
    {
        if (store.JournalEntries(since).Any(e => e.Kind == JournalKind.Undo))
        {
            return null;
        }

        var sources = store.Imports().Where(i => i.Id > since).SelectMany(i => i.Sources).ToList();
        return sources.TrueForAll(s => s.Outcome != ImportOutcome.Corrected)
            ? [.. sources.Where(s => s.Outcome == ImportOutcome.Added).Select(s => s.Source).Distinct(StringComparer.Ordinal)]
            : null;
    }

    // The state after a change; null where the workspace has none of that number.
    private static string? StateAt(WorkspaceStore store, long change) =>
        change == 0 ? "0"
        : store.JournalEntries(change - 1, 1) is [var entry] && entry.Id == change
            ? string.Create(CultureInfo.InvariantCulture, $"{change} {entry.When:O} {entry.Kind} {entry.Subject}")
            : null;

    private static long? ChangeOf(string state) =>
        long.TryParse(state.AsSpan(0, state.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var end ? end : state.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var change) ? change : null;

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The workspace is the one room of Analysis that keeps files.")]
    private static string? State(string folder)
    {
        var file = Path.Combine(folder, StateFile);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    [SuppressMessage("ApiDesign", "RS0030", Justification = "The workspace is the one room of Analysis that keeps files.")]
    private static void WriteState(string folder, string state)
    {
        var file = Path.Combine(folder, StateFile);
        File.WriteAllText(file + ".new", state);
        File.Move(file + ".new", file, overwrite: true);
    }
}
