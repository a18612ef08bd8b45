using FeedbackLab.Analysis.Statistics.Years;
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
            Table(page, context, years);
            page.End();
        }

        foreach (var picture in new[] { context.Content.Network, context.Content.Map }.OfType<ReportPicture>())
        {
            page.Start("section", ("id", "picture-" + picture.Name)).Element("h2", picture.Title).Start("figure");
            page.Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", picture.Title));
            page.Raw(picture.Svg).End().End().End();
        }
    }

    /// <summary>The table with what a reader has to know of its numbers.</summary>
    /// <param name="page">Where to write.</param>
    /// <param name="context">What the sections share.</param>
    /// <param name="years">The two years.</param>
    public static void Table(MarkupWriter page, ReportContext context, YearComparison years)
    {
        var words = context.Content.Words;
        ReportTable.Write(page, context, ReportTables.ChangesInWords(years, words));
        page.Element("p", words.Asked(years) + words.Pick(string.Empty, " ") + words.BothYears + words.Questions(years), ("class", "note"));
    }
}
