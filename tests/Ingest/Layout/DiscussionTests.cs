using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;
using FeedbackLab.Ingest.Tests.Samples;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class DiscussionTests
{
    [Fact]
    public void Passages_under_a_numbered_discussion_keep_the_headings_above_them()
    {
        const string text = """
            支援の調査報告

            １．調査の結果
            事業所に尋ねた結果を以下に示す。

            ２．考　察
            （１）地域の差
            実施する事業所は南に偏っている。
            （２）制度の課題
            次の二点が挙げられる。
            【料金】
            料金を理由に断る人がいる。
            【契約】
            契約は平日に限られる。
            ３．資料
            様式を添える。
            """;

        var passages = Folder.Read("a.txt", text).LeftOut.Where(l => !l.Discussion.IsEmpty).ToList();

        Assert.Equal(
        [
            "考 察/地域の差: 実施する事業所は南に偏っている。", "考 察/制度の課題: 次の二点が挙げられる。",
            "考 察/制度の課題/料金: 料金を理由に断る人がいる。", "考 察/制度の課題/契約: 契約は平日に限られる。",
        ],
            passages.Select(p => $"{string.Join('/', p.Discussion.Select(h => h.Text.Replace('　', ' ')))}: {p.Text}").Select(p => p.Replace("考察", "考 察", StringComparison.Ordinal)));
        Assert.Equal([6, 9, 11], passages[2].Discussion.Select(h => h.Line));
    }

    [Fact]
    public void A_heading_without_a_number_opens_a_discussion_too()
    {
        const string text = """
            支援の調査報告

            調査は夏に行った。

            おわりに
            料金の話が多く寄せられた。
            """;

        var passage = Assert.Single(Folder.Read("a.txt", text).LeftOut, l => !l.Discussion.IsEmpty);
        Assert.Equal(("おわりに", 5, "料金の話が多く寄せられた。"), (passage.Discussion[0].Text, passage.Discussion[0].Line, passage.Text));
    }

    [Fact]
    public void What_the_samples_authors_conclude_is_their_discussion_and_no_comment()
    {
        var corpus = SampleFiles.Read("questionnaire");
        var passages = corpus.LeftOut.Where(l => !l.Discussion.IsEmpty).ToList();
        Assert.Equal(["料金と手続きについて", "支え手の交代について"], passages.Select(p => p.Discussion[^1].Text));
        Assert.All(passages, p => Assert.Equal(LeftOutReason.Aside, p.Reason));
        Assert.DoesNotContain(corpus.Comments, c => c.Text.Contains("ひな形を示すこと", StringComparison.Ordinal));
    }

    [Fact]
    public void Minutes_statements_and_blocks_that_evaluate_work_have_none() =>
        Assert.All(["minutes", "statement", "report"], s => Assert.DoesNotContain(SampleFiles.Read(s).LeftOut, l => !l.Discussion.IsEmpty));

    [Theory]
    [InlineData("考 察", true)]
    [InlineData("まとめ", true)]
    [InlineData("まとめと今後の課題", true)]
    [InlineData("課題の整理", true)]
    [InlineData("アンケートから見えてきた課題", true)]
    [InlineData("今後の方向性と展望", false)] // an evaluation of work done, whose passages are comments
    [InlineData("今後に向けて", true)]
    [InlineData("おわりに", true)]
    [InlineData("成果と課題", false)]
    [InlineData("調査の結果", false)]
    [InlineData("課題", false)]
    [InlineData("引継ぎのまとめ方を教えてほしい", false)]
    public void Headings_tell_whether_a_discussion_opens(string heading, bool opens) => Assert.Equal(opens, PassageWords.OpensDiscussion(heading));
}
