using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables;

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
    [InlineData("事業所名|課題解決センター", "困っていること|会議が多い。")]
    [InlineData("センター名|みさき", "困っていること|会議が多い。")]
    public void Labels_with_their_values_below_a_title_are_one_respondent_s(params string[] rows)
    {
        var reading = Read(["令和5年度 調査結果", .. rows]);

        Assert.Equal(rows[0].Split('|')[1], Assert.Single(reading.Comments).Respondent);
        Assert.Equal("困っていること", reading.Comments[0].Question);
    }

    private static TableReading Read(params string[] rows) =>
        TableReader.Read("a.xlsx", "0", new Sheet("回答", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')]))], []), new ReadOptions(), hasLines: false);
}
