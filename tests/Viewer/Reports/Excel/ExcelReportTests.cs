using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FeedbackLab.Viewer.Reports.Excel;

namespace FeedbackLab.Viewer.Tests.Reports.Excel;

public sealed class ExcelReportTests
{
    [Fact]
    public void The_workbook_is_valid_and_the_same_each_time()
    {
        var bytes = ExcelReport.Of(OfficeReports.Samples(), null);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(OfficeReports.Errors(document));
        Assert.Equal(bytes, ExcelReport.Of(OfficeReports.Samples(), null));
    }

    [Fact]
    public void No_text_becomes_a_formula()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(ExcelReport.Of(OfficeReports.Hostile(), null)), false);
        Assert.Empty(OfficeReports.Errors(document));
        Assert.All(document.WorkbookPart!.WorksheetParts, s => Assert.Empty(s.Worksheet.Descendants<CellFormula>()));
    }

    [Fact]
    public void Every_sheet_has_a_frozen_header_and_a_filter_and_charts_show_the_cells()
    {
        var content = OfficeReports.Samples();
        using var document = SpreadsheetDocument.Open(new MemoryStream(ExcelReport.Of(content, null)), false);
        var sheets = document.WorkbookPart!.WorksheetParts.ToList();
        Assert.All(sheets, s => Assert.NotNull(s.Worksheet.Descendants<Pane>().SingleOrDefault()));
        Assert.All(sheets, s => Assert.NotNull(s.Worksheet.Descendants<AutoFilter>().SingleOrDefault()));
        var charts = sheets.Where(s => s.DrawingsPart is not null).SelectMany(s => s.DrawingsPart!.ChartParts).ToList();
        Assert.Equal(content.Years is null ? 1 : 2, charts.Count);
        Assert.All(charts, c => Assert.StartsWith("'", c.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Formula>().First().Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wide_sheet_is_printed_on_several_pages_across_and_a_chart_begins_a_page()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(ExcelReport.Of(OfficeReports.Samples(), null)), false);
        Assert.Equal("ja", document.PackageProperties.Language);
        var sheets = document.WorkbookPart!.WorksheetParts.ToList();
        Assert.All(sheets.Where(s => s.DrawingsPart is not null), s => Assert.Equal(
            (uint)s.Worksheet.Descendants<Row>().Count(), s.Worksheet.Descendants<RowBreaks>().Single().Elements<Break>().Single().Id!.Value));
        var wide = document.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == "意見×コード");
        var setup = ((WorksheetPart)document.WorkbookPart.GetPartById(wide.Id!)).Worksheet.Descendants<PageSetup>().Single();
        Assert.Equal((2u, 0u), (setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.Contains(document.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>(), n => n.Text == "'意見×コード'!$A:$A,'意見×コード'!$1:$1");
    }

    [Fact]
    public void Each_comment_has_a_row_with_its_evidence()
    {
        var content = OfficeReports.HandMade();
        var sheet = ExcelSheets.CommentsByCodes(content);
        Assert.Equal(content.Findings.Comments.Length, sheet.Rows.Count);
        var row = sheet.Rows[0];
        Assert.Equal("c1", row[0]);
        Assert.Equal("○利用料・自己負担: 利用料", row[^1]);
        Assert.Equal(["○", null, null], row[9..12]);
    }
}
