using FeedbackLab.Analysis.Statistics.ExactTests;

namespace FeedbackLab.Analysis.Tests.Statistics.ExactTests;

public sealed class McNemarTests
{
    // scipy.stats.binomtest(min, b + c) of SciPy 1.10.1.
    [Theory]
    [InlineData(1, 7, 0.0703125)]
    [InlineData(0, 6, 0.03125)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(3, 3, 1.0)]
    [InlineData(0, 0, 1.0)]
    [InlineData(10, 25, 0.016673847800120715)]
    [InlineData(400, 480, 0.007707305043339113)]
    public void The_p_is_that_of_SciPy_either_way_round(int first, int second, double p)
    {
        Assert.Equal(1, McNemar.TwoSided(first, second) / p, 1e-9);
        Assert.Equal(McNemar.TwoSided(first, second), McNemar.TwoSided(second, first));
    }
}
