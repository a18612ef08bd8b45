using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class ReportAndStatementTests
{
    [Fact]
    public void Passages_that_evaluate_work_answer_the_heading_above_them()
    {
        const string text = """
            令和４年度　わかば就労支援センター　事業報告

            １　相談支援
            相談の質を高める。
            【成果と課題】
            ① 相談件数は昨年より増えた。一方で、職員が足りない。
            ② 夜間の相談にも応じたが、体制は十分でない。
            ＜参加した研修＞
            ア．面接の基礎（１名）
            ２　企業支援
            【成果と課題】
            企業への説明会を二回開いた。
            """;

        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(["相談支援", "相談支援", "企業支援"], corpus.Comments.Select(c => c.Question));
        Assert.All(corpus.Comments, c => Assert.Equal((CommentKind.Report, "わかば就労支援センター", 2022), (c.Kind, c.Respondent, c.Year)));
        Assert.Equal("相談件数は昨年より増えた。一方で、職員が足りない。", corpus.Comments[0].Text);
    }

    [Fact]
    public void Evaluations_are_found_under_headings_in_other_dress()
    {
        const string text = """
            令和５年度　つばさ支援センター　実績報告書

            １．就職の支援
            　（取組）
            　面接会を三回開いた。
            　（成果と課題）
            　就職した人は十二名で、前の年より三名多い。
            ■課題
            　職員の経験に差がある。
            """;

        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(["就職した人は十二名で、前の年より三名多い。", "職員の経験に差がある。"], corpus.Comments.Select(c => c.Text));
        Assert.All(corpus.Comments, c => Assert.Equal(("つばさ支援センター", "就職の支援"), (c.Respondent, c.Question)));
    }

    [Fact]
    public void A_title_that_quotes_answers_makes_paragraphs_anonymous_answers()
    {
        var corpus = Folder.Read("a.txt", "アンケート自由記述（令和6年度実施）\n\n・夜間の電話が増えている。\n\n・特にありません\n\n職員の数が足りないので、訪問の回数を減らさざるを得ない。\n");

        Assert.Equal(2, corpus.Comments.Length);
        Assert.All(corpus.Comments, c => Assert.Equal((CommentKind.Answer, null, 2024), (c.Kind, c.Respondent, c.Year)));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(corpus.LeftOut).Reason);
    }

    [Fact]
    public void A_signed_statement_keeps_its_own_paragraphs_apart_from_quoted_answers()
    {
        const string text = """
            働き続けるための支援について（意見）

            ひなた市就労支援センター

            所長 青木 花

            　このたびは発言の機会をいただきありがとうございます。

            (1) 登録者の増加について

            　登録者は増え続けており、職員の数が追いつきません。新しい相談に応じるまで二か月お待ちい

            ただくこともあります。

            　医療との連携にも時間がかかります。

            (2) 令和３年度アンケートより支援センターの声（抜粋）

            　夜間の電話への対応が難しい。

            　住まいの相談が増えて

            いる。

            以上
            """;

        var corpus = Folder.Read("a.txt", text);

        Assert.Equal([CommentKind.Statement, CommentKind.Statement, CommentKind.Answer, CommentKind.Answer], corpus.Comments.Select(c => c.Kind));
        Assert.Equal("ひなた市就労支援センター", corpus.Comments[0].Respondent);
        Assert.Equal("登録者の増加について", corpus.Comments[0].Question);
        Assert.Null(corpus.Comments[2].Respondent);
        Assert.Equal(2021, corpus.Comments[2].Year);
        Assert.Equal("住まいの相談が増えている。", corpus.Comments[3].Text);
        Assert.Equal(LeftOutReason.Aside, Assert.Single(corpus.LeftOut).Reason);
    }

    [Theory]
    [InlineData("令和６年１０月３日\n海山県知事　様\n　　　　　　　海山連絡会\n　　　　　　　会長　架空　花子\n\n要望書\n\n１　送迎について\n　送迎の車を増やしてください。\n", 2024)]
    [InlineData("令和６年１０月３日\n\n青葉市長　様\n\n　　　　　　　海山連絡会\n　　　　　　　代表　架空　花子\n\n要　望　書\n\n　下記のとおり要望します。\n\n記\n\n１　送迎の車を増やしてください。\n", 2024)]
    [InlineData("海山県知事　殿\n\n海山連絡会　会長　架空　花子\n\n令和７年度要望書\n\n１　送迎について\n　送迎の車を増やしてください。\n", 2025)]
    [InlineData("海山要望書\n\n海山県知事　様\n\n令和６年10月１日\n海山連絡会　会長　架空　花子\n\n次のとおり要望します。\n\n１　送迎について\n　送迎の車を増やしてください。\n", 2024)]
    public void Who_signs_a_petition_speaks_and_not_whom_it_is_sent_to(string text, int year)
    {
        var corpus = Folder.Read("a.txt", text);

        var comment = Assert.Single(corpus.Comments);
        Assert.Equal((CommentKind.Statement, "海山連絡会", "送迎の車を増やしてください。", year), (comment.Kind, comment.Respondent, comment.Text, comment.Year));
        Assert.EndsWith("要望書", corpus.Sources[0].Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("　　　　　　　　　　　　　　１２", "　　　　　　　　　　　　　　１３")]
    [InlineData("12", "13")]
    public void The_number_of_a_page_is_no_evaluation(string first, string second)
    {
        var corpus = Folder.Read("a.txt", $"令和６年度　事業報告書\n\n１　相談の状況\n【成果と課題】\n　電話の相談が増えている。\n\n{first}\n２　生活支援\n【成果と課題】\n　金銭の管理に困る人が多い。\n{second}\n");

        Assert.Equal(["電話の相談が増えている。", "金銭の管理に困る人が多い。"], corpus.Comments.Select(c => c.Text));
    }
}
