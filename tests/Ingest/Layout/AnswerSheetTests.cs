using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class AnswerSheetTests
{
    private const string Head = "令和8年度　送迎に関するアンケート　回答票\n\n法人名：架空会\nセンター名：みさきセンター\n記入者：架空　花子\n\n";

    [Theory]
    [InlineData("問1　送迎で困っていることを御記入ください。\n車が足りない。\n冬は特に困る。\n\n問2　県への要望\n　様式をそろえてほしい。\n\n問3　その他\n特になし\n")]
    [InlineData("問1　送迎で困っていることを御記入ください。\n（回答）車が足りない。\n（回答）冬は特に困る。\n問2　県への要望\n回答：様式をそろえてほしい。\n問3　その他\n【回答】特になし\n御協力ありがとうございました。\n")]
    [InlineData("問1　送迎で困っていることを御記入ください。\n　　（複数ある場合は分けて）\n　　どのようなことでもお書きください。\n車が足りない。\n\n冬は特に困る。\n問2　県への要望\n様式をそろえて\nほしい。\n問3　その他\n特になし\n")]
    [InlineData("【問１】送迎で困っていることを御記入ください。\n・車が足りない。\n・冬は特に困る。\n【問２】県への要望\n・様式をそろえてほしい。\n【問３】その他\n・特になし\n")]
    [InlineData("１　送迎で困っていることを御記入ください。\n車が足りない。\n冬は特に困る。\n２　県への要望\n様式をそろえてほしい。\n３　その他\n特になし\n")]
    public void What_stands_below_a_question_is_the_respondents_answer(string answers)
    {
        var corpus = Folder.Read("a.txt", Head + answers);

        Assert.Equal(
            ["送迎で困っていることを御記入ください。: 車が足りない。", "送迎で困っていることを御記入ください。: 冬は特に困る。", "県への要望: 様式をそろえてほしい。"],
            corpus.Comments.Select(c => $"{c.Question}: {c.Text}"));
        Assert.All(corpus.Comments, c => Assert.Equal(("みさきセンター", CommentKind.Answer, 2026), (c.Respondent, c.Kind, c.Year)));
        Assert.Equal(("みさきセンター", "その他"), (Assert.Single(corpus.LeftOut, l => l.Reason == LeftOutReason.NothingToSay).Respondent, corpus.LeftOut.Single(l => l.Reason == LeftOutReason.NothingToSay).Question));
        Assert.DoesNotContain(corpus.Comments, c => c.Text.Contains("架空", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("なし", LeftOutReason.NothingToSay)]
    [InlineData("ない", LeftOutReason.NothingToSay)]
    [InlineData("なし。", LeftOutReason.NothingToSay)]
    [InlineData("無回答", LeftOutReason.Blank)]
    public void One_word_below_a_question_is_its_answer(string word, LeftOutReason reason)
    {
        var corpus = Folder.Read("a.txt", $"令和５年度　調査\n\nセンター名：みさき\n問１　課題\n会議が多い。\n問２　要望\n{word}\n\nセンター名：はまべ\n問１　課題\n{word}\n問２　要望\nよさん\n");

        Assert.Equal([("みさき", "課題", "会議が多い。"), ("はまべ", "要望", "よさん")], corpus.Comments.Select(c => (c.Respondent, c.Question, c.Text)));
        Assert.Equal([(reason, "みさき", "要望"), (reason, "はまべ", "課題")], corpus.LeftOut.Where(l => l.Reason != LeftOutReason.Aside).Select(l => (l.Reason, l.Respondent, l.Question)));
    }

    [Theory]
    [InlineData("センター名：みさき　記入者：架空　年度：令和５年度\nQ1　困っていること\nA1　支援員が足りない。\nQ2　今後の希望\nA2　研修を受けたい。\n")]
    [InlineData("センター名　　：　みさき\n記入者　　　　：　架空\n１．困っていること\n　支援員が足りない。\n２．今後の希望について\n　研修を受けたい。\n")]
    public void A_sheet_is_known_by_its_numbered_answers_or_by_who_wrote_it(string text)
    {
        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(["支援員が足りない。", "研修を受けたい。"], corpus.Comments.Select(c => c.Text));
        Assert.All(corpus.Comments, c => Assert.Equal("みさき", c.Respondent));
        Assert.Null(corpus.Sources[0].Title);
    }

    [Fact]
    public void Answers_that_say_so_may_name_their_offices_behind_them()
    {
        var corpus = Folder.Read("a.txt", "アンケートまとめ（令和６年度）\n\nQ1.　困っていることは何ですか。\n\n回答：訪問の頻度を減らしたい。（みさきセンター）\n回答：時間を増やしてほしい。\n　　　新人も参加したい。（はまべセンター）\n回答：特になし（いずみセンター）\n");

        Assert.Equal([("みさきセンター", "訪問の頻度を減らしたい。（みさきセンター）"), ("はまべセンター", "時間を増やしてほしい。新人も参加したい。（はまべセンター）")], corpus.Comments.Select(c => (c.Respondent, c.Text)));
        Assert.Equal((LeftOutReason.NothingToSay, "いずみセンター"), (Assert.Single(corpus.LeftOut).Reason, corpus.LeftOut[0].Respondent));
    }

    [Theory]
    [InlineData("【意見１】\n給食費を無償にしてほしい。\n【市の考え方】\n国の動向を注視します。\n\n【意見２】\n声を聞く場を作ってほしい。\n【市の考え方】\nご意見のとおり進めます。\n")]
    [InlineData("意見１：給食費を無償にしてほしい。\n市の考え方：国の動向を注視します。\n\n意見２：声を聞く場を作ってほしい。\n市の考え方：ご意見のとおり進めます。\n")]
    [InlineData("番号：1\n意見：給食費を無償にしてほしい。\n市の考え方：国の動向を注視します。\n番号：2\n意見：声を聞く場を作ってほしい。\n市の考え方：ご意見のとおり進めます。\n")]
    public void An_authority_s_replies_are_no_comments_which_is_told(string opinions)
    {
        var corpus = Folder.Read("a.txt", "計画（案）への意見と市の考え方\n\n" + opinions);

        Assert.Equal(["給食費を無償にしてほしい。", "声を聞く場を作ってほしい。"], corpus.Comments.Select(c => c.Text));
        Assert.Equal(["国の動向を注視します。", "ご意見のとおり進めます。"], corpus.LeftOut.Select(l => l.Text).Where(t => !t.StartsWith("番号", StringComparison.Ordinal)));
        Assert.Contains("2か所", Assert.Single(corpus.Problems).What.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_opinion_is_read_without_a_title()
    {
        var corpus = Folder.Read("a.txt", "【意見１】\n給食費を無償にしてほしい。\n【市の考え方】\n国の動向を注視します。\n【意見２】\n声を聞く場を作ってほしい。\n【市の考え方】\nご意見のとおり進めます。\n");

        Assert.Equal(["給食費を無償にしてほしい。", "声を聞く場を作ってほしい。"], corpus.Comments.Select(c => c.Text));
    }

    [Theory]
    [InlineData("■受付番号1", "■受付番号2", "■受付番号3")]
    [InlineData("回答者１", "回答者２", "回答者３")]
    public void Forms_below_each_other_give_what_their_opinions_label_says(string first, string second, string third)
    {
        var corpus = Folder.Read("a.txt", $"{first}\n性別：女性\n年齢：40代\nご意見：窓口の案内がわかりにくい。\n\n{second}\n性別：男性\n年齢：60代\nご意見：なし\n\n{third}\n性別：女性\n年齢：20代\nご意見：\n予約をネットでしたい。\n");

        Assert.Equal([("ご意見", "窓口の案内がわかりにくい。"), ("ご意見", "予約をネットでしたい。")], corpus.Comments.Select(c => (c.Question, c.Text)));
        Assert.Equal("なし", Assert.Single(corpus.LeftOut, l => l.Reason == LeftOutReason.NothingToSay).Text);
    }

    [Fact]
    public void A_form_may_say_whose_it_is()
    {
        var corpus = Folder.Read("a.txt", "No.1\n事業所名：みさき事業所\nご意見：車が足りない。\n\nNo.2\n事業所名：はまべ事業所\nご意見：職員が足りない。\n\nNo.3\nご意見：冬は寒い。\n");

        Assert.Equal(["みさき事業所: 車が足りない。", "はまべ事業所: 職員が足りない。", ": 冬は寒い。"], corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
    }

    [Fact]
    public void A_line_that_numbers_the_sheets_is_no_answer()
    {
        var corpus = Folder.Read("a.txt", "令和５年度　調査\n\n■回答者１\nセンター名：みさき\n問１　課題\n会議が多い。\n\n■回答者２\nセンター名：はまべ\n問１　課題\n車が足りない。\n");

        Assert.Equal(["みさき: 会議が多い。", "はまべ: 車が足りない。"], corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
    }

    [Fact]
    public void A_heading_amid_the_answers_stands_above_those_below_it()
    {
        var corpus = Folder.Read("a.txt", Head + "問1　困っていること\n（１）車\n車が足りない。\n（２）職員\n夜の職員が足りない。\n");

        Assert.Equal(["車", "職員"], corpus.Comments.Select(c => c.Attributes.Single(a => a.Name == CommentAttribute.Heading).Value));
        Assert.All(corpus.Comments, c => Assert.Equal("困っていること", c.Question));
    }

    [Fact]
    public void A_sheet_without_a_title_is_known_by_what_it_asks()
    {
        var corpus = Folder.Read("a.txt", "事業所名　みさき事業所\n担当者　架空\n１　現状について教えてください。\n　職員が足りない。\n２　県に望むことはありますか。\n□ある　□ない\n→「ある」の場合、具体的に御記入ください。\n車を増やしたい。\n");

        Assert.Equal(["現状について教えてください。: 職員が足りない。", "県に望むことはありますか。: 車を増やしたい。"], corpus.Comments.Select(c => $"{c.Question}: {c.Text}"));
        Assert.All(corpus.Comments, c => Assert.Equal("みさき事業所", c.Respondent));
    }

    [Fact]
    public void Sheets_below_each_other_have_their_own_respondents()
    {
        var corpus = Folder.Read("a.txt", Head + "問1　困っていること\n車が足りない。\n\nセンター名：はまべセンター\n問1　困っていること\n職員が足りない。\n");

        Assert.Equal(["みさきセンター", "はまべセンター"], corpus.Comments.Select(c => c.Respondent));
    }

    [Theory]
    [InlineData("")]
    [InlineData("施設別回答\n\n")]
    [InlineData("令和6年度 子ども会議 感想\n\n")]
    [InlineData("センター別の調査結果\n\n")]
    public void Sheets_are_known_by_the_same_question_below_each_name(string title)
    {
        var corpus = Folder.Read("a.txt", title + "センター名：みさきセンター\n問１　現在の課題\n職員が足りない。\n問２　利用者数\n12\n問３　要望\nはい\n\nセンター名：はまべセンター\n問１　現在の課題\nなし\n問２　利用者数\n7\n問３　要望\n車を増やしてほしい。\n");

        Assert.Equal(
            ["みさきセンター, 現在の課題: 職員が足りない。", "みさきセンター, 要望: はい", "はまべセンター, 要望: 車を増やしてほしい。"],
            corpus.Comments.Select(c => $"{c.Respondent}, {c.Question}: {c.Text}"));
        Assert.Equal("はまべセンター", Assert.Single(corpus.LeftOut, l => l.Reason == LeftOutReason.NothingToSay).Respondent);
    }

    [Fact]
    public void One_sheet_needs_no_title() =>
        Assert.Equal(
            [("みさきセンター", "困っていること"), ("みさきセンター", "要望")],
            Folder.Read("a.txt", "センター名：みさきセンター\n問１　困っていること\n夜の電話が多い。\n問２　要望\n車を増やしてほしい。\n").Comments.Select(c => (c.Respondent, c.Question)));

    [Fact]
    public void Numbers_that_each_respondent_answers_are_questions()
    {
        var corpus = Folder.Read("a.txt", "団体名：みさき会\n1. 活動の内容\n月に一度、配食をしている。\n2. 困っていること\n特になし\n3. 行政への要望\n手続きを簡単にしてほしい。\n\n団体名：はまべ会\n1. 活動の内容\n見守り\n2. 困っていること\n会員の高齢化\n3. 行政への要望\nなし\n");

        Assert.Equal(
            ["みさき会, 活動の内容: 月に一度、配食をしている。", "みさき会, 行政への要望: 手続きを簡単にしてほしい。", "はまべ会, 活動の内容: 見守り", "はまべ会, 困っていること: 会員の高齢化"],
            corpus.Comments.Select(c => $"{c.Respondent}, {c.Question}: {c.Text}"));
        Assert.Equal(["みさき会", "はまべ会"], corpus.LeftOut.Where(l => l.Reason == LeftOutReason.NothingToSay).Select(l => l.Respondent));
    }

    [Fact]
    public void A_person_s_name_begins_a_sheet_and_is_not_kept()
    {
        var corpus = Folder.Read("a.txt", "令和6年度 調査\n\n氏名：海野\n問１　課題\n職員が足りない。\n問２　要望\nはい\n\n氏名：池本\n問１　課題\nなし\n問２　要望\n車を増やしてほしい。\n");

        Assert.Equal([(null, "課題", "職員が足りない。"), (null, "要望", "はい"), (null, "要望", "車を増やしてほしい。")], corpus.Comments.Select(c => (c.Respondent, c.Question, c.Text)));
    }

    [Fact]
    public void Prose_below_a_question_of_a_report_is_no_answer() =>
        Assert.Empty(Folder.Read("a.txt", "送迎に関するアンケート調査結果\n施設名：みさきセンター\n\n問1　困っていること\n車が足りないという回答が多かった。\n").Comments);

    [Fact]
    public void Ways_of_giving_no_answer_are_told_apart_in_running_text()
    {
        var corpus = Folder.Read("a.txt", "自由記述（抜粋）\n\nみさきセンター\n・車が足りない。\n・同上\n・別紙のとおり\n・対象外\nはまべセンター\n・職員が足りない。\n・特になし\n・無回答\n");

        Assert.Equal(["車が足りない。", "職員が足りない。"], corpus.Comments.Select(c => c.Text));
        Assert.Equal(
            [LeftOutReason.AsAbove, LeftOutReason.Elsewhere, LeftOutReason.NotAsked, LeftOutReason.NothingToSay, LeftOutReason.Blank],
            corpus.LeftOut.Select(l => l.Reason));
    }

    [Theory]
    [InlineData("a.txt", "送迎の手引き\n\n車は毎朝点検する。\n", "見分けられる文章がない")]
    [InlineData("a.csv", "センター名,ご意見\nみさき,特になし\nはまべ,無回答\n", "意見のない回答だけ")]
    public void A_file_without_comments_is_told_with_what_to_do(string name, string text, string why)
    {
        var problem = Assert.Single(Folder.Read(name, text).Problems);

        Assert.Equal((name, ProblemSeverity.Notice), (problem.File, problem.Severity));
        Assert.Contains(why, problem.What.Ja, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Remedy.Ja);
    }
}
