using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;

namespace FeedbackLab.Viewer.Reports.Excel;

/// <summary>Writes the report as a workbook: what a council checks.</summary>
public static class ExcelReport
{
    private const int PointsInCharts = 10;

    private static readonly string[] OfRespondents = ["respondents"];
    private static readonly string[] OfComments = ["comments"];
    private static readonly string[] OfYears = ["before_share", "after_share"];

    /// <summary>The workbook's bytes; the same content gives the same bytes.</summary>
    /// <param name="content">What the report says.</param>
    /// <param name="codings">The codings as a sheet that <c>codings import</c> takes back; null where there is no workspace.</param>
    public static byte[] Of(ReportContent content, SheetTable? codings)
    {
        ArgumentNullException.ThrowIfNull(content);
        var words = content.Words;
        var themes = ReportTables.Themes(content.Findings, words);
        var changes = content.Years is { } years ? ReportTables.Changes(years, words) : null;
        var sheets = new List<SheetTable> { ExcelSheets.Summary(content), ExcelSheets.Of(words.Pick("テーマ", "Themes"), themes, content.Language) };
        var charts = new Dictionary<int, (NativeChart Chart, ChartRange Range)>();
        AddChart(1, themes, content.Findings.CountsComments ? OfComments : OfRespondents, isShare: false, content.ThemesChart);
        if (changes is not null)
        {
            AddChart(sheets.Count, changes, OfYears, isShare: true, content.YearsChart);
            sheets.Add(ExcelSheets.Of(words.Pick("年の変化", "Changes"), changes, content.Language));
        }

        // A list of all comments would tell every count.
        if (!words.IsForPublication)
        {
            sheets.Add(ExcelSheets.CommentsByCodes(content));
        }

        if (codings is not null)
        {
            sheets.Add(codings);
        }

        sheets.Add(ExcelSheets.Of(words.Pick("引用", "Quotations"), ReportTables.Quotations(content.Quotations, words), content.Language));
        sheets.Add(ExcelSheets.Codebook(content));
        if (!words.IsForPublication)
        {
            sheets.Add(ExcelSheets.LeftOut(content));
        }

        sheets.AddRange(content.Findings.Corpus.Tables.Select((t, i) => ExcelSheets.Of(
            string.Create(CultureInfo.InvariantCulture, $"{words.Pick("件数の表", "Counts")}{i + 1}"), ReportTables.Counts(t, words), content.Language)));
        sheets.AddRange(content.Findings.Discussions.Select((d, i) => ExcelSheets.Of(
            string.Create(CultureInfo.InvariantCulture, $"{words.Pick("考察", "Discussion")}{i + 1}"), ReportTables.Discussion(d, content.Findings.Codebook, words), content.Language)));
        sheets.Add(ExcelSheets.Method(content));
        return Write(content, sheets, charts);

        // What the sheet holds, so that a change of a cell changes the bar.
        void AddChart(int sheet, ExportTable table, string[] series, bool isShare, NativeChart? like)
        {
            if (like is null || table.Rows.IsEmpty)
            {
                return;
            }

            int Column(string key) => Enumerable.Range(0, table.Columns.Length).First(i => table.Columns[i].Key == key);
            var (names, numbers) = (Column("theme"), series.Select(Column).ToList());
            var titles = numbers.Select(n => words.Pick(table.Columns[n].Title)).ToList();
            charts.Add(sheet, (
                like with
                {
                    IsShare = isShare,
                    Categories = [.. table.Rows.Select(r => (string)r[names]!)],
                    Series = [.. numbers.Select((n, i) => new ChartSeries(titles[i], [.. table.Rows.Select(r => r[n] is IConvertible value ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : (double?)null)]))],
                },
                new ChartRange(string.Empty, names, [.. numbers])));
        }
    }

    private static byte[] Write(ReportContent content, List<SheetTable> sheets, Dictionary<int, (NativeChart Chart, ChartRange Range)> charts)
    {
        var names = WorkbookFile.Names([.. sheets.Select(s => s.Name)]);
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var parts = WorkbookFile.Fill(document, sheets, charts.Keys.ToDictionary(k => k, _ => "drawing"));
            var theme = document.WorkbookPart!.AddNewPart<ThemePart>("flTheme");
            OfficePackage.Fill(theme, OfficePackage.Carried("theme.xml"));
            OfficePackage.Describe(document, content.Title, content.Settings.Organisation, content.Language);
            foreach (var (sheet, (chart, range)) in charts.OrderBy(c => c.Key))
            {
                var drawing = parts[sheet].AddNewPart<DrawingsPart>("drawing");
                OfficePackage.Fill(
                    drawing.AddNewPart<ChartPart>("rId1"),
                    ChartXml.Of(chart, PointsInCharts, withTitle: true, data: null, range with { Sheet = names[sheet] }));
                OfficePackage.Fill(drawing, SheetDrawing.Of("rId1", chart, sheets[sheet].Rows.Count + 1));
            }
        }

        return FixedPackage.Of(stream.ToArray());
    }
}
