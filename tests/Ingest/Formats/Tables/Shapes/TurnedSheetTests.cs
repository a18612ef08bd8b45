using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Shapes;

public sealed class TurnedSheetTests
{
    [Theory]
    [InlineData("センター名|意見")]
    [InlineData("氏名|感想")]
    [InlineData("回答者|回答")]
    [InlineData("事業所名|自由記述")]
    [InlineData("センター名|問1 課題")]
    public void Two_headers_below_a_title_head_a_list_of_respondents(string headers)
    {
        var reading = Read("令和5年度 調査結果", headers, "みさき|会議が多い。", "はまべ|特になし", "いずみ|書類が多い。");

        Assert.Equal([("みさき", "会議が多い。", 2023), ("いずみ", "書類が多い。", 2023)], reading.Comments.Select(c => (c.Respondent!, c.Text, c.Year!.Value)));
        Assert.Single(reading.Comments.Select(c => c.Question).Distinct());
        Assert.Equal(("はまべ", LeftOutReason.NothingToSay), (Assert.Single(reading.LeftOut).Respondent, reading.LeftOut[0].Reason));
    }

    [Theory]
    [InlineData("団体名|力を入れたい活動")]
    [InlineData("施設名|今後の予定")]
    [InlineData("氏名|気づいたこと")]
    [InlineData("事業所名|ひとこと")]
    [InlineData("施設名|職員の確保について")]
    [InlineData("施設名|特記事項")]
    [InlineData("回答者|良かった点")]
    public void So_do_two_headers_of_any_words(string headers)
    {
        foreach (string[] title in (string[][])[["令和5年度 聞き取り結果"], []])
        {
            var reading = Read([.. title, headers, "東の会|夜が不安である。", "西の会|車が古い。", "南の会|特になし"]);

            Assert.Equal([("東の会", "夜が不安である。"), ("西の会", "車が古い。")], reading.Comments.Select(c => (c.Respondent!, c.Text)));
            Assert.Equal("南の会", Assert.Single(reading.LeftOut).Respondent);
        }
    }

    [Fact]
    public void Speakers_of_a_table_with_two_columns_are_kept() =>
        Assert.Equal(["東の会", "西の会"], Read("発言者|発言要旨", "東の会|夜が不安である。", "西の会|車が古い。").Comments.Select(c => c.Respondent!));

    [Theory]
    [InlineData("事業所名|課題解決センター", "困っていること|会議が多い。")]
    [InlineData("センター名|みさき", "困っていること|会議が多い。")]
    [InlineData("センター名|みさき", "今後の活動|会議を減らす。", "困っていること|会議が多い。")]
    public void Labels_with_their_values_below_a_title_are_one_respondent_s(params string[] rows)
    {
        var reading = Read(["令和5年度 調査結果", .. rows]);

        Assert.All(reading.Comments, c => Assert.Equal(rows[0].Split('|')[1], c.Respondent));
        Assert.Equal("困っていること", reading.Comments[^1].Question);
    }

    private static TableReading Read(params string[] rows) =>
        TableReader.Read("a.xlsx", "0", new Sheet("回答", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')]))], []), new ReadOptions(), hasLines: false);
}
