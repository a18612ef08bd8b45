using System.Collections.Immutable;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Excel;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Exports.Sheets;

namespace FeedbackLab.Viewer.Tests.Exports.Sheets;

public sealed class WorkbookFileTests
{
    private static readonly SheetTable Sample = new(
        "意見",
        [
            new SheetColumn("ID"), new SheetColumn("意見", 60, SheetFormat.Wrapped), new SheetColumn("数"), new SheetColumn("p", 9, SheetFormat.TenThousandths),
            new SheetColumn("日", 12), new SheetColumn("状態") { Choices = "\"提案,承認\"" },
        ],
        [
            ["a1", "=1+1 は式ではない\n二行目", 3, 0.03125, new DateOnly(2026, 5, 20), "提案"],
            [null, "𠮷野家と🚐、<b>&\"引用\"", -1.5, double.NaN, new DateTimeOffset(2026, 5, 20, 18, 0, 0, TimeSpan.FromHours(9)), true],
        ]);

    [Fact]
    public void A_workbook_is_what_the_format_allows_and_its_cells_have_types()
    {
        using var document = Open(WorkbookFile.Of([Sample, Sample with { Rows = [] }]));
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Path?.XPath + " " + e.Description));
        Assert.Equal(["意見", "意見 (2)"], document.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value));
        var sheet = document.WorkbookPart.WorksheetParts.First().Worksheet;
        Assert.Empty(sheet.Descendants<CellFormula>());
        Assert.Equal((1d, "A2", PaneStateValues.Frozen), (sheet.Descendants<Pane>().Single().VerticalSplit!.Value, sheet.Descendants<Pane>().Single().TopLeftCell!.Value, sheet.Descendants<Pane>().Single().State!.Value));
        Assert.Equal("A1:F3", sheet.Descendants<AutoFilter>().Single().Reference!.Value);
        var cells = sheet.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
        Assert.False(cells.ContainsKey("A3"));
        Assert.Equal(("3", "46162", "-1.5", "46162.75"), (cells["C2"].InnerText, cells["E2"].InnerText, cells["C3"].InnerText, cells["E3"].InnerText));
        Assert.Equal((CellValues.InlineString, CellValues.Boolean), (cells["D3"].DataType!.Value, cells["F3"].DataType!.Value));
        var styles = document.WorkbookPart.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.True(styles[(int)cells["B2"].StyleIndex!.Value].QuotePrefix!.Value);
        Assert.Null(styles[(int)cells["B3"].StyleIndex!.Value].QuotePrefix);
        Assert.Equal(166u, styles[(int)cells["D2"].StyleIndex!.Value].NumberFormatId!.Value);
    }

    [Fact]
    public void What_is_written_is_what_our_own_reader_reads()
    {
        var sheet = Assert.Single(ExcelReader.Read("x.xlsx", WorkbookFile.Of([Sample])).Sheets);
        Assert.Equal(["ID", "意見", "数", "p", "日", "状態"], sheet.Rows[0].Cells.AsEnumerable());
        Assert.Equal(["a1", "=1+1 は式ではない\n二行目", "3", "0.03125", "2026-05-20", "提案"], sheet.Rows[1].Cells.AsEnumerable());
        Assert.Equal(["", "𠮷野家と🚐、<b>&\"引用\"", "-1.5", "NaN", "2026-05-20 18:00", "TRUE"], sheet.Rows[2].Cells.AsEnumerable());
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes_at_any_hour()
    {
        var bytes = WorkbookFile.Of([Sample]);
        Assert.Equal(bytes, WorkbookFile.Of([Sample]));
        using var archive = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal("[Content_Types].xml", archive.Entries[0].FullName);
        Assert.All(archive.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Theory]
    [InlineData("\0\u0001制御", "_x0000__x0001_制御")]
    [InlineData("_x0041_ と _x41_", "_x005F_x0041_ と _x41_")]
    [InlineData("行\r\n行\r行", "行\n行\n行")]
    public void Any_text_has_its_place_in_a_cell(string text, string written) =>
        Assert.Equal(written, Written(text));

    [Fact]
    public void Half_a_character_and_none_have_their_places_too() => Assert.Equal(("片方 \uFFFD", "_xFFFF_"), (Written("片方 \uD800"), Written("\uFFFF")));

    [Fact]
    public void A_text_longer_than_a_cell_ends_with_a_mark()
    {
        var written = Written(new string('長', 40_000));
        Assert.Equal((SheetPart.LongestText, '…'), (written.Length, written[^1]));
    }

    [Fact]
    public void Names_of_sheets_are_those_that_Excel_takes() => Assert.Equal(
        ["2024 2025", "Sheet", "長" + new string('い', 30), "長" + new string('い', 26) + " (2)", "sheet (2)", "引用"],
        WorkbookFile.Names(["2024/2025", "[]", "長" + new string('い', 40), "長" + new string('い', 50), "sheet", "'引用'"]).AsEnumerable());

    [Fact]
    public void Columns_go_on_behind_Z() => Assert.Equal(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"], new[] { 0, 25, 26, 51, 52, 701, 702 }.Select(SheetPart.ColumnName));

    [Fact]
    public void A_table_of_results_becomes_a_sheet()
    {
        var table = new ExportTable(
            new BilingualText("題", "Title"), [new ExportColumn("a", new BilingualText("語", "Word")), new ExportColumn("p", new BilingualText("p", "p"), 4)], [["会議", 0.5], ["家族", null]], []);
        var sheet = SheetTable.Of("語", table, ScreenLanguage.Japanese);
        Assert.Equal([SheetFormat.Plain, SheetFormat.TenThousandths], sheet.Columns.Select(c => c.Format));
        Assert.Equal(["語", "p"], Assert.Single(ExcelReader.Read("x.xlsx", WorkbookFile.Of([sheet])).Sheets).Rows[0].Cells.AsEnumerable());
    }

    private static string Written(string text)
    {
        using var document = Open(WorkbookFile.Of([new SheetTable("s", [new SheetColumn("a")], [ImmutableArray.Create<object?>(text)])]));
        return document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Last().InnerText;
    }

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
}
