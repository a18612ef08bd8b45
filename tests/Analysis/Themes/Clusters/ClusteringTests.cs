using FeedbackLab.Analysis.Themes.Clusters;

namespace FeedbackLab.Analysis.Tests.Themes.Clusters;

public sealed class ClusteringTests
{
    private static readonly string[] Texts =
    [
        "料金の請求", "請求と料金の明細", "明細と請求", "料金の明細",
        "研修の教材", "教材と講師の研修", "講師と教材", "研修の講師",
        "送迎の車両", "車両と運転の送迎", "運転と車両", "送迎の運転",
    ];

    [Fact]
    public void Comments_that_share_no_word_across_three_subjects_fall_into_three_groups()
    {
        var clusters = Clustering.Of(Samples.Tokenized(Texts), 3, 10, 1);
        Assert.Equal(3, clusters.Length);
        Assert.Equal(["0 1 2 3", "4 5 6 7", "8 9 10 11"], clusters.Select(c => string.Join(' ', c.Members.Order())));
        Assert.All(clusters, c => Assert.InRange(c.Cohesion, 0.6, 1));
    }

    [Fact]
    public void The_same_seed_gives_the_same_groups_and_another_seed_the_same_main_groups()
    {
        var corpus = Samples.Tokenized(Texts);
        var once = Clustering.Of(corpus, 3, 10, 1);
        var again = Clustering.Of(corpus, 3, 10, 1);
        var other = Clustering.Of(corpus, 3, 10, 2);
        Assert.Equal(Written(once), Written(again));
        Assert.Equal(once.Select(c => string.Join(' ', c.Members)), other.Select(c => string.Join(' ', c.Members)));
    }

    [Fact]
    public void A_comment_without_telling_words_is_in_no_group()
    {
        var clusters = Clustering.Of(Samples.Tokenized([.. Texts, "はい"]), 3, 2, 1);
        Assert.DoesNotContain(12, clusters.SelectMany(c => c.Members));
    }

    [Fact]
    public void No_comments_give_no_groups() => Assert.Empty(Clustering.Of(Samples.Tokenized(), 3, 2, 1));

    [Fact]
    public void More_groups_than_comments_do_no_harm() =>
        Assert.Equal(2, Clustering.Of(Samples.Tokenized("料金", "研修", "送迎", "はい"), 12, 3, 1).Sum(c => c.Members.Length) - 1);

    private static IEnumerable<string> Written(IEnumerable<Cluster> clusters) =>
        clusters.Select(c => $"{string.Join(' ', c.Members)} {c.Cohesion:R}");
}
