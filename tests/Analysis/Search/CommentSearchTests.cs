using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Search;

public sealed class CommentSearchTests
{
    private static readonly TextTerms Reader = Samples.ByCharacterClass(LexiconReader.Default);

    private static readonly Comment[] Comments =
    [
        Samples.Comment("自己負担が重く、通うのをやめた人がいる", line: 1),
        Samples.Comment("利用料の説明を早めにする", line: 2),
        Samples.Comment("ＧＨの空きがない", line: 3),
        Samples.Comment("家族と会議の日程を決める", line: 4),
        Samples.Comment("家族会議を開く", line: 5),
    ];

    [Theory]
    [InlineData("利用料", "1 2")]
    [InlineData("グループホーム", "3")]
    [InlineData("gh", "3")]
    [InlineData("家族 会議", "4 5")]
    [InlineData("家族　会議", "4 5")]
    [InlineData("家族会議", "5")]
    [InlineData("\"家族会議\"", "5")]
    [InlineData("「家族と会議」", "4")]
    [InlineData("利用料 OR 家族", "1 2 4 5")]
    [InlineData("家族 -日程", "5")]
    [InlineData("-家族", "1 2 3")]
    [InlineData("説明", "2")]
    [InlineData("やめた", "1")]
    [InlineData("存在しない語", "")]
    [InlineData("", "")]
    [InlineData("\"", "")]
    [InlineData("OR", "")]
    public void A_query_finds(string query, string lines) =>
        Assert.Equal(lines, string.Join(' ', CommentSearch.Find(Comments, query, Reader).Select(h => h.Comment.Place.LineStart).Order()));

    [Fact]
    public void Highlights_are_the_words_as_they_stand_in_the_untouched_text()
    {
        var hit = Assert.Single(CommentSearch.Find(Comments, "グループホーム", Reader));
        var span = Assert.Single(hit.Highlights);
        Assert.Equal("ＧＨ", hit.Comment.Text[span.Start..span.End]);
    }

    [Fact]
    public void Of_two_comments_the_one_with_the_word_more_often_comes_first()
    {
        Comment[] comments = [Samples.Comment("研修の話", line: 1), Samples.Comment("研修、また研修", line: 2), Samples.Comment("別件", line: 3)];
        Assert.Equal([2, 1], CommentSearch.Find(comments, "研修", Reader).Select(h => h.Comment.Place.LineStart));
    }

    [Fact]
    public void The_score_is_that_of_BM25_by_hand()
    {
        // Two comments of one term each, one matches: idf = ln(1 + 1.5/1.5) = ln 2; tf part = 1·2.2/(1 + 1.2) = 1.
        Comment[] comments = [Samples.Comment("研修", line: 1), Samples.Comment("会場", line: 2)];
        Assert.Equal(Math.Log(2), Assert.Single(CommentSearch.Find(comments, "研修", Reader)).Score, 1e-12);
    }

    [Fact]
    public void The_order_of_the_comments_changes_nothing() =>
        Assert.Equal(
            CommentSearch.Find(Comments, "家族 OR 利用料", Reader).Select(h => (h.Comment.Id, h.Score)),
            CommentSearch.Find([.. Comments.Reverse()], "家族 OR 利用料", Reader).Select(h => (h.Comment.Id, h.Score)));

    [Fact]
    public void Any_query_over_any_text_is_answered()
    {
        Comment[] comments = [.. HostileText.Table.Where(t => t.Length > 0).Select((t, i) => Samples.Comment(t, line: i + 1))];
        foreach (var query in HostileText.Table)
        {
            var hits = CommentSearch.Find(comments, query, Reader);
            Assert.All(hits, h => Assert.All(h.Highlights, s => Assert.InRange(s.End, s.Start + 1, h.Comment.Text.Length)));
        }
    }
}
