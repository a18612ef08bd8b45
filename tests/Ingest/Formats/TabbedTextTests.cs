using System.Text;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Ingest.Tests.Formats;

public sealed class TabbedTextTests
{
    [Theory]
    [InlineData("No\tセンター名\t年度\t意見\n1\tみさき\tR4\t会議が多い。\n2\tはまべ\tR4\t特になし\n3\tみさき\tR5\t会議が減った。\n")]
    [InlineData("令和4年度 調査\t\t\t\r\nNo\tセンター名\t年度\t意見\r\n1\tみさき\tR4\t\"会議が\n多い。\"\r\n2\tはまべ\tR4\t特になし\r\n3\tみさき\tR5\t会議が減った。\r\n")]
    [InlineData("令和4年度 調査\nNo\tセンター名\t年度\t意見\n1\tみさき\tR4\t会議が多い。\n2\tはまべ\tR4\t特になし\n3\tみさき\tR5\t会議が減った。\n")]
    public void A_text_parted_by_tabs_is_a_table(string text)
    {
        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(SourceFormat.Delimited, Assert.Single(corpus.Sources).Format);
        Assert.Equal([("みさき", 2022), ("みさき", 2023)], corpus.Comments.Select(c => (c.Respondent!, c.Year!.Value)));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(corpus.LeftOut).Reason);
    }

    [Theory]
    [InlineData("回答者\t年代\tご意見\nA\t40代\t駅から遠いです。\n", true)]
    [InlineData("回答者,課題\nきた,人が足りない。\n", false)]
    [InlineData("日時\t令和6年6月14日\n場所\t市役所\n出席者\t林委員\n", false)] // labels and values
    [InlineData("山田委員\t会社が少ない。\n林委員\t付き添う人が足りない。\n", false)]
    [InlineData("センター名\t意見\nみさき\t会議が\t多い。\n", false)]
    [InlineData("センター名\t意見\n", false)]
    public void Text_with_tabs_here_and_there_is_none(string text, bool isTable)
    {
        Assert.Equal(isTable, TabbedText.Is("a.txt", text));
        Assert.False(TabbedText.Is("a.md", text));
    }

    [Fact]
    public void Its_rows_can_be_looked_up() =>
        Assert.Equal(
            [(1, "センター名"), (2, "みさき")],
            SourcePassages.Of("a.txt", Encoding.UTF8.GetBytes("センター名\t意見\nみさき\t会議が多い。\n"), new ReadOptions()).Select(p => (p.Row!.Value, p.Cells[0])));
}
