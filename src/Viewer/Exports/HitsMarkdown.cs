using System.Text;
using System.Text.RegularExpressions;

namespace FeedbackLab.Viewer.Exports;

/// <summary>Writes a page of hits as Markdown: a quotation and its citation a hit.</summary>
public static partial class HitsMarkdown
{
    /// <summary>The text, LF at line ends; matches are bold.</summary>
    /// <param name="page">The page.</param>
    /// <param name="language">The language of what is no quotation.</param>
    public static string Of(HitPage page, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(page);
        var markdown = new StringBuilder();
        foreach (var hit in page.Hits)
        {
            markdown.Append("> ").Append(Quoted(hit).Replace("\n", "\n> ", StringComparison.Ordinal)).Append("\n>\n> — ");
            markdown.Append(Escaped(hit.Comment.Respondent ?? hit.Meeting ?? language.Pick("回答者の記載なし", "respondent not named")));
            markdown.Append(language.Pick("（", " (")).Append(Escaped(Citation.Of(hit.Comment.Source, hit.Comment.Place))).Append(language.Pick("）", ")")).Append("\n\n");
        }

        return markdown.ToString();
    }

    private static string Quoted(ShownHit hit)
    {
        var text = hit.Comment.Text;
        var quoted = new StringBuilder();
        var at = 0;
        foreach (var span in hit.Highlights)
        {
            quoted.Append(Escaped(text[at..span.Start])).Append("**").Append(Escaped(text[span.Start..span.End])).Append("**");
            at = span.End;
        }

        return quoted.Append(Escaped(text[at..])).ToString();
    }

    /// <summary>A text whose signs mean nothing to Markdown.</summary>
    internal static string Escaped(string text) => Special().Replace(text, @"\$0");

    [GeneratedRegex(@"[\\`*_{}\[\]<>#|~]", RegexOptions.CultureInvariant)]
    private static partial Regex Special();
}
