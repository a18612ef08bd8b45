using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>Writes one comment: its words untouched, who said it, and where.</summary>
internal static class CommentCard
{
    /// <summary>The comment in the list of all comments, with everything that is known of it.</summary>
    public static void Full(MarkupWriter page, ReportContext context, AnalysedComment analysed)
    {
        page.Start("article", ("class", "comment"), ("id", Anchor.Comment(analysed.Comment.Id)));
        Words(page, context, analysed.Comment, []);
        page.Start("p", ("class", "meta"));
        Chips(page, context, analysed);
        Place(page, analysed.Comment);
        page.End().End();
    }

    /// <summary>The comment quoted elsewhere; its place links to the full one.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="context">What the sections share.</param>
    /// <param name="analysed">The comment.</param>
    /// <param name="code">The code whose evidence is marked; null for none.</param>
    /// <param name="withSpeaker">Whether to say who said it.</param>
    public static void Quoted(MarkupWriter page, ReportContext context, AnalysedComment analysed, string? code, bool withSpeaker)
    {
        page.Start("article", ("class", "comment"));
        Words(page, context, analysed.Comment, analysed.Codings.FirstOrDefault(c => c.Code == code)?.Evidence ?? []);
        page.Start("p", ("class", "meta"));
        if (withSpeaker)
        {
            page.Element("span", context.Speaker(analysed.Comment), ("class", "who"));
        }

        foreach (var type in analysed.Types)
        {
            page.Element("span", TypeWords.Of(type, context.Language), ("class", "chip"));
        }

        page.Start("a", ("class", "place"), ("href", "#" + Anchor.Comment(analysed.Comment.Id)));
        page.Text(PlaceWords(analysed.Comment)).End();
        page.End().End();
    }

    /// <summary>Untouched words with stretches marked.</summary>
    public static void Words(MarkupWriter page, ReportContext context, Comment comment, ImmutableArray<TextSpan> marked) =>
        Words(page, context, comment.Text, marked);

    /// <summary>Untouched words with stretches marked.</summary>
    public static void Words(MarkupWriter page, ReportContext context, string text, ImmutableArray<TextSpan> marked)
    {
        var ja = context.Language == ScreenLanguage.English && text.Any(c => c is >= '\u3040' and <= '\u30FF') ? "ja" : null;
        page.Start("p", ("class", "words"), ("lang", ja));
        var at = 0;
        foreach (var span in marked)
        {
            page.Text(text[at..span.Start]).Element("mark", text[span.Start..span.End]);
            at = span.End;
        }

        page.Text(text[at..]).End();
    }

    public static string PlaceWords(Comment comment) =>
        comment.Source + " " + Citation.Of(comment.Place);

    private static void Place(MarkupWriter page, Comment comment)
    {
        var headings = comment.Attributes.Where(a => a.Name == CommentAttribute.Heading).Select(a => a.Value).ToList();
        if (comment.Question is { Length: > 0 } question)
        {
            headings.Insert(0, question);
        }

        foreach (var heading in headings)
        {
            page.Element("span", heading, ("class", "heading"));
        }

        foreach (var attribute in comment.Attributes.Where(a => a.Name != CommentAttribute.Heading))
        {
            page.Element("span", $"{attribute.Name}: {attribute.Value}", ("class", "heading"));
        }

        page.Element("span", PlaceWords(comment), ("class", "place"));
    }

    private static void Chips(MarkupWriter page, ReportContext context, AnalysedComment analysed)
    {
        foreach (var coding in analysed.Codings)
        {
            var decided = coding.State != CodingState.Proposed ? " ✓" : coding.IsAutomatic ? context.Pick("（自動）", " (automatic)") : string.Empty;
            page.Element("a", context.CodeName(coding.Code) + decided, ("class", "chip code"), ("href", "#" + Anchor.Theme(coding.Code)));
        }

        if (analysed.Codings.IsEmpty)
        {
            page.Element("a", context.Pick("テーマなし", "no theme"), ("class", "chip"), ("href", "#" + Anchor.NoTheme));
        }

        foreach (var type in analysed.Types)
        {
            page.Element("span", TypeWords.Of(type, context.Language), ("class", "chip"));
        }

        if (analysed.Cluster is { } cluster)
        {
            page.Element("a", context.Pick($"グループ{cluster}", $"group {cluster}"), ("class", "chip"), ("href", "#" + Anchor.Cluster(cluster)));
        }

        if (analysed.Comment.Year is { } year)
        {
            page.Element("span", context.Pick($"{year}年", $"{year}"), ("class", "heading"));
        }
    }
}
