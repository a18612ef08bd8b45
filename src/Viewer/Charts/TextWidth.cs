using System.Text;

namespace FeedbackLab.Viewer.Charts;

/// <summary>How wide text is, where an East Asian wide character counts 1 and any other 0.55 (both in ems).</summary>
/// <remarks>An estimate that holds for the fonts in use: labels are broken and charts laid out by it.</remarks>
public static class TextWidth
{
    private const string NeverFirst = "。、，．）)」』】…ー・！？";

    private const double Narrow = 0.55;

    /// <summary>Width in ems; combining marks count nothing.</summary>
    /// <param name="text">The text.</param>
    public static double Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Sum(Of);
    }

    /// <summary>The text in lines of at most a width; what does not fit into the last line ends in 「…」.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The width in ems, at least 2.</param>
    /// <param name="lines">Most lines, at least 1.</param>
    /// <returns>At least one line; broken at a space, after ・／、 or a bracket where one stands in the second half of the line, else anywhere.</returns>
    public static IReadOnlyList<string> Wrap(string text, double width, int lines)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(lines, 1);
        var result = new List<string>();
        var rest = text.Trim();
        while (Of(rest) > width && result.Count < lines - 1)
        {
            var cut = Break(rest, Fitting(rest, width));
            result.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart();
        }

        result.Add(Of(rest) <= width ? rest : rest[..Fitting(rest, width - 1)] + "…");
        return result;
    }

    private static double Of(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.EnclosingMark
            or System.Globalization.UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 1 : Narrow,
    };

    // The blocks of Unicode's EastAsianWidth.txt (version 16) that are wide as a whole, half-width forms excluded.
    private static bool IsWide(int c) =>
        c is (>= 0x1100 and <= 0x115F) or (>= 0x2460 and <= 0x24FF) or (>= 0x25A0 and <= 0x27BF) or (>= 0x2E80 and <= 0xA4CF)
            or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF01 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) or 0x2026 or 0x203B or 0x2014;

    private static int Fitting(string text, double width)
    {
        var sum = 0.0;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += Of(rune);
            if (sum > width && end > 0)
            {
                break;
            }

            end += rune.Utf16SequenceLength;
        }

        return end;
    }

    // The best place to break: after a mark or before a bracket, and never so that a line starts with what may not start one.
    private static int Break(string text, int fitting)
    {
        for (var i = fitting; i > fitting / 2; i--)
        {
            if (i < text.Length && NeverFirst.Contains(text[i], StringComparison.Ordinal))
            {
                continue;
            }

            if (" ・／/、)）」".Contains(text[i - 1], StringComparison.Ordinal) || (i < text.Length && text[i] is ' ' or '（' or '('))
            {
                return i;
            }
        }

        var end = fitting;
        while (end > 1 && end < text.Length && NeverFirst.Contains(text[end], StringComparison.Ordinal))
        {
            end--;
        }

        return end;
    }
}
