using System.Text;
using FeedbackLab.Viewer.Reports.Html;

namespace FeedbackLab.Viewer.Reports.Office;

/// <summary>Text that Office documents take.</summary>
internal static class OfficeText
{
    /// <summary>The text; what XML has no place for and what would turn the direction of the text around it becomes U+FFFD, as in the page.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else
            {
                clean.Append(text[i] is '\t' or '\n' ? text[i] : MarkupWriter.IsHarmful(text[i]) ? '\uFFFD' : text[i]);
            }
        }

        return clean.ToString();
    }

    /// <summary>The text's lines, cleaned.</summary>
    public static string[] Lines(string text) => Clean(text.ReplaceLineEndings("\n")).Split('\n');
}
