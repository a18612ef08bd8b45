
namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>Tables of the report, each in a box that scrolls by itself.</summary>
internal static class Sheet
{
    // With more columns than this a table is printed on a page turned on its side; columns of counts are narrow.
    private const int MostUpright = 8;
    private const int MostUprightCounts = 20;

    /// <summary>The class of a table of counts with a column a theme: its heads stand upright.</summary>
    public const string Matrix = "matrix";

    /// <summary>Opens box, table, head and body.</summary>
    public static void Start(MarkupWriter page, ReportContext context, params ReadOnlySpan<string> headers) => Start(page, context, null, headers);

    /// <summary>Opens box, table of a class, head and body.</summary>
    public static void Start(MarkupWriter page, ReportContext context, string? kind, ReadOnlySpan<string> headers)
    {
        page.Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "group"), ("aria-label", context.Pick("表", "Table") + " " + headers[0]));
        var isWide = headers.Length > (kind == Matrix ? MostUprightCounts : MostUpright);
        page.Start("table", ("class", !isWide ? kind : kind is null ? "wide" : kind + " wide")).Start("thead").Start("tr");
        for (var i = 0; i < headers.Length; i++)
        {
            page.Start("th", ("scope", "col"));
            _ = kind == Matrix && i > 0 ? page.Element("span", headers[i]) : page.Text(headers[i]);
            page.End();
        }

        page.End().End().Start("tbody");
    }

    /// <summary>Closes what <see cref="Start(MarkupWriter, ReportContext, ReadOnlySpan{string})"/> opened.</summary>
    public static void End(MarkupWriter page) => page.End().End().End();
}
