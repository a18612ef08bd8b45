
namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>Tables of the report, each in a box that scrolls by itself.</summary>
internal static class Sheet
{
    /// <summary>Opens box, table, head and body.</summary>
    public static void Start(MarkupWriter page, ReportContext context, params ReadOnlySpan<string> headers) => Start(page, context, null, headers);

    /// <summary>Opens box, table of a class, head and body.</summary>
    public static void Start(MarkupWriter page, ReportContext context, string? kind, ReadOnlySpan<string> headers)
    {
        page.Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", context.Pick("表", "Table") + " " + headers[0]));
        page.Start("table", ("class", kind)).Start("thead").Start("tr");
        foreach (var header in headers)
        {
            page.Element("th", header, ("scope", "col"));
        }

        page.End().End().Start("tbody");
    }

    /// <summary>Closes what <see cref="Start(MarkupWriter, ReportContext, ReadOnlySpan{string})"/> opened.</summary>
    public static void End(MarkupWriter page) => page.End().End().End();
}
