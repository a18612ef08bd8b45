using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class MailTests
{
    private const string Mail = """
        From: みさきセンター <misaki@example.org>
        To: 事務局 <office@example.org>
        Date: Fri, 12 Jun 2026 10:21:33 +0900
        Subject: Re: アンケートのお願い

        事務局　御中

        問１　困っていること
        ・引継ぎの連絡が直前になる。
        ・生活面の相談が増えている。

        --
        みさきセンター
        TEL 000-000-0000

        > アンケートのご協力をお願いします。
        差出人：はまべ作業所
        送信日時：令和8年6月13日(土)
        件名：回答

        問１　困っていること
        ・特になし
        """;

    [Fact]
    public void The_sender_is_the_respondent_and_the_date_gives_the_year()
    {
        var corpus = Folder.Read("mail.txt", Mail);

        Assert.Equal(["引継ぎの連絡が直前になる。", "生活面の相談が増えている。"], corpus.Comments.Select(c => c.Text));
        Assert.All(corpus.Comments, c => Assert.Equal(("みさきセンター", 2026), (c.Respondent, c.Year)));
        Assert.Contains(new CommentAttribute(CommentAttribute.Subject, "Re: アンケートのお願い"), corpus.Comments[0].Attributes);
    }

    [Fact]
    public void Heads_quotations_and_signatures_are_asides_and_nothing_is_lost()
    {
        var corpus = Folder.Read("mail.txt", Mail);
        var asides = corpus.LeftOut.Where(l => l.Reason == LeftOutReason.Aside).Select(l => l.Place.LineStart).ToList();

        Assert.Equal([1, 2, 3, 4, 12, 13, 14, 16, 17, 18, 19], asides);
    }

    [Fact]
    public void One_line_that_looks_like_a_head_makes_no_mail()
    {
        var corpus = Folder.Read("a.txt", "アンケートの回答\n\n日時：未定\n\n・会議が多い。\n・記録が大変だ。\n");

        Assert.Null(corpus.Comments.Select(c => c.Respondent).FirstOrDefault(r => r is not null));
    }

    [Fact]
    public void The_sentences_of_a_mail_without_questions_are_its_sender_s()
    {
        var corpus = Folder.Read("mail.txt", "差出人: 海野 <umino@example.jp>\n件名: 意見の提出について\n日時: 2024年5月2日 10:00\n\nお世話になっております。\n計画案について意見を送ります。\nグループホームの家賃補助を増やしてください。\n\n--------------------\n差出人: 池本 <ikemoto@example.jp>\n件名: Re: 意見の提出について\n日時: 2024年5月3日 9:30\n\n・バスの割引の継続\nよろしくお願いします。\n\n> 計画案について意見を送ります。\n");

        Assert.Equal([("海野", "グループホームの家賃補助を増やしてください。"), ("池本", "バスの割引の継続")], corpus.Comments.Select(c => (c.Respondent, c.Text)));
        Assert.All(corpus.Comments, c => Assert.Equal(2024, c.Year));
    }
}
