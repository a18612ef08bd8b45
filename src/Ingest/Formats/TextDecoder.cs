using System.Text;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Turns bytes into text: the encoding is the one named, else the one that is valid and reads like Japanese.</summary>
public static class TextDecoder
{
    /// <summary>The longest line that is read, in characters.</summary>
    public const int LongestLine = 1_000_000;

    private const double PlausibleShare = 0.85;

    /// <summary>The text, or the problem that keeps it from being read; exactly one of them.</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="bytes">Its bytes, not empty.</param>
    /// <param name="encoding">The encoding named by the user; null to guess.</param>
    public static (DecodedText? Decoded, Problem? Problem) Decode(string file, byte[] bytes, string? encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        if (LongLineIn(bytes) is { } longLine)
        {
            return (null, FileProblems.LongLine(file, longLine));
        }

        if (encoding is not null)
        {
            return Find(encoding) is not { } chosen
                ? (null, FileProblems.NoSuchEncoding(file, encoding))
                : Checked(file, TryDecode(bytes, chosen.CodePage), chosen.Name, bytes);
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Checked(file, TryDecode(bytes, bytes[0] == 0xFF ? 1200 : 1201), "utf-16", bytes);
        }

        if (Array.IndexOf(bytes, (byte)0) is >= 0 and var nul)
        {
            // UTF-16 without its mark is known by its words. The other order of bytes has to be named, so that the file is read the same again.
            return ReadsLikeJapanese(TryDecode(bytes, 1200)) is { } utf16 ? Checked(file, utf16, "utf-16", bytes)
                : ReadsLikeJapanese(TryDecode(bytes, 1201)) is not null ? (null, FileProblems.OtherUtf16(file))
                : (null, FileProblems.Binary(file, LineAt(bytes, nul)));
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return Checked(file, TryDecode(bytes, 65001), "utf-8", bytes);
        }

        var escaped = bytes.AsSpan().IndexOf("\u001b$"u8) >= 0;
        if (!escaped && TryDecode(bytes, 65001) is { } utf8)
        {
            return Checked(file, utf8, "utf-8", bytes);
        }

        var valid = new (int CodePage, string Name)[] { (50220, "iso-2022-jp"), (932, "cp932"), (51932, "euc-jp") }
            .Where(c => c.CodePage == 50220 == escaped)
            .Select(c => (c.Name, Text: TryDecode(bytes, c.CodePage)))
            .Where(c => c.Text is not null)
            .ToList();
        var best = valid
            .Select(c => (c.Name, Text: c.Text!, Share: JapaneseLetters.Share(c.Text!, isOnlyReading: valid.Count == 1, isEuc: c.Name == "euc-jp")))
            .OrderByDescending(c => c.Share)
            .FirstOrDefault();
        return best.Text is not null && best.Share >= PlausibleShare
            ? (new DecodedText(best.Text, best.Name), null)
            : (null, FileProblems.UnknownEncoding(file, FirstBadLine(bytes)));
    }

    private static string? ReadsLikeJapanese(string? text) =>
        text?.Contains('\0', StringComparison.Ordinal) == false && text.Any(c => c is >= '\u3040' and <= '\u9FFF') && JapaneseLetters.Share(text, isOnlyReading: true, isEuc: false) >= PlausibleShare ? text : null;

    private static (DecodedText? Decoded, Problem? Problem) Checked(string file, string? text, string name, byte[] bytes)
    {
        if (text is null)
        {
            return (null, FileProblems.BadBytes(file, name == "utf-8" ? FirstBadLine(bytes) : null, name));
        }

        var nul = text.IndexOf('\0', StringComparison.Ordinal);
        return nul >= 0
            ? (null, FileProblems.Binary(file, text.AsSpan(0, nul).Count('\n') + 1))
            : (new DecodedText(text.TrimStart('\uFEFF'), name), null);
    }

    private static (int CodePage, string Name)? Find(string name) => name.Trim().ToLowerInvariant().Replace('_', '-') switch
    {
        "utf-8" or "utf8" or "utf-8-sig" => (65001, "utf-8"),
        "utf-16" or "utf-16le" or "utf16" or "unicode" => (1200, "utf-16"),
        "utf-16be" => (1201, "utf-16"),
        "cp932" or "shift-jis" or "sjis" or "windows-31j" or "ms932" or "shiftjis" => (932, "cp932"),
        "euc-jp" or "eucjp" => (51932, "euc-jp"),
        "iso-2022-jp" or "jis" => (50220, "iso-2022-jp"),
        _ => null,
    };

    private static string? TryDecode(byte[] bytes, int codePage)
    {
        try
        {
            return Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                .GetString(codePage == 932 ? IbmExtensions.Unify(bytes) : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static int? LongLineIn(byte[] bytes)
    {
        var line = 1;
        for (var start = 0; start < bytes.Length; line++)
        {
            var rest = bytes.AsSpan(start);
            var end = rest.IndexOfAny((byte)'\n', (byte)'\r');
            var length = end < 0 ? rest.Length : end;
            if (length > LongestLine && LongEnough(rest[..length]))
            {
                return line;
            }

            start += length + 1;
            if (end >= 0 && rest[end] == '\r' && start < bytes.Length && bytes[start] == '\n')
            {
                start++;
            }
        }

        return null;
    }

    /// <summary>Whether a line holds more characters than are read: bytes that only continue a UTF-8 character are not counted.</summary>
    private static bool LongEnough(ReadOnlySpan<byte> line)
    {
        var characters = 0;
        foreach (var value in line)
        {
            characters += (value & 0xC0) == 0x80 ? 0 : 1;
        }

        return characters > LongestLine;
    }

    private static int? FirstBadLine(byte[] bytes)
    {
        var rest = bytes.AsSpan();
        var at = 0;
        while (at < rest.Length)
        {
            if (Rune.DecodeFromUtf8(rest[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return LineAt(bytes, at);
            }

            at += length;
        }

        return null;
    }

    private static int LineAt(byte[] bytes, int at) => bytes.AsSpan(0, at).Count((byte)'\n') + 1;
}
