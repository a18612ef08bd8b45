using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Language;

/// <summary>A normalised copy of a text with a map back to the untouched one.</summary>
/// <remarks>
/// Normalised means NFKC, then lower case of what has case (Unicode Standard Annex 15; invariant culture). It is done one
/// character sequence at a time: a base character with the marks that follow it, half-width voiced kana included, so that every
/// normalised character knows the stretch it came from. Lone surrogates are kept as they are. The untouched text is never changed.
/// </remarks>
public sealed class NormalizedText
{
    // Longest text whose copy is made on the stack.
    private const int OnStack = 512;

    // By character: what it becomes where no mark follows it; 0 for those that Unicode's tables have to tell.
    private static readonly char[] Alone = [.. Enumerable.Range(0, char.MaxValue + 1).Select(c => AloneOf((char)c))];

    // Null where every character of the copy stands where it came from.
    private readonly int[]? _starts;
    private readonly int[]? _ends;

    private NormalizedText(string original, string text, int[]? starts, int[]? ends)
    {
        Original = original;
        Text = text;
        _starts = starts;
        _ends = ends;
    }

    /// <summary>The untouched text.</summary>
    public string Original { get; }

    /// <summary>The normalised copy; empty where the original is.</summary>
    public string Text { get; }

    /// <summary>The normalised copy of a text; the text itself where nothing changes.</summary>
    /// <param name="text">Any UTF-16, well-formed or not.</param>
    public static NormalizedText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var change = 0;
        while (change < text.Length && Alone[text[change]] == text[change])
        {
            change++;
        }

        if (change == text.Length)
        {
            return new NormalizedText(text, text, null, null);
        }

        var copy = text.Length <= OnStack ? stackalloc char[text.Length] : new char[text.Length];
        return InPlace(text, copy) ? new NormalizedText(text, new string(copy), null, null) : Moved(text);
    }

    /// <summary>The stretch of the untouched text that a stretch of the normalised copy came from.</summary>
    /// <param name="start">First UTF-16 code unit of the normalised copy.</param>
    /// <param name="end">The code unit after the last; greater than <paramref name="start"/>.</param>
    /// <returns>UTF-16 code units of the untouched text, half-open; whole character sequences, so it can be a little wider.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is empty or leaves the normalised copy.</exception>
    public TextSpan ToOriginal(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        return _starts is null ? new TextSpan(start, end) : new TextSpan(_starts[start], _ends![end - 1]);
    }

    // None of those that are not left to the tables is a mark. Nearly every character of a comment is among them: kana, kanji, Japanese punctuation, ASCII and its full-width forms.
    private static char AloneOf(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c + ('a' - 'A')),
        < '\u0080' => c,
        >= 'Ａ' and <= 'Ｚ' => (char)(c - 'Ａ' + 'a'),
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '\u3000' => ' ',
        (>= '\u3041' and <= '\u3096') or (>= '\u30A1' and <= '\u30FC') or (>= '\u4E00' and <= '\u9FFF') => c,
        '、' or '。' or '々' or (>= '〈' and <= '】') or '〔' or '〕' or '〜' => c,
        _ => '\0',
    };

    // Fills the copy where every character becomes one; false where one does not.
    private static bool InPlace(string text, Span<char> copy)
    {
        for (var i = 0; i < text.Length; i++)
        {
            copy[i] = Alone[text[i]];
            if (copy[i] == '\0')
            {
                return false;
            }
        }

        return true;
    }

    private static NormalizedText Moved(string text)
    {
        var copy = new StringBuilder(text.Length);
        var starts = new List<int>(text.Length);
        var ends = new List<int>(text.Length);
        for (var start = 0; start < text.Length;)
        {
            var end = SequenceEnd(text, start);
            if (end - start == 1 && Alone[text[start]] is not '\0' and var alone)
            {
                copy.Append(alone);
            }
            else
            {
                Append(copy, text.AsSpan(start, end - start));
            }

            while (starts.Count < copy.Length)
            {
                starts.Add(start);
                ends.Add(end);
            }

            start = end;
        }

        return new NormalizedText(text, copy.ToString(), [.. starts], [.. ends]);
    }

    private static int SequenceEnd(string text, int start)
    {
        var end = start + Length(text, start);
        while (end < text.Length && Continues(text, end))
        {
            end += Length(text, end);
        }

        return end;
    }

    private static int Length(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    // The half-width voicing marks are letters to Unicode, but compose with the kana before them under NFKC.
    private static bool Continues(string text, int at)
    {
        var c = text[at];
        if (c is 'ﾞ' or 'ﾟ')
        {
            return true;
        }

        return c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(text, at)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
    }

    private static void Append(StringBuilder copy, ReadOnlySpan<char> sequence)
    {
        // Normalisation refuses ill-formed UTF-16: lone surrogates pass through by themselves, what stands between them is normalised.
        for (var start = 0; start < sequence.Length;)
        {
            if (IsLoneSurrogate(sequence, start))
            {
                copy.Append(sequence[start]);
                start++;
                continue;
            }

            var end = start;
            while (end < sequence.Length && !IsLoneSurrogate(sequence, end))
            {
                end += char.IsHighSurrogate(sequence[end]) ? 2 : 1;
            }

            copy.Append(sequence[start..end].ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant());
            start = end;
        }
    }

    private static bool IsLoneSurrogate(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at])
            ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
            : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
}
