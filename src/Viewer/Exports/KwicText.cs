using System.Text;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Words in context: every match with what stands left and right of it, the matches below each other.</summary>
public static class KwicText
{
    /// <summary>Columns left and right of a match; a wide character takes two.</summary>
    private const int Width = 40;

    /// <summary>A line a match, in the order of the hits; the citation at the end.</summary>
    /// <param name="page">The page.</param>
    public static IEnumerable<string> Of(HitPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.Hits.SelectMany(hit => hit.Highlights.Select(span => Line(hit, span)));
    }

    private static string Line(ShownHit hit, TextSpan span)
    {
        var text = hit.Comment.Text.ReplaceLineEndings(" ");
        if (text.Length != hit.Comment.Text.Length)
        {
            text = string.Concat(hit.Comment.Text.Select(c => c is '\r' or '\n' ? ' ' : c));
        }

        var left = Left(text[..span.Start]);
        var right = Right(text[span.End..]);
        var line = new StringBuilder();
        line.Append(' ', Width - TerminalWidth(left)).Append(left).Append('【').Append(text[span.Start..span.End]).Append('】');
        return line.Append(right).Append(' ', Width - TerminalWidth(right)).Append("  ").Append(Citation.Of(hit.Comment.Source, hit.Comment.Place)).ToString();
    }

    private static string Left(string text)
    {
        var start = text.Length;
        while (start > 0 && TerminalWidth(text[(start - 1)..]) <= Width)
        {
            start--;
        }

        return text[start..];
    }

    private static string Right(string text)
    {
        var end = 0;
        while (end < text.Length && TerminalWidth(text[..(end + 1)]) <= Width)
        {
            end++;
        }

        return text[..end];
    }

    /// <summary>Columns that a text takes on a terminal, two for a wide character.</summary>
    /// <param name="text">The text.</param>
    internal static int TerminalWidth(string text) => text.Sum(c => c < '\u1100' || c is >= '\uFF61' and <= '\uFF9F' ? 1 : 2);
}
