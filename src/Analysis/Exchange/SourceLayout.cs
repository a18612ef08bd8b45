using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Exchange;

/// <summary>A source as one running text, and where in it its passages stand.</summary>
/// <param name="Text">The text, LF at line ends.</param>
/// <param name="Comments">The comments with their stretches, in the text's order, without overlap.</param>
/// <param name="LeftOut">What was read beside them, likewise.</param>
internal sealed record SourceLayout(string Text, ImmutableArray<(Comment Comment, TextSpan Span)> Comments, ImmutableArray<(LeftOut LeftOut, TextSpan Span)> LeftOut)
{
    private const string Between = "\n\n";

    /// <summary>
    /// The file itself where it is plain text that holds every comment word for word at its line; else (tables, hard-wrapped text, Office files)
    /// every passage as it was read, a blank line between two.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="comments">Its comments.</param>
    /// <param name="leftOut">What else was read in it; passages without words are left out.</param>
    /// <param name="original">The file's text; null where it is not at hand.</param>
    public static SourceLayout Of(Source source, IReadOnlyList<Comment> comments, IReadOnlyList<LeftOut> leftOut, string? original)
    {
        var beside = leftOut.Where(l => l.Text.Length > 0).ToList();
        return (original is not null && beside.Count == 0 && Sha256(original) == source.Sha256 ? Whole(original, comments) : null) ?? Put(comments, beside);
    }

    /// <summary>A text with LF for CR LF and CR.</summary>
    public static string Lf(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <summary>Lower-case hexadecimal SHA-256 of a text in UTF-8.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static SourceLayout? Whole(string original, IReadOnlyList<Comment> comments)
    {
        if (original.Contains('\r', StringComparison.Ordinal) || original.StartsWith('\uFEFF'))
        {
            return null;
        }

        var lines = new List<int> { 0 };
        for (var at = original.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = original.IndexOf('\n', at + 1))
        {
            lines.Add(at + 1);
        }

        var found = ImmutableArray.CreateBuilder<(Comment, TextSpan)>(comments.Count);
        var end = 0;
        foreach (var comment in comments)
        {
            var start = comment.Place.LineStart <= lines.Count ? lines[comment.Place.LineStart - 1] : original.Length;
            while (start < original.Length && original[start] != '\n' && char.IsWhiteSpace(original[start]))
            {
                start++;
            }

            if (start < end || string.CompareOrdinal(original, start, comment.Text, 0, comment.Text.Length) != 0)
            {
                return null;
            }

            end = start + comment.Text.Length;
            found.Add((comment, new TextSpan(start, end)));
        }

        return new SourceLayout(original, found.ToImmutable(), []);
    }

    private static SourceLayout Put(IReadOnlyList<Comment> comments, IReadOnlyList<LeftOut> leftOut)
    {
        var passages = comments.Select(c => (c.Place, Text: Lf(c.Text), Of: (object)c)).Concat(leftOut.Select(l => (l.Place, Text: Lf(l.Text), Of: (object)l)))
            .OrderBy(p => p.Place.Sheet, StringComparer.Ordinal).ThenBy(p => p.Place.LineStart).ThenBy(p => p.Place.Item);
        var text = new StringBuilder();
        var said = ImmutableArray.CreateBuilder<(Comment, TextSpan)>();
        var beside = ImmutableArray.CreateBuilder<(LeftOut, TextSpan)>();
        foreach (var passage in passages)
        {
            // A byte order mark at the very start would be taken for that of the file.
            text.Append(text.Length > 0 ? Between : passage.Text.StartsWith('\uFEFF') ? "\n" : string.Empty);
            var span = new TextSpan(text.Length, text.Length + passage.Text.Length);
            text.Append(passage.Text);
            if (passage.Of is Comment comment)
            {
                said.Add((comment, span));
            }
            else
            {
                beside.Add(((LeftOut)passage.Of, span));
            }
        }

        return new SourceLayout(text.ToString(), said.ToImmutable(), beside.ToImmutable());
    }
}
