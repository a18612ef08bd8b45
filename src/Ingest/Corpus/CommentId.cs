using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace FeedbackLab.Ingest.Corpus;

/// <summary>Makes the stable identity of a comment.</summary>
public static class CommentId
{
    // Longest key that is put together on the stack, in bytes.
    private const int OnStack = 1024;

    // Room for four numbers and seven line ends.
    private const int Numbers = (4 * 11) + 7;

    /// <summary>
    /// Twelve lower-case hexadecimal digits of the SHA-256 of source key, place and text: the same source, place and text give
    /// the same id on every machine, whatever the file is called.
    /// </summary>
    /// <param name="sourceKey">
    /// The source's key: the content hash of the file's first version. A file that is read by itself is its first version; a workspace
    /// keeps the key when a corrected version comes, and keeps the ids of comments that only moved.
    /// </param>
    /// <param name="place">The place in the source.</param>
    /// <param name="text">The comment's text.</param>
    public static string Of(string sourceKey, Place place, string text)
    {
        ArgumentNullException.ThrowIfNull(sourceKey);
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(text);
        var names = sourceKey.Length + (place.Column?.Length ?? 0) + (place.Sheet?.Length ?? 0) + text.Length;
        var most = Encoding.UTF8.GetMaxByteCount(names) + Numbers;
        var key = most <= OnStack ? stackalloc byte[most] : new byte[most];
        Utf8.TryWrite(
            key, CultureInfo.InvariantCulture, $"{sourceKey}\n{place.LineStart}\n{place.LineEnd}\n{place.Row}\n{place.Column}\n{place.Sheet}\n{place.Item}\n", out var written);
        written += Encoding.UTF8.GetBytes(text, key[written..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(key[..written], hash);
        return Convert.ToHexStringLower(hash[..6]);
    }
}
