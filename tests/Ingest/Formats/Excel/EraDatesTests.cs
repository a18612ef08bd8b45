using FeedbackLab.Ingest.Formats.Excel;

namespace FeedbackLab.Ingest.Tests.Formats.Excel;

public sealed class EraDatesTests
{
    [Theory]
    [InlineData(43585, "H31.4.30")]
    [InlineData(43586, "R1.5.1")]
    [InlineData(32515, "S64.1.7")]
    [InlineData(32516, "H1.1.8")]
    [InlineData(9855, "T15.12.24")]
    [InlineData(9856, "S1.12.25")]
    [InlineData(4594, "M45.7.29")]
    [InlineData(4595, "T1.7.30")]
    [InlineData(1, "M33.1.1")]
    [InlineData(45413.75, "R6.5.1")]
    public void An_era_begins_on_its_first_day(double number, string shown) => Assert.Equal(shown, Shown("[$-411]ge.m.d", number));

    [Theory]
    [InlineData("[$-411]ggge\"年\"m\"月\"d\"日\";@", 45413, "令和6年5月1日")]
    [InlineData("[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@", 43586, "令和元年5月1日")]
    [InlineData("[$-ja-JP-x-gannen,80]ge\\.m\\.d;@", 45413, "R6.5.1")]
    [InlineData("gee\\.mm\\.dd", 45413, "R06.05.01")]
    [InlineData("gge", 45413, "令6")]
    [InlineData("ge", 45413, "R6")]
    [InlineData("ggge\"年度\"", 45413, "令和6年度")]
    [InlineData("e\"年\"m\"月\"", 45413, "令和6年5月")]
    [InlineData("ggge年m月d日(aaa)", 45413, "令和6年5月1日(水)")]
    [InlineData("ge.m.d h:mm", 45413.75, "R6.5.1 18:00")]
    public void Dates_read_as_the_cell_shows_them(string format, double number, string shown) => Assert.Equal(shown, Shown(format, number));

    [Theory]
    [InlineData("General")]
    [InlineData("G/標準")]
    [InlineData("0.00E+00")]
    [InlineData("##0.0E+0")]
    [InlineData("#,##0\"ge\"")]
    [InlineData("[Green]0")]
    [InlineData("yyyy/m/d")]
    [InlineData(null)]
    public void Other_formats_are_left_alone(string? format) => Assert.Null(EraDates.Text(45413, format, 0, from1904: false));

    [Theory]
    [InlineData(-1)]
    [InlineData(3_000_000)]
    [InlineData(double.NaN)]
    public void Numbers_that_are_no_day_are_left_alone(double number) => Assert.Null(EraDates.Text(number, "ge.m.d", 0, from1904: false));

    [Fact]
    public void Formats_built_into_Japanese_Excel_go_by_their_number() => Assert.Equal(["R6.5.1", "令和6年5月1日"], new[] { 57, 58 }.Select(i => EraDates.Text(45413, null, i, from1904: false)));

    [Fact]
    public void Days_may_count_from_1904() => Assert.Equal("R6.5.1", EraDates.Text(45413 - 1462, "ge.m.d", 0, from1904: true));

    [Theory]
    [InlineData("<xf numFmtId=\"0\"/><xf numFmtId=\"57\"/>", "", "45413")]
    [InlineData("<xf numFmtId=\"0\"/><xf numFmtId=\"176\" applyNumberFormat=\"1\"/>", "", "45413")]
    [InlineData("<xf numFmtId=\"0\"/><xf numFmtId=\"57\"/>", "<workbookPr date1904=\"1\"/>", "43951")]
    public void A_workbook_s_cells_are_read_so(string formats, string properties, string number)
    {
        var styles = $"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="176" formatCode="[$-411]ge\.m\.d;@"/></numFmts><cellXfs count="2">{formats}</cellXfs></styleSheet>""";
        var reading = ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of($"""<row r="1"><c r="A1" s="1"><v>{number}</v></c><c r="B1"><v>45413</v></c></row>""", styles: styles, properties: properties));

        Assert.Equal(["R6.5.1", "45413"], Assert.Single(reading.Sheets).Rows[0].Cells);
    }

    private static string? Shown(string format, double number) => EraDates.Text(number, format, 200, from1904: false);
}
