using System.Security.Cryptography;
using System.Text;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>What a comment is called in what is published.</summary>
/// <remarks>
/// A comment's own id is a hash of its words and place: whoever has it can try what stood where a name is masked. This one also takes the workspace's secret, so that nobody else can.
/// </remarks>
public static class PublishedId
{
    private const int Bytes = 6;

    /// <summary>Twelve lower-case hexadecimal digits of the HMAC-SHA-256 of a comment's id; the same as long as the secret is.</summary>
    /// <param name="commentId">The comment's id.</param>
    /// <param name="secret">What nobody outside knows; at least one byte.</param>
    public static string Of(string commentId, ReadOnlySpan<byte> secret)
    {
        ArgumentNullException.ThrowIfNull(commentId);
        ArgumentOutOfRangeException.ThrowIfZero(secret.Length, nameof(secret));
        return Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes("comment\n" + commentId))[..Bytes]);
    }
}
