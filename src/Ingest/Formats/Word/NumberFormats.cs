using System.Globalization;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Writes a list's numbers the way Word does.</summary>
internal static class NumberFormats
{
    private const string Aiueo = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
    private const string Kanji = "〇一二三四五六七八九";
    private const int LongestRun = 10;

    /// <summary>The number in a format of WordprocessingML (<c>w:numFmt</c>); decimal where the format is another or the number beyond it.</summary>
    /// <remarks>Kana are written in full width in every format that has them, so that they read like those typed by hand.</remarks>
    /// <param name="number">The number.</param>
    /// <param name="format">Its format.</param>
    public static string Format(int number, string format) => format switch
    {
        "none" => "",
        "decimalZero" when number is >= 0 and < 10 => "0" + Decimal(number),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Decimal(number).Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)),
        "aiueo" or "aiueoFullWidth" => Run(number, Aiueo),
        "iroha" or "irohaFullWidth" => Run(number, Iroha),
        "upperLetter" => Run(number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
        "lowerLetter" => Run(number, "abcdefghijklmnopqrstuvwxyz"),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(number),
        "decimalEnclosedParen" when number is >= 1 and <= 20 => ((char)('⑴' + number - 1)).ToString(),
        "decimalEnclosedFullstop" when number is >= 1 and <= 20 => ((char)('⒈' + number - 1)).ToString(),
        "japaneseCounting" or "ideographDigital" or "japaneseDigitalTenThousand" when number is >= 1 and <= 99 => Counted(number, format),
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The sign at a place of a row of signs; past its end they come twice, three times, as in A … Z, AA, BB.</summary>
    private static string Run(int number, string signs)
    {
        var times = number < 1 ? 0 : ((number - 1) / signs.Length) + 1;
        return times is 0 or > LongestRun ? Decimal(number) : new string(signs[(number - 1) % signs.Length], times);
    }

    private static string Circled(int number) => number switch
    {
        0 => "⓪",
        >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        >= 21 and <= 35 => ((char)('㉑' + number - 21)).ToString(),
        >= 36 and <= 50 => ((char)('㊱' + number - 36)).ToString(),
        _ => Decimal(number),
    };

    private static string Counted(int number, string format)
    {
        if (format != "japaneseCounting")
        {
            return string.Concat(Decimal(number).Select(c => Kanji[c - '0']));
        }

        var (tens, ones) = Math.DivRem(number, 10);
        return (tens > 1 ? Kanji[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Kanji[ones].ToString() : "");
    }

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Decimal(number);
        }

        var text = "";
        foreach (var (value, sign) in new[] { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            while (number >= value)
            {
                text += sign;
                number -= value;
            }
        }

        return text;
    }
}
