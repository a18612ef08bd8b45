using System.Globalization;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>The tables of counts as the sources have them; whether their totals agree stands among the problems.</summary>
internal static class TableSection
{
    public static void Write(MarkupWriter page, ReportContext context)
    {
        var tables = context.Findings.Corpus.Tables;
        if (tables.IsEmpty)
        {
            return;
        }

        page.Start("section", ("id", "tables")).Element("h2", context.Pick("件数の表", "Tables of counts"));
        page.Element("p", context.Pick("資料に載っている表を読み取ったものです。合計は資料に書かれたままです。", "As the sources have them; totals are the sources' own."), ("class", "note"));
        foreach (var table in tables)
        {
            Table(page, context, table);
        }

        page.End();
    }

    private static void Table(MarkupWriter page, ReportContext context, CountTable table)
    {
        page.Element("h3", table.Title.Length > 0 ? table.Title : context.Pick("（表題なし）", "(untitled)"));
        page.Element("p", Citation.Of(table.Source, table.Place), ("class", "note"));
        Sheet.Start(page, context, [context.Pick("項目", "item"), .. table.Columns.Select(c => Header(context, c))]);
        foreach (var row in table.Rows)
        {
            Row(page, row);
        }

        if (table.Total is { } total)
        {
            page.End().Start("tfoot");
            Row(page, total);
        }

        Sheet.End(page);
        var notices = context.Findings.Corpus.Problems
            .Where(p => p.File == table.Source && p.Line >= table.Place.LineStart && p.Line <= table.Place.LineEnd).ToList();
        foreach (var notice in notices)
        {
            page.Element("p", context.Pick(notice.What) + context.Pick(string.Empty, " ") + context.Pick(notice.Remedy), ("class", "weak"));
        }

        if (notices.Count == 0 && table.Total is not null)
        {
            page.Element("p", context.Pick("合計を確かめました。食い違いは見つかっていません。", "The totals were checked; no disagreement was found."), ("class", "note"));
        }
    }

    // A head that says nothing is none for those who hear the page.
    private static string Header(ReportContext context, CountColumn column) =>
        column.Header.Length == 0 && column.Year is null ? context.Pick("（見出しなし）", "(no heading)")
        : column.Year is { } year && !column.Header.Contains($"{year}", StringComparison.Ordinal)
            ? context.Pick($"{column.Header}（{year}年）", $"{column.Header} ({year})")
            : column.Header;

    private static void Row(MarkupWriter page, CountRow row)
    {
        page.Start("tr").Element("th", row.Label, ("scope", "row"));
        foreach (var value in row.Values)
        {
            page.Element("td", value?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, ("class", "n"));
        }

        page.End();
    }
}
