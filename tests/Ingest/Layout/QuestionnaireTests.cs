using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class QuestionnaireTests
{
    private const string Plain = """
        ２．アンケート結果（令和4年 8月実施）
        みなと就労支援センター
        ● 引き継ぎの連絡が終了の直前になることが多く、本人と顔を合わせる前に支援が始まってしま
          う。
        ● 利用料の説明を誰がするのか決まっていない
        ひだまり
        ＜良い点＞
        ● 職員どうしの顔が見えていて、困ったときに電話をかける相手がすぐに思い浮かぶのは大き
        い。
        ＜困っている点＞
        ● 特になし
        あおば園
        ① 企業から見ると窓口が二つあり、「どちらに電話すればよいのか分からない。」という声があ
        る。
        ② 報告書の様式がばらばらである。
        ３．考察
        　以上の結果から、連携の強化が求められる。
        """;

    [Fact]
    public void Bullets_belong_to_the_name_above_them()
    {
        var corpus = Folder.Read("a.txt", Plain);

        Assert.Equal(
            ["みなと就労支援センター", "みなと就労支援センター", "ひだまり", "あおば園", "あおば園"],
            corpus.Comments.Select(c => c.Respondent));
        Assert.All(corpus.Comments, c => Assert.Equal(CommentKind.Answer, c.Kind));
    }

    [Fact]
    public void Wraps_are_undone_and_lines_kept()
    {
        var first = Folder.Read("a.txt", Plain).Comments[0];

        Assert.Equal("引き継ぎの連絡が終了の直前になることが多く、本人と顔を合わせる前に支援が始まってしまう。", first.Text);
        Assert.Equal((3, 4), (first.Place.LineStart, first.Place.LineEnd));
    }

    [Fact]
    public void The_heading_is_the_question_and_gives_the_year()
    {
        var first = Folder.Read("a.txt", Plain).Comments[0];

        Assert.Equal("アンケート結果（令和4年8月実施）", first.Question);
        Assert.Equal(2022, first.Year);
    }

    [Fact]
    public void Headings_inside_answers_become_attributes_and_nothing_to_say_is_kept_apart()
    {
        var corpus = Folder.Read("a.txt", Plain);

        Assert.Equal([new CommentAttribute(CommentAttribute.Heading, "良い点")], corpus.Comments[2].Attributes);
        var none = Assert.Single(corpus.LeftOut, l => l.Reason == LeftOutReason.NothingToSay);
        Assert.Equal("ひだまり", none.Respondent);
    }

    [Fact]
    public void Discussion_after_the_answers_is_set_aside()
    {
        var aside = Assert.Single(Folder.Read("a.txt", Plain).LeftOut, l => l.Reason == LeftOutReason.Aside);

        Assert.Equal("以上の結果から、連携の強化が求められる。", aside.Text);
    }

    [Theory]
    [InlineData("【", "】", "・")]
    [InlineData("■", "", "・")]
    [InlineData("", "：", "-　")]
    public void Names_are_found_in_other_dress(string open, string close, string bullet)
    {
        var text = $"""
            3. アンケート結果
            {open}北部就業・生活支援センター{close}
            {bullet}生活面の相談がセンターに集まってくる。
            {bullet}余暇の過ごし方の相談も多い。
            {open}南部支援センター{close}
            {bullet}会議が多すぎて訪問の時間が取れない。
            """;

        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(["北部就業・生活支援センター", "北部就業・生活支援センター", "南部支援センター"], corpus.Comments.Select(c => c.Respondent));
    }

    [Fact]
    public void A_name_spaced_out_in_a_table_is_the_same_respondent()
    {
        const string text = """
            １．件数
             センター名 令和4年度 令和 5年度
            1 若 葉 10 20
            2 こもれび 3 4
            合 計 13 24
            ２．アンケート結果
            若葉
            ・夜間の電話が増えた。
            こもれび
            ・書類の様式がそろっていない。
            """;

        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(["若葉", "こもれび"], corpus.Comments.Select(c => c.Respondent));
        Assert.Equal(["若葉", "こもれび"], corpus.Tables[0].Rows.Select(r => r.Label));
        Assert.Empty(corpus.Problems);
    }

    [Fact]
    public void Questions_asked_of_the_same_respondents_are_kept_apart()
    {
        const string text = """
            問１　引き継ぎについて困っていることを教えてください。
            みなと就労支援センター
            ・連絡が遅い。
            こだま支援センター
            ・書類が多い。
            問２　企業との関係について教えてください。
            みなと就労支援センター
            ・担当者がよく替わる。
            """;

        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(["引き継ぎについて困っていることを教えてください。", "引き継ぎについて困っていることを教えてください。", "企業との関係について教えてください。"], corpus.Comments.Select(c => c.Question));
        Assert.Equal("みなと就労支援センター", corpus.Comments[2].Respondent);
    }
}
