using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Columns;

public sealed class CountColumnsTests
{
    [Theory]
    [InlineData("設問|そう思う|思わない", "1 学校は毎日たのしいところである|98|5", "2 授業はわかりやすくて良いと思う|70|6")]
    [InlineData("選択肢|件数|割合", "社会福祉法人|20|50.0%", "株式会社|15|37.5%", "計|35|100.0%")]
    [InlineData("選択肢|人数", "とても良い|12", "あまり良くない|2")]
    [InlineData("選択肢|回答数", "とても良い|12件（80.0%）", "あまり良くない|－")]
    [InlineData("|令和5年度|令和6年度", "相談の件数（延べ）|1,200|1,350", "登録されている方の数|98|105")]
    [InlineData("設問|はい|いいえ|無回答", "説明はわかりやすかったですか。|120|30|5", "待ち時間は長く感じましたか。|60|90|5")]
    [InlineData("理由|人数|構成比", "友人に誘われた|12|40.0%", "その他|18|60.0%")]
    [InlineData("回答|人数", "はい|20", "いいえ|5")]
    public void Tables_of_counts_hold_no_answers(params string[] rows)
    {
        var reading = Read(rows);

        Assert.True(reading.Counts);
        Assert.Empty(reading.Comments);
        Assert.DoesNotContain(reading.Mapping.Columns, c => c.Role == ColumnRole.Text);
    }

    [Theory]
    [InlineData("主な意見|件数", "会議が多い|12", "書類が多い|3")]
    [InlineData("困っていること|件数|割合", "会議が多い|12|80%", "書類が多い|3|20%")]
    [InlineData("回答|件数", "駅から遠いので送迎がほしい。|3", "待ち時間が長い。|2")]
    [InlineData("センター名|登録者数|問1 課題", "みさき|12|職員の数", "はまべ|3|送迎の車")]
    [InlineData("No|学年|ご意見", "1|1|会議が多い。", "2|2|書類が多い。")]
    [InlineData("学年|組|回答", "1|2|展示が見やすい。", "2|2|文字が小さい。")]
    [InlineData("受付番号|年齢|質問", "101|20|駐車場はどこですか。", "102|21|雨の日もやりますか。")]
    [InlineData("回答番号|評価|回答", "1|5|展示が見やすい", "2|4|文字が小さい")]
    [InlineData("回答|年齢", "展示が見やすい|34", "文字が小さい|71")]
    [InlineData("回答内容|年齢|来場回数", "展示がよかった。|34|1", "文字が小さい。|71|4")]
    [InlineData("No|質問|件数", "1|駐車場はありますか。|12", "2|雨の日もやりますか。|4")]
    [InlineData("項目|件数|割合", "バスを増やしてほしい。|34|20%", "道が暗い。|71|42%")]
    [InlineData("項目|点数", "説明が長かった|3", "資料が役立った|5")]
    [InlineData("質問|いいね|返信", "駐車場はどこですか。|34|2", "雨の日もやりますか。|71|41")]
    [InlineData("満足度|再来意向|メッセージ", "5|4|係の人が親切", "4|4|また来たい")]
    [InlineData("回答|人数", "駅から遠い|3", "坂が多い|2", "特になし|4")]
    public void Opinions_beside_numbers_are_answers(params string[] rows) => Assert.Equal(2, Read(rows).Comments.Length);

    [Fact]
    public void What_the_user_names_is_read()
    {
        var reading = TableReader.Read("a.xlsx", "0", Sheet(["選択肢|件数", "会議が多い|12", "書類が多い|3"]), new ReadOptions { Columns = [new ColumnReading("選択肢", ColumnRole.Text)] }, hasLines: false);

        Assert.Equal(2, reading.Comments.Length);
    }

    private static Sheet Sheet(string[] rows) => new("集計", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')]))], []);

    private static TableReading Read(params string[] rows) => TableReader.Read("a.xlsx", "0", Sheet(rows), new ReadOptions(), hasLines: false);
}
