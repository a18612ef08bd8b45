using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Splits a file's text into numbered lines.</summary>
public static partial class LineSplitter
{
    /// <summary>Every line with words on it, page furniture still among them, and the number of lines in all.</summary>
    /// <remarks>Lines end at LF, CR LF or CR; a form feed starts a page and is no line end. Empty text has no lines.</remarks>
    /// <param name="text">The decoded file.</param>
    public static (ImmutableArray<TextLine> Lines, int Count) Split(string text)
    {
        var raw = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var count = raw.Length - (raw[^1].Length == 0 ? 1 : 0);
        var hasPages = text.Contains('\f', StringComparison.Ordinal);
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        var page = 1;
        for (var i = 0; i < count; i++)
        {
            var words = raw[i];
            page += words.Length - words.TrimStart('\f').Length;
            words = words.Replace('\f', ' ');
            if (!string.IsNullOrWhiteSpace(words))
            {
                lines.Add(Measure(i + 1, hasPages ? page : null, words));
            }

            page += raw[i].TrimStart('\f').Count(c => c == '\f');
        }

        return (MarkGaps(lines.ToImmutable()), count);
    }

    /// <summary>Number of lines of a text.</summary>
    /// <param name="text">The decoded file.</param>
    public static int Count(string text)
    {
        var ends = 0;
        for (var rest = text.AsSpan(); rest.IndexOfAny('\r', '\n') is >= 0 and var at; ends++)
        {
            rest = rest[(at + (rest[at..].StartsWith("\r\n") ? 2 : 1))..];
            if (rest.IsEmpty)
            {
                return ends + 1;
            }
        }

        return ends + (text.Length > 0 ? 1 : 0);
    }

    /// <summary>The same lines with <see cref="TextLine.Gap"/> set by the document's own spacing.</summary>
    /// <remarks>Where most lines are followed by a blank one, a single blank line is no gap.</remarks>
    /// <param name="lines">Lines in order.</param>
    public static ImmutableArray<TextLine> MarkGaps(ImmutableArray<TextLine> lines)
    {
        var single = 0;
        for (var i = 1; i < lines.Length; i++)
        {
            single += lines[i].Number - lines[i - 1].Number == 2 ? 1 : 0;
        }

        var step = single * 10 >= (lines.Length - 1) * 6 ? 2 : 1;
        return [.. lines.Select((line, i) => line with { Gap = i == 0 || line.Number - lines[i - 1].Number > step })];
    }

    private static TextLine Measure(int number, int? page, string raw)
    {
        // Markdown's signs for a heading and for what is printed bold are no words.
        var text = MarkdownBold().Replace(MarkdownHeading().Replace(raw.Trim(), string.Empty), "$1");
        var indent = raw.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\u3000' ? 2 : 1);
        return new TextLine(number, page, raw, text, indent, char.IsWhiteSpace(raw[^1]), JapaneseText.Width(text), Gap: false);
    }

    [GeneratedRegex(@"^#{1,6}\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownHeading();

    [GeneratedRegex(@"\*\*([^*\s](?:[^*]{0,78}[^*\s])?)\*\*", RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownBold();
}
