using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Rows;

public sealed class RowsAboveTests
{
    [Theory]
    [InlineData("〃")]
    [InlineData("同上")]
    [InlineData("（同上）")]
    [InlineData("″")]
    [InlineData("々")]
    public void A_ditto_mark_is_the_name_above_it(string mark)
    {
        var reading = Read(["圏域|センター名|ご意見", "北|みさき|会議が多い。", $"〃|{mark}|職員が足りない。", $"南|{mark}|夜がつらい。"]);

        Assert.All(reading.Comments, c => Assert.Equal("みさき", c.Respondent));
        Assert.Equal(["北", "北", "南"], reading.Comments.Select(c => Assert.Single(c.Attributes).Value));
    }

    [Fact]
    public void A_ditto_mark_among_the_answers_stays_one() =>
        Assert.Equal(LeftOutReason.AsAbove, Assert.Single(Read(["センター名|ご意見", "みさき|会議が多い。", "はまべ|〃"]).LeftOut).Reason);

    [Fact]
    public void A_ditto_mark_below_nothing_names_nobody() => Assert.Null(Assert.Single(Read(["センター名|ご意見", "〃|会議が多い。"]).Comments).Respondent);

    [Fact]
    public void An_office_written_once_has_the_answers_below_it_which_is_told()
    {
        var reading = Read(["圏域|センター名|ご意見", "北|みさき|会議が多い。", "||職員が足りない。", "||夜がつらい。", "|はまべ|部屋が狭い。"]);

        Assert.Equal(["みさき", "みさき", "みさき", "はまべ"], reading.Comments.Select(c => c.Respondent));
        Assert.Equal([1, 1, 1, 0], reading.Comments.Select(c => c.Attributes.Length));
        Assert.Contains("行 3、4", Assert.Single(reading.Problems).What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void So_has_each_of_its_questions()
    {
        var reading = Read(["センター名|設問|回答", "みさき|困りごと|会議が多い。", "|要望|職員が足りない。", "||部屋が狭い。", "はまべ|困りごと|夜がつらい。", "|要望|特になし"]);

        Assert.Equal([("みさき", "困りごと"), ("みさき", "要望"), ("みさき", "要望"), ("はまべ", "困りごと")], reading.Comments.Select(c => (c.Respondent!, c.Question!)));
        Assert.Equal(("はまべ", "要望"), (reading.LeftOut[0].Respondent, reading.LeftOut[0].Question));
    }

    [Theory]
    [InlineData("氏名|ご意見", "架空 太郎|会議が多い。", "|職員が足りない。")]
    [InlineData("センター名（任意）|ご意見", "みさき|会議が多い。", "|職員が足りない。")]
    [InlineData("No.|センター名|ご意見", "1|みさき|会議が多い。", "2||職員が足りない。")]
    [InlineData("センター名|回答日|ご意見", "みさき|6月1日|会議が多い。", "|6月2日|職員が足りない。")]
    public void A_row_that_may_be_somebody_else_s_keeps_no_name(params string[] rows) => Assert.Null(Read(rows).Comments[1].Respondent);

    [Fact]
    public void A_group_named_once_holds_the_rows_below_it_which_is_told()
    {
        var reading = Read(["地区|ご意見", "北地区|会議が多い。", "|部屋が狭い。", "|坂が急だ。", "南地区|書類が多い。"]);

        Assert.Equal(["北地区", "北地区", "北地区", "南地区"], reading.Comments.Select(c => Assert.Single(c.Attributes).Value));
        Assert.Contains("行 3、4", Assert.Single(reading.Problems).What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("区分|ご意見", "職員|会議が多い。", "|部屋が狭い。", "職員|坂が急だ。")] // each row has its own
    [InlineData("年代|ご意見", "40代|会議が多い。", "|部屋が狭い。", "50代|坂が急だ。")] // nobody's group
    [InlineData("会員番号|地区|種別|ご意見", "101|東|正会員|会費が高い。", "102|||会報が読みにくい。", "103|西|賛助|坂が急だ。")]
    [InlineData("お住まいの地域|ご意見", "東町|会議が多い。", "|部屋が狭い。", "西町|坂が急だ。")]
    [InlineData("タイムスタンプ|地区|年代|ご意見", "2025/6/1 10:00|東|30代|会議が多い。", "2025/6/1 11:00||40代|部屋が狭い。", "2025/6/1 12:00|西|50代|坂が急だ。")]
    public void What_somebody_left_blank_stays_blank(params string[] rows) => Assert.DoesNotContain(Read(rows).Comments[1].Attributes, a => a.Name is "区分" or "地区" or "種別" or "お住まいの地域" or "年代" && a.Value != "40代");

    [Fact]
    public void What_a_line_of_a_file_leaves_blank_stays_blank() =>
        Assert.Empty(TableReader.Read("a.csv", "0", new Sheet("回答", [Row(1, "地区|ご意見"), Row(2, "北|会議が多い。"), Row(3, "|坂が急だ。")], []), new ReadOptions(), hasLines: true).Comments[1].Attributes);

    [Fact]
    public void A_blank_row_ends_what_an_office_said()
    {
        var sheet = new Sheet("回答", [Row(1, "センター名|ご意見"), Row(2, "みさき|会議が多い。"), Row(4, "|職員が足りない。")], []);

        Assert.Equal(["みさき", null], TableReader.Read("a.xlsx", "0", sheet, new ReadOptions(), hasLines: false).Comments.Select(c => c.Respondent));
    }

    private static SheetRow Row(int number, string cells) => new(number, [.. cells.Split('|')]);

    private static TableReading Read(string[] rows) =>
        TableReader.Read("a.xlsx", "0", new Sheet("回答", [.. rows.Select((r, i) => Row(i + 1, r))], []), new ReadOptions(), hasLines: false);
}
