using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Shapes;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Shapes;

public sealed class OtherSheetsTests
{
    private static readonly string[] Answers = ["センター名|課題", "みさき|会議が多い。", "はまべ|部屋が狭い。"];

    [Theory]
    [InlineData("記入例", "記入例", "センター名|○○センター", "問１　課題", "（例）訪問が増えた。")]
    [InlineData("様式", "記入例", "調査票（記入例）", "センター名|○○センター", "問１　課題", "訪問が増えた。")]
    [InlineData("表紙", "表紙", "就労支援センター調査", "青葉県福祉部", "令和６年３月")]
    [InlineData("Sheet1", "表紙", "支援の課題についての調査", "青葉県福祉部", "令和６年３月")]
    [InlineData("リスト", "一覧", "圏域", "北部", "中部")]
    [InlineData("概要", "概要", "調査の目的|課題を明らかにし、施策に生かす。", "調査対象|センター１６か所", "調査期間|令和５年１０月")]
    [InlineData("Sheet2", "コード表", "変数|設問文|コード|ラベル", "Q1|性別を教えてください|1|男性", "Q5|ご意見をお書きください||")]
    public void Sheets_beside_the_answers_are_told_and_not_read(string name, string kind, params string[] rows)
    {
        var (answers, told) = OtherSheets.Without("a.xlsx", [Sheet(name, rows), Sheet("結果", Answers)], _ => false);

        Assert.Equal("結果", Assert.Single(answers).Name);
        Assert.Contains($"「{name}」", Assert.Single(told).What.Ja, StringComparison.Ordinal);
        Assert.Contains(kind, told[0].What.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("自由記述", "ご意見", "会議が多い", "部屋が狭い")]
    [InlineData("自由記述", "良かった点", "会議が少ない", "部屋が広い")]
    [InlineData("自由記述", "その他", "会議が多い。", "部屋が狭い。")]
    [InlineData("自由記述", "その他", "会議が多い", "部屋が狭い")]
    [InlineData("問3", "業務の量", "会議が多い", "書類が多い")]
    [InlineData("概要", "センター名|課題", "みさき|会議が多い。")]
    [InlineData("回答例", "センター名|課題", "みさき|会議が多い。")]
    [InlineData("事例", "項目|内容", "相談の状況|相談が多い。", "連携の課題|病院に入れない。")]
    [InlineData("概要", "団体|意見の概要", "商店会|客足が心配。", "町会|通学路を守ってほしい。")]
    [InlineData("はじめに", "団体|意見の概要", "商店会|客足が心配。", "町会|通学路を守ってほしい。")]
    [InlineData("コード", "コード|設問|回答", "A01|問1|駅が遠い。", "A01|問2|バスを増やしてほしい。")]
    [InlineData("団体A", "団体名|子ども食堂", "目的|居場所づくり", "対象|小中学生", "期間|令和6年4月", "課題|食材が集まらない。", "要望|倉庫を貸してほしい。")]
    [InlineData("事業A", "事業名|子ども食堂", "目的|居場所づくり", "対象|小中学生", "期間|令和6年4月", "課題|食材が集まらない。", "要望|倉庫を貸してほしい。")]
    [InlineData("声", "来場者の声", "楽しかった", "駅から遠い", "また来たい")]
    [InlineData("声", "感想", "楽しかった", "駅から遠い", "2024年6月", "また来たい")]
    [InlineData("様式", "令和6年度 調査", "※ 色の欄に入力してください。（記入例）は右のシートです", "施設名|課題", "北寮|雪かきの人手が足りない。")]
    [InlineData("説明", "会場の様子", "静かだった", "特になし")]
    public void Sheets_of_answers_stay(string name, params string[] rows) =>
        Assert.Equal(2, OtherSheets.Without("a.xlsx", [Sheet(name, rows), Sheet("結果", Answers)], _ => false).Answers.Count);

    [Fact]
    public void What_the_user_names_stays_and_so_does_a_workbook_of_nothing_else()
    {
        var sheet = Sheet("記入例", Answers);

        Assert.Equal(2, OtherSheets.Without("a.xlsx", [sheet, Sheet("結果", Answers)], s => s.Name == "記入例").Answers.Count);
        Assert.Single(OtherSheets.Without("a.xlsx", [sheet], _ => false).Answers);
    }

    private static Sheet Sheet(string name, string[] rows) => new(name, [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')]))], []);
}
