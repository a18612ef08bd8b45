using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Tests.Layout;

/// <summary>Documents of the known kinds in other shapes, in our own words.</summary>
public sealed class OtherShapesTests
{
    [Fact]
    public void A_short_name_with_the_mark_of_the_other_names_is_a_name()
    {
        var reading = Read("""
            （１）就労定着支援に関する課題について（令和５年６月実施）
            ■ みずほ就業・生活支援センター
            ○利用料を説明すると、契約をためらう方が多い。
            ■ こだま支援センター
            ○企業の担当者が替わると、最初から説明する。
            ■ ひびき
            ○事業所が圏域に一つしかない。
            """);
        Assert.Equal(["みずほ就業・生活支援センター", "こだま支援センター", "ひびき"], reading.Comments.Select(c => c.Respondent));
        Assert.All(reading.Comments, c => Assert.Equal(2023, c.Year));
    }

    [Fact]
    public void Centres_answer_under_each_question_and_the_title_gives_the_year()
    {
        var reading = Read("""
            アンケート自由記述（令和４年度）
            問１ 連携で困っていることは何ですか。
            あおば就労支援センター（青葉市）
            ・連絡が来ない。
            みどりの丘（緑町）
            ・訪問の日程が合わない。
            問２ 改善してほしいことは何ですか。
            あおば就労支援センター（青葉市）
            ・終了の半年前には知らせてほしい。
            """);
        Assert.Equal(
            [("あおば就労支援センター（青葉市）", "連携で困っていることは何ですか。"), ("みどりの丘（緑町）", "連携で困っていることは何ですか。"), ("あおば就労支援センター（青葉市）", "改善してほしいことは何ですか。")],
            reading.Comments.Select(c => (c.Respondent, c.Question)));
        Assert.All(reading.Comments, c => Assert.Equal(2022, c.Year));
    }

    [Fact]
    public void A_statement_needs_no_persons_name()
    {
        var reading = Read("""
            就労支援の現状に関する意見書

            みなと市障害者就労支援センター
            所長

            (1) 登録者の状況
            　登録者は年々増えており、一人の職員が担当する人数は百名を超えています。
            (2) センターから寄せられた声（アンケートより抜粋）
            　家族が高齢になり、生活の支援を求められることが増えた。
            　退職後の居場所がない。
            以上
            """);
        Assert.Equal(
            [(CommentKind.Statement, "みなと市障害者就労支援センター"), (CommentKind.Answer, null), (CommentKind.Answer, null)],
            reading.Comments.Select(c => (c.Kind, c.Respondent)));
    }

    [Fact]
    public void Minutes_may_list_their_fields_and_opinions()
    {
        var reading = Read("""
            第１回 地域連携会議 記録
            日時：令和６年５月１４日（火）14:00～16:00
            場所：市民会館 会議室Ａ
            参加者：10事業所 18名
            議題：定着支援の引継ぎについて
            主な意見：
            ・書類だけが届くことがある。
            ・企業への説明を誰がするのか決めておきたい。
            """);
        var meeting = Assert.Single(reading.Meetings);
        Assert.Equal((new DateOnly(2024, 5, 14), 10, 18), (meeting.Date!.Value, meeting.Organisations, meeting.People));
        Assert.Equal(2, reading.Comments.Length);
        Assert.All(reading.Comments, c => Assert.Equal((CommentKind.Meeting, meeting.Id), (c.Kind, c.Meeting)));
    }

    [Fact]
    public void An_evaluation_may_stand_under_a_heading_without_brackets()
    {
        var reading = Read("""
            令和５年度 あさひ就労・生活支援センター 事業報告書
            （１）来所相談の充実
            成果と課題
            来所相談は増えたが、相談室が一つしかなく、予約が取りにくい。
            （２）生活支援
            【課題】
            金銭管理の相談が増え、関係機関との役割分担が課題である。
            """);
        Assert.Equal(
            [("あさひ就労・生活支援センター", "来所相談の充実"), ("あさひ就労・生活支援センター", "生活支援")],
            reading.Comments.Select(c => (c.Respondent, c.Question)));
    }

    [Fact]
    public void Answers_may_be_paragraphs_under_names_in_brackets()
    {
        var reading = Read("""
            ２．各センターからの意見（自由記述）
            【あおぞら就業・生活支援センター】
            　定着支援事業所との連絡は月に一度の書面のみで、様子が分かりにくい。利用料の負担を理由に
            終了を希望する方もいる。
            　引継ぎの際は三者面談を必ず行ってほしい。
            【なのはな支援センター】
            　生活面の支援に追われ、職場訪問の時間が取れない。
            【すみれ】
            　特になし。
            """);
        Assert.Equal(
            ["あおぞら就業・生活支援センター", "あおぞら就業・生活支援センター", "なのはな支援センター"], reading.Comments.Select(c => c.Respondent));
        Assert.Equal("すみれ", Assert.Single(reading.LeftOut, l => l.Reason == LeftOutReason.NothingToSay).Respondent);
    }

    [Fact]
    public void Numbered_names_have_numbered_answers()
    {
        var reading = Read("""
            アンケート結果（令和6年2月）
            設問１　就労定着支援の課題
            １．ひまわり園
            　①利用料がかかることの説明が難しい。
            　②企業との関係づくりに時間がかかる。
            ２．さくら作業所
            　①職員の異動が多い。
            ３．もみじ会
            　①回答なし
            """);
        Assert.Equal(["ひまわり園", "ひまわり園", "さくら作業所"], reading.Comments.Select(c => c.Respondent));
        Assert.Equal("もみじ会", Assert.Single(reading.LeftOut).Respondent);
    }

    [Fact]
    public void A_report_may_name_its_office_under_the_title()
    {
        var reading = Read("""
            令和4年度　事業実績報告
            特定非営利活動法人ともしび　就労支援センターともしび
            １．就労支援
            【評価】
            就職者は12名で、目標を上回った。
            ２．定着支援
            【課題と今後の取組】
            ・訪問の頻度が月1回にとどまった。
            """);
        Assert.Equal(["就労支援", "定着支援"], reading.Comments.Select(c => c.Question));
        Assert.All(reading.Comments, c => Assert.Equal("特定非営利活動法人ともしび就労支援センターともしび", c.Respondent));
    }

    private static DocumentReading Read(string text) => DocumentReader.Read("資料.txt", "00", text, null);
}
