using System.Buffers;
using System.Globalization;
using System.Text;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Text as the database keeps it: all UTF-16 comes back, even what is no valid Unicode.</summary>
/// <remarks>
/// SQLite's text is UTF-8 and ends for some functions at NUL; PostgreSQL's takes no NUL at all. A lone surrogate, NUL, and U+FFFF itself are
/// therefore written as U+FFFF and four hexadecimal digits. All other text is stored as it is.
/// </remarks>
internal static class StoredText
{
    private const char Mark = '\uFFFF';
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\0', Mark]);

    /// <summary>The text to store; the same object where nothing needs a mark.</summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAny(Suspects) < 0)
        {
            return text;
        }

        var stored = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                stored.Append(text[i]).Append(text[i + 1]);
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] is '\0' or Mark)
            {
                stored.Append(Mark).Append(((int)text[i]).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                stored.Append(text[i]);
            }
        }

        return stored.ToString();
    }

    /// <summary>The text that was stored.</summary>
    /// <exception cref="InvalidDataException">A mark has no four digits behind it.</exception>
    public static string Decode(string stored)
    {
        if (!stored.Contains(Mark, StringComparison.Ordinal))
        {
            return stored;
        }

        var text = new StringBuilder(stored.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            if (stored[i] != Mark)
            {
                text.Append(stored[i]);
                continue;
            }

            text.Append(stored.Length - i > 4 && ushort.TryParse(stored.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var c)
                ? (char)c
                : throw new InvalidDataException("A mark in stored text has no digits."));
            i += 4;
        }

        return text.ToString();
    }

    /// <summary>A time in ISO 8601, to 100 nanoseconds, with its offset.</summary>
    public static string Of(DateTimeOffset time) => time.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A day in ISO 8601.</summary>
    public static string Of(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>The stored time.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static DateTimeOffset Time(string stored) =>
        DateTimeOffset.TryParseExact(stored, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            ? time
            : throw new InvalidDataException("A stored time cannot be read.");

    /// <summary>The stored day.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static DateOnly Day(string stored) =>
        DateOnly.TryParseExact(stored, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new InvalidDataException("A stored day cannot be read.");

    /// <summary>The value whose name is stored.</summary>
    /// <exception cref="InvalidDataException">There is none of that name.</exception>
    public static T Name<T>(string stored)
        where T : struct, Enum =>
        Enum.TryParse<T>(stored, out var value) && Enum.IsDefined(value)
            ? value
            : throw new InvalidDataException($"No {typeof(T).Name} has the stored name.");
}
