using System.Security.Cryptography;
using System.Text;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>GUIDs that the same name always has (RFC 9562, version 5).</summary>
internal static class NameGuid
{
    // A random one, made once for this program's codes.
    private static readonly Guid Space = new("6f1c8a52-3d0e-4c57-9b1a-2f6f0a4d7c11");

    /// <summary>The GUID of a name.</summary>
    /// <param name="name">The name.</param>
    public static Guid Of(string name)
    {
#pragma warning disable CA5350 // version 5 is made with SHA-1; nothing is kept secret by it
        var hash = SHA1.HashData([.. Space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        var bytes = hash[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x50);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
