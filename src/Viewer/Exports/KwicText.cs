using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>A match with what stands left and right of it, so that matches below each other are aligned.</summary>
public static class KwicText
{
    /// <summary>Columns left and right of a match; a wide character takes two.</summary>
    private const int Width = 40;

    /// <summary>The line of a match: what stands left, the match in 【】, what stands right, the citation.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="match">Where it matches.</param>
    public static string Line(Comment comment, TextSpan match)
    {
        ArgumentNullException.ThrowIfNull(comment);
        var (left, right) = Sides(comment, match);
        var line = new StringBuilder();
        line.Append(' ', Width - TerminalWidth(left)).Append(left).Append('【').Append(OneLine(comment.Text[match.Start..match.End])).Append('】');
        return line.Append(right).Append(' ', Width - TerminalWidth(right)).Append("  ").Append(Citation.Of(comment.Source, comment.Place)).ToString();
    }

    /// <summary>What stands left and right of a match, as much as a line shows.</summary>
    /// <param name="comment">The comment.</param>
    /// <param name="match">Where it matches.</param>
    public static (string Left, string Right) Sides(Comment comment, TextSpan match)
    {
        ArgumentNullException.ThrowIfNull(comment);
        return (Left(OneLine(comment.Text[..match.Start])), Right(OneLine(comment.Text[match.End..])));
    }

    /// <summary>Columns that a text takes on a terminal, two for a wide character.</summary>
    /// <param name="text">The text.</param>
    internal static int TerminalWidth(string text) => text.Sum(Columns);

    private static int Columns(char c) => c < '\u1100' || c is >= '\uFF61' and <= '\uFF9F' ? 1 : 2;

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Left(string text)
    {
        var start = text.Length;
        for (var columns = 0; start > 0 && columns + Columns(text[start - 1]) <= Width; start--)
        {
            columns += Columns(text[start - 1]);
        }

        return text[(start < text.Length && char.IsLowSurrogate(text[start]) ? start + 1 : start)..];
    }

    private static string Right(string text)
    {
        var end = 0;
        for (var columns = 0; end < text.Length && columns + Columns(text[end]) <= Width; end++)
        {
            columns += Columns(text[end]);
        }

        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }
}
