using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class SpeakerTests
{
    private const string Head = """
        令和8年度　第1回　みさき部会　会議録

        １　日　時　　令和８年５月１４日（木）14時から
        ２　場　所　　市民会館
        ３　出席者　　委員８名、事務局２名

        """;

    [Theory]
    [InlineData("議事\n○座長\n　ご意見をお願いします。\n○海野委員\n　送迎の車が足りない。\n　冬は特に困る。\n○事務局\n　持ち帰って検討します。")]
    [InlineData("４　議事\n（座長）\nご意見をお願いします。\n\n（海野委員）\n送迎の車が足りない。冬は特に困る。\n\n（事務局）\n持ち帰って検討します。")]
    [InlineData("４　議事\n【座長】\nご意見をお願いします。\n【海野委員】\n送迎の車が足りない。冬は特に困る。\n【事務局】\n持ち帰って検討します。")]
    [InlineData("（４）議事内容\n○座長　ご意見をお願いします。\n○海野委員\n　送迎の車が足りない。冬は特に困る。\n【事務局】持ち帰って検討します。")]
    [InlineData("主な意見\n座長：\nご意見をお願いします。\n海野委員：\n送迎の車が足りない。冬は特に困る。\n事務局：\n持ち帰って検討します。")]
    [InlineData("議事\n座長\n　ご意見をお願いします。\n海野委員\n　送迎の車が足りない。冬は特に困る。\n事務局\n　持ち帰って検討します。")]
    [InlineData("議事\n○座長\n\n　ご意見をお願いします。\n\n○海野委員\n\n　送迎の車が足りない。冬は特に困る。\n\n○事務局\n\n　持ち帰って検討します。")]
    public void A_speaker_on_a_line_of_its_own_says_what_stands_below(string talk)
    {
        var corpus = Folder.Read("a.txt", Head + talk);

        Assert.Equal(
            ["座長: ご意見をお願いします。", "海野委員: 送迎の車が足りない。冬は特に困る。", "事務局: 持ち帰って検討します。"],
            corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        Assert.Equal(["座長", "委員", "事務局"], corpus.Comments.Select(c => c.Attributes.Single(a => a.Name == CommentAttribute.SpeakerRole).Value));
        Assert.Null(Assert.Single(corpus.Meetings).Topic);
    }

    [Fact]
    public void Bullets_below_a_speaker_are_the_speakers()
    {
        var corpus = Folder.Read("a.txt", Head + "議事\n（海野委員）\n・送迎の車が足りない。\n・冬は特に困る。\n（事務局）\n・持ち帰って検討します。");

        Assert.Equal(["海野委員", "海野委員", "事務局"], corpus.Comments.Select(c => c.Respondent));
    }

    [Fact]
    public void A_speaker_with_nothing_to_say_was_not_asked()
    {
        var corpus = Folder.Read("a.txt", Head + "議事\n○海野委員　送迎の車が足りない。\n○池本委員　特になし。\n○事務局　持ち帰って検討します。");

        Assert.Null(Assert.Single(corpus.LeftOut, l => l.Reason == LeftOutReason.NothingToSay).Respondent);
        Assert.All(corpus.Comments, c => Assert.Null(c.AskedRespondent));
    }

    [Fact]
    public void Any_short_name_behind_the_sign_of_the_speakers_is_one()
    {
        var corpus = Folder.Read("a.txt", Head + """
            議事
            ○海野委員　送迎の車が足りない。
            ○池本委員　冬は特に困る。
            ○浜辺センター主任　夕方の便を増やしたい。
            ○障害福祉課
            　予算を確かめます。
            原田課長補佐　来月お答えします。
            傍聴者　資料は公開されますか。
            """);

        Assert.Equal(["海野委員", "池本委員", "浜辺センター主任", "障害福祉課", "原田課長補佐", "傍聴者"], corpus.Comments.Select(c => c.Respondent));
    }

    [Fact]
    public void Those_present_are_no_speakers()
    {
        var corpus = Folder.Read("a.txt", """
            みさき部会　議事録
            日時：令和8年5月14日
            出席者：
            （委員）
            海野、池本
            （事務局）
            原田課長
            ○浜辺委員
            委員長　池本　一郎
            議事
            ○海野委員
            　送迎の車が足りない。
            """);

        Assert.Equal(("海野委員", "送迎の車が足りない。"), (Assert.Single(corpus.Comments).Respondent, corpus.Comments[0].Text));
        Assert.Contains("浜辺委員", Assert.Single(corpus.Meetings).ParticipantsText, StringComparison.Ordinal);
    }

    [Fact]
    public void Offices_below_the_heading_of_those_present_and_at_the_end_are_no_remarks()
    {
        var corpus = Folder.Read("a.txt", """
            みさき部会　議事録
            日時　令和8年5月14日
            出席者
            　委員長　　海野　太郎
            　委員　　　池本　花子、浜辺　次郎
            　傍聴者　　3名
            ４　部会の進行
            （１）送迎について
            （海野委員長）
            　送迎の車が足りない。
            ５　閉会

            【事務局】
            みさき県健康福祉部障害福祉課
            電話　000-000-0000
            """);

        Assert.Equal(("海野委員長", "送迎の車が足りない。", "送迎について"), (Assert.Single(corpus.Comments).Respondent, corpus.Comments[0].Text, corpus.Comments[0].Question));
        Assert.Equal(("委員長　海野太郎 委員　池本花子、浜辺次郎", "3名"), (corpus.Meetings[0].ParticipantsText, corpus.Meetings[0].AbsentText));
    }

    [Fact]
    public void Minutes_without_a_date_are_known_by_their_title()
    {
        var corpus = Folder.Read("a.txt", "みさき部会　発言記録\n\n【座長】ご意見をお願いします。\n【海野委員】送迎の車が足りない。\n");

        Assert.Equal(["座長", "海野委員"], corpus.Comments.Select(c => c.Respondent));
        Assert.Equal(corpus.Comments[0].Meeting, Assert.Single(corpus.Meetings).Id);
    }

    [Fact]
    public void Sentences_below_the_agenda_are_said_and_not_the_topic()
    {
        var corpus = Folder.Read("a.txt", Head + "議事　送迎と利用料の負担の軽減に\nついて\n送迎の車が足りないという意見が出た。\n");

        Assert.Equal("送迎の車が足りないという意見が出た。", Assert.Single(corpus.Comments).Text);
        Assert.Contains("軽減について", Assert.Single(corpus.Meetings).Topic, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_date_is_nobodys_remark()
    {
        var corpus = Folder.Read("a.txt", Head + "議事\n○海野委員　送迎の車が足りない。\n○池本委員　異議なし。\n次回は９月に開催する。\n");

        Assert.Equal("送迎の車が足りない。", Assert.Single(corpus.Comments).Text);
        Assert.Equal([LeftOutReason.NothingToSay, LeftOutReason.Aside], corpus.LeftOut.Select(l => l.Reason));
    }

    [Fact]
    public void A_space_may_part_a_letter_from_a_speaker_s_title()
    {
        var corpus = Folder.Read("a.txt", Head + "議事\n○座長　ご意見をお願いします。\nA 委員：送迎の車が足りない。\nB 委員：冬は特に困る。\n事務局：持ち帰って検討する。\n海野 委員：夕方の便がほしい。");

        Assert.Equal(["座長", "A委員", "B委員", "事務局", "海野委員"], corpus.Comments.Select(c => c.Respondent));
    }

    [Fact]
    public void People_called_with_their_office_in_brackets_speak()
    {
        var corpus = Folder.Read("a.txt", "第3回意見交換会　発言録\n\n司会　　ご意見をお願いします。\n海野（みさきセンター）　送迎の車が足りない。特に冬の朝は三台では回り切らず、遅れて\n　　　　着く日がある。\n池本（はまべセンター）　うちも同じです。\n司会　　ほかにありますか。");

        Assert.Equal(
            ["司会: ご意見をお願いします。", "海野: 送迎の車が足りない。特に冬の朝は三台では回り切らず、遅れて着く日がある。", "池本: うちも同じです。", "司会: ほかにありますか。"],
            corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
    }

    [Theory]
    [InlineData("→事務局：持ち帰って検討する。")]
    [InlineData("　⇒（事務局）持ち帰って検討する。")]
    public void A_reply_behind_an_arrow_is_the_office_s_and_nothing_below_it(string reply)
    {
        var corpus = Folder.Read("a.txt", Head + "４　議事\n（１）送迎について\n（主な意見）\n・送迎の車が足りない。\n" + reply + "\n・冬は特に困る。");

        Assert.Equal([(null, "送迎の車が足りない。"), ("事務局", "持ち帰って検討する。"), (null, "冬は特に困る。")], corpus.Comments.Select(c => (c.Respondent, c.Text)));
    }

    [Fact]
    public void Items_of_a_remark_are_the_speaker_s_and_head_nothing()
    {
        var corpus = Folder.Read("a.txt", Head + "１　開会\n２　議事\n【座長】ご意見をお願いします。\n【海野委員】課題は二つある。\n①送迎の車の不足\n②冬の朝の遅れ\nどちらも急いでほしい。\n【池本委員】同じ意見である。\n３　閉会");

        Assert.Equal(
            ["座長: ご意見をお願いします。", "海野委員: 課題は二つある。", "海野委員: 送迎の車の不足", "海野委員: 冬の朝の遅れ", "海野委員: どちらも急いでほしい。", "池本委員: 同じ意見である。"],
            corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        Assert.All(corpus.Comments, c => Assert.NotEqual("冬の朝の遅れ", c.Question));
    }

    [Theory]
    [InlineData("○司会　始めます。\n○A社　登録者が多い。\n○県　呼びかけます。\n○商工会　見学会を開きたい。", "司会: 始めます。|A社: 登録者が多い。|県: 呼びかけます。|商工会: 見学会を開きたい。")]
    [InlineData("○センターA 登録者が多い。\n○センターB 引継ぎが集中する。\n○区 呼びかけます。", "センターA: 登録者が多い。|センターB: 引継ぎが集中する。|区: 呼びかけます。")]
    [InlineData("（主な意見）\n○　A社：一枚にまとめてほしい。\n○　B社：相談先がわからない。\n　　窓口を一つにしてほしい。\n　→（センター）窓口は一つにします。\n●　支援機関D：旅費が足りない。\n（まとめ）\n・早めに集まることとした。", "A社: 一枚にまとめてほしい。|B社: 相談先がわからない。窓口を一つにしてほしい。|センター: 窓口は一つにします。|支援機関D: 旅費が足りない。|: 早めに集まることとした。")]
    [InlineData("Ａ事業所：高齢化が進んでいる。\nＢ事業所：同じ状況である。送迎の負担も大きい。\nＣセンター：相談の件数が増えた。\n　　　　　　夜間の電話も多い。", "Ａ事業所: 高齢化が進んでいる。|Ｂ事業所: 同じ状況である。送迎の負担も大きい。|Ｃセンター: 相談の件数が増えた。夜間の電話も多い。")]
    public void Behind_one_sign_each_line_may_name_who_speaks(string talk, string expected)
    {
        var corpus = Folder.Read("a.txt", Head + talk);

        Assert.Equal(expected.Split('|'), corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        Assert.Single(corpus.Meetings);
    }

    [Fact]
    public void Topics_behind_one_sign_are_no_speakers()
    {
        var corpus = Folder.Read("a.txt", Head + "主な意見\n○送迎　車が足りない。\n○夜間　電話がつながらない。\n○研修会　回数を増やしてほしい。");

        Assert.All(corpus.Comments, c => Assert.Null(c.Respondent));
        Assert.Equal(3, corpus.Comments.Length);
    }

    [Theory]
    [InlineData("（主な意見）\n・学校：通学路の歩道が狭い。\n・公園：遊具が古い。\n・商店街：夜は街灯が暗い。\n・病院：待ち時間が長い。")]
    [InlineData("主な意見\n○学校　通学路の歩道が狭い。\n○公園　遊具が古い。\n○病院　待ち時間が長い。")]
    [InlineData("主な意見\n・会議室：冬は寒い。\n・相談室：声が漏れる。\n・町：夜は暗い。")]
    [InlineData("主な意見\n・運動会：日程が早い。\n・音楽会：席が足りない。\n・薬局：駅から遠い。\n・保健センター：予約が取れない。")]
    [InlineData("主な意見\n学校：通学路の歩道が狭い。\n公園：遊具が古い。\n商店街：夜は街灯が暗い。")]
    public void Places_that_are_talked_about_are_no_speakers(string talk)
    {
        var corpus = Folder.Read("a.txt", Head + talk);

        Assert.True(corpus.Comments.Length >= 3);
        Assert.All(corpus.Comments, c => Assert.Null(c.Respondent));
        Assert.All(corpus.Comments, c => Assert.Contains(c.Text[^3..], talk, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("海野小学校、はまべ園、商店街", "・海野小学校：通学路が狭い。\n・はまべ園：車が足りない。\n・商店街：夜は暗い。", "海野小学校|はまべ園|商店街")]
    [InlineData("関係者10名", "・みさきセンター：車が足りない。\n・はまべ事業所：人が足りない。", "みさきセンター|はまべ事業所")]
    [InlineData("関係者10名", "○障害福祉課　予算を確かめます。\n○教育委員会　学校に伝えます。\n○社会福祉協議会　講座を開きます。", "障害福祉課|教育委員会|社会福祉協議会")]
    [InlineData("関係者10名", "・障害福祉課：予算を確かめます。\n・保護者：送迎を増やしてほしい。", "障害福祉課|保護者")]
    public void Who_is_present_or_has_a_name_of_its_own_speaks(string present, string talk, string expected)
    {
        var corpus = Folder.Read("a.txt", "みさき部会　議事録\n日時：令和8年5月14日\n出席者：" + present + "\n（主な意見）\n" + talk);

        Assert.Equal(expected.Split('|'), corpus.Comments.Select(c => c.Respondent));
    }

    [Fact]
    public void A_title_below_a_page_number_is_no_part_of_a_remark()
    {
        var corpus = Folder.Read("a.txt", "みさき部会意見交換会　会議録\n\n日時：令和８年５月１４日\n場所：市民会館\n○座長　ご意見をお願いします。\n○海野委員　送迎の車が足りない。\n\n　　- 1 -\nみさき部会意見交換会\n○池本委員　冬は特に困る。\n");

        Assert.Equal(["ご意見をお願いします。", "送迎の車が足りない。", "冬は特に困る。"], corpus.Comments.Select(c => c.Text));
    }

    [Fact]
    public void Members_of_a_council_are_called_by_the_number_of_their_seat()
    {
        var corpus = Folder.Read("a.txt", "令和５年第２回定例会　一般質問の記録\n〇議長（海野一郎君）　これより一般質問を行います。\n〔１番池本次郎君登壇〕\n〇１番（池本次郎君）　実習を受け入れる考えはありますか。\n〇福祉部長（浜辺三郎君）　協議してまいります。\n〇１番（池本次郎君）　ぜひ進めてください。\n　　　　　　（拍手）\n〇議長（海野一郎君）　暫時休憩いたします。\n　　　　　午後３時１０分休憩\n");

        Assert.Equal(["議長", "池本次郎君", "福祉部長", "池本次郎君", "議長"], corpus.Comments.Select(c => c.Respondent));
        Assert.Equal(["１番池本次郎君登壇", "（拍手）", "午後３時１０分休憩"], corpus.LeftOut.Select(l => l.Text));
        Assert.All(corpus.Comments, c => Assert.Empty(c.Attributes.Where(a => a.Name == CommentAttribute.Heading)));
    }

    [Fact]
    public void Questions_and_answers_need_no_more_than_a_space()
    {
        var corpus = Folder.Read("a.txt", Head + "４　意見交換の内容\nQ 道路の補修はいつになるのか。\nA 来年度の予定です。\nQ ごみ集積所の網が破れている。\n  カラスも来る。\nA 新しい網を配付します。\n");

        Assert.Equal(
            [("質問", "道路の補修はいつになるのか。"), ("回答", "来年度の予定です。"), ("質問", "ごみ集積所の網が破れている。カラスも来る。"), ("回答", "新しい網を配付します。")],
            corpus.Comments.Select(c => (c.Attributes.Single(a => a.Name == CommentAttribute.SpeakerRole).Value, c.Text)));
        Assert.All(corpus.Comments, c => Assert.Null(c.Respondent));
    }

    [Fact]
    public void Speakers_on_lines_of_their_own_may_have_nothing_to_say()
    {
        var corpus = Folder.Read("a.txt", Head + "議事\n【海野委員】\n特になし\n【池本委員】\n・特になし\n【浜辺委員】\n送迎の車が足りない。\n");

        Assert.Equal(("浜辺委員", CommentKind.Meeting), (Assert.Single(corpus.Comments).Respondent, corpus.Comments[0].Kind));
        Assert.Equal([LeftOutReason.NothingToSay, LeftOutReason.NothingToSay], corpus.LeftOut.Select(l => l.Reason));
        Assert.Single(corpus.Meetings);
    }

    [Fact]
    public void Members_asked_in_writing_speak_without_a_meeting_s_fields()
    {
        var corpus = Folder.Read("a.txt", "委員からの意見（書面開催）\n\n海野委員\n　数値に誤りがあると思われる。\n池本委員\n　意見なし。\n浜辺委員\n　相談員を増やすべきである。\n");

        Assert.Equal(["海野委員: 数値に誤りがあると思われる。", "浜辺委員: 相談員を増やすべきである。"], corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        Assert.Equal(LeftOutReason.NothingToSay, Assert.Single(corpus.LeftOut).Reason);
    }

    [Fact]
    public void A_kind_of_office_among_those_present_is_no_respondent()
    {
        var corpus = Folder.Read("a.txt", "【開催日時】令和６年６月10日\n【開催場所】市民センター\n【参加者】\n就労移行支援事業所　３か所\nセンター\n【内容】\n（１）情報交換\n・利用者が減っている。\n（２）その他\n・説明が要る。（みさき事業所）\n・時間が要る。（はまべ事業所）\n");

        Assert.Equal([(null, "情報交換"), ("みさき事業所", "その他"), ("はまべ事業所", "その他")], corpus.Comments.Select(c => (c.Respondent, c.Question)));
        Assert.EndsWith("センター", Assert.Single(corpus.Meetings).ParticipantsText, StringComparison.Ordinal);
    }
}
