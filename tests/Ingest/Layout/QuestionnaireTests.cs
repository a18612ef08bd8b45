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
    public void A_page_break_inside_an_answer_leaves_no_trace()
    {
        const string text = "1. アンケート結果\nみなと支援センター\n・引き継ぎの連絡が終了の直前になることが多く、本人と顔を合わせる前に支援が\n- 3 -\n\f始まってしまう。\n・書類が多い。\nこだま支援センター\n・連絡が早い。\n";

        var corpus = Folder.Read("a.txt", text);

        Assert.Equal("引き継ぎの連絡が終了の直前になることが多く、本人と顔を合わせる前に支援が始まってしまう。", corpus.Comments[0].Text);
        Assert.Equal((3, 5, 1), (corpus.Comments[0].Place.LineStart, corpus.Comments[0].Place.LineEnd, corpus.Comments[0].Place.Page));
        Assert.Equal(2, corpus.Comments[1].Place.Page);
    }

    [Fact]
    public void The_tail_of_a_sentence_above_a_bullet_is_no_name()
    {
        const string text = """
            1. アンケート結果
            みなと支援センター
            ・訓練を担当していた職員がそのまま働く場での支援に入り、ご本人の安心を支えることが好
            ましい
            ・利用者のことをよく知る職員が続けて関わることで、変化に早く気付くことができて早い手
            当てにつながる。
            ・書類が多い。
            こだま
            ・連絡が早い。
            """;

        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(["みなと支援センター", "みなと支援センター", "みなと支援センター", "こだま"], corpus.Comments.Select(c => c.Respondent));
        Assert.EndsWith("好ましい", corpus.Comments[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_bullet_of_a_symbol_font_is_not_part_of_the_answer()
    {
        const string text = "(1) アンケートに寄せられた声（抜粋）\n\uF0A1 夜間の電話が増えた。\n\uF0A1 書類の様式がそろっていない。\n";

        Assert.Equal(["夜間の電話が増えた。", "書類の様式がそろっていない。"], Folder.Read("a.txt", text).Comments.Select(c => c.Text));
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

    [Fact]
    public void A_short_answer_above_the_next_name_is_no_name()
    {
        var corpus = Folder.Read("a.txt", "意見のまとめ\n問１　課題について\n【みさきセンター】\n・会議が多い。\n【はまべセンター】\n人手の不足\n【いずみセンター】\n送迎の手段\n車の台数\n【こだまセンター】\n特になし\n【こぐれセンター】\n・部屋が狭い。");

        Assert.Equal(
            ["みさきセンター: 会議が多い。", "はまべセンター: 人手の不足", "いずみセンター: 送迎の手段", "いずみセンター: 車の台数", "こぐれセンター: 部屋が狭い。"],
            corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        Assert.Equal([(LeftOutReason.NothingToSay, "こだまセンター")], corpus.LeftOut.Where(l => l.Respondent is not null).Select(l => (l.Reason, l.Respondent!)));
    }

    [Fact]
    public void A_name_with_nothing_under_it_was_asked()
    {
        var corpus = Folder.Read("a.txt", "意見のまとめ\n問１　課題について\n【みさきセンター】\n・会議が多い。\n【はまべセンター】\n【いずみセンター】\n・部屋が狭い。\n問２　要望について\n【みさきセンター】\n・研修を増やしてほしい。\n【はまべセンター】\n");

        Assert.Equal(
            [(LeftOutReason.Blank, "はまべセンター", "課題について", 5), (LeftOutReason.Blank, "はまべセンター", "要望について", 11)],
            corpus.LeftOut.Select(l => (l.Reason, l.Respondent!, l.Question!, l.Place.LineStart)));
        Assert.Equal(3, corpus.Comments.Length);
    }

    [Fact]
    public void Questions_below_a_name_are_answered_by_it()
    {
        var corpus = Folder.Read("a.txt", "【みさきセンター】\n問１　困っていること\n　会議の回数\n問２　要望\n　研修の機会\n\n【はまべセンター】\n問１　困っていること\n　特になし\n問２　要望\n問３　その他\n　部屋を広くしてほしい。");

        Assert.Equal(
            ["みさきセンター 困っていること: 会議の回数", "みさきセンター 要望: 研修の機会", "はまべセンター その他: 部屋を広くしてほしい。"],
            corpus.Comments.Select(c => $"{c.Respondent} {c.Question}: {c.Text}"));
        Assert.Equal(
            [(LeftOutReason.NothingToSay, "はまべセンター", "困っていること"), (LeftOutReason.Blank, "はまべセンター", "要望")],
            corpus.LeftOut.Select(l => (l.Reason, l.Respondent!, l.Question!)));
    }

    [Fact]
    public void Under_an_office_s_name_an_answer_needs_no_bullet()
    {
        var corpus = Folder.Read("a.txt", "意見のまとめ\n\n問１　課題について\n\nみさきセンター\n・会議が多い。\n\nはまべセンター\n部屋が狭い。\n\nいずみセンター\n・送迎の車が足りない。\n\nこだまセンター\nなし\n\n問２　要望について\n\nみさきセンター\n研修を増やしてほしい。\n\nはまべセンター\n・窓口を決めてほしい。");

        Assert.Equal(
            ["みさきセンター: 会議が多い。", "はまべセンター: 部屋が狭い。", "いずみセンター: 送迎の車が足りない。", "みさきセンター: 研修を増やしてほしい。", "はまべセンター: 窓口を決めてほしい。"],
            corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        Assert.Equal((LeftOutReason.NothingToSay, "こだまセンター"), (Assert.Single(corpus.LeftOut).Reason, corpus.LeftOut[0].Respondent));
    }

    [Theory]
    [InlineData("なし")]
    [InlineData("特になし")]
    public void An_office_above_nothing_to_say_is_a_name(string none)
    {
        var corpus = Folder.Read("a.txt", $"令和５年度　調査\n\n問１　課題\nみさきセンター\n・人が足りない。\nはまべセンター\n{none}\n");

        Assert.Equal(("みさきセンター", "人が足りない。"), (Assert.Single(corpus.Comments).Respondent, corpus.Comments[0].Text));
        Assert.Equal((LeftOutReason.NothingToSay, "はまべセンター"), (Assert.Single(corpus.LeftOut).Reason, corpus.LeftOut[0].Respondent));
    }

    [Fact]
    public void Offices_that_come_again_under_each_question_are_names()
    {
        var corpus = Folder.Read("a.txt", "問１　困っていることは何ですか。\n\nみさきセンター\n会議が多い。\n\nはまべセンター\n部屋が狭い。\n\n問２　要望はありますか。\n\nみさきセンター\n特になし\n\nはまべセンター\n窓口を決めてほしい。");

        Assert.Equal(["みさきセンター: 会議が多い。", "はまべセンター: 部屋が狭い。", "はまべセンター: 窓口を決めてほしい。"], corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
    }

    [Fact]
    public void An_office_alone_above_a_paragraph_is_no_name() =>
        Assert.Empty(Folder.Read("a.txt", "相談室の年報\n\nみさきセンター\n会議が多い。部屋も狭い。\n\nはまべセンター\n窓口を決めてほしい。").Comments);

    [Theory]
    [InlineData("■よかった点\n・話を聞いてくれた。\n・早い\n\n■改善してほしい点\n・部屋が狭い。\n\n■その他\nいつも助かっています。")]
    [InlineData("１　自由記述\n　①よかった点\n　・話を聞いてくれた。\n　・早い\n　②改善してほしい点\n　・部屋が狭い。\n　③その他\n　　いつも助かっています。")]
    public void A_line_with_a_sign_of_its_own_heads_the_bullets_below_it(string answers)
    {
        var corpus = Folder.Read("a.txt", "利用者アンケート　自由記述（令和８年度）\n\n" + answers);

        Assert.Equal(
            [("よかった点", "話を聞いてくれた。"), ("よかった点", "早い"), ("改善してほしい点", "部屋が狭い。"), ("その他", "いつも助かっています。")],
            corpus.Comments.Select(c => (c.Attributes.Single(a => a.Name == CommentAttribute.Heading).Value, c.Text)));
    }

    [Fact]
    public void Answers_with_the_same_signs_are_answers()
    {
        Assert.Equal(3, Folder.Read("a.txt", "利用者アンケート　自由記述\n\n■夜の当番\n■送迎の車\n・朝が遅れる。").Comments.Length);
        Assert.Equal(
            ["夜の当番", "回数が多い。", "送迎の車", "朝が遅れる。"],
            Folder.Read("a.txt", "アンケート結果\nみさきセンター\n■夜の当番\n・回数が多い。\n■送迎の車\n・朝が遅れる。\nはまべセンター\n・特になし").Comments.Select(c => c.Text));
    }

    [Fact]
    public void Nothing_to_say_said_by_several_is_nothing_to_say()
    {
        var corpus = Folder.Read("a.txt", "利用者アンケート　自由記述\n\n・部屋が狭い。（３件）\n・特になし（３件）\n・なし（他２名）\n・特になし　７件\n・無回答（２）\n・無回答　２件");

        Assert.Equal("部屋が狭い。（３件）", Assert.Single(corpus.Comments).Text);
        Assert.Equal([LeftOutReason.NothingToSay, LeftOutReason.NothingToSay, LeftOutReason.NothingToSay, LeftOutReason.Blank, LeftOutReason.Blank], corpus.LeftOut.Select(l => l.Reason));
    }

    [Fact]
    public void A_line_set_in_below_the_words_of_its_bullet_goes_on_with_them() =>
        Assert.Equal(
            ["話をよく聞いてくれるので安心できる", "部屋が狭い。"],
            Folder.Read("a.txt", "利用者アンケート　自由記述\n\n　　・話をよく聞いてくれるので安心\n　　　できる\n　　・部屋が狭い。").Comments.Select(c => c.Text));

    [Fact]
    public void A_bullet_heads_what_is_set_in_below_it_with_another_sign()
    {
        var corpus = Folder.Read("a.txt", "アンケート結果\n\n問１　課題\n【みさきセンター】\n・企業との関係\n　－担当が替わる。\n　－情報が共有されていない。\n・部屋が狭い。\n【はまべセンター】\n・特になし\n");

        Assert.Equal(
            [("企業との関係", "担当が替わる。"), ("企業との関係", "情報が共有されていない。"), (null, "部屋が狭い。")],
            corpus.Comments.Select(c => (c.Attributes.SingleOrDefault(a => a.Name == CommentAttribute.Heading)?.Value, c.Text)));
    }

    [Theory]
    [InlineData("バスの本数を増やしてほしい")]
    [InlineData("夜道を明るく")]
    [InlineData("駅前が暗い")]
    [InlineData("料金を下げるべき")]
    [InlineData("街灯の増設")]
    [InlineData("職員の不足")]
    public void An_opinion_above_its_details_is_one(string opinion)
    {
        var corpus = Folder.Read("a.txt", $"問２　今後に望むこと\n・{opinion}\n　－朝が困る\n　－夜も困る\n・図書館の土曜開館\n");

        Assert.Equal([opinion, "朝が困る", "夜も困る", "図書館の土曜開館"], corpus.Comments.Select(c => c.Text));
        Assert.All(corpus.Comments, c => Assert.Empty(c.Attributes));
    }

    [Fact]
    public void Numbered_headings_may_begin_with_a_word_that_also_counts()
    {
        var corpus = Folder.Read("a.txt", "令和6年度 事業所アンケート 自由意見\n\n１　職員の確保\n・応募がない。\n２　施設の整備\n・車が古い。\n３　年末年始の開所\n・書類を減らしてほしい。\n");

        Assert.Equal([("職員の確保", "応募がない。"), ("施設の整備", "車が古い。"), ("年末年始の開所", "書類を減らしてほしい。")], corpus.Comments.Select(c => (c.Question, c.Text)));
    }

    [Fact]
    public void A_line_of_a_table_cut_out_of_a_pdf_is_no_name() =>
        Assert.Empty(Folder.Read("a.txt", "資料２\n・移行支援事業所からの\nみさき ・移行支援事業所からの\n・移行支援事業所からの\n連絡がなく、夜間や休日\n").Comments);

    [Fact]
    public void Offices_above_the_same_numbered_headings_answer_them()
    {
        var corpus = Folder.Read("a.txt", "各センターからの意見\nみさきセンター\n１　送迎について\n　車が足りない。\n２　職員について\n　夜勤の人が足りない。\nはまべセンター\n１　送迎について\n　特になし\n２　職員について\n　研修を増やしてほしい。\n");

        Assert.Equal(
            [("みさきセンター", "送迎について", "車が足りない。"), ("みさきセンター", "職員について", "夜勤の人が足りない。"), ("はまべセンター", "職員について", "研修を増やしてほしい。")],
            corpus.Comments.Select(c => (c.Respondent, c.Attributes.Single().Value, c.Text)));
        Assert.Equal((LeftOutReason.NothingToSay, "はまべセンター"), (Assert.Single(corpus.LeftOut).Reason, corpus.LeftOut[0].Respondent));
    }

    [Fact]
    public void The_day_behind_a_name_is_no_part_of_it()
    {
        var corpus = Folder.Read("a.txt", "ヒアリング結果\n\nA事業所（令和６年６月３日）\n・定員に空きがない。\n\nB事業所（R6.6.5）\n・範囲が広い。\n\nC事業所（令和６年６月６日）\nなし\n");

        Assert.Equal([("A事業所", "定員に空きがない。"), ("B事業所", "範囲が広い。")], corpus.Comments.Select(c => (c.Respondent, c.Text)));
        Assert.Equal((LeftOutReason.NothingToSay, "C事業所"), (Assert.Single(corpus.LeftOut).Reason, corpus.LeftOut[0].Respondent));
    }

    [Fact]
    public void Offices_may_stand_in_round_brackets_above_paragraphs()
    {
        var corpus = Folder.Read("a.txt", "問１　課題は何ですか。\n\n（みさきセンター）\n理解が不足している。\n担当者が替わる。\n\n（はまべセンター）\nなし\n\n問２　要望は何ですか。\n\n（みさきセンター）\n特にありません。\n\n（はまべセンター）\n研修を開いてほしい。\n");

        Assert.Equal(["みさきセンター: 理解が不足している。", "みさきセンター: 担当者が替わる。", "はまべセンター: 研修を開いてほしい。"], corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        Assert.Equal(["はまべセンター", "みさきセンター"], corpus.LeftOut.Select(l => l.Respondent));
    }

    [Fact]
    public void The_first_heading_below_the_title_is_as_good_as_the_others()
    {
        var corpus = Folder.Read("a.txt", "保護者アンケート結果（自由記述）\n【１年生】\n・宿題が多い。\n【２年生】\n・プールの回数を増やしてほしい。\n");

        Assert.Equal(["１年生", "２年生"], corpus.Comments.Select(c => c.Attributes.Single().Value));
    }

    [Fact]
    public void One_office_in_brackets_below_a_question_answers_it()
    {
        var corpus = Folder.Read("a.txt", "問１　課題\n【みさきセンター】\n・移動手段が自転車しかない。\n・人が足りない。\n");

        Assert.Equal(["みさきセンター", "みさきセンター"], corpus.Comments.Select(c => c.Respondent));
    }
}
