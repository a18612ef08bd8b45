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
}
