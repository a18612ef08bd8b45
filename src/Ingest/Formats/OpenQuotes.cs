using System.Collections.Immutable;

namespace FeedbackLab.Ingest.Formats;

/// <summary>Finds the rows of a delimited text in which a quote is not closed, so that they do not swallow the rows below.</summary>
internal static class OpenQuotes
{
    /// <summary>
    /// The rows in order: a cell that begins with a quote reaches over a line's end and is then closed nowhere, or in the middle of words. The row
    /// ends with the line of that quote.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="separator">What stands between cells.</param>
    public static ImmutableArray<OpenQuote> In(string text, char separator)
    {
        if (!text.Contains('"', StringComparison.Ordinal))
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<OpenQuote>();
        var (rowStart, at) = (0, 0);
        while (at < text.Length)
        {
            if (text[at] == '"')
            {
                var close = Close(text, at + 1);
                var lineEnd = LineEnd(text, at);
                if (close >= lineEnd && !EndsCell(text, close + 1, separator))
                {
                    found.Add(new OpenQuote(rowStart, at, lineEnd));
                    (rowStart, at) = (lineEnd, lineEnd);
                    continue;
                }

                at = Math.Min(text.Length, close + 1);
            }

            var end = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
            if (end < 0)
            {
                break;
            }

            at += end + 1;
            rowStart = text[at - 1] == separator ? rowStart : at;
        }

        return found.ToImmutable();
    }

    // A quote that is never closed ends behind the text; with only blank lines below it, nothing is swallowed.
    private static int Close(string text, int from)
    {
        for (var at = text.IndexOf('"', from); at >= 0; at = text.IndexOf('"', at + 2))
        {
            if (at + 1 == text.Length || text[at + 1] != '"')
            {
                return at;
            }

            if (at + 2 >= text.Length)
            {
                break;
            }
        }

        return text.AsSpan(LineEnd(text, from)).IsWhiteSpace() ? text.Length - 1 : text.Length;
    }

    private static bool EndsCell(string text, int at, char separator)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at == text.Length || (at < text.Length && (text[at] == separator || text[at] is '\r' or '\n'));
    }

    // Behind the line's end.
    private static int LineEnd(string text, int from)
    {
        var at = text.AsSpan(from).IndexOfAny('\r', '\n');
        return at < 0 ? text.Length : from + at + (text.AsSpan(from + at).StartsWith("\r\n") ? 2 : 1);
    }
}

/// <summary>A row with a quote that is not closed; offsets are UTF-16 code units.</summary>
/// <param name="Start">Where the row begins.</param>
/// <param name="Quote">Where the quote stands.</param>
/// <param name="End">Behind the end of the quote's line.</param>
internal readonly record struct OpenQuote(int Start, int Quote, int End);
