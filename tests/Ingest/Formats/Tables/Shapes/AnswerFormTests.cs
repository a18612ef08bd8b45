using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;
using FeedbackLab.Ingest.Formats.Tables.Shapes;

namespace FeedbackLab.Ingest.Tests.Formats.Tables.Shapes;

public sealed class AnswerFormTests
{
    [Fact]
    public void Answers_stand_below_their_questions_and_names_beside_their_labels()
    {
        var reading = Read(
            "様式１",
            "令和７年度　定着支援アンケート　回答票",
            "法人名||架空会",
            "センター名||みさき",
            "記入者||架空 太郎|電話|000-0000",
            "問１　困っていることを御記入ください。",
            "会議が多い。",
            "部屋が狭い。",
            "問２　県への要望を御記入ください。",
            "特になし",
            "御協力ありがとうございました。");

        var comment = Assert.Single(reading.Comments);
        Assert.Equal(("みさき", "会議が多い。\n部屋が狭い。", "問１困っていることを御記入ください。", 2025), (comment.Respondent, comment.Text, comment.Question, comment.Year));
        Assert.Equal([("法人名", "架空会"), ("記入者", "架空 太郎"), ("電話", "000-0000")], comment.Attributes.Select(a => (a.Name, a.Value)));
        Assert.Equal([ColumnRole.Personal, ColumnRole.Personal], reading.Mapping.Columns.Where(c => c.Header is "記入者" or "電話").Select(c => c.Role));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(reading.LeftOut).Reason);
    }

    [Fact]
    public void Two_names_in_a_row_and_answers_beside_the_questions()
    {
        var reading = Read("センター名|みさき|記入者|架空 太郎", "問1 困っていること|会議が多い。", "問2 要望|部屋を広くしてほしい。");

        Assert.Equal([("みさき", "会議が多い。"), ("みさき", "部屋を広くしてほしい。")], reading.Comments.Select(c => (c.Respondent!, c.Text)));
    }

    [Theory]
    [InlineData("センター名：みさき", "記入者：架空 太郎")]
    [InlineData("センター名：みさき|記入者：架空 太郎")]
    [InlineData("センター名：|みさき|記入者：|架空 太郎")]
    public void A_colon_parts_a_label_from_its_value(params string[] names)
    {
        var reading = Read([.. names, "問1 困っていること", "記入者：書く欄が狭い。"]);

        Assert.Equal(("みさき", "記入者：書く欄が狭い。"), (Assert.Single(reading.Comments).Respondent, reading.Comments[0].Text));
        Assert.Equal([new CommentAttribute("記入者", "架空 太郎")], reading.Comments[0].Attributes);
    }

    [Fact]
    public void A_list_of_questions_below_the_names_is_answered_beside_them()
    {
        var reading = Read("センター名|みさきセンター", "対象年度|令和4年度", "", "番号|質問|回答", "1|企業との関わり|会議が多い。", "2|生活支援|特になし", "3|職員体制|");

        Assert.Equal(("みさきセンター", "会議が多い。", 2022), (Assert.Single(reading.Comments).Respondent, reading.Comments[0].Text, reading.Comments[0].Year));
        Assert.Equal([LeftOutReason.NothingToSay, LeftOutReason.Blank], reading.LeftOut.Select(l => l.Reason));
        Assert.All(reading.LeftOut, l => Assert.Equal(("みさきセンター", 2022), (l.Respondent, l.Year)));
    }

    [Theory]
    [InlineData("市名|桃山市|センター名|みさき")]
    [InlineData("区市町村|桃山市|センター名|みさき")]
    [InlineData("所管|桃山市|センター名|みさき")]
    public void Beside_a_known_label_another_one_stands_before_its_value(string names)
    {
        var reading = Read(names, "問１　目安はありますか。", "三年を目安にしている。", "問２　課題をご記入ください。", "（記入欄）", "会議が多い。");

        Assert.Equal(["三年を目安にしている。", "会議が多い。"], reading.Comments.Select(c => c.Text));
        Assert.All(reading.Comments, c => Assert.Equal(("みさき", "桃山市"), (c.Respondent, c.Attributes[0].Value)));
    }

    [Fact]
    public void Forms_below_each_other_are_a_respondent_s_each()
    {
        var reading = Read(
            "調査票（令和5年度）", "事業所名|みさき", "回答日|令和5年6月1日", "問１　課題|会議が多い。", "問２　要望|なし", "",
            "調査票（令和5年度）", "事業所名|はまべ", "回答日|令和5年6月2日", "問１　課題|部屋が狭い。", "問３　その他|書類が多い。");

        Assert.Equal(
            [("みさき", "問１課題", "会議が多い。"), ("はまべ", "問１課題", "部屋が狭い。"), ("はまべ", "問３その他", "書類が多い。")],
            reading.Comments.Select(c => (c.Respondent!, c.Question!, c.Text)));
        Assert.Equal(("みさき", LeftOutReason.NothingToSay), (reading.LeftOut[0].Respondent, reading.LeftOut[0].Reason));
        Assert.All(reading.Comments, c => Assert.Equal(2023, c.Year));
    }

    [Fact]
    public void Corporation_and_office_make_one_respondent()
    {
        var reading = Read("法人名|架空会", "センター名|みさき", "記入者|架空 太郎", "問1 困っていること|会議が多い。", "問2 要望|なし");

        Assert.Equal(("みさき", "会議が多い。"), (Assert.Single(reading.Comments).Respondent, reading.Comments[0].Text));
    }

    [Fact]
    public void The_parts_of_a_question_have_a_cell_each()
    {
        var reading = Read("事業所名|みさき", "問1 会議について", "課題|会議が多い。", "対応策|回数を減らす。", "問1と同じ|なし");

        Assert.Equal(["問1会議について／課題", "問1会議について／対応策"], reading.Comments.Take(2).Select(c => c.Question));
    }

    [Fact]
    public void An_answer_that_points_at_another_question_is_no_question()
    {
        var reading = Read("事業所名|みさき", "問1 困っていること", "会議が多い。", "問2 要望", "問1と同じ");

        Assert.Equal(["問1困っていること", "問2要望"], reading.Comments.Select(c => c.Question).Concat(reading.LeftOut.Select(l => l.Question)));
    }

    [Fact]
    public void Boxes_stand_side_by_side_and_are_no_words()
    {
        var reading = Read("センター名|みさき", "問1 困っていること", "会議が多い。", "問2 連携先（該当に☑）", "☑病院|☐学校|☑役所", "問3 要望", "部屋を広くしてほしい。");

        Assert.Equal([("みさき", "会議が多い。"), ("みさき", "部屋を広くしてほしい。")], reading.Comments.Select(c => (c.Respondent!, c.Text)));
        Assert.Equal([new CommentAttribute("問2連携先（該当に☑）", "☑病院\n☐学校\n☑役所")], reading.Comments[0].Attributes);
    }

    [Fact]
    public void A_table_below_a_question_is_asked_for_by_row_and_column()
    {
        var reading = Read("センター名|みさき", "問1 登録者数を記入してください。", "障害種別|人数|うち就職者", "知的|30|5", "精神|40|", "問2 困っていること", "会議が多い。");

        Assert.Equal("会議が多い。", Assert.Single(reading.Comments).Text);
        Assert.Equal(
            [("問1登録者数を記入してください。／知的／人数", "30"), ("問1登録者数を記入してください。／知的／うち就職者", "5"), ("問1登録者数を記入してください。／精神／人数", "40")],
            reading.Comments[0].Attributes.Select(a => (a.Name, a.Value)));
    }

    [Fact]
    public void A_list_of_questions_and_answers_below_a_name_is_that_respondent_s()
    {
        var reading = Read("センター名|みさき", "No|設問|回答", "1|困っていること|会議が多い。", "2|今後の取組|研修会を開く。", "3|県への要望");

        Assert.Equal([("みさき", "1困っていること"), ("みさき", "2今後の取組")], reading.Comments.Select(c => (c.Respondent!, c.Question!)));
        Assert.Equal((LeftOutReason.Blank, "3県への要望"), (Assert.Single(reading.LeftOut).Reason, reading.LeftOut[0].Question));
    }

    [Fact]
    public void Numbers_stand_left_of_the_questions_and_of_their_answers()
    {
        var reading = Read(
            "様式１|||令和8年7月1日", "令和８年度　現況調査　回答票", "センター名||みさき|記入者|架空 太郎",
            "１．支援の状況", "問１|困っていることを記入してください。", "|会議が多い。", "問２|連携先（該当に☑）", "|☑病院|☐学校", "|その理由|通院する人が多い。",
            "２．要望等", "問３|県への要望", "|部屋を広くしてほしい。", "問４|その他（自由記述）", "|特になし", "御協力ありがとうございました。");

        Assert.Equal(
            [("問１困っていることを記入してください。", "会議が多い。"), ("問２連携先（該当に☑）／その理由", "通院する人が多い。"), ("問３県への要望", "部屋を広くしてほしい。")],
            reading.Comments.Select(c => (c.Question!, c.Text)));
        Assert.All(reading.Comments, c => Assert.Equal(("みさき", 2026), (c.Respondent, c.Year)));
        Assert.Equal((LeftOutReason.NothingToSay, "問４その他（自由記述）"), (Assert.Single(reading.LeftOut).Reason, reading.LeftOut[0].Question));
    }

    [Theory]
    [InlineData("センター名|ご意見", "みさき|会議が多い。", "はまべ|部屋が狭い。")]
    [InlineData("問1 困っていること", "センター名|件数と内容", "みさき|会議が多い。", "はまべ|部屋が狭い。")]
    [InlineData("センター名|問1 これからの取組", "みさき|会議を減らす", "はまべ|部屋を広げる")]
    [InlineData("法人名|センター名|問1 困っていること", "架空会|みさき|会議が多い。")]
    [InlineData("日時|6月1日", "場所|市役所", "議題|課題について")]
    public void Lists_and_minutes_are_no_answer_sheets(params string[] rows)
    {
        var sheet = Sheet(rows);
        Assert.Same(sheet, TurnedSheet.Of(sheet));
    }

    private static Sheet Sheet(string[] rows) => new("回答", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r.Split('|')]))], []);

    private static TableReading Read(params string[] rows) => TableReader.Read("a.xlsx", "0", Sheet(rows), new ReadOptions(), hasLines: false);
}
