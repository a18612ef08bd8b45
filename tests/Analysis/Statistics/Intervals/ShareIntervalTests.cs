using FeedbackLab.Analysis.Statistics.Intervals;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics.Intervals;

public sealed class ShareIntervalTests
{
    // scipy.stats.binomtest(k, n).proportion_ci("exact" and "wilson") of SciPy 1.10.1.
    [Theory]
    [InlineData(11, 15, 0.448996758963029, 0.922128453708969, 0.48049565944019434, 0.8910254667430764)]
    [InlineData(0, 15, 0.0, 0.2180193609108388, 0.0, 0.20388330103584862)]
    [InlineData(15, 15, 0.7819806390891612, 1.0, 0.7961166989641515, 1.0)]
    [InlineData(1, 3, 0.008403758659612647, 0.9057006759492866, 0.06149194472039626, 0.7923403991979523)]
    [InlineData(4, 17, 0.0681077404373539, 0.4989932732045801, 0.0955504432208012, 0.4726179811956498)]
    [InlineData(50, 100, 0.3983211295033011, 0.6016788704966989, 0.4038315303659956, 0.5961684696340044)]
    [InlineData(500, 1000, 0.46854917297179194, 0.531450827028208, 0.4690696003681042, 0.5309303996318958)]
    [InlineData(3, 2000, 0.0003094429490792164, 0.004377320104663236, 0.0005102635836384821, 0.004401032555770694)]
    public void Both_intervals_are_those_of_SciPy(int count, int of, double low, double high, double wilsonLow, double wilsonHigh)
    {
        var exact = ShareInterval.ClopperPearson(count, of);
        Assert.Equal(low, exact.Low, 1e-9);
        Assert.Equal(high, exact.High, 1e-9);
        var wilson = ShareInterval.Wilson(count, of);
        Assert.Equal(wilsonLow, wilson.Low, 1e-9);
        Assert.Equal(wilsonHigh, wilson.High, 1e-9);
    }

    [Theory]
    [InlineData(10, 0.95)]
    [InlineData(17, 0.95)]
    [InlineData(17, 0.8)]
    public void The_exact_interval_holds_the_share_as_often_as_it_says_whatever_the_share(int of, double level)
    {
        var intervals = Enumerable.Range(0, of + 1).Select(k => ShareInterval.ClopperPearson(k, of, level)).ToList();
        for (var share = 0.005; share < 1; share += 0.01)
        {
            var held = Enumerable.Range(0, of + 1)
                .Where(k => intervals[k].Low <= share && share <= intervals[k].High)
                .Sum(k => Binomial.AtLeast(k, of, share) - Binomial.AtLeast(k + 1, of, share));
            Assert.True(held >= level - 1e-9, $"{share}: {held}");
        }
    }

    [Fact]
    public void Intervals_hold_the_share_and_mirror_that_of_the_others() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(1, 500).Two().ToArbitrary(),
            pair =>
            {
                var (of, count) = (Math.Max(pair.Item1, pair.Item2), Math.Min(pair.Item1, pair.Item2));
                var (exact, mirror) = (ShareInterval.ClopperPearson(count, of), ShareInterval.ClopperPearson(of - count, of));
                var share = (double)count / of;
                var wilson = ShareInterval.Wilson(count, of);
                return exact.Low <= share && share <= exact.High
                    && Math.Abs(exact.Low - (1 - mirror.High)) < 1e-9
                    && wilson.Low <= share && share <= wilson.High;
            }));

    // Newcombe 1998, "Improved confidence intervals for the difference between binomial proportions based on paired data", method 10.
    [Fact]
    public void The_interval_of_a_change_is_the_published_one()
    {
        var interval = PairedDifference.Newcombe(both: 36, earlier: 12, later: 2, neither: 0);
        Assert.Equal(-0.3404, interval.Low, 1e-4);
        Assert.Equal(-0.0569, interval.High, 1e-4);
    }

    [Fact]
    public void A_change_turned_round_has_the_interval_turned_round() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 30).ArrayOf(4).ToArbitrary(),
            n =>
            {
                n[0]++;
                var (one, other) = (PairedDifference.Newcombe(n[0], n[1], n[2], n[3]), PairedDifference.Newcombe(n[0], n[2], n[1], n[3]));
                var difference = (double)(n[2] - n[1]) / n.Sum();
                return Math.Abs(one.Low + other.High) < 1e-12 && one.Low <= difference && difference <= one.High && one.Low >= -1 && one.High <= 1;
            }));
}
