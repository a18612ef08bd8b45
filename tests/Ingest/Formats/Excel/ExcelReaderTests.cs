using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Excel;

namespace FeedbackLab.Ingest.Tests.Formats.Excel;

public sealed class ExcelReaderTests
{
    private static readonly byte[] OldContainer = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    public static TheoryData<string, string> WrongKinds => new()
    {
        { "csv", "センター名,ご意見\nみさき,会議が多い。\n" },
        { "pdf", "%PDF-1.7\n" },
        { "html", "<html><table><tr><td>みさき</td></tr></table></html>" },
        { "zip start only", "PK\u0003\u0004" },
        { "empty", "" },
    };

    public static TheoryData<string, string, string> HostileParts => new()
    {
        { "a path that climbs", "../outside.xml", "<a/>" },
        { "an absolute path", "/etc/outside.xml", "<a/>" },
        { "a drive", "C:\\outside.xml", "<a/>" },
        { "a DTD", "xl/extra.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>" },
        { "deep nesting", "xl/extra.xml", string.Concat(Enumerable.Repeat("<a>", 1000)) + string.Concat(Enumerable.Repeat("</a>", 1000)) },
    };

    [Theory]
    [InlineData("answers.xlsx")]
    [InlineData("answers.xls")]
    public void A_council_s_workbook_becomes_comments(string file)
    {
        using var folder = new Folder();
        var corpus = CorpusReader.Read([folder.Write(file, TestFiles.Bytes(file))], new ReadOptions());

        Assert.Equal(["記録の様式がばらばらである。", "会議が多い。", "書類の受け渡しに時間がかかる。"], corpus.Comments.Select(c => c.Text));
        Assert.All(corpus.Comments, c => Assert.Equal("みさきセンター", c.Respondent));
        Assert.Equal([LeftOutReason.NothingToSay, LeftOutReason.AsAbove, LeftOutReason.Blank, LeftOutReason.Elsewhere], corpus.LeftOut.Select(l => l.Reason));
        Assert.Equal([new CommentAttribute("回答日", "2025-06-13"), new CommentAttribute("職員数", "4.5")], corpus.Comments[2].Attributes);
        Assert.Equal(("回答", 5, "困っていること"), (corpus.Comments[2].Place.Sheet, corpus.Comments[2].Place.Row, corpus.Comments[2].Place.Column));
        Assert.Equal(SourceFormat.Excel, corpus.Sources[0].Format);
        Assert.Contains("集計", Assert.Single(corpus.Problems).What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void Furigana_is_no_part_of_the_text()
    {
        var sheet = Assert.Single(ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of(
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>""",
            """<si><t>架空</t><rPh sb="0" eb="2"><t>カクウ</t></rPh><phoneticPr fontId="1"/></si><si><r><t>会議が</t></r><r><rPr><b/></rPr><t>多い。</t></r><rPh sb="0" eb="2"><t>カイギ</t></rPh></si>""")).Sheets);

        Assert.Equal(["架空", "会議が多い。"], sheet.Rows[0].Cells);
    }

    [Fact]
    public void Numbers_truths_and_inline_strings_read_as_people_see_them()
    {
        var sheet = Assert.Single(ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of(
            """<row r="3"><c r="A3"><v>12</v></c><c r="C3"><v>0.1</v></c><c r="D3" t="b"><v>1</v></c><c r="E3" t="inlineStr"><is><t>そのまま</t></is></c><c r="F3" t="str"><f>A3&amp;"人"</f><v>12人</v></c></row>""")).Sheets);

        Assert.Equal(3, sheet.Rows[0].Number);
        Assert.Equal(["12", "", "0.1", "TRUE", "そのまま", "12人"], sheet.Rows[0].Cells);
    }

    [Fact]
    public void A_hidden_sheet_is_told_and_not_read()
    {
        var reading = ExcelReader.Read("a.xlsx", HandMadeWorkbook.Of("""<row r="1"><c r="A1"><v>1</v></c></row>""", state: "hidden"));

        Assert.Empty(reading.Sheets);
        Assert.Contains("非表示", reading.Problems[0].What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_of_formulas_without_values_says_what_to_do() =>
        Assert.Contains("数式", IsRefused(HandMadeWorkbook.Of("""<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>1+1</f></c></row>""")).Remedy.Ja, StringComparison.Ordinal);

    [Fact]
    public void A_million_columns_are_refused() =>
        Assert.Contains("16,384", IsRefused(HandMadeWorkbook.Of("""<row r="1"><c r="A1"><v>1</v></c><c r="BDWGN1"><v>1</v></c></row>""")).What.En, StringComparison.Ordinal);

    [Fact]
    public void A_cell_longer_than_a_million_characters_is_named() =>
        Assert.Contains("B1", IsRefused(HandMadeWorkbook.Of($"""<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>{new string('長', 1_000_001)}</t></is></c></row>""")).What.Ja, StringComparison.Ordinal);

    [Fact]
    public void A_zip_bomb_is_refused_before_it_unfolds()
    {
        var bomb = HandMadeWorkbook.Zip(("xl/workbook.xml", "<workbook/>"), ("xl/worksheets/sheet1.xml", new string(' ', 210_000_000)));

        Assert.Contains("too large", IsRefused(bomb).What.En, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileParts))]
    public void Packages_that_reach_out_are_refused(string what, string name, string text) =>
        IsRefused(HandMadeWorkbook.Zip(("xl/workbook.xml", "<workbook/>"), (name, text)), what);

    [Theory]
    [MemberData(nameof(WrongKinds))]
    public void A_file_that_only_has_the_name_is_one_error(string kind, string content) => IsRefused(Encoding.UTF8.GetBytes(content), kind);

    [Fact]
    public void A_password_is_named()
    {
        byte[] encrypted = [.. OldContainer, .. Encoding.Unicode.GetBytes("EncryptedPackage")];

        Assert.Contains("パスワード", IsRefused(encrypted).What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answers.xlsx")]
    [InlineData("answers.xls")]
    public void A_file_cut_off_or_changed_anywhere_never_throws(string file)
    {
        var whole = TestFiles.Bytes(file);
        for (var at = 16; at < whole.Length; at += 97)
        {
            IsReadOrRefused(whole[..at]);
            var changed = whole.ToArray();
            changed[at] ^= 0x5A;
            IsReadOrRefused(changed);
        }
    }

    private static void IsReadOrRefused(byte[] bytes)
    {
        var reading = ExcelReader.Read("a.xlsx", bytes);
        Assert.True(!reading.Sheets.IsEmpty || reading.Problems.Any(p => p.Severity == ProblemSeverity.Error));
    }

    private static Problem IsRefused(byte[] bytes, string what = "")
    {
        var reading = ExcelReader.Read("a.xlsx", bytes);
        Assert.True(reading.Sheets.IsEmpty, what);
        return Assert.Single(reading.Problems, p => p.Severity == ProblemSeverity.Error);
    }
}
