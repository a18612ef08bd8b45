using FeedbackLab.Analysis.Statistics.ExactTests;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics.ExactTests;

public sealed class FisherExactTests
{
    // scipy.stats.fisher_exact of SciPy 1.10.1.
    [Theory]
    [InlineData(3, 1, 1, 3, 0.48571428571428565)]
    [InlineData(9, 11, 6, 134, 3.695186723399414e-06)]
    [InlineData(5, 15, 2, 138, 0.0003353507909544433)]
    [InlineData(0, 10, 5, 5, 0.032507739938080496)]
    [InlineData(10, 0, 0, 10, 1.082508822446903e-05)]
    [InlineData(8, 2, 1, 5, 0.034965034965034975)]
    [InlineData(1, 9, 11, 3, 0.0027594561852200836)]
    [InlineData(120, 880, 900, 98100, 2.4789861368022145e-88)]
    [InlineData(1000, 2000, 1500, 2500, 0.00034420275322333933)]
    [InlineData(0, 3, 0, 4, 1.0)]
    [InlineData(0, 0, 0, 0, 1.0)]
    public void The_two_sided_p_is_that_of_SciPy(int a, int b, int c, int d, double p) =>
        Assert.Equal(1, p / FisherExact.TwoSided(a, b, c, d), 1e-9);

    [Fact]
    public void It_is_the_sum_over_all_tables_at_most_as_likely() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 12).ArrayOf(4).ToArbitrary(),
            n => Math.Abs(BySum(n[0], n[1], n[2], n[3]) - FisherExact.TwoSided(n[0], n[1], n[2], n[3])) < 1e-12));

    [Fact]
    public void Rows_and_columns_may_change_places() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(0, 400).ArrayOf(4).ToArbitrary(),
            n =>
            {
                var p = FisherExact.TwoSided(n[0], n[1], n[2], n[3]);
                return p is >= 0 and <= 1
                    && Math.Abs(p - FisherExact.TwoSided(n[2], n[3], n[0], n[1])) < 1e-9
                    && Math.Abs(p - FisherExact.TwoSided(n[0], n[2], n[1], n[3])) < 1e-9;
            }));

    private static double BySum(int a, int b, int c, int d)
    {
        var (row, column, total) = (a + b, a + c, a + b + c + d);
        double P(int x) => Choose(row, x) * Choose(total - row, column - x) / Choose(total, column);
        return Enumerable.Range(0, total + 1)
            .Where(x => x <= row && x <= column && column - x <= total - row)
            .Select(P)
            .Where(p => p <= P(a) * (1 + 1e-7))
            .Sum();
    }

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
