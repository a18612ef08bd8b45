using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Voices;

/// <summary>Quotes comments word for word; what is left out becomes […].</summary>
public static class Quoting
{
    /// <summary>What stands for words that were left out.</summary>
    public const string Omission = "[…]";

    /// <summary>The quoted words: those of the part untouched, […] where words stand before or behind it.</summary>
    /// <param name="text">The comment's untouched text.</param>
    /// <param name="part">The part.</param>
    public static string Quote(string text, TextSpan part)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (string.IsNullOrWhiteSpace(text[..part.Start]) ? string.Empty : Omission)
            + text[part.Start..part.End]
            + (string.IsNullOrWhiteSpace(text[part.End..]) ? string.Empty : Omission);
    }

    /// <summary>Whether a quotation holds nothing but words of the source in their order, and leaves nothing out but by […].</summary>
    /// <param name="quotation">The quotation.</param>
    /// <param name="text">The source's untouched text.</param>
    public static bool IsVerbatim(string quotation, string text)
    {
        ArgumentNullException.ThrowIfNull(quotation);
        ArgumentNullException.ThrowIfNull(text);
        if (string.Equals(quotation, text.Trim(), StringComparison.Ordinal))
        {
            return quotation.Length > 0;
        }

        var (first, last) = (quotation.StartsWith(Omission, StringComparison.Ordinal), quotation.EndsWith(Omission, StringComparison.Ordinal));
        if (first && last && quotation.Length <= 2 * Omission.Length)
        {
            return false;
        }

        var words = quotation[(first ? Omission.Length : 0)..^(last ? Omission.Length : 0)];
        var source = text.Trim();
        return words.Length > 0 && (first, last) switch
        {
            (false, false) => false,
            (false, true) => source.StartsWith(words, StringComparison.Ordinal),
            (true, false) => source.EndsWith(words, StringComparison.Ordinal),
            (true, true) => source.Contains(words, StringComparison.Ordinal),
        };
    }

    /// <summary>What of a comment is quoted: all of it where it is short enough, else whole sentences around what decided for the theme.</summary>
    /// <param name="text">The comment's untouched text.</param>
    /// <param name="evidence">What decided for the theme; empty for the beginning.</param>
    /// <param name="longest">Most UTF-16 code units, at least 1.</param>
    /// <returns>
    /// The sentence with most evidence (the first of equals), then the ones behind and before it while they fit; where that sentence is too
    /// long, its clauses up to 、 in the same way; null where not even one clause fits. White space at the ends is left out.
    /// </returns>
    public static TextSpan? Part(string text, IReadOnlyList<TextSpan> evidence, int longest)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 1);
        var sentences = SentenceSplitter.Split(text);
        if (sentences.IsEmpty)
        {
            return null;
        }

        var whole = new TextSpan(sentences[0].Start, sentences[^1].End);
        if (whole.End - whole.Start <= longest)
        {
            return whole;
        }

        var best = Best(sentences, evidence);
        return sentences[best].End - sentences[best].Start <= longest
            ? Grown(sentences, best, longest)
            : Clauses(text, sentences[best]) is var clauses && Best(clauses, evidence) is var clause && clauses[clause].End - clauses[clause].Start <= longest
                ? Grown(clauses, clause, longest)
                : null;
    }

    private static int Best(IReadOnlyList<TextSpan> parts, IReadOnlyList<TextSpan> evidence) => Enumerable.Range(0, parts.Count)
        .MaxBy(i => evidence.Sum(e => Math.Max(0, Math.Min(e.End, parts[i].End) - Math.Max(e.Start, parts[i].Start))));

    private static TextSpan Grown(IReadOnlyList<TextSpan> parts, int best, int longest)
    {
        var (first, last) = (best, best);
        while (true)
        {
            if (last + 1 < parts.Count && parts[last + 1].End - parts[first].Start <= longest)
            {
                last++;
            }
            else if (first > 0 && parts[last].End - parts[first - 1].Start <= longest)
            {
                first--;
            }
            else
            {
                return new TextSpan(parts[first].Start, parts[last].End);
            }
        }
    }

    private static List<TextSpan> Clauses(string text, TextSpan sentence)
    {
        var clauses = new List<TextSpan>();
        var start = sentence.Start;
        for (var i = sentence.Start; i < sentence.End; i++)
        {
            if (text[i] is '、' or '，' || i == sentence.End - 1)
            {
                clauses.Add(new TextSpan(start, i + 1));
                start = i + 1;
            }
        }

        return clauses;
    }
}
