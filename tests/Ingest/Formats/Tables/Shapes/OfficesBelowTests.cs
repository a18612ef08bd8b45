using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Shapes;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Shapes;

public sealed class OfficesBelowTests
{
    [Theory]
    [InlineData("【きたセンター】|【みなみセンター】")]
    [InlineData("きたセンター|みなみセンター")]
    [InlineData("１　きたセンター|２　みなみセンター")]
    public void Offices_stand_above_their_questions_and_answers(string heads)
    {
        var head = heads.Split('|');
        var reading = Read("令和5年度 調査結果", head[0], "問１ 課題|会議が多い。", "問２ 要望|研修がほしい。", "", head[1], "問１ 課題|特になし", "問２ 要望|", "※ 原文のまま");

        Assert.Equal([("きたセンター", "問１課題", "会議が多い。", 2023), ("きたセンター", "問２要望", "研修がほしい。", 2023)], reading.Comments.Select(c => (c.Respondent!, c.Question!, c.Text, c.Year!.Value)));
        Assert.Equal([LeftOutReason.NothingToSay, LeftOutReason.Blank], reading.LeftOut.Select(l => l.Reason));
        Assert.All(reading.LeftOut, l => Assert.Equal("みなみセンター", l.Respondent));
    }

    [Fact]
    public void The_questions_may_have_no_numbers_where_all_offices_answer_them() =>
        Assert.Equal(
            [("きたセンター", "課題"), ("きたセンター", "要望"), ("みなみセンター", "課題"), ("みなみセンター", "要望")],
            Read("きたセンター", "設問|回答", "課題|会議が多い。", "要望|研修がほしい。", "みなみセンター", "設問|回答", "課題|書類が多い。", "要望|部屋を広くしてほしい。").Comments.Select(c => (c.Respondent!, c.Question!)));

    [Theory]
    [InlineData("みさきセンター", "区分|意見", "職員|会議が多い。", "利用者|部屋が狭い。")]
    [InlineData("就労支援センター", "センター名|意見", "みさき|会議が多い。", "はまべ|部屋が狭い。")]
    [InlineData("きたセンター", "職員|会議が多い。", "みなみセンター", "利用者|部屋が狭い。")]
    public void Other_tables_below_an_office_stay_as_they_are(params string[] rows)
    {
        var sheet = Sheet(rows);
        Assert.Same(sheet, TurnedSheet.Of(sheet));
    }

    private static Sheet Sheet(string[] rows) => new("回答", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')]))], []);

    private static TableReading Read(params string[] rows) => TableReader.Read("a.xlsx", "0", Sheet(rows), new ReadOptions(), hasLines: false);
}
