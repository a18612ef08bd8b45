namespace FeedbackLab.Ingest.Formats;

/// <summary>Brings the two places that code page 932 has for IBM's characters (髙 﨑 ⅰ ￢ …) to one.</summary>
/// <remarks>
/// The code page holds them twice: selected by NEC (ED40–EEFC) and by IBM (FA40–FC4B). Windows writes the second, other programs
/// the first, and the strict decoder reads the second only. Both list the 360 kanji in the same order (Microsoft, code page 932).
/// </remarks>
internal static class IbmExtensions
{
    private const int TrailsPerLead = 188;
    private const int Kanji = 360;
    private const int FirstIbmKanji = 28; // FA5C

    /// <summary>The bytes with NEC's selection replaced by IBM's; the same length.</summary>
    /// <param name="bytes">Text in code page 932, well-formed or not.</param>
    public static byte[] Unify(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOfAny((byte)0xED, (byte)0xEE) < 0)
        {
            return bytes;
        }

        var unified = bytes.ToArray();
        for (var i = 0; i + 1 < unified.Length; i++)
        {
            if (unified[i] is not ((>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC)))
            {
                continue;
            }

            if (unified[i] is 0xED or 0xEE && Ibm(unified[i], unified[i + 1]) is { } index)
            {
                unified[i] = (byte)(0xFA + (index / TrailsPerLead));
                var trail = index % TrailsPerLead;
                unified[i + 1] = (byte)(0x40 + trail + (trail >= 0x3F ? 1 : 0));
            }

            i++;
        }

        return unified;
    }

    // The place of a character among IBM's, counted from FA40.
    private static int? Ibm(byte lead, byte trail)
    {
        if (trail is < 0x40 or 0x7F or > 0xFC)
        {
            return null;
        }

        var index = ((lead - 0xED) * TrailsPerLead) + trail - 0x40 - (trail > 0x7F ? 1 : 0);
        return (lead, trail) switch
        {
            (0xEE, >= 0xEF and <= 0xF8) => trail - 0xEF, // ⅰ–ⅹ
            (0xEE, >= 0xF9) => 20 + trail - 0xF9, // ￢ ￤ ＇ ＂
            _ => index < Kanji ? FirstIbmKanji + index : null,
        };
    }
}
