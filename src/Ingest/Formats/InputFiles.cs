using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Finds the files that are meant by what the user named.</summary>
public static class InputFiles
{
    private static readonly ImmutableArray<string> Documentation = ["README", "SOURCE", "LICENSE", "LICENCE", "NOTICE", "CHANGELOG"];

    /// <summary>The files in the order of the arguments, each folder's in ordinal order of their paths; what was passed over; what cannot be found.</summary>
    /// <param name="paths">Files and folders.</param>
    public static (ImmutableArray<InputFile> Files, ImmutableArray<string> Skipped, ImmutableArray<Problem> Problems) Find(IReadOnlyList<string> paths)
    {
        var files = ImmutableArray.CreateBuilder<InputFile>();
        var skipped = ImmutableArray.CreateBuilder<string>();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(new InputFile(path, true));
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

    private static void Walk(string folder, ImmutableArray<InputFile>.Builder files, ImmutableArray<string>.Builder skipped, ImmutableArray<Problem>.Builder problems)
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
            else if (Documentation.Any(d => name.StartsWith(d, StringComparison.OrdinalIgnoreCase)) || !(FormatReaders.Know(entry) || Path.GetExtension(entry).Equals(".doc", StringComparison.OrdinalIgnoreCase)) || name.StartsWith("~$", StringComparison.Ordinal))
            {
                skipped.Add(entry);
            }
            else
            {
                files.Add(new InputFile(entry, false));
            }
        }
    }
}
