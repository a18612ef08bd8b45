using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Excel;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Excel;

public sealed class HiddenCellsTests
{
    [Fact]
    public void Hidden_rows_and_columns_are_told_with_their_places_and_not_read()
    {
        var reading = ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of(
            Row(1, "センター名", "内部メモ", "ご意見") + Row(2, "みさき", "公開しないこと。", "会議が多い。") + Row(3, "はまべ", "", "書類が多い。", "hidden=\"1\"")
                + Row(4, "いずみ", "", "職員が足りない。", "ht=\"0\" customHeight=\"1\"") + Row(5, "こだま", "", "予算が足りない。", "ht=\"30\" customHeight=\"1\""),
            columns: "<cols><col min=\"2\" max=\"2\" width=\"0\" hidden=\"1\" customWidth=\"1\"/></cols>"));

        Assert.Equal(["1 センター名|ご意見", "2 みさき|会議が多い。", "5 こだま|予算が足りない。"], Lines(Assert.Single(reading.Sheets)));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(ProblemSeverity.Notice, problem.Severity);
        Assert.Contains("行（2 行：3～4 行目）と列（1 列：B 列）", problem.What.Ja, StringComparison.Ordinal);
        Assert.Contains("フィルター", problem.Remedy.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Hidden_rows_and_columns_without_words_are_not_told()
    {
        var reading = ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of(
            Row(1, "センター名", "", "ご意見") + "<row r=\"2\" hidden=\"1\"/>" + Row(3, "みさき", "", "会議が多い。"),
            columns: "<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\"/><col min=\"4\" max=\"16384\" width=\"9\" hidden=\"1\"/></cols>"));

        Assert.Empty(reading.Problems);
        Assert.Equal(["1 センター名|ご意見", "3 みさき|会議が多い。"], Lines(Assert.Single(reading.Sheets)));
    }

    [Fact]
    public void Hidden_is_understood_as_LibreOffice_writes_it()
    {
        var sheet = Assert.Single(ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of(
            Row(1, "センター名", "内部メモ", "ご意見", "hidden=\"false\"") + Row(2, "みさき", "公開しないこと。", "会議が多い。") + Row(3, "はまべ", "", "書類が多い。", "ht=\"15\" hidden=\"true\""),
            columns: "<cols><col min=\"2\" max=\"2\" width=\"13\" hidden=\"true\"/></cols>")).Sheets);

        Assert.Equal(["1 センター名|ご意見", "2 みさき|会議が多い。"], Lines(sheet));
    }

    [Fact]
    public void Rows_and_columns_are_seen_where_only_the_rest_of_the_sheet_is_hidden()
    {
        var reading = ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of(
            Row(1, "センター名", "圏域", "ご意見") + Row(2, "みさき", "北", "会議が多い。") + Row(3, "はまべ", "南", "公開しないこと。", "hidden=\"1\""),
            columns: "<sheetFormatPr defaultColWidth=\"0\" defaultRowHeight=\"15\" zeroHeight=\"1\"/><cols><col min=\"1\" max=\"3\" width=\"9\" customWidth=\"1\"/><col min=\"4\" max=\"16384\" width=\"9\" hidden=\"1\"/></cols>"));

        Assert.Equal(["1 センター名|圏域|ご意見", "2 みさき|北|会議が多い。"], Lines(Assert.Single(reading.Sheets)));
    }

    [Fact]
    public void A_sheet_without_any_widths_and_heights_is_seen() =>
        Assert.Empty(ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of(Row(1, "センター名", "圏域", "ご意見") + Row(2, "みさき", "北", "会議が多い。"), columns: "<sheetFormatPr defaultRowHeight=\"0\"/>")).Problems);

    [Fact]
    public void A_merged_name_whose_first_row_is_hidden_stands_in_the_first_row_that_is_seen()
    {
        var sheet = Assert.Single(ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of(
            Row(1, "No.", "センター名", "ご意見") + Row(2, "1", "みさき", "会議が多い。", "hidden=\"1\"") + Row(3, "", "", "書類が多い。") + Row(4, "", "", "職員が足りない。"),
            columns: "<cols><col min=\"1\" max=\"1\" width=\"9\" hidden=\"1\"/></cols>",
            after: "<mergeCells count=\"1\"><mergeCell ref=\"B2:B4\"/></mergeCells>")).Sheets);

        Assert.Equal(["1 センター名|ご意見", "3 みさき|書類が多い。", "4 |職員が足りない。"], Lines(sheet));
        Assert.Equal(new MergedCells(3, 4, 0, 0), Assert.Single(sheet.Merged));
    }

    private static IEnumerable<string> Lines(Sheet sheet) => sheet.Rows.Select(r => $"{r.Number} {string.Join('|', r.Cells)}");

    private static string Row(int number, string a, string b, string c, string more = "") =>
        $"<row r=\"{number}\" {more}>{Cell("A", number, a)}{Cell("B", number, b)}{Cell("C", number, c)}</row>";

    private static string Cell(string column, int row, string text) => text.Length == 0 ? "" : $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
}
