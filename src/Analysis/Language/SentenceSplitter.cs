using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Language;

/// <summary>Splits a comment into sentences.</summary>
/// <remarks>
/// A sentence ends with 。！？ or a full-width or ASCII full stop that stands after Japanese, and at a line end. A mark inside brackets
/// or quotation marks that are closed later in the same line ends nothing: 「本当ですか。」と聞かれた。 is one sentence. A bullet
/// without a mark ends with its line.
/// </remarks>
public static class SentenceSplitter
{
    private const string Opening = "「『（([［｛{〔【〈《“";
    private const string Closing = "」』）)]］｝}〕】〉》”";

    /// <summary>
    /// The sentences of the text in order, as half-open spans of UTF-16 code units, without white space at their ends and without empty
    /// ones. Every character that is not white space lies in exactly one span. Linear in the length of the text.
    /// </summary>
    /// <param name="text">Any text; empty text has no sentences.</param>
    public static ImmutableArray<TextSpan> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isInside = InsideBrackets(text);
        var sentences = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isLineEnd = text[i] is '\n' or '\r';
            if (!isLineEnd && (isInside[i] || !EndsSentence(text, i)))
            {
                continue;
            }

            while (!isLineEnd && i + 1 < text.Length && EndsSentence(text, i + 1))
            {
                i++;
            }

            Add(sentences, text, start, i + 1);
            start = i + 1;
        }

        Add(sentences, text, start, text.Length);
        return sentences.ToImmutable();
    }

    private static bool EndsSentence(string text, int i) => text[i] switch
    {
        '。' or '｡' or '！' or '？' or '!' or '?' => true,
        '．' or '.' => i > 0 && IsJapanese(text[i - 1]),
        _ => false,
    };

    // Kana and kanji; after a digit or a Latin letter a full stop is a decimal point, an item number or an abbreviation.
    private static bool IsJapanese(char c) => c is >= '\u3041' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or '々' or '）' or '」' or '』';

    // Pairs are counted in a difference array, so that nesting and hostile runs of brackets stay linear.
    private static bool[] InsideBrackets(string text)
    {
        var change = new int[text.Length + 1];
        var open = new Stack<(int Index, int Kind)>();
        var openOfKind = new int[Opening.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                open.Clear();
                Array.Clear(openOfKind);
            }
            else if (Opening.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var kind)
            {
                open.Push((i, kind));
                openOfKind[kind]++;
            }
            else if (Closing.IndexOf(text[i], StringComparison.Ordinal) is >= 0 and var closed && openOfKind[closed] > 0)
            {
                change[Close(open, openOfKind, closed)]++;
                change[i + 1]--;
            }
        }

        var isInside = new bool[text.Length];
        for (int i = 0, depth = 0; i < text.Length; i++)
        {
            depth += change[i];
            isInside[i] = depth > 0;
        }

        return isInside;
    }

    // A bracket that is never closed hides nothing: the ones opened inside a pair are dropped with it.
    private static int Close(Stack<(int Index, int Kind)> open, int[] openOfKind, int kind)
    {
        while (true)
        {
            var (index, opened) = open.Pop();
            openOfKind[opened]--;
            if (opened == kind)
            {
                return index;
            }
        }
    }

    private static void Add(ImmutableArray<TextSpan>.Builder sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (start < end)
        {
            sentences.Add(new TextSpan(start, end));
        }
    }
}
