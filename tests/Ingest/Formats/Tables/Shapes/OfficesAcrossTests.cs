using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Shapes;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Shapes;

public sealed class OfficesAcrossTests
{
    [Theory]
    [InlineData("設問")]
    [InlineData("")]
    public void A_column_for_each_office_is_a_row_of_its_answers(string corner)
    {
        var reading = Read("回答", "令和8年度 センター別回答一覧", $"{corner}|みさきセンター|はまべセンター|いずみセンター", "問1 困っていること|夜の当番|送迎の車|部屋の数", "問2 満足度|4|3|5", "問3 県への要望|研修の回数|特になし|", "※ 令和8年6月末の回答");

        Assert.Equal(
            ["みさきセンター 問1困っていること: 夜の当番", "みさきセンター 問3県への要望: 研修の回数", "はまべセンター 問1困っていること: 送迎の車", "いずみセンター 問1困っていること: 部屋の数"],
            reading.Comments.Select(c => $"{c.Respondent} {c.Question}: {c.Text}"));
        Assert.All(reading.Comments, c => Assert.Equal(2026, c.Year));
        Assert.Contains(new CommentAttribute("問2満足度", "4"), reading.Comments[0].Attributes);
        Assert.Equal(
            [(LeftOutReason.NothingToSay, "はまべセンター"), (LeftOutReason.Blank, "いずみセンター"), (LeftOutReason.Aside, null)],
            reading.LeftOut.Select(l => (l.Reason, l.Respondent)));
    }

    [Fact]
    public void The_rows_may_be_headings_without_a_number() =>
        Assert.Equal(
            [("みさきセンター", "現状"), ("みさきセンター", "課題"), ("はまべセンター", "現状"), ("はまべセンター", "課題")],
            Read("回答", "項目|みさきセンター|はまべセンター", "現状|登録する人が増えた。|相談が増えた。", "課題|職員が足りない。|送迎が難しい。").Comments.Select(c => (c.Respondent!, c.Question!)));

    [Theory]
    [InlineData("設問|回答", "問1 困っていること|会議が多い。", "問2 要望|特になし")]
    [InlineData("No|設問|回答", "1|困っていること|会議が多い。", "2|要望|特になし")]
    public void A_sheet_named_after_an_office_holds_its_answers(params string[] rows)
    {
        var reading = Read("みさきセンター", rows);

        Assert.Equal(("みさきセンター", "会議が多い。"), (Assert.Single(reading.Comments).Respondent, reading.Comments[0].Text));
        Assert.EndsWith("困っていること", reading.Comments[0].Question, StringComparison.Ordinal);
        Assert.Equal((LeftOutReason.NothingToSay, "みさきセンター"), (Assert.Single(reading.LeftOut).Reason, reading.LeftOut[0].Respondent));
    }

    [Theory]
    [InlineData("設問|回答", "問1 困っていること|会議が多い。", "問1 困っていること|部屋が狭い。")] // two respondents without names
    [InlineData("センター名|設問|回答", "みさきセンター|問1|会議が多い。")]
    [InlineData("項目|令和6年度|令和7年度", "課題|会議が多い。|部屋が狭い。")]
    public void Other_tables_stay_as_they_are(params string[] rows)
    {
        var sheet = Sheet("みさきセンター", rows);
        Assert.Same(sheet, TurnedSheet.Of(sheet));
    }

    [Fact]
    public void Numbered_questions_beside_their_answers_are_the_questions()
    {
        var reading = Read("回答", "設問|回答", "問1 困っていること|会議が多い。", "問2 要望|研修を増やしてほしい。");

        Assert.Equal(["問1困っていること", "問2要望"], reading.Comments.Select(c => c.Question));
    }

    private static Sheet Sheet(string name, string[] rows) => new(name, [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')]))], []);

    private static TableReading Read(string name, params string[] rows) => TableReader.Read("a.xlsx", "0", Sheet(name, rows), new ReadOptions(), hasLines: false);
}
