using System.Text;

namespace FeedbackLab.Viewer.Server.Imports;

/// <summary>Names staged files: what the browser calls them, without any way out of the folder.</summary>
public static class StagedName
{
    private const int Longest = 120;

    /// <summary>A file name that every system takes; it keeps its words and its extension.</summary>
    /// <param name="given">The name that the browser gave: any text, maybe with folders.</param>
    /// <param name="taken">Names that are taken already.</param>
    public static string Of(string? given, IReadOnlySet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var last = (given ?? string.Empty).Split('/', '\\')[^1];
        var safe = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            safe.Append(IsSafe(rune) ? rune.ToString() : "_");
        }

        var name = safe.ToString().Trim().TrimStart('.').TrimEnd('.', ' ');
        var extension = Path.GetExtension(name);
        var stem = Path.GetFileNameWithoutExtension(name);
        stem = stem.Length == 0 ? "file" : stem;
        if (stem.Length > Longest)
        {
            stem = stem[..(char.IsHighSurrogate(stem[Longest - 1]) ? Longest - 1 : Longest)];
        }

        stem = DownloadName.IsReserved(stem) ? "_" + stem : stem;
        var result = stem + extension;
        for (var i = 2; taken.Contains(result); i++)
        {
            result = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem} ({i}){extension}");
        }

        return result;
    }

    private static bool IsSafe(Rune rune) =>
        !Rune.IsControl(rune) && rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or 0xFFFD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F);
}
