using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.ExactTests;

namespace FeedbackLab.Analysis.Tests.Statistics.ExactTests;

public sealed class PermutationTestTests
{
    private static readonly ImmutableArray<double> A = [12, 15, 9, 20, 11];
    private static readonly ImmutableArray<double> B = [8, 7, 14, 6];
    private static readonly ImmutableArray<double> C = [10, 5, 3];

    [Fact]
    public void Two_small_groups_by_hand()
    {
        // Ten ways to choose two of five; {1, 2} and {4, 5} have means 2.5 away from the others'.
        var result = PermutationTest.Test([[1, 2], [3, 4, 5]]);
        Assert.Equal((0.2, 0.2, true), (result.P, result.Least, result.IsTooFew));
    }

    // SciPy 1.10.1, scipy.stats.permutation_test with n_resamples=inf: |difference of means|, and the sum of squares between.
    [Fact]
    public void Agrees_with_SciPy()
    {
        Assert.Equal(0.1349206349206349, PermutationTest.Test([A, B]).P, 1e-12);
        Assert.Equal(0.07005772005772005, PermutationTest.Test([A, B, C]).P, 1e-12);
    }

    [Fact]
    public void The_order_of_groups_and_numbers_changes_nothing() =>
        Assert.Equal(PermutationTest.Test([A, B, C]).P, PermutationTest.Test([C, [.. A.Reverse()], [], B]).P, 1e-12);

    [Fact]
    public void Equal_numbers_and_a_single_group_say_nothing()
    {
        Assert.Equal(1, PermutationTest.Test([[2, 2], [2, 2, 2]]).P);
        Assert.Equal(1, PermutationTest.Test([A]).P);
        Assert.Equal(1, PermutationTest.Test([]).P);
    }

    [Fact]
    public void Draws_come_near_the_exact_p_of_groups_that_are_drawn_out()
    {
        // The same numbers three times over: 60 choose 24 arrangements are too many to count.
        ImmutableArray<double> many = [.. Enumerable.Range(0, 40).Select(i => (double)(i % 10))];
        var result = PermutationTest.Test([many, [.. many.Select(x => x + 0.5)]], draws: 999);
        Assert.Equal((false, 999), (result.IsExact, result.Draws));
        Assert.InRange(result.P, 0.35, 0.60); // z = .5 / (2.87·√(2/40)) = .78, so p is near .44
        Assert.Equal(result, PermutationTest.Test([many, [.. many.Select(x => x + 0.5)]], draws: 999));
    }
}
