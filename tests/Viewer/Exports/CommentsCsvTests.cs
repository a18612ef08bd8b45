using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Tests.Exports;

public sealed class CommentsCsvTests
{
    [Fact]
    public void The_file_starts_with_a_byte_order_mark_and_ends_its_lines_with_cr_lf()
    {
        var csv = CommentsCsv.Of(InventedFindings.Of(("はるかぜ", "利用料の説明が難しい。")), ScreenLanguage.Japanese);
        Assert.StartsWith("\uFEFFID,資料,種類,", csv, StringComparison.Ordinal);
        Assert.Equal(2, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain('\n', csv.Replace("\r\n", string.Empty, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"")]
    [InlineData("-1 点です", "\"'-1 点です\"")]
    [InlineData("＠全員", "\"'＠全員\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("改行\nあり、\"引用\"", "\"改行\nあり、\"\"引用\"\"\"")]
    [InlineData("ふつうの意見", "ふつうの意見")]
    public void No_cell_is_a_formula_and_quotes_are_doubled(string text, string cell)
    {
        var csv = CommentsCsv.Of(InventedFindings.Of(("はるかぜ", text)), ScreenLanguage.English);
        Assert.Contains($",{cell},", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("490631250306", "\"'490631250306\"")]
    [InlineData("47267615e174", "\"'47267615e174\"")]
    [InlineData("4906312503ab", "4906312503ab")]
    public void An_id_that_looks_like_a_number_stays_an_id(string id, string cell)
    {
        var findings = InventedFindings.Of(("はるかぜ", "利用料の説明が難しい。"));
        var csv = CommentsCsv.Of(findings with { Comments = [findings.Comments[0] with { Comment = findings.Comments[0].Comment with { Id = id } }] }, ScreenLanguage.English);
        Assert.Contains($"\r\n{cell},", csv, StringComparison.Ordinal);
    }
}
