using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class MinutesTests
{
    private const string Blocks = """
        (1) 東部地区の懇談会
        【日　時】　令和4年6月3日（金）14時から
        【会　場】　東部公民館
        【参加人数】　31 機関 64 名（うちオンライン参加 12 名）※3機関は見学
        【テ ー マ】　利用料の負担をどう考えるか
        【内　容】　事例を持ち寄り話し合った。
        【結　果】
        ①利用料を理由に断るケースについて
        　・収入が上がった年に急に負担が生じ、
        　　契約をやめる人がいる。
        　・家族が反対する。
        ②説明のしかた
        　説明の資料を統一すると安心してもらえるという意見が出た。
        ※利用料は前年の所得で決まる。
        (2) 西部地区の懇談会
        【日　時】　2022/7/8
        【会　場】　オンライン
        【参加者】　20人
        【結　果】　参加者が少なく、次回は夜間の開催を検討することになった。
        """;

    [Theory]
    [InlineData("（ウ）東部圏域・北部圏域を対象として次のとおり開催した。", "東部圏域・北部圏域")]
    [InlineData("(1) 西部の二地区を対象に、以下の通り懇談会を開いた。", "西部の二地区")]
    [InlineData("(2) 利用者との懇談会は下記のとおり行いました。", "利用者との懇談会")]
    [InlineData("(3) 次の課題を話し合う会", "次の課題を話し合う会")]
    public void A_sentence_that_leads_to_the_record_gives_the_meeting_a_short_name(string line, string title) =>
        Assert.Equal(title, Folder.Read("a.txt", line + "\n【開催日時】令和4年6月3日\n【開催場所】公民館\n【結果】\n①送迎が足りないという意見が出た。\n").Meetings[0].Title);

    [Fact]
    public void Fields_of_a_meeting_are_read_in_any_spacing()
    {
        var meeting = Folder.Read("a.txt", Blocks).Meetings[0];

        Assert.Equal("東部地区の懇談会", meeting.Title);
        Assert.Equal(new DateOnly(2022, 6, 3), meeting.Date);
        Assert.Equal("東部公民館", meeting.Venue);
        Assert.Equal((31, 64), (meeting.Organisations, meeting.People));
        Assert.Equal("利用料の負担をどう考えるか", meeting.Topic);
        Assert.Equal("事例を持ち寄り話し合った。", meeting.Content);
    }

    [Fact]
    public void Results_are_comments_under_their_topic()
    {
        var corpus = Folder.Read("a.txt", Blocks);

        Assert.Equal(
            ["利用料を理由に断るケースについて", "利用料を理由に断るケースについて", "説明のしかた", null],
            corpus.Comments.Select(c => c.Question));
        Assert.Equal("収入が上がった年に急に負担が生じ、契約をやめる人がいる。", corpus.Comments[0].Text);
        Assert.All(corpus.Comments, c => Assert.Equal((CommentKind.Meeting, 2022), (c.Kind, c.Year)));
        Assert.Equal(corpus.Meetings[1].Id, corpus.Comments[3].Meeting);
    }

    [Fact]
    public void A_footnote_is_set_aside() =>
        Assert.Equal("利用料は前年の所得で決まる。", Assert.Single(Folder.Read("a.txt", Blocks).LeftOut).Text);

    [Fact]
    public void Remarks_belong_to_their_speakers_and_agenda_items()
    {
        const string text = """
            定着支援連絡会 議事録

            日　時：令和5年11月14日（火）10:00～11:30
            場　所：市民会館 会議室B
            出席者：12機関 18名
            議　題：
            １　引き継ぎの時期
            ２　その他

            １　引き継ぎの時期
            ○森座長　まず各機関の現状を伺いたい。
            ○川委員　うちでは三か月前に連絡しているが、間に合わないことが
            ある。早めに声をかけてほしい。
            （事務局）様式の案を次回までに用意する。
            ２　その他
            池田委員：企業にも知らせる必要がある。
            """;

        var corpus = Folder.Read("a.txt", text);

        Assert.Equal(["森座長", "川委員", "事務局", "池田委員"], corpus.Comments.Select(c => c.Respondent));
        Assert.Equal(["引き継ぎの時期", "引き継ぎの時期", "引き継ぎの時期", "その他"], corpus.Comments.Select(c => c.Question));
        Assert.Equal("うちでは三か月前に連絡しているが、間に合わないことがある。早めに声をかけてほしい。", corpus.Comments[1].Text);
        Assert.Equal((12, 18), (corpus.Meetings[0].Organisations, corpus.Meetings[0].People));
    }

    [Fact]
    public void The_absent_stand_apart_and_speakers_have_their_part()
    {
        var corpus = Folder.Read("a.txt", """
            令和８年度　第２回　ネットワーク会議　議事録

            日　時：令和８年６月１８日（木）14時00分～16時00分
            場　所：市役所　会議室Ａ
            出席者：甲野座長、乙野委員（代理：丙野）、事務局
            欠席者：丁野委員
            議　題：（1）引継ぎについて
            　　　　（2）利用料について

            １　開会
            事務局より、配付資料の確認があった。

            ２　議事
            （１）引継ぎについて
            ○甲野座長　ご意見をお願いします。
            ○乙野委員（代理：丙野）　連絡が遅く、本人の様子が分からないことがあります。
            （事務局）様式の案を作成します。

            ３　閉会
            次回は令和８年９月１０日に開催する。
            """);

        var meeting = Assert.Single(corpus.Meetings);
        Assert.Equal(("丁野委員", "（1）引継ぎについて （2）利用料について"), (meeting.AbsentText, meeting.Topic));
        Assert.DoesNotContain("丁野", meeting.ParticipantsText, StringComparison.Ordinal);
        Assert.Equal(["座長", "代理", "事務局"], corpus.Comments.Select(c => c.Attributes.Single(a => a.Name == CommentAttribute.SpeakerRole).Value));
        Assert.All(corpus.Comments, c => Assert.Equal("引継ぎについて", c.Question));
        Assert.Equal(2, corpus.LeftOut.Count(l => l.Reason == LeftOutReason.Aside));
    }

    [Fact]
    public void Fields_and_their_values_may_have_spaces_and_no_colons()
    {
        var corpus = Folder.Read("a.txt", """
            第1回みさき部会　議事録

            日　時　　令和８年５月１４日（木）１０：００～１２：００
            場　所　　市民会館本館　２階会議室
            出　席　者　　部会長　池本一郎
            　　　　　委員　　海野花子（はまべ事業所）
            欠席者　　浜辺三郎（いずみ病院）

            次第
            １　開会
            ２　協議事項
            ――――――――――
            ○部会長　ご意見をお願いします。
            ○海野委員　送迎の車が足りない。
            """);

        Assert.Equal(["部会長: ご意見をお願いします。", "海野委員: 送迎の車が足りない。"], corpus.Comments.Select(c => $"{c.Respondent}: {c.Text}"));
        var meeting = Assert.Single(corpus.Meetings);
        Assert.Equal((new DateOnly(2026, 5, 14), "市民会館本館２階会議室"), (meeting.Date, meeting.Venue));
        Assert.Contains("海野花子", meeting.ParticipantsText, StringComparison.Ordinal);
        Assert.Equal("浜辺三郎（いずみ病院）", meeting.AbsentText);
    }

    [Fact]
    public void The_agenda_may_stand_far_to_the_right_of_its_label()
    {
        var corpus = Folder.Read("a.txt", "第1回みさき部会　議事録\n日時           令和８年５月１４日\n議題           １ 送迎について\n               ２ その他\n○部会長　ご意見をお願いします。\n○海野委員　送迎の車が足りない。");

        Assert.Equal([null, null], corpus.Comments.Select(c => c.Question));
        var topic = Assert.Single(corpus.Meetings).Topic;
        Assert.Contains("送迎について", topic, StringComparison.Ordinal);
        Assert.Contains("その他", topic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n（主な意見）\n・一枚にまとめてほしい。\n・相談先がわからない。")]
    [InlineData("（主な意見）\n・一枚にまとめてほしい。\n・相談先がわからない。")]
    [InlineData("【参加者からの意見】\n・一枚にまとめてほしい。\n・相談先がわからない。")]
    [InlineData("・一枚にまとめてほしい。\n・相談先がわからない。")]
    [InlineData("○主な意見\n・一枚にまとめてほしい。\n・相談先がわからない。")]
    [InlineData("\n一枚にまとめてほしい。\n相談先がわからない。")]
    public void Those_present_end_where_somebody_is_quoted(string talk)
    {
        var corpus = Folder.Read("a.txt", "意見交換会　議事要旨\n\n日時：令和4年7月15日（金）\n場所：市役所\n参加者：企業6社\n" + talk);

        Assert.Equal(["一枚にまとめてほしい。", "相談先がわからない。"], corpus.Comments.Select(c => c.Text));
        Assert.All(corpus.Comments, c => Assert.Equal((CommentKind.Meeting, null), (c.Kind, c.Respondent)));
        Assert.Equal("企業6社", Assert.Single(corpus.Meetings).ParticipantsText);
    }

    [Fact]
    public void Fields_may_be_numbered_and_the_talk_have_the_next_number()
    {
        var corpus = Folder.Read("a.txt", "意見交換会の記録\n1 日時 令和6年5月10日(金)\n2 場所 ○○公民館\n3 参加者 住民12人、市職員4人\n4 意見交換の内容\n・道路を直してほしい。");

        Assert.Equal(("意見交換の内容", "道路を直してほしい。"), (Assert.Single(corpus.Comments).Question, corpus.Comments[0].Text));
        Assert.Equal(("○○公民館", "住民12人、市職員4人"), (Assert.Single(corpus.Meetings).Venue, corpus.Meetings[0].ParticipantsText));
    }

    [Fact]
    public void Each_meeting_of_a_document_has_the_title_above_its_fields()
    {
        var corpus = Folder.Read("a.txt", "東圏域意見交換会\n日時：令和4年7月15日（金）\n場所：市役所\n参加者：企業6社\n（主な意見）\n・相談先がわからない。\n\n西圏域意見交換会\n日時：令和4年7月22日（金）\n場所：西市民館\n参加者：企業4社\n【主な意見】\n・見学会を開きたい。\n");

        Assert.Equal(["東圏域意見交換会", "西圏域意見交換会"], corpus.Meetings.Select(m => m.Title));
        Assert.Equal(corpus.Meetings.Select(m => m.Id), corpus.Comments.Select(c => c.Meeting));
    }

    [Fact]
    public void A_letter_of_the_syllabary_may_number_the_meetings()
    {
        var corpus = Folder.Read("a.txt", "（３）意見交換会の結果\n\nア　東圏域\n【開催日時】令和３年１０月５日（火）\n【開催場所】東合同庁舎\n【結果】\n・終了の半年前に顔合わせをするとよい。\nイ　西圏域\n【開催日時】令和３年１０月１２日（火）\n【開催場所】西市民会館\n【結果】\n・資料がほしい。\n");

        Assert.Equal(["東圏域", "西圏域"], corpus.Meetings.Select(m => m.Title));
        Assert.Equal(["終了の半年前に顔合わせをするとよい。", "資料がほしい。"], corpus.Comments.Select(c => c.Text));
    }

    [Theory]
    [InlineData("令和５年度第３回部会　議事録", "令和６年２月９日", 2023)]
    [InlineData("第３回部会　議事録", "令和６年２月９日", 2024)]
    [InlineData("令和５年度第３回部会　議事録", "令和６年５月９日", 2024)]
    public void The_fiscal_year_of_the_title_goes_before_the_calendar_where_the_day_lies_in_it(string title, string day, int year) =>
        Assert.Equal(year, Assert.Single(Folder.Read("a.txt", $"{title}\n日時：{day}\n場所：市役所\n\n○海野委員　作業の時間を短くしてほしい。\n").Comments).Year);

    [Theory]
    [InlineData("次回の予定\n日時：令和６年９月１０日\n場所：市役所\n")]
    [InlineData("５　次回日程\n日時：令和６年９月１０日\n場所：市役所\n")]
    public void When_the_next_meeting_will_be_is_no_meeting_and_no_remark(string next)
    {
        var corpus = Folder.Read("a.txt", "第３回部会　議事録\n日時：令和６年５月９日\n場所：市民会館\n\n○海野委員　作業の時間を短くしてほしい。\n○池本委員　図で示してほしい。\n" + next);

        Assert.Equal(["作業の時間を短くしてほしい。", "図で示してほしい。"], corpus.Comments.Select(c => c.Text));
        Assert.Equal("市民会館", Assert.Single(corpus.Meetings).Venue);
        Assert.Contains(corpus.LeftOut, l => l.Text.Contains("９月１０日", StringComparison.Ordinal));
    }
}
