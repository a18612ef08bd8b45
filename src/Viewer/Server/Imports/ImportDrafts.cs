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
/// <remarks>Files are staged inside the workspace's folder, where the answers are to be kept anyway, and go when the import is done.</remarks>
public sealed class ImportDrafts(WorkspaceSession session, JobBoard jobs)
{
    private const string Folder = "incoming";
    private const int MostExampleRows = 40;
    private const string SamplePrefix = "samples/";

    private static readonly BilingualText ReadTitle = new("資料を読む", "Reading files");
    private static readonly BilingualText ImportTitle = new("取り込み", "Import");

    private readonly ConcurrentDictionary<string, ImportDraft> _drafts = new(StringComparer.Ordinal);

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
        foreach (var file in files)
        {
            var name = StagedName.Of(file.FileName, names.ToImmutableHashSet(StringComparer.OrdinalIgnoreCase));
            names.Add(name);
            await using var target = new FileStream(Path.Combine(folder, name), FileMode.CreateNew);
            await file.CopyToAsync(target, stop);
        }

        return Read(new ImportDraft(id, [.. names.Select(n => Path.Combine(folder, n))], new ReadOptions(), null, 0));
    }

    /// <summary>Begins to take the samples in that the program carries.</summary>
    public Job ImportSamples()
    {
        var (id, folder) = New();
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
        return jobs.Start(ImportTitle, progress => TakeIn(draft with { Corpus = Reading(draft, progress) }, progress));
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

    /// <summary>Throws a draft away, its files with it.</summary>
    /// <param name="id">The draft's id.</param>
    public void Discard(string id)
    {
        _drafts.TryRemove(id, out _);
        var folder = Path.Combine(session.Folder, Folder, id);
        if (Path.GetFileName(folder) == id && Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
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
        OriginalFiles.Keep(session.Folder, draft.Files, corpus);
        MappingFile.Write(session.Folder, session.Use(store => store.Sources()));
        Discard(draft.Id);
        progress.GoTo("/start" + (result.Import is { } import ? string.Create(CultureInfo.InvariantCulture, $"?imported={import}") : "?imported=none"));
        session.Refresh();
    }

    private (string Id, string Folder) New()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        var folder = Path.Combine(session.Folder, Folder, id);
        Directory.CreateDirectory(folder);
        return (id, folder);
    }
}
