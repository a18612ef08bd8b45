using FeedbackLab.Analysis.Statistics.Agreement;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics.Agreement;

public sealed class AgreementTests
{
    [Fact]
    public void Kappa_of_characters_coded_by_two()
    {
        // 1,000 characters, each codes 100, 80 the same: observed .96, expected .1·.1 + .9·.9 = .82.
        var kappa = new CohenKappa(80, 20, 20, 880);
        Assert.Equal(0.7778, kappa.Value!.Value, 4e-5);
        Assert.Equal(0.96, kappa.Observed!.Value, 1e-12);
        Assert.Equal(0.1, kappa.Prevalence!.Value, 1e-12);
    }

    // sklearn.metrics.cohen_kappa_score of scikit-learn 1.2.1.
    [Fact]
    public void Kappa_is_that_of_scikit_learn() => Assert.Equal(0.5833333333333333, new CohenKappa(3, 1, 1, 5).Value!.Value, 1e-12);

    [Fact]
    public void Where_chance_alone_agrees_on_everything_kappa_says_nothing()
    {
        Assert.Null(new CohenKappa(0, 0, 0, 9).Value);
        Assert.Null(new CohenKappa(0, 0, 0, 0).Value);
        Assert.Null(new CohenKappa(0, 0, 0, 0).Prevalence);
    }

    [Fact]
    public void Coders_may_change_places() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 50).ArrayOf(4).ToArbitrary(),
            n => new CohenKappa(n[0], n[1], n[2], n[3]).Value is var one
                && new CohenKappa(n[0], n[2], n[1], n[3]).Value is var other
                && (one is null ? other is null : Math.Abs(one.Value - other!.Value) < 1e-12 && one <= 1 && one >= -1)));

    // adjusted_rand_score and normalized_mutual_info_score of scikit-learn 1.2.1.
    [Theory]
    [InlineData(new[] { 0, 0, 1, 1, 2, 2, 2, 3 }, new[] { 0, 0, 1, 2, 2, 2, 1, 3 }, 0.26956521739130435, 0.688104138107328)]
    [InlineData(new[] { 0, 0, 0, 0, 1, 1, 1, 1 }, new[] { 0, 1, 0, 1, 0, 1, 0, 1 }, -0.16666666666666666, 0.0)]
    [InlineData(new[] { 5, 5, 7 }, new[] { 1, 1, 0 }, 1.0, 1.0)]
    public void Groups_agree_as_scikit_learn_says(int[] first, int[] second, double rand, double information)
    {
        Assert.Equal(rand, PartitionAgreement.AdjustedRand(first, second), 1e-12);
        Assert.Equal(information, PartitionAgreement.NormalizedInformation(first, second), 1e-12);
    }
}
