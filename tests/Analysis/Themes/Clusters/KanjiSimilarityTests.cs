using FeedbackLab.Analysis.Themes.Clusters;

namespace FeedbackLab.Analysis.Tests.Themes.Clusters;

public sealed class KanjiSimilarityTests
{
    [Fact]
    public void Words_are_near_by_the_kanji_that_they_share_and_a_kanji_of_many_words_tells_less()
    {
        // 食 is in three words, 事 in two, 朝 and 仕 in one.
        var near = KanjiSimilarity.Of(["食事", "朝食", "食べる", "仕事", "センター"]);
        var (two, three) = (1 / Math.Sqrt(2), 1 / Math.Sqrt(3));
        Assert.Equal([1, 2, 3], near.ColumnsOf(0).ToArray());
        Assert.Equal(three / Math.Sqrt((three + two) * (three + 1)), near.ValuesOf(0)[0], 12);
        Assert.Equal(three / Math.Sqrt((three + two) * three), near.ValuesOf(0)[1], 12);
        Assert.Equal(two / Math.Sqrt((three + two) * (two + 1)), near.ValuesOf(0)[2], 12);
        Assert.Equal(near.ValuesOf(0)[0], near.ValuesOf(1)[0]);
        Assert.Equal(0, near.ColumnsOf(4).Length);
    }
}
