using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>A text of a project and the stretches that its positions mean.</summary>
/// <remarks>
/// Positions count code points, but programs differ in what a line end of two characters (CR LF) counts, some count UTF-16 code units, and some the byte order
/// mark. All are tried; that one is taken by which the stretches lie within the text, begin as their names say and neither begin nor end in white space; of equals
/// the standard's.
/// </remarks>
/// <param name="Text">The text, LF at line ends.</param>
/// <param name="Spans">The stretches, UTF-16 code units; null for one that lies outside the text.</param>
/// <param name="Clipped">How many ended one or two positions behind the text and were cut there.</param>
internal sealed record SourceText(string Text, ImmutableArray<TextSpan?> Spans, int Clipped)
{
    // Some programs count a line end behind the last line.
    private const int Tolerated = 2;

    private const int ComparedName = 12;

    // More than anything that fits.
    private const int OutsideCosts = 16;

    /// <summary>The text with the stretches as the program that wrote them counted.</summary>
    /// <remarks>Stretches outside the text are null; where all of them are, it is another text.</remarks>
    /// <exception cref="DefinitionException">Every position lies outside the text, or an end before its start.</exception>
    public static SourceText Of(string raw, IReadOnlyList<(string Name, int Start, int End, int Line)> positions)
    {
        var hasMark = raw.StartsWith('\uFEFF');
        var words = hasMark ? raw[1..] : raw;
        var text = SourceLayout.Lf(words);
        if (positions.Count == 0)
        {
            return new SourceText(text, [], 0);
        }

        // What is usual comes first and stands where another counting fits no better.
        SourceText? best = null;
        var (most, wrong) = (int.MinValue, 0);
        foreach (var isTwo in words.Contains("\r\n", StringComparison.Ordinal) ? (ReadOnlySpan<bool>)[false, true] : [false])
        {
            var counted = isTwo ? words : text;
            foreach (var isUnits in counted.Any(char.IsHighSurrogate) ? (ReadOnlySpan<bool>)[false, true] : [false])
            {
                foreach (var shift in hasMark ? (ReadOnlySpan<int>)[0, 1] : [0])
                {
                    var (spans, clipped, outside) = SpansOf(counted, positions, isUnits, shift, isTwo ? Moved(words) : i => i);
                    var fit = Fit(text, spans, positions) - clipped - (OutsideCosts * spans.Count(s => s is null));
                    if (fit > most)
                    {
                        (best, most, wrong) = (new SourceText(text, spans, clipped), fit, outside);
                    }
                }
            }
        }

        return best!.Spans.All(s => s is null) ? throw Outside(positions[wrong].Line) : best;
    }

    private static DefinitionException Outside(int line) => new(line, new BilingualText(
        "選択範囲がどれも文章の外を指しています。壊れているか、別の文章のものなので、読みません。", "No selection lies within its text: it is damaged, or belongs to another text, and is not read."));

    private static (ImmutableArray<TextSpan?> Spans, int Clipped, int Wrong) SpansOf(
        string text, IReadOnlyList<(string Name, int Start, int End, int Line)> positions, bool isUnits, int shift, Func<int, int> moved)
    {
        var points = isUnits ? null : CodePoints.Of(text);
        var length = points?.Length ?? text.Length;
        var spans = ImmutableArray.CreateBuilder<TextSpan?>(positions.Count);
        var (clipped, wrong) = (0, 0);
        for (var i = 0; i < positions.Count; i++)
        {
            var (start, end) = (Math.Max(0, positions[i].Start - shift), positions[i].End - shift);
            if (positions[i].Start < 0 || end < start || start > length || end > length + Tolerated)
            {
                wrong = spans.All(s => s is not null) ? i : wrong;
                spans.Add(null);
                continue;
            }

            clipped += end > length ? 1 : 0;
            var (first, last) = (points?.Unit(start) ?? Whole(text, start), points?.Unit(Math.Min(end, length)) ?? Whole(text, Math.Min(end, length)));
            spans.Add(new TextSpan(moved(first), moved(last)));
        }

        return (spans.ToImmutable(), clipped, wrong);
    }

    // Never within a surrogate pair.
    private static int Whole(string text, int unit) => unit > 0 && unit < text.Length && char.IsLowSurrogate(text[unit]) && char.IsHighSurrogate(text[unit - 1]) ? unit - 1 : unit;

    // From a place in the text as it is to one in the text with LF.
    private static Func<int, int> Moved(string raw)
    {
        var twos = new List<int>();
        for (var at = raw.IndexOf("\r\n", StringComparison.Ordinal); at >= 0; at = raw.IndexOf("\r\n", at + 2, StringComparison.Ordinal))
        {
            twos.Add(at);
        }

        return unit =>
        {
            var before = twos.BinarySearch(unit);
            return unit - (before >= 0 ? before : ~before);
        };
    }

    private static int Fit(string text, ImmutableArray<TextSpan?> spans, IReadOnlyList<(string Name, int Start, int End, int Line)> positions)
    {
        var fit = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            if (spans[i] is not { } span)
            {
                continue;
            }

            var name = positions[i].Name.Trim().TrimEnd('.', '…');
            if (span.End > span.Start)
            {
                fit += (char.IsWhiteSpace(text[span.Start]) ? 0 : 1) + (char.IsWhiteSpace(text[span.End - 1]) ? 0 : 1);
                var compared = Math.Min(ComparedName, name.Length);
                fit += compared > 0 && string.CompareOrdinal(text, span.Start, name, 0, compared) == 0 ? 4 : 0;
            }
        }

        return fit;
    }
}
