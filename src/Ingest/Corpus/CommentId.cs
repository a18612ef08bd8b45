using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FeedbackLab.Ingest.Corpus;

/// <summary>Makes the stable identity of a comment.</summary>
public static class CommentId
{
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
        var key = string.Create(
            CultureInfo.InvariantCulture,
            $"{sourceKey}\n{place.LineStart}\n{place.LineEnd}\n{place.Row}\n{place.Column}\n{place.Sheet}\n{place.Item}\n{text}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)), 0, 6);
    }
}
