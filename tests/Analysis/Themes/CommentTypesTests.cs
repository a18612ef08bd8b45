using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Themes;

public sealed class CommentTypesTests
{
    [Theory]
    [InlineData("研修の機会を増やしてほしい。", CommentType.Request)]
    [InlineData("早めに知らせていただけると助かる。", CommentType.Request)]
    [InlineData("事例集があると良いと思う。", CommentType.Request)]
    [InlineData("市との話し合いが必要と考える。", CommentType.Request)]
    [InlineData("窓口を一つにするべきである。", CommentType.Request)]
    [InlineData("来年は依頼が急に増えるのではないか。", CommentType.Concern)]
    [InlineData("支援が途切れる恐れがある。", CommentType.Concern)]
    [InlineData("体制が続くか不安を感じる。", CommentType.Concern)]
    [InlineData("担当の交代が多いことが課題である。", CommentType.Issue)]
    [InlineData("日程を合わせるのが難しい。", CommentType.Issue)]
    [InlineData("どの窓口に連絡すればよいのか。", CommentType.Question)]
    [InlineData("ほかの町ではどうしていますか？", CommentType.Question)]
    [InlineData("月に二度、家庭を訪ねている。", CommentType.Fact)]
    public void A_cue_at_the_end_of_a_clause_tells_the_type(string text, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("必要な書類を渡している。")]
    [InlineData("必要に応じて訪ねている。")]
    [InlineData("「早く決めてほしい」と言われた。")]
    [InlineData("『大丈夫ですか？』と声をかけた。")]
    public void Attributes_and_quotations_are_no_cues(string text) =>
        Assert.Equal([CommentType.Fact], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("困っていることはない。")]
    [InlineData("困っていることはないが、記録は続けている。")]
    [InlineData("特に困っていることはありません。")]
    [InlineData("今は困っていない。")]
    [InlineData("引継ぎに問題はありませんでした。")]
    [InlineData("運営に支障はありません。")]
    [InlineData("不安もありません。")]
    public void Trouble_that_is_denied_is_neither_issue_nor_concern(string text) =>
        Assert.Equal([CommentType.Fact], CommentTypes.Of(Samples.Comment(text)).AsEnumerable());

    [Theory]
    [InlineData("困っていても相談できない。", CommentType.Issue)]
    [InlineData("困っていることが多い。", CommentType.Issue)]
    [InlineData("困ることが少なくない。", CommentType.Issue)]
    [InlineData("人が足りないことが問題である。", CommentType.Issue)]
    [InlineData("来年も続けられるか不安である。", CommentType.Concern)]
    public void Trouble_that_is_told_with_another_denial_stays(string text, CommentType expected) =>
        Assert.Contains(expected, CommentTypes.Of(Samples.Comment(text)));

    [Theory]
    [InlineData("メリット", CommentType.Merit)]
    [InlineData("＜メリット＞", CommentType.Merit)]
    [InlineData("デメリット・課題", CommentType.Issue)]
    [InlineData("課題", CommentType.Issue)]
    [InlineData("メリット・デメリット", CommentType.Fact)]
    public void The_heading_tells_merit_and_issue(string heading, CommentType expected) =>
        Assert.Equal(
            [expected],
            CommentTypes.Of(Samples.Comment("月に二度、家庭を訪ねている。", attributes: new CommentAttribute(CommentAttribute.Heading, heading))).AsEnumerable());

    [Theory]
    [InlineData("設問1　連携して良かったこと", CommentType.Merit)]
    [InlineData("設問2　困っていること", CommentType.Issue)]
    [InlineData("連携の現状と課題", CommentType.Fact)]
    [InlineData("設問3　その他", CommentType.Fact)]
    public void The_question_tells_merit_and_issue_too(string question, CommentType expected) =>
        Assert.Equal([expected], CommentTypes.Of(Samples.Comment("月に二度、家庭を訪ねている。", question: question)).AsEnumerable());

    [Fact]
    public void The_word_merit_in_the_text_is_no_cue() =>
        Assert.DoesNotContain(CommentType.Merit, CommentTypes.Of(Samples.Comment("メリットを感じていない。")));

    [Fact]
    public void One_comment_can_be_several_types() =>
        Assert.Equal(
            [CommentType.Request, CommentType.Concern],
            CommentTypes.Of(Samples.Comment("依頼が増えるのではと危惧する。職員を増やしてほしい。")).AsEnumerable());

    [Fact]
    public void Any_text_has_a_type() =>
        Assert.All(HostileText.Table, text => Assert.NotEmpty(CommentTypes.Of(Samples.Comment(text))));
}
