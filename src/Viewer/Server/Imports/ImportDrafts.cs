using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Commands;
using FeedbackLab.Viewer.Originals;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Http;

namespace FeedbackLab.Viewer.Server.Imports;

/// <summary>The way of dropped files into the workspace: staged, read, corrected, taken in or thrown away. Safe for any thread.</summary>
/// <remarks>
/// Files are staged inside the workspace's folder, where the answers are to be kept anyway. They go when the import is done, and with the
/// program; what a run left that ended otherwise goes when the next one begins.
/// </remarks>
public sealed class ImportDrafts(WorkspaceSession session, JobBoard jobs) : IDisposable
{
    private const string Folder = "incoming";
    private const int RunLength = 8;
    private const int MostExampleRows = 40;
    private const string SamplePrefix = "samples/";

    private static readonly BilingualText ReadTitle = new("資料を読む", "Reading files");
    private static readonly BilingualText ImportTitle = new("取り込み", "Import");

    private readonly ConcurrentDictionary<string, ImportDraft> _drafts = new(StringComparer.Ordinal);
    private readonly string _run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RunLength / 2));
    private readonly Lock _marking = new();
    private FileStream? _mark;

    /// <summary>The page that shows what was recognised in a draft.</summary>
    /// <param name="id">The draft's id.</param>
    public static string Url(string id) => "/start/check/" + id;

    /// <summary>A draft by its id; null where there is none (any more).</summary>
    /// <param name="id">The id.</param>
    public ImportDraft? Find(string id) => _drafts.GetValueOrDefault(id);

    /// <summary>Drafts that wait for the user's word.</summary>
    public IReadOnlyList<ImportDraft> Waiting => [.. _drafts.Values.Where(d => d.Corpus is not null).OrderBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>Stages files and begins to read them.</summary>
    /// <param name="files">The files, as the browser sends them.</param>
    /// <param name="stop">Ends the staging.</param>
    /// <exception cref="IOException">The workspace's folder cannot be written.</exception>
    public async Task<Job> Stage(IReadOnlyList<IFormFile> files, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(files);
        var (id, folder) = New();
        var names = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            foreach (var file in files)
            {
                var name = StagedName.Of(file.FileName, names.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase));
                names.Add(name);
                await using var target = new FileStream(Path.Combine(folder, name), FileMode.CreateNew);
                await file.CopyToAsync(target, stop);
            }
        }
        catch
        {
            Delete(folder);
            throw;
        }

        return Read(new ImportDraft(id, [.. names.Select(n => Path.Combine(folder, n))], new ReadOptions(), null, 0));
    }

    /// <summary>Begins to take the samples in that the program carries.</summary>
    public Job ImportSamples()
    {
        var (id, folder) = New();
        try
        {
            var files = ImmutableArray.CreateBuilder<string>();
            foreach (var resource in typeof(ImportDrafts).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(SamplePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                using var stream = typeof(ImportDrafts).Assembly.GetManifestResourceStream(resource)!;
                var path = Path.Combine(folder, Path.GetFileName(resource.Replace('\\', '/')));
                using var target = new FileStream(path, FileMode.CreateNew);
                stream.CopyTo(target);
                files.Add(path);
            }

            var draft = new ImportDraft(id, files.ToImmutable(), new ReadOptions(), null, 0);
            return jobs.Start(ImportTitle, progress =>
            {
                try
                {
                    TakeIn(draft with { Corpus = Reading(draft, progress) }, progress);
                }
                finally
                {
                    Delete(folder);
                }
            });
        }
        catch
        {
            Delete(folder);
            throw;
        }
    }

    /// <summary>Begins to read a draft's files anew.</summary>
    /// <param name="draft">The draft, with other options.</param>
    public Job Read(ImportDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        _drafts[draft.Id] = draft with { Corpus = null };
        return jobs.Start(ReadTitle, progress =>
        {
            progress.GoTo(Url(draft.Id));
            try
            {
                var corpus = Reading(draft, progress);
                _drafts[draft.Id] = draft with { Corpus = corpus, Version = draft.Version + 1, Passages = FirstRows(draft, corpus) };
            }
            catch (Exception) when (draft.Corpus is null)
            {
                Discard(draft.Id);
                throw;
            }
            catch (Exception)
            {
                _drafts[draft.Id] = draft;
                throw;
            }
        });
    }

    /// <summary>Begins to take a draft in.</summary>
    /// <param name="draft">The draft, read.</param>
    public Job Import(ImportDraft draft) => jobs.Start(ImportTitle, progress => TakeIn(draft, progress));

    /// <summary>Throws a draft away, its files with it; what is no draft's id changes nothing.</summary>
    /// <param name="id">The draft's id.</param>
    public void Discard(string? id)
    {
        // It comes from outside: only what was made here is a folder's name.
        if (id is not null && _drafts.TryRemove(id, out var draft))
        {
            Delete(Path.Combine(session.Folder, Folder, draft.Id));
        }
    }

    /// <summary>Deletes what runs left that are over; those of another program that works on the workspace now stay.</summary>
    public void Sweep()
    {
        var incoming = Path.Combine(session.Folder, Folder);
        if (!Directory.Exists(incoming))
        {
            return;
        }

        foreach (var left in Directory.EnumerateDirectories(incoming).Where(f => !IsHeld(MarkOf(Path.GetFileName(f)))).ToList())
        {
            Delete(left);
        }

        foreach (var mark in Directory.EnumerateFiles(incoming).Where(f => !IsHeld(f)).ToList())
        {
            File.Delete(mark);
        }
    }

    /// <summary>Ends: drafts that nobody has taken in are thrown away.</summary>
    public void Dispose()
    {
        foreach (var left in Directory.Exists(Path.Combine(session.Folder, Folder)) ? Directory.GetDirectories(Path.Combine(session.Folder, Folder), _run + "*") : [])
        {
            Delete(left);
        }

        _mark?.Dispose();
    }

    /// <summary>Takes the latest import back, with the files that it brought.</summary>
    /// <param name="import">Its number, as the page showed it.</param>
    /// <exception cref="WorkspaceException">It is not the latest any more.</exception>
    public ImportUndo Undo(long import) =>
        session.Use(store => OriginalFiles.Undo(store, session.Folder, import, WorkspaceSession.User, DateTimeOffset.Now));

    private static CommentCorpus Reading(ImportDraft draft, JobProgress progress)
    {
        var done = 0;
        return CorpusReader.Read(draft.Files, draft.Options, name =>
            progress.Tell(new BilingualText($"読んでいます: {name}", $"Reading {name}"), done++ / (double)draft.Files.Length));
    }

    private static ImmutableDictionary<string, ImmutableArray<SourcePassage>> FirstRows(ImportDraft draft, CommentCorpus corpus) => corpus.Sources
        .Where(s => s.Mapping is { Sheets.IsEmpty: false })
        .ToImmutableDictionary(
            s => s.Name,
            s => draft.Files.FirstOrDefault(f => Path.GetFileName(f) == s.Name) is { } file
                ? [.. SourcePassages.Of(s.Name, File.ReadAllBytes(file), new ReadOptions { Mapping = new([s.Mapping!]) }).GroupBy(p => p.Sheet).SelectMany(g => g.Take(MostExampleRows))]
                : ImmutableArray<SourcePassage>.Empty,
            StringComparer.Ordinal);

    private void TakeIn(ImportDraft draft, JobProgress progress)
    {
        progress.Tell(new BilingualText("保存しています", "Saving"));
        var corpus = draft.Corpus ?? throw new InvalidOperationException("The draft was not read.");
        var result = session.UseBeside(store => store.Import(ImportBatch.Of(corpus, WorkspaceSession.User, DateTimeOffset.Now)));
        try
        {
            OriginalFiles.Keep(session.Folder, draft.Files, corpus);
            MappingFile.Write(session.Folder, session.Use(store => store.Sources()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            progress.Note(ImportCommand.NotKept(e));
        }

        Discard(draft.Id);
        progress.GoTo("/start" + (result.Import is { } import ? string.Create(CultureInfo.InvariantCulture, $"?imported={import}") : "?imported=none"));
        session.Refresh();
    }

    private (string Id, string Folder) New()
    {
        var id = _run + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var folder = Path.Combine(session.Folder, Folder, id);
        Directory.CreateDirectory(folder);
        lock (_marking)
        {
            _mark ??= new FileStream(MarkOf(id), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }

        return (id, folder);
    }

    // Held open as long as the run lasts that the draft belongs to, so that no other run takes its drafts for left ones.
    private string MarkOf(string id) => Path.Combine(session.Folder, Folder, id[..Math.Min(RunLength, id.Length)] + ".run");

    private static bool IsHeld(string mark)
    {
        try
        {
            if (File.Exists(mark))
            {
                File.Open(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            }

            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    // What another program holds open goes with the next sweep.
    private static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }
}
