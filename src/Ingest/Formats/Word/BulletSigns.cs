namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>The common signs that look like the bullets of symbol fonts, whose characters mean nothing outside the font.</summary>
internal static class BulletSigns
{
    private const char Private = '\uF000';

    /// <summary>The sign; <c>•</c> for a private character that is not known.</summary>
    /// <param name="sign">The text of a bullet.</param>
    /// <param name="font">Its font; null where none is named.</param>
    public static string Of(string sign, string? font)
    {
        if (sign.Length != 1)
        {
            return sign;
        }

        var symbolic = font is not null && (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font.Equals("Symbol", StringComparison.OrdinalIgnoreCase));
        var code = sign[0] is >= Private and <= '\uF0FF' ? sign[0] - Private : symbolic && sign[0] is >= ' ' and <= '\u00FF' ? sign[0] : -1;
        if (code < 0)
        {
            return sign == "o" && font is not null && font.StartsWith("Courier", StringComparison.OrdinalIgnoreCase) ? "○" : sign;
        }

        return font?.ToUpperInvariant() switch
        {
            "SYMBOL" => Symbol(code),
            "WINGDINGS 2" => Wingdings2(code),
            "WINGDINGS 3" => "➢",
            _ => Wingdings(code),
        };
    }

    private static string Symbol(int code) => code switch
    {
        0x2D => "-",
        0xA8 => "◆",
        0xAE => "→",
        0xDE => "⇒",
        _ => "•",
    };

    private static string Wingdings(int code) => code switch
    {
        0x2D => "-",
        0x6C or 0x9F => "●",
        0xA1 or 0x6D => "○",
        0xA4 => "◎",
        0x6E or 0xA7 => "■",
        0x6F or 0x71 or 0xA8 => "□",
        0x75 or 0x76 => "◆",
        0xB2 => "◇",
        0xAB => "★",
        0xE8 or 0xE0 or 0xF0 => "→",
        0xD8 => "➢",
        0xFC => "✓",
        _ => "•",
    };

    private static string Wingdings2(int code) => code switch
    {
        0x50 => "✓",
        0x81 => "○",
        0x97 => "●",
        0xA2 => "■",
        0xA3 => "□",
        _ => "•",
    };
}
