using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>A table of results on a page: the first column heads its rows, figures stand to the right, words in the last column to the left.</summary>
internal static class ReportTable
{
    public static void Write(MarkupWriter page, ReportContext context, ExportTable table)
    {
        var last = table.Columns.Length - 1;
        var endsInWords = table.Rows.Any(r => r[last] is string);
        Sheet.Start(page, context, [.. table.Columns.Select(c => context.Pick(c.Title))]);
        foreach (var row in table.Rows)
        {
            page.Start("tr");
            for (var i = 0; i < row.Length; i++)
            {
                var words = TableText.Cell(row[i], table.Columns[i]);
                _ = i == 0 ? page.Element("th", words, ("scope", "row")) : page.Element("td", words, ("class", i == last && endsInWords ? "text" : "n"));
            }

            page.End();
        }

        Sheet.End(page);
    }
}
