using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes.Clusters;

namespace FeedbackLab.Analysis.Tests.Statistics;

public sealed class ClusterCountsTests
{
    [Fact]
    public void Groups_of_one_name_take_a_further_term()
    {
        // 会社 alone is said more than once in either of two groups.
        string[] texts = ["会社に行く", "会社を休む", "会社と面接", "会社へ紹介", "会社の実習", "会社", "庭が広い", "庭の木", "庭に花"];
        var terms = Samples.Tokenized(texts);
        ImmutableArray<Cluster> clusters = [new([5, 0, 1], 1), new([2, 3, 4], 1), new([6, 7, 8], 1)];
        var labels = ClusterCounts.Of(clusters, terms, new Denominators([], ImmutableSortedDictionary<int, int>.Empty, [], 0), 0.5).Select(c => c.Label).ToList();
        Assert.Equal(labels.Count, labels.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(["会社", "会社・面接"], labels[..2]);
    }

    [Fact]
    public void A_label_has_no_word_that_few_of_its_comments_have()
    {
        // 庭師 is in two of the group's twelve and nowhere else, 料金 in nine and in two elsewhere, 説明 in four and in two elsewhere.
        string[] group =
        [
            "料金が心配", "料金を知る", "料金は要る", "料金が届く", "料金に驚く", "料金の説明", "料金の説明が先", "料金と説明", "料金の庭師", "説明の夜", "庭師の朝", "朝が早い",
        ];
        string[] others = ["料金と駅", "料金と店", "説明の店", "説明と駅", .. Enumerable.Range(0, 26).Select(i => $"駅の{(char)('亜' + i)}店")];
        var terms = Samples.Tokenized([.. group, .. others]);
        ImmutableArray<Cluster> clusters = [new([.. Enumerable.Range(0, group.Length)], 1)];
        var label = ClusterCounts.Of(clusters, terms, new Denominators([], ImmutableSortedDictionary<int, int>.Empty, [], 0), 0.5).Single().Label;
        Assert.Equal("料金・説明", label);
    }

    [Fact]
    public void Of_equal_words_a_label_takes_those_of_different_comments()
    {
        string[] texts = ["面談と訪問の日", "電話の朝", "庭が広い", "木の店", "花の駅"];
        var terms = Samples.Tokenized(texts);
        var label = ClusterCounts.Of([new([0, 1], 1)], terms, new Denominators([], ImmutableSortedDictionary<int, int>.Empty, [], 0), 0.5).Single().Label;
        Assert.Contains(label.Split('・'), "電話 朝".Split(' ').Contains);
        Assert.Contains(label.Split('・'), "面談 訪問".Split(' ').Contains);
    }
}
