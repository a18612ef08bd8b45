using FeedbackLab.Analysis.Statistics;

namespace FeedbackLab.Analysis.Tests.Statistics;

public sealed class ChiSquaredTests
{
    // scipy.stats.chi2.sf(x, 1) of SciPy 1.10.1.
    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(0.5, 0.47950012218695337)]
    [InlineData(1, 0.31731050786291115)]
    [InlineData(3.841458820694124, 0.05)]
    [InlineData(10.83, 0.0009986863791802592)]
    [InlineData(25, 5.733031437583875e-07)]
    [InlineData(60, 9.485737571073857e-15)]
    public void The_upper_tail_is_that_of_SciPy(double x, double p) => Assert.Equal(1, ChiSquared.Upper(x) / p, 1e-6);
}
