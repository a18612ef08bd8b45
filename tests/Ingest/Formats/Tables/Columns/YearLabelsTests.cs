using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Columns;

public sealed class YearLabelsTests
{
    [Theory]
    [InlineData("令和４年度", "令和５年度", null)]
    [InlineData("前回（令和４年度）の課題", "今回（令和５年度）の課題", "課題")]
    [InlineData("前回の課題（令和4年度）", "今回の課題（令和5年度）", "課題")]
    [InlineData("困っていること／R4", "困っていること／R5", "困っていること")]
    [InlineData("2022年度 主な意見", "2023年度 主な意見", "主な意見")]
    public void A_column_for_each_year_asks_the_same_in_all_of_them(string earlier, string later, string? question)
    {
        var reading = Read(["センター名", earlier, later], ["みさき", "訪問できない。", "登録する人が増えた。"], ["はまべ", "車が足りない。", "特になし"]);

        Assert.Equal([("みさき", 2022, question), ("みさき", 2023, question), ("はまべ", 2022, question)], reading.Comments.Select(c => (c.Respondent!, c.Year!.Value, c.Question)));
        Assert.Equal((LeftOutReason.NothingToSay, 2023), (Assert.Single(reading.LeftOut).Reason, reading.LeftOut[0].Year));
    }

    [Fact]
    public void Short_answers_of_one_year_are_answers_as_those_of_the_other() =>
        Assert.Equal(4, Read(["センター名", "令和4年度", "令和5年度"], ["みさき", "訪問できない。", "増員"], ["はまべ", "車が足りない。", "車"]).Comments.Length);

    [Theory]
    [InlineData("R1の意見", "R2の意見")]
    [InlineData("H1の課題", "H2の課題")]
    public void Rounds_and_halves_are_no_years(string first, string second)
    {
        var reading = Read(["部署名", first, second], ["営業部", "受注が減った。", "人手が足りない。"], ["製造部", "機械が古い。", "在庫が多い。"]);

        Assert.All(reading.Comments, c => Assert.Null(c.Year));
        Assert.Equal([first, second], reading.Comments.Select(c => c.Question!).Distinct());
    }

    [Fact]
    public void What_was_asked_of_one_of_the_years_is_of_that_year() =>
        Assert.Equal([2023, 2024, 2024], Read(["施設名", "2023年", "2024年", "2024年の取組"], ["みさき", "屋根が古い。", "床が傷んだ。", "床を張り替えた。"]).Comments.Select(c => c.Year!.Value));

    [Fact]
    public void Beside_other_years_the_first_ones_are_years() =>
        Assert.Equal([2020, 2021], Read(["センター名", "R2の意見", "R3の意見"], ["みさき", "会議が多い。", "会議が減った。"]).Comments.Select(c => c.Year!.Value));

    [Fact]
    public void A_question_about_another_year_was_not_asked_in_it() =>
        Assert.All(
            Read(["センター名", "令和5年度の成果", "令和6年度に望むこと"], ["みさき", "登録する人が増えた。", "職員を増やしてほしい。"], ["はまべ", "相談が増えた。", "研修を開いてほしい。"]).Comments,
            c => Assert.Null(c.Year));

    [Fact]
    public void Counts_of_several_years_are_no_answers() =>
        Assert.Single(Read(["センター名", "令和4年度", "令和5年度", "ご意見"], ["みさき", "12", "15", "会議が多い。"]).Comments);

    private static TableReading Read(params string[][] rows) =>
        TableReader.Read("a.xlsx", "0", new Sheet("回答", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r]))], []), new ReadOptions(), hasLines: false);
}
