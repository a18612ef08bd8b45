using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>What changed from one year to the next among the same respondents, and the pictures that only a report has.</summary>
internal static class ChangeSection
{
    /// <summary>The section's name for links.</summary>
    public const string Anchor = "changes";

    public static void Write(MarkupWriter page, ReportContext context)
    {
        if (context.Content.Years is { } years)
        {
            page.Start("section", ("id", Anchor)).Element("h2", context.Pick($"{years.Earlier}年度から{years.Later}年度への変化", $"From {years.Earlier} to {years.Later}"));
            ReportTable.Write(page, context, ReportTables.ChangesInWords(years, context.Content.Words));
            page.Element(
                "p",
                context.Pick(
                    $"両方の年に尋ねた{years.Paired.Length}の{context.Content.Words.Unit}どうしを比べています。＋は新たに挙げた数、−は挙げなくなった数。",
                    $"The {years.Paired.Length} {context.Content.Words.Unit} asked both times are compared with themselves. +: mention it anew; −: no longer.")
                    + context.Content.Words.Questions(years),
                ("class", "note")).End();
        }

        foreach (var picture in new[] { context.Content.Network, context.Content.Map }.OfType<ReportPicture>())
        {
            page.Start("section", ("id", "picture-" + picture.Name)).Element("h2", picture.Title).Start("figure");
            page.Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", picture.Title));
            page.Raw(picture.Svg).End().End().End();
        }
    }
}
