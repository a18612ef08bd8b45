using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Shapes;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Shapes;

public sealed class SheetBlocksTests
{
    [Fact]
    public void Answers_listed_below_tables_of_counts_are_a_block_of_their_own()
    {
        var readings = Read(
            "令和5年度 利用者調査", "", "問1 職員の対応", "選択肢|人数", "良い|12", "悪い|2", "計|14", "", "問2 食事", "選択肢|人数", "おいしい|10", "まずい|4",
            "", "問3 自由記述", "・外出したい。", "・特になし", "・風呂の時間を長くしてほしい。", "※ 原文のまま");

        Assert.Equal([true, false], readings.Select(r => r.Counts));
        Assert.Equal(
            [("外出したい。", "問3自由記述", 2023, 15), ("風呂の時間を長くしてほしい。", "問3自由記述", 2023, 17)],
            readings[1].Comments.Select(c => (c.Text, c.Question!, c.Year!.Value, c.Place.Row!.Value)));
        Assert.Equal([LeftOutReason.NothingToSay, LeftOutReason.Aside], readings[1].LeftOut.Select(l => l.Reason));
    }

    [Theory]
    [InlineData("■ 自由記述", "・声が聞こえない。", "・特になし", "・椅子を増やしてほしい。")]
    [InlineData("【自由記述】", "・声が聞こえない。", "・特になし", "・椅子を増やしてほしい。")]
    [InlineData("自由記述", "声が聞こえない。", "特になし", "椅子を増やしてほしい。")]
    [InlineData("自由意見", "声が聞こえない。", "特になし", "椅子を増やしてほしい。")]
    public void Answers_below_any_heading_under_a_table_of_counts_are_read(params string[] list)
    {
        var readings = Read(["選択肢|件数", "はい|20", "いいえ|5", .. list]);

        Assert.Equal([true, false], readings.Select(r => r.Counts));
        Assert.Equal(["声が聞こえない。", "椅子を増やしてほしい。"], readings[1].Comments.Select(c => c.Text));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(readings[1].LeftOut).Reason);
    }

    [Fact]
    public void A_table_below_such_answers_is_a_block_again()
    {
        var readings = Read("選択肢|件数", "はい|20", "いいえ|5", "", "■ 自由記述", "・声が聞こえない。", "・椅子がない。", "", "2 その理由", "選択肢|件数", "近い|20", "安い|5");

        Assert.Equal([true, false, true], readings.Select(r => r.Counts));
        Assert.Equal(2, readings[1].Comments.Length);
    }

    [Fact]
    public void A_list_in_one_column_has_its_questions_in_headings()
    {
        var reading = Assert.Single(Read(
            "令和5年度　学校評価　自由記述", "※ 個人がわかる記述は直しています。", "", "【学習について】", "・宿題が多く、", "家で困っています。", "・持ち物が重いです。", "【その他】", "いつもありがとうございます。", "駐車場が狭いです。"));

        Assert.Equal(
            [("宿題が多く、家で困っています。", "学習について"), ("持ち物が重いです。", "学習について"), ("いつもありがとうございます。", "その他"), ("駐車場が狭いです。", "その他")],
            reading.Comments.Select(c => (c.Text, c.Question!)));
        Assert.All(reading.Comments, c => Assert.Equal((2023, (string?)null), (c.Year!.Value, c.Respondent)));
        Assert.Equal(["設問", "意見"], reading.Mapping.Columns.Select(c => c.Header));
    }

    [Theory]
    [InlineData("【みさきセンター】", "【はまべセンター】")]
    [InlineData("みさきセンター", "はまべセンター")]
    public void Offices_in_the_headings_of_a_list_gave_the_answers_below_them(string first, string second) =>
        Assert.Equal(
            [("みさきセンター", "問1困っていること", "会議が多い。"), ("はまべセンター", "問1困っていること", "書類が多い。")],
            Assert.Single(Read("問1 困っていること", first, "・会議が多い。", second, "・書類が多い。")).Comments.Select(c => (c.Respondent!, c.Question!, c.Text)));

    [Theory]
    [InlineData("駐車場について", "・枠が足りない。", "・夜が暗い。", "売店について", "・野菜が安い。", "・特になし")]
    [InlineData("■駐車場", "枠が足りない。", "夜が暗い。", "■売店", "野菜が安い。", "特になし")]
    public void Topics_in_a_list_head_what_stands_below_them(params string[] rows)
    {
        var reading = Assert.Single(Read(["令和6年度 利用者の声", .. rows]));

        Assert.Equal(["枠が足りない。", "夜が暗い。", "野菜が安い。"], reading.Comments.Select(c => c.Text));
        Assert.All(reading.Comments, c => Assert.Equal(2024, c.Year));
        Assert.StartsWith("駐車場", reading.Comments[0].Question, StringComparison.Ordinal);
        Assert.StartsWith("売店", Assert.Single(reading.LeftOut).Question, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_with_such_signs_are_answers() =>
        Assert.Equal(3, Assert.Single(Read("令和6年度 利用者の声", "■枠が足りない", "■夜が暗い", "■野菜が安い")).Comments.Length);

    [Fact]
    public void Bullets_below_a_title_only_are_asked_for_by_it() =>
        Assert.Equal(
            [("学校評価自由記述", "宿題が多い。", 2023), ("学校評価自由記述", "荷物が重い。", 2023)],
            Assert.Single(Read("令和5年度　学校評価　自由記述", "・宿題が多い。", "・荷物が重い。")).Comments.Select(c => (c.Question!, c.Text, c.Year!.Value)));

    [Fact]
    public void Tables_beside_each_other_keep_their_captions()
    {
        var readings = Read("令和5年度 会場別の主な意見", "【東会場】|||【西会場】", "No|意見||No|意見", "1|バスを増やして。||1|公園に日陰がない。", "2|図書館が遠い。||2|特になし");

        Assert.Equal(
            [("東会場／意見", "バスを増やして。", 4), ("東会場／意見", "図書館が遠い。", 5), ("西会場／意見", "公園に日陰がない。", 4)],
            readings.SelectMany(r => r.Comments).Select(c => (c.Question!, c.Text, c.Place.Row!.Value)));
        Assert.All(readings.SelectMany(r => r.Comments), c => Assert.Equal((2023, 0), (c.Year!.Value, c.Attributes.Length)));
    }

    [Fact]
    public void Tables_beside_each_other_have_their_own_respondents_and_years() =>
        Assert.Equal(
            [("みさき", 2023, "意見", "会議が多い。"), ("はまべ", 2023, "意見", "送迎が難しい。"), ("はまべ", 2024, "意見", "送迎は解決した。"), ("みさき", 2024, "意見", "会議が減った。")],
            Read("令和5年度|||令和6年度", "センター名|意見||センター名|意見", "みさき|会議が多い。||はまべ|送迎は解決した。", "はまべ|送迎が難しい。||みさき|会議が減った。")
                .SelectMany(r => r.Comments).Select(c => (c.Respondent!, c.Year!.Value, c.Question!, c.Text)));

    [Theory]
    [InlineData("ご意見", "・会議が多い。", "・書類が多い。")]
    [InlineData("ご意見", "【要望】", "会議が多い。")]
    [InlineData("困っていること", "会議が多い。", "書類が多い。")]
    [InlineData("センター名|意見", "みさき|会議が多い。", "はまべ|")]
    [InlineData("結果||令和8年5月", "センター名|意見|要望", "みさき|会議が多い。|研修がない。")]
    [InlineData("問1 困っていること", "センター名|回答", "みさき|会議が多い。", "問2 要望", "センター名|回答", "みさき|書類が多い。")]
    public void Other_sheets_stay_as_they_are(params string[] rows)
    {
        var sheet = Sheet(rows);
        Assert.Same(sheet, Assert.Single(SheetBlocks.Of(sheet)));
    }

    private static Sheet Sheet(string[] rows) => new("結果", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')])).Where(r => r.Cells.Any(c => c.Length > 0))], []);

    private static List<TableReading> Read(params string[] rows) => [.. SheetBlocks.Of(Sheet(rows)).Select(s => TableReader.Read("a.xlsx", "0", s, new ReadOptions(), hasLines: false))];
}
