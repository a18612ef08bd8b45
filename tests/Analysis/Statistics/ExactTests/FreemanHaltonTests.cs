using FeedbackLab.Analysis.Statistics.ExactTests;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics.ExactTests;

public sealed class FreemanHaltonTests
{
    [Fact]
    public void Three_of_three_in_one_group_by_hand()
    {
        // Of C(9, 3) = 84 ways to choose three of nine, three take a whole group; all other tables are likelier.
        var result = FreemanHalton.Test([3, 0, 0], [3, 3, 3]);
        Assert.Equal(3.0 / 84, result.P, 1e-12);
        Assert.Equal(3.0 / 84, result.Least, 1e-12);
        Assert.True(result is { IsExact: true, StandardError: 0, IsTooFew: false });
    }

    // R 4.2.2, fisher.test(rbind(having, of - having))$p.value.
    [Theory]
    [InlineData(new[] { 5, 2, 1, 0 }, new[] { 8, 7, 5, 4 }, 0.172244724809)]
    [InlineData(new[] { 9, 1, 3 }, new[] { 12, 10, 4 }, 0.005234313405)]
    [InlineData(new[] { 1, 4, 2, 6, 3 }, new[] { 9, 8, 7, 10, 5 }, 0.176282439873)]
    public void Agrees_with_R(int[] having, int[] of, double p) => Assert.Equal(p, FreemanHalton.Test([.. having], [.. of]).P, 1e-10);

    [Fact]
    public void Two_groups_give_Fishers_test() => Prop.ForAll(
        Gen.Choose(0, 9).Four().ToArbitrary(),
        cells => Math.Abs(FreemanHalton.Test([cells.Item1, cells.Item2], [cells.Item1 + cells.Item3, cells.Item2 + cells.Item4]).P
            - FisherExact.TwoSided(cells.Item1, cells.Item2, cells.Item3, cells.Item4)) < 1e-9).QuickCheckThrowOnFailure();

    [Fact]
    public void Where_no_arrangement_could_reach_the_level_it_is_too_few_to_say()
    {
        // One of six has it: whichever group it is in, p is 1.
        Assert.True(FreemanHalton.Test([1, 0], [3, 3]).IsTooFew);
        Assert.True(FreemanHalton.Test([0, 0], [30, 30]).IsTooFew);
        Assert.False(FreemanHalton.Test([4, 4], [8, 8]).IsTooFew);
    }

    [Fact]
    public void Beyond_what_can_be_counted_tables_are_drawn_and_the_error_is_told()
    {
        // Fourteen groups of 60: far more than a million tables. Equal shares look like chance, one group apart does not.
        var of = Enumerable.Repeat(60, 14).ToArray();
        var same = FreemanHalton.Test([.. Enumerable.Repeat(30, 14)], [.. of], draws: 499);
        Assert.Equal((false, 499, 1.0), (same.IsExact, same.Draws, same.P));
        var apart = FreemanHalton.Test([60, .. Enumerable.Repeat(30, 13)], [.. of], draws: 499);
        Assert.Equal(1.0 / 500, apart.P, 1e-12);
        Assert.Equal(Math.Sqrt(apart.P * (1 - apart.P) / 499), apart.StandardError, 1e-12);
        Assert.Equal(apart, FreemanHalton.Test([60, .. Enumerable.Repeat(30, 13)], [.. of], draws: 499));
    }

    // 930 of 940 in 47 groups are as many tables as 10 of 940: too many to count. 299 of 300 in 30 groups are 30 tables, one as likely as another.
    [Fact]
    public void Where_nearly_all_have_it_there_are_as_many_tables_as_where_few_have()
    {
        var many = FreemanHalton.Test([10, .. Enumerable.Repeat(20, 46)], [.. Enumerable.Repeat(20, 47)], draws: 99);
        Assert.Equal((false, FreemanHalton.Test([10, .. Enumerable.Repeat(0, 46)], [.. Enumerable.Repeat(20, 47)], draws: 99).P), (many.IsExact, many.P));
        var one = FreemanHalton.Test([9, .. Enumerable.Repeat(10, 29)], [.. Enumerable.Repeat(10, 30)]);
        Assert.Equal((true, 1.0), (one.IsTooFew, Math.Round(one.P, 9)));
    }

    [Fact]
    public void A_count_beyond_its_group_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => FreemanHalton.Test([4], [3]));
}
