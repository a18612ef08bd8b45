using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Files;

namespace FeedbackLab.Viewer.Originals;

/// <summary>The files that a workspace was made from, as they came: kept in its folder <c>originals</c>, so that a comment can be shown in its source.</summary>
/// <remarks>Named by content, so that a corrected file does not take its older version's place. A workspace without them still works.</remarks>
public static class OriginalFiles
{
    private const string Folder = "originals";

    // With the dot: .jpeg, .xlsm.
    private const int LongestExtension = 6;
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>Copies files into a workspace.</summary>
    /// <param name="workspace">The workspace's folder.</param>
    /// <param name="inputs">The files and folders that were read.</param>
    /// <param name="corpus">What was read; files that are no source of it stay out.</param>
    /// <exception cref="IOException">A file cannot be copied; those before it are there.</exception>
    public static void Keep(string workspace, IReadOnlyList<string> inputs, CommentCorpus corpus)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(corpus);
        var sources = corpus.Sources.ToDictionary(s => s.Sha256, StringComparer.Ordinal);
        foreach (var file in InputFiles.Find(inputs).Files.Where(File.Exists))
        {
            var bytes = File.ReadAllBytes(file);
            if (sources.TryGetValue(Convert.ToHexStringLower(SHA256.HashData(bytes)), out var source))
            {
                Write(PathOf(workspace, source), bytes);
            }
        }
    }

    /// <summary>Keeps the texts of sources that came in a project of another program.</summary>
    /// <param name="workspace">The workspace's folder.</param>
    /// <param name="sources">Its sources.</param>
    /// <param name="texts">The texts by the SHA-256 of their bytes in UTF-8.</param>
    /// <exception cref="IOException">A text cannot be written; those before it are there.</exception>
    public static void Keep(string workspace, IEnumerable<StoredSource> sources, IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(texts);
        foreach (var source in sources.Select(s => s.Source))
        {
            if (texts.TryGetValue(source.Sha256, out var text))
            {
                Write(PathOf(workspace, source), Encoding.UTF8.GetBytes(text));
            }
        }
    }

    /// <summary>The file that a source was read from; null where it is not there, or is another now.</summary>
    /// <param name="workspace">The workspace's folder.</param>
    /// <param name="source">The source.</param>
    public static byte[]? Read(string workspace, Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            var bytes = File.ReadAllBytes(PathOf(workspace, source));
            return Convert.ToHexStringLower(SHA256.HashData(bytes)) == source.Sha256 ? bytes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Takes an import back and deletes the files that only it had brought, and the index, which holds their words.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="workspace">Its folder.</param>
    /// <param name="import">The import's number.</param>
    /// <param name="who">Who takes it back.</param>
    /// <param name="when">When.</param>
    /// <exception cref="WorkspaceException">It is not the latest.</exception>
    public static ImportUndo Undo(WorkspaceStore store, string workspace, long import, string who, DateTimeOffset when)
    {
        ArgumentNullException.ThrowIfNull(store);
        var brought = store.Sources().Where(s => s.Import == import).Select(s => s.Source).ToList();
        var undo = store.Undo(import, who, when);
        var kept = store.Sources().Select(s => s.Source.Sha256).ToHashSet(StringComparer.Ordinal);
        foreach (var file in brought.Where(s => !kept.Contains(s.Sha256)).Select(s => PathOf(workspace, s)).Where(File.Exists))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another program has it open. The import is taken back all the same; who has the file may delete it.
            }
        }

        WorkspaceIndex.Remove(workspace);
        return undo;
    }

    /// <summary>A source as its reader numbered it; empty where its file is not there.</summary>
    /// <param name="workspace">The workspace's folder.</param>
    /// <param name="source">The source.</param>
    public static ImmutableArray<SourcePassage> Passages(string workspace, Source source)
    {
        var options = new ReadOptions
        {
            Encoding = source.Format is SourceFormat.Text or SourceFormat.Delimited ? source.Encoding : null,
            Mapping = source.Mapping is { } mapping ? new([mapping]) : Ingest.Mapping.ImportMapping.Empty,
        };
        return Read(workspace, source) is { } bytes ? SourcePassages.Of(source.Name, bytes, options) : [];
    }

    private static void Write(string kept, byte[] bytes)
    {
        if (!File.Exists(kept))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
            WholeFile.Replace(kept, bytes);
        }
    }

    private static string PathOf(string workspace, Source source) => Path.Combine(workspace, Folder, source.Sha256 + ExtensionOf(source.Name));

    // A source of another program may be called anything: 「1. 何が困りますか?」 has no extension.
    private static string ExtensionOf(string name)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return extension.Length is > 1 and <= LongestExtension && extension.AsSpan(1).IndexOfAnyExcept(Letters) < 0 ? extension : extension.Length == 0 ? string.Empty : ".txt";
    }
}
