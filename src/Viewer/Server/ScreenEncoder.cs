using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FeedbackLab.Viewer.Server;

/// <summary>Writes texts into pages: Japanese as it is, markup escaped, and what would turn the direction of the text around it as U+FFFD.</summary>
/// <remarks>Every text of every page goes through it, so that no page has to think of hostile ones.</remarks>
internal sealed unsafe class ScreenEncoder : HtmlEncoder
{
    private const char Replacement = '\uFFFD';

    private readonly HtmlEncoder _html = Create(UnicodeRanges.All);

    public override int MaxOutputCharactersPerInputCharacter => _html.MaxOutputCharactersPerInputCharacter;

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        for (var i = 0; i < textLength; i++)
        {
            var c = text[i];
            if (c < 0x80 ? WillEncode(c) : IsTurning(c) || char.IsSurrogate(c) || char.IsControl(c) || _html.WillEncode(c))
            {
                return i;
            }
        }

        return -1;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (!IsTurning(unicodeScalar) && !IsUnprintable(unicodeScalar))
        {
            return _html.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        }

        numberOfCharactersWritten = bufferLength < 1 ? 0 : 1;
        if (bufferLength > 0)
        {
            buffer[0] = Replacement;
        }

        return bufferLength > 0;
    }

    public override bool WillEncode(int unicodeScalar) =>
        IsTurning(unicodeScalar) || IsUnprintable(unicodeScalar) || _html.WillEncode(unicodeScalar);

    private static bool IsTurning(int scalar) => scalar is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsUnprintable(int scalar) => scalar is < ' ' and not ('\t' or '\n' or '\r') or (>= 0x7F and <= 0x9F);
}
