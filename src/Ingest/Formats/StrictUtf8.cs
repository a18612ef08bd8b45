using System.Text;

namespace FeedbackLab.Ingest.Formats;

/// <summary>UTF-8 that is refused where it is none, so that no character is lost unnoticed.</summary>
public static class StrictUtf8
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; a byte order mark stays in it.</summary>
    /// <param name="file">The file's path.</param>
    /// <exception cref="ArgumentException">It is not UTF-8.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public static string Read(string file) => Of(File.ReadAllBytes(file));

    /// <summary>The text of some bytes; a byte order mark stays in it.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="ArgumentException">They are not UTF-8.</exception>
    public static string Of(byte[] bytes) => Encoding.GetString(bytes);
}
