using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Shapes;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Shapes;

public sealed class SheetHeadTests
{
    [Fact]
    public void Labels_above_a_table_hold_for_all_its_rows()
    {
        var reading = Read("課題調査", "センター名|みさきセンター|圏域|北部", "対象年度|令和4年度", "", "No|課題|対応", "1|会議が多い。|回数を減らした。", "2|書類が多い。|特になし");

        Assert.Equal(["会議が多い。", "回数を減らした。", "書類が多い。"], reading.Comments.Select(c => c.Text));
        Assert.All(reading.Comments, c => Assert.Equal(("みさきセンター", 2022, "北部"), (c.Respondent, c.Year, Assert.Single(c.Attributes).Value)));
        Assert.Equal([6, 6, 7], reading.Comments.Select(c => c.Place.Row!.Value));
    }

    [Theory]
    [InlineData("センター名|意見", "みさき|会議が多い。")]
    [InlineData("作成|県障害福祉課", "センター名|課題|要望", "みさき|会議が多い。|研修を増やしてほしい。")]
    public void Other_tables_stay_as_they_are(params string[] rows)
    {
        var sheet = Sheet(rows);
        Assert.Same(sheet, TurnedSheet.Of(sheet));
    }

    private static Sheet Sheet(string[] rows) => new("回答", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')]))], []);

    private static TableReading Read(params string[] rows) => TableReader.Read("a.xlsx", "0", Sheet(rows), new ReadOptions(), hasLines: false);
}
