using FeedbackLab.Analysis.Themes.Clusters;

namespace FeedbackLab.Analysis.Tests.Themes.Clusters;

public sealed class AverageLinkageTests
{
    // SciPy 1.10.1: linkage([2, 6, 10, 9, 5, 9, 8, 4, 5, 3], "average") joins 0+1 at 2, 3+4 at 3, 2+(3,4) at 4.5, all at 7.8333….
    private static readonly float[] Distances = [2, 6, 10, 9, 5, 9, 8, 4, 5, 3];

    [Fact]
    public void Joins_and_heights_are_those_of_SciPy()
    {
        var joins = AverageLinkage.Of([.. Distances], 5);
        Assert.Equal([(0, 1), (3, 4), (2, 3), (0, 2)], joins.Select(j => (j.First, j.Second)));
        Assert.Equal([2, 3, 4.5, 7.8333], joins.Select(j => Math.Round(j.Height, 4)));
    }

    [Theory]
    [InlineData(1, "0 0 0 0 0")]
    [InlineData(2, "0 0 1 1 1")]
    [InlineData(3, "0 0 1 2 2")]
    [InlineData(9, "0 1 2 3 4")]
    public void Cutting_undoes_the_highest_joins(int groups, string expected) =>
        Assert.Equal(expected, string.Join(' ', AverageLinkage.Cut(AverageLinkage.Of([.. Distances], 5), 5, groups)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Nothing_and_a_single_thing_join_nothing(int count) => Assert.Empty(AverageLinkage.Of([], count));
}
