using System.Collections.Frozen;
using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Finds the files that are meant by what the user named.</summary>
public static class InputFiles
{
    // Words about a collection of files, by the names that they have everywhere.
    private static readonly FrozenSet<string> Documentation =
        new[] { "README", "README.md", "README.txt", "SOURCE.md", "LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE", "LICENCE.md", "LICENCE.txt", "NOTICE", "NOTICE.md", "NOTICE.txt", "CHANGELOG.md" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The files in the order of the arguments, each folder's in ordinal order of their paths; what was passed over; what cannot be found.</summary>
    /// <param name="paths">Files and folders.</param>
    public static (ImmutableArray<string> Files, ImmutableArray<string> Skipped, ImmutableArray<Problem> Problems) Find(IReadOnlyList<string> paths)
    {
        var files = ImmutableArray.CreateBuilder<string>();
        var skipped = ImmutableArray.CreateBuilder<string>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(path);
                continue;
            }

            try
            {
                var before = files.Count;
                var passedOver = ImmutableArray.CreateBuilder<string>();
                Walk(path, files, passedOver, problems);
                skipped.AddRange(passedOver.Select(entry => Path.GetRelativePath(path, entry).Replace('\\', '/')));
                if (files.Count == before)
                {
                    problems.Add(FileProblems.EmptyFolder(path));
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problems.Add(FileProblems.Unreadable(path));
            }
        }

        return (files.ToImmutable(), skipped.ToImmutable(), problems.ToImmutable());
    }

    private static void Walk(string folder, ImmutableArray<string>.Builder files, ImmutableArray<string>.Builder skipped, ImmutableArray<Problem>.Builder problems)
    {
        // Results and workspaces are ours.
        if (File.Exists(Path.Combine(folder, "findings.json")) || File.Exists(Path.Combine(folder, "feedback.db")))
        {
            skipped.Add(folder);
            return;
        }

        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).OrderBy(e => e, StringComparer.Ordinal))
        {
            var name = Path.GetFileName(entry);
            var directory = Directory.Exists(entry);
            if (name.StartsWith('.') || (directory && new DirectoryInfo(entry).LinkTarget is not null))
            {
                skipped.Add(entry);
            }
            else if (directory)
            {
                try
                {
                    Walk(entry, files, skipped, problems);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    problems.Add(FileProblems.Unreadable(entry));
                }
            }
            else if (Documentation.Contains(name) || !(FormatReaders.Know(entry) || Path.GetExtension(entry).Equals(".doc", StringComparison.OrdinalIgnoreCase)) || name.StartsWith("~$", StringComparison.Ordinal))
            {
                skipped.Add(entry);
            }
            else
            {
                files.Add(entry);
            }
        }
    }
}
