using System.Text;

namespace FeedbackLab.Viewer.Server.Imports;

/// <summary>Names staged files: what the browser calls them, without any way out of the folder.</summary>
public static class StagedName
{
    // Windows counts the whole path, most other systems 255 bytes of the name; both with room for a number.
    private const int Longest = 120;
    private const int MostBytes = 244;
    private const int LongestExtension = 16;

    /// <summary>A file name that every system takes; it keeps its words and its extension.</summary>
    /// <param name="given">The name that the browser gave: any text, maybe with folders.</param>
    /// <param name="taken">Names that are taken already.</param>
    public static string Of(string? given, IReadOnlySet<string> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var called = (given ?? string.Empty).Split('/', '\\')[^1];
        var safe = new StringBuilder();
        foreach (var rune in called.EnumerateRunes())
        {
            safe.Append(IsSafe(rune) ? rune.ToString() : "_");
        }

        var name = safe.ToString().Trim().TrimStart('.').TrimEnd('.', ' ');
        var extension = Path.GetExtension(name) is { Length: <= LongestExtension } last ? last : string.Empty;
        var stem = name[..^extension.Length];
        stem = stem.Length == 0 ? "file" : Beginning(stem, MostBytes - Encoding.UTF8.GetByteCount(extension));
        stem = DownloadName.IsReserved(stem) ? "_" + stem : stem;
        var result = stem + extension;
        for (var i = 2; taken.Contains(result); i++)
        {
            result = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem} ({i}){extension}");
        }

        return result;
    }

    // As many letters as fit, into so many bytes of UTF-8 as well.
    private static string Beginning(string text, int bytes)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes -= rune.Utf8SequenceLength;
            if (bytes < 0 || length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }

    private static bool IsSafe(Rune rune) =>
        !Rune.IsControl(rune) && rune.Value is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or 0xFFFD or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F);
}
