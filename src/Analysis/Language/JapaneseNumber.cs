using System.Globalization;
using System.Numerics;
using System.Text;

namespace FeedbackLab.Analysis.Language;

/// <summary>Reads numbers written with kanji, Arabic or full-width digits, or a mixture.</summary>
/// <remarks>Follows the grammar of Lucene's <c>JapaneseNumberFilter</c> (Apache Lucene 5 and later).</remarks>
public static class JapaneseNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Whether every character can be part of a numeral: digits of any width, 〇 to 九, 十 百 千 万 億 兆 京 垓.</summary>
    /// <param name="text">Any text; true when empty.</param>
    public static bool IsNumeral(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (DigitValue(c) < 0 && Power(c) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether every character is a decimal point or a thousands separator, of any width.</summary>
    /// <param name="text">Any text; true when empty.</param>
    public static bool IsNumeralPunctuation(ReadOnlySpan<char> text) => text.TrimStart(".．,，").IsEmpty;

    /// <summary>
    /// The number in Arabic digits without trailing zeros (三千2百２十三 → 3223, １．２万３４５．６７ → 12345.67, 15,7 → 157); the text
    /// itself where it is no well-formed number.
    /// </summary>
    /// <param name="numeral">Numerals and numeral punctuation.</param>
    public static string Normalize(string numeral)
    {
        ArgumentNullException.ThrowIfNull(numeral);
        var position = 0;
        return SumOfPairs(numeral, ref position, isLarge: true) is { IsMalformed: false } value ? value.ToPlainString() : numeral;
    }

    // number := (medium? 万|億|…)* medium?   medium := (basic? 十|百|千)* basic?
    private static ExactDecimal? SumOfPairs(string text, ref int position, bool isLarge)
    {
        ExactDecimal? sum = null;
        while (true)
        {
            var factor = isLarge ? SumOfPairs(text, ref position, isLarge: false) : Basic(text, ref position);
            if (factor is { IsMalformed: true })
            {
                return factor;
            }

            var power = position < text.Length ? Power(text[position]) : 0;
            var isUnit = isLarge ? power > 3 : power is >= 1 and <= 3;
            if (isUnit)
            {
                position++;
                factor = (factor ?? new ExactDecimal(BigInteger.One, 0)).TimesPowerOfTen(power);
            }

            if (factor is null)
            {
                return sum;
            }

            sum = sum is null ? factor : sum.Value.Plus(factor.Value);
        }
    }

    private static ExactDecimal? Basic(string text, ref int position)
    {
        var digits = new StringBuilder();
        var scale = -1;
        var isMalformed = false;
        for (; position < text.Length; position++)
        {
            var c = text[position];
            var value = DigitValue(c);
            if (value >= 0)
            {
                digits.Append((char)('0' + value));
                scale += scale >= 0 ? 1 : 0;
            }
            else if (c is '.' or '．')
            {
                isMalformed |= scale >= 0;
                scale = 0;
            }
            else if (c is not (',' or '，'))
            {
                break;
            }
        }

        if (digits.Length == 0)
        {
            return scale < 0 ? null : ExactDecimal.Malformed;
        }

        return isMalformed
            ? ExactDecimal.Malformed
            : new ExactDecimal(BigInteger.Parse(digits.ToString(), CultureInfo.InvariantCulture), Math.Max(scale, 0));
    }

    private static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '０' and <= '９' => c - '０',
        _ => Digits.IndexOf(c, StringComparison.Ordinal),
    };

    private static int Power(char c) => c switch
    {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '億' => 8,
        '兆' => 12,
        '京' => 16,
        '垓' => 20,
        _ => 0,
    };

    /// <summary>An exact decimal of any size: Unscaled × 10^-Scale.</summary>
    private readonly record struct ExactDecimal(BigInteger Unscaled, int Scale, bool IsMalformed = false)
    {
        public static ExactDecimal Malformed => new(BigInteger.Zero, 0, IsMalformed: true);

        public ExactDecimal TimesPowerOfTen(int power) => this with { Unscaled = Unscaled * BigInteger.Pow(10, power) };

        public ExactDecimal Plus(ExactDecimal other)
        {
            var scale = Math.Max(Scale, other.Scale);
            return new(
                (Unscaled * BigInteger.Pow(10, scale - Scale)) + (other.Unscaled * BigInteger.Pow(10, scale - other.Scale)), scale);
        }

        public string ToPlainString()
        {
            var digits = Unscaled.ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
            var whole = digits[..^Scale];
            var fraction = digits[^Scale..].TrimEnd('0');
            return fraction.Length == 0 ? whole : $"{whole}.{fraction}";
        }
    }
}
