using FeedbackLab.Analysis.Statistics.ExactTests;

namespace FeedbackLab.Analysis.Tests.Statistics.ExactTests;

public sealed class SignTestTests
{
    [Fact]
    public void Six_up_and_one_down_by_hand()
    {
        var test = SignTest.Of([(1, 2), (1, 3), (2, 4), (0, 1), (5, 6), (1, 2), (3, 2), (4, 4)]);
        Assert.Equal((6, 1, 1), (test.Up, test.Down, test.Same));

        // 2·(1 + 7)/2⁷; R 4.2.2, binom.test(1, 7)$p.value: 0.125.
        Assert.Equal(0.125, test.P!.Value, 1e-12);
    }

    // SciPy 1.10.1, binomtest(10, 14).pvalue.
    [Fact]
    public void Agrees_with_SciPy() => Assert.Equal(0.1795654296875, new SignTest(10, 4, 3).P!.Value, 1e-12);

    [Fact]
    public void Fewer_than_six_that_changed_are_too_few_to_say()
    {
        Assert.Null(new SignTest(5, 0, 40).P);
        Assert.NotNull(new SignTest(6, 0, 0).P);
    }
}
