using System.Collections.Immutable;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Puts bullets back before their words: text out of a PDF has the sign on a line of its own and the words on the next.</summary>
internal static class LoneSigns
{
    // So many signs alone are a list; fewer may be cells of a table.
    private const int Least = 3;

    private const string Signs = "・･●○◯〇◎■□◆◇▪•‣◦➢";

    /// <summary>The lines without those that are nothing but a sign, which then stands before the words of the next line.</summary>
    /// <param name="lines">Lines in order.</param>
    public static ImmutableArray<TextLine> Join(ImmutableArray<TextLine> lines)
    {
        var alone = Enumerable.Range(0, Math.Max(0, lines.Length - 1)).Where(i => IsSign(lines[i]) && IsWords(lines[i + 1])).GroupBy(i => lines[i].Text, StringComparer.Ordinal).Where(g => g.Count() >= Least).SelectMany(g => g).ToHashSet();
        return alone.Count == 0
            ? lines
            : [.. Enumerable.Range(0, lines.Length).Where(i => !alone.Contains(i)).Select(i => alone.Contains(i - 1) ? Behind(lines[i - 1], lines[i]) : lines[i])];
    }

    private static bool IsSign(TextLine line) => line.Text.Length == 1 && Signs.Contains(line.Text[0], StringComparison.Ordinal);

    private static bool IsWords(TextLine line) => LineMarks.Of(line.Text).Kind == MarkKind.None && (line.Text.Length > 8 || JapaneseText.EndsSentence(line.Text));

    private static TextLine Behind(TextLine sign, TextLine words) =>
        words with { Text = sign.Text + "　" + words.Text, Indent = sign.Indent, Width = sign.Width + words.Width, Gap = sign.Gap };
}
