using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Shapes;

public sealed class SpeakerTableTests
{
    [Fact]
    public void Who_speaks_in_a_table_of_minutes_was_not_asked()
    {
        var reading = Read(
            "第２回就労部会　議事録", "日時|令和５年７月７日　１４時", "場所：市役所", "", "議題|発言者|発言内容",
            "１　就労の現状|加藤委員|実習先がなかなか見つからない。", "|事務局|商工会と相談します。", "２　その他|工藤委員|特になし");

        var meeting = Assert.Single(reading.Meetings);
        Assert.Equal(("第２回就労部会議事録", new DateOnly(2023, 7, 7), "市役所"), (meeting.Title, meeting.Date, meeting.Venue));
        Assert.Equal(
            [("加藤委員", "１就労の現状", "実習先がなかなか見つからない。"), ("事務局", "１就労の現状", "商工会と相談します。")],
            reading.Comments.Select(c => (c.Respondent!, c.Question!, c.Text)));
        Assert.All(reading.Comments, c => Assert.Equal((CommentKind.Meeting, meeting.Id, 2023, null), (c.Kind, c.Meeting, c.Year, c.AskedRespondent)));
        Assert.Equal(["委員", "事務局"], reading.Comments.Select(c => c.Attributes.Single(a => a.Name == CommentAttribute.SpeakerRole).Value));
        Assert.Equal((LeftOutReason.NothingToSay, (string?)null), (Assert.Single(reading.LeftOut).Reason, reading.LeftOut[0].Respondent));
    }

    [Fact]
    public void The_header_of_the_remarks_asks_nothing() => Assert.All(Read("発言者|発言", "加藤委員|実習先がない。", "工藤委員|駐車場が遠い。").Comments, c => Assert.Null(c.Question));

    private static TableReading Read(params string[] rows) =>
        TableReader.Read("a.xlsx", "0", new Sheet("会議", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')]))], []), new ReadOptions(), hasLines: false);
}
