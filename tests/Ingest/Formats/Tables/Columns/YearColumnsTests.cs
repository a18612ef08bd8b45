using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Columns;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Columns;

public sealed class YearColumnsTests
{
    [Theory]
    [InlineData("令和6年度", "年度", 2024)]
    [InlineData("㋿6年度", "年度", 2024)]
    [InlineData("令６", "年度", 2024)]
    [InlineData("令元", "年度", 2019)]
    [InlineData("平30", "年度", 2018)]
    [InlineData("６年度", "年度", 2024)]
    [InlineData("6", "年度", 2024)]
    [InlineData("30", "年度", 2018)]
    [InlineData("5", "年度（平成）", 1993)]
    [InlineData("40", "年度", null)]
    [InlineData("0", "年度", null)]
    [InlineData("6", "令和6年度の登録者", null)]
    [InlineData("不明", "年度", null)]
    public void Years_are_read_however_they_are_shortened(string cell, string header, int? year) => Assert.Equal(year, YearColumns.Of(cell, header));

    [Theory]
    [InlineData("年度", "令和5年度|令和6年度|〃", true)]
    [InlineData("年度", "令和5年度|令和6年度|不明", true)]
    [InlineData("年度", "5|6|6", true)]
    [InlineData("開設年度", "平成15年度|令和2年度|昭和60年度", false)]
    [InlineData("完成予定年度", "令和9年度|令和10年度", false)]
    [InlineData("年度", "前期|後期|令和6年度", false)]
    [InlineData("令和6年度の登録者数", "5|6|12", false)]
    [InlineData("令和6年度の課題", "令和5年度と同じく送迎が足りないままである。|令和4年度より面談の部屋が足りなくなった。|夜の当番がつらいので減らしてほしい。", false)]
    public void A_few_odd_cells_do_not_undo_a_column_of_years(string header, string cells, bool years) => Assert.Equal(years, YearColumns.Are(header, [.. cells.Split('|')]));

    [Fact]
    public void A_ditto_mark_has_the_year_above_it_and_an_odd_cell_is_told()
    {
        var sheet = new Sheet(null, [Row(1, "年度", "センター名", "ご意見"), Row(2, "令和5年度", "みさき", "会議が多い。"), Row(3, "〃", "はまべ", "職員が足りない。"), Row(4, "令6", "こぐれ", "夜がつらい。"), Row(5, "不明", "みずうみ", "部屋が狭い。")], []);
        var reading = TableReader.Read("a.csv", "0", sheet, new ReadOptions(), hasLines: true);

        Assert.Equal([2023, 2023, 2024, null], reading.Comments.Select(c => c.Year));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((ProblemSeverity.Notice, 5), (problem.Severity, problem.Line));
        Assert.DoesNotContain("不明", problem.What.Ja, StringComparison.Ordinal);
    }

    private static SheetRow Row(int number, params string[] cells) => new(number, [.. cells]);
}
