using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Tests.Formats.Tables;

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
