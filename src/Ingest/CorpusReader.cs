using System.Collections.Immutable;
using System.Security.Cryptography;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Ingest;

/// <summary>Reads files and folders of answers and minutes.</summary>
public static class CorpusReader
{
    /// <summary>Everything that the files hold; a file that cannot be read becomes a problem and the others go on.</summary>
    /// <remarks>The order of <paramref name="paths"/> changes nothing; of two identical files the first by path is read.</remarks>
    /// <param name="paths">Files and folders; folders are walked with their subfolders, in ordinal order.</param>
    /// <param name="options">What the user says about the files.</param>
    /// <param name="progress">Called with each file's name before it is read.</param>
    /// <exception cref="ArgumentException">No path is given, or one is blank.</exception>
    public static CommentCorpus Read(IReadOnlyList<string> paths, ReadOptions options, Action<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        if (paths.Count == 0 || paths.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException("At least one path is needed, and none may be blank.", nameof(paths));
        }

        var (files, skipped, problems) = InputFiles.Find(paths);
        var distinct = files.DistinctBy(Path.GetFullPath, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var names = SourceNames.Of([.. distinct]);
        var allProblems = new List<Problem>(problems);
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var read = new List<FileReading>();
        foreach (var (file, name) in distinct.Zip(names))
        {
            progress?.Invoke(name);
            var (bytes, problem) = Bytes(file);
            if (bytes is null)
            {
                allProblems.Add(File.Exists(file) ? problem! with { File = name } : problem!);
                continue;
            }

            var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
            if (!seen.TryAdd(sha256, name))
            {
                allProblems.Add(FileProblems.SameAs(name, seen[sha256]));
                continue;
            }

            var (reading, unread) = Reading(name, sha256, bytes, options, Path.GetExtension(file));
            allProblems.AddRange(unread);
            if (reading is not null)
            {
                read.Add(reading);
                allProblems.AddRange(WithoutComments.Of(reading, unread.Any(p => p.Severity == ProblemSeverity.Error)) is { } notice ? [notice] : []);
            }
        }

        return Gather(read, allProblems, skipped);
    }

    // A fault of ours in one file is no reason to lose the others.
    private static (FileReading? Reading, ImmutableArray<Problem> Problems) Reading(string name, string sha256, byte[] bytes, ReadOptions options, string extension)
    {
        try
        {
            return FormatReaders.Read(name, sha256, bytes, options, extension);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, [FileProblems.Fault(name, e)]);
        }
    }

    private static (byte[]? Bytes, Problem? Problem) Bytes(string path)
    {
        try
        {
            var extension = Path.GetExtension(path).ToLowerInvariant();
            if (!File.Exists(path))
            {
                return (null, FileProblems.Missing(path));
            }

            if (!FormatReaders.Know(path) && extension.Length > 0)
            {
                return (null, extension == ".doc" ? FileProblems.OldWord(path) : FileProblems.WrongKind(path, extension));
            }

            var bytes = File.ReadAllBytes(path);
            return bytes.Length == 0 ? (null, FileProblems.Empty(path)) : (bytes, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, FileProblems.Unreadable(path));
        }
    }

    private static CommentCorpus Gather(List<FileReading> read, List<Problem> problems, ImmutableArray<string> skipped)
    {
        var ordered = read.OrderBy(r => r.Source.Name, StringComparer.Ordinal).ToList();
        return new CommentCorpus(
            [.. ordered.Select(r => r.Source)],
            [.. ordered.SelectMany(r => r.Comments)],
            [.. ordered.SelectMany(r => r.LeftOut)],
            [.. ordered.SelectMany(r => r.Meetings)],
            [.. ordered.SelectMany(r => r.Tables)],
            [.. problems.Concat(ordered.SelectMany(r => r.Problems)).OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line ?? 0)],
            [.. skipped.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
