using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Names sources so that no two are called the same.</summary>
public static class SourceNames
{
    /// <summary>One name a path: the file's name, with as many parent folders as it takes to tell it from the others.</summary>
    /// <remarks>Names are composed (NFC): Macs part が into か and ゛, so that one file comes back under a name that only looks the same. Where paths differ in no more, the later ones get （2）, （3）…</remarks>
    /// <param name="paths">Different paths.</param>
    public static ImmutableArray<string> Of(ImmutableArray<string> paths)
    {
        var parts = paths.Select(p => JapaneseText.Composed(Path.GetFullPath(p)).Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries)).ToList();
        string Name(string[] part, int depth) => string.Join('/', part.Skip(Math.Max(0, part.Length - depth)));
        var given = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. parts.Select(part =>
            {
                var depth = 1;
                while (depth < part.Length && parts.Count(other => Name(other, depth) == Name(part, depth)) > 1)
                {
                    depth++;
                }

                var name = Name(part, depth);
                var count = given[name] = given.GetValueOrDefault(name) + 1;
                return count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{Path.ChangeExtension(name, null)}（{count}）{Path.GetExtension(name)}");
            }),
        ];
    }
}
