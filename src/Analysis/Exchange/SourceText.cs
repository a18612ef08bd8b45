using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>A text of a project and the stretches that its positions mean.</summary>
/// <remarks>
/// Positions count code points, but programs differ in what a line end of two characters (CR LF) counts. Both are tried; that one is taken by which the
/// stretches begin as their names say and neither begin nor end in white space, and all lie within the text; of equals the one that counts one.
/// </remarks>
/// <param name="Text">The text, LF at line ends.</param>
/// <param name="Spans">The stretches, UTF-16 code units.</param>
/// <param name="Clipped">How many ended one or two positions behind the text and were cut there.</param>
internal sealed record SourceText(string Text, ImmutableArray<TextSpan> Spans, int Clipped)
{
    // Some programs count a line end behind the last line.
    private const int Tolerated = 2;

    private const int ComparedName = 12;

    /// <exception cref="DefinitionException">A position lies outside the text, or an end before its start.</exception>
    public static SourceText Of(string raw, IReadOnlyList<(string Name, int Start, int End, int Line)> positions)
    {
        var text = SourceLayout.Lf(raw);
        var asOne = SpansOf(text, positions, i => i);
        if (!raw.Contains("\r\n", StringComparison.Ordinal))
        {
            return asOne.Spans is { } only ? new SourceText(text, only, asOne.Clipped) : throw Outside(positions[asOne.Wrong].Line);
        }

        var asTwo = SpansOf(raw, positions, Moved(raw));
        return (asOne.Spans, asTwo.Spans) switch
        {
            (null, null) => throw Outside(positions[asOne.Wrong].Line),
            ({ } one, null) => new SourceText(text, one, asOne.Clipped),
            (null, { } two) => new SourceText(text, two, asTwo.Clipped),
            ({ } one, { } two) => Fit(text, one, positions) - asOne.Clipped >= Fit(text, two, positions) - asTwo.Clipped ? new SourceText(text, one, asOne.Clipped) : new SourceText(text, two, asTwo.Clipped),
        };
    }

    private static DefinitionException Outside(int line) => new(line, new BilingualText(
        "選択範囲が文章の外を指しています。壊れているか、別の文章のものなので、読みません。", "A selection lies outside its text: it is damaged, or belongs to another text, and is not read."));

    private static (ImmutableArray<TextSpan>? Spans, int Clipped, int Wrong) SpansOf(string text, IReadOnlyList<(string Name, int Start, int End, int Line)> positions, Func<int, int> moved)
    {
        var points = CodePoints.Of(text);
        var spans = ImmutableArray.CreateBuilder<TextSpan>(positions.Count);
        var clipped = 0;
        for (var i = 0; i < positions.Count; i++)
        {
            var (_, start, end, _) = positions[i];
            if (start < 0 || end < start || start > points.Length || end > points.Length + Tolerated)
            {
                return (null, 0, i);
            }

            clipped += end > points.Length ? 1 : 0;
            spans.Add(new TextSpan(moved(points.Unit(start)), moved(points.Unit(Math.Min(end, points.Length)))));
        }

        return (spans.ToImmutable(), clipped, 0);
    }

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

    private static int Fit(string text, ImmutableArray<TextSpan> spans, IReadOnlyList<(string Name, int Start, int End, int Line)> positions)
    {
        var fit = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            var (span, name) = (spans[i], positions[i].Name.Trim().TrimEnd('.', '…'));
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
