using System.Collections.Immutable;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Names sources so that no two are called the same.</summary>
public static class SourceNames
{
    /// <summary>One name a path: the file's name, with as many parent folders as it takes to tell it from the others.</summary>
    /// <param name="paths">Different paths.</param>
    public static ImmutableArray<string> Of(ImmutableArray<string> paths)
    {
        var parts = paths.Select(p => Path.GetFullPath(p).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)).ToList();
        string Name(string[] part, int depth) => string.Join('/', part.Skip(Math.Max(0, part.Length - depth)));
        return
        [
            .. parts.Select(part =>
            {
                var depth = 1;
                while (depth < part.Length && parts.Count(other => Name(other, depth) == Name(part, depth)) > 1)
                {
                    depth++;
                }

                return Name(part, depth);
            }),
        ];
    }
}
