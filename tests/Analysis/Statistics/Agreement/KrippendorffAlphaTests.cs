using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Agreement;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics.Agreement;

public sealed class KrippendorffAlphaTests
{
    // Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), C: four observers, twelve units, values 1 to 5, some missing.
    private static readonly ImmutableArray<RatedUnit> Published = Units(
        "1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .");

    [Fact]
    public void The_published_example_with_missing_ratings()
    {
        var nominal = KrippendorffAlpha.Nominal(Published);
        Assert.Equal(0.743, nominal.Value!.Value, 5e-4);
        Assert.Equal((11, 40), (nominal.Units, nominal.Ratings));
        Assert.Equal(0.849, KrippendorffAlpha.Of(Published, (a, b) => (a - b) * (a - b)).Value!.Value, 5e-4);
    }

    [Fact]
    public void Two_coders_and_two_values_by_hand()
    {
        // 2011, B: four pairs differ, eight values that differ; 20 ratings, 6 ones and 14 noughts: 1 − 19·8/(2·14·6) = .095.
        var alpha = KrippendorffAlpha.Nominal(Units("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"));
        Assert.Equal(1 - (19.0 * 8 / (2 * 14 * 6)), alpha.Value!.Value, 1e-12);
        Assert.Equal(0.095, alpha.Value!.Value, 5e-4);
    }

    [Fact]
    public void A_fourfold_table_gives_the_same() => Prop.ForAll(
        Gen.Choose(0, 6).Four().ToArbitrary(),
        cells =>
        {
            var (both, first, second, neither) = cells;
            ImmutableArray<RatedUnit> units =
                [.. Enumerable.Repeat(new RatedUnit([0, 2]), both), .. Enumerable.Repeat(new RatedUnit([1, 1]), first + second), .. Enumerable.Repeat(new RatedUnit([2, 0]), neither)];
            var (direct, table) = (KrippendorffAlpha.Nominal(units).Value, KrippendorffAlpha.OfTwo(new CohenKappa(both, first, second, neither)));
            return (direct is null && table is null) || Math.Abs(direct!.Value - table!.Value) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Units_that_one_coder_rated_change_nothing() => Assert.Equal(
        KrippendorffAlpha.Nominal(Published), KrippendorffAlpha.Nominal([.. Published, Published[11], new RatedUnit([0, 0, 0, 0, 0, 0])]));

    [Fact]
    public void Full_agreement_is_one_and_without_variation_nothing_can_be_said()
    {
        Assert.Equal(1, KrippendorffAlpha.Nominal(Units("0 1 0 1", "0 1 0 1")).Value);
        Assert.Null(KrippendorffAlpha.Nominal(Units("0 0 0", "0 0 0")).Value);
        Assert.Null(KrippendorffAlpha.Nominal([]).Value);
        Assert.Null(KrippendorffAlpha.Interval([], (a, b) => a == b ? 0 : 1, 10, 1));
    }

    [Fact]
    public void The_names_of_values_and_the_order_of_units_change_nothing() => Prop.ForAll(
        Gen.Choose(0, 3).Two().Select(c => new RatedUnit([c.Item1, c.Item2])).ArrayOf().ToArbitrary(),
        units =>
        {
            var alpha = KrippendorffAlpha.Nominal([.. units]).Value;
            var other = KrippendorffAlpha.Nominal([.. units.Reverse().Select(u => new RatedUnit([u.Counts[1], u.Counts[0]]))]).Value;
            return (alpha is null && other is null) || (Math.Abs(alpha!.Value - other!.Value) < 1e-9 && alpha <= 1 + 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_interval_holds_the_value_and_comes_again_with_its_seed()
    {
        static double Apart(int a, int b) => a == b ? 0 : 1;
        var interval = KrippendorffAlpha.Interval(Published, Apart, 1000, 7)!.Value;
        Assert.InRange(KrippendorffAlpha.Nominal(Published).Value!.Value, interval.Low, interval.High);
        Assert.Equal(interval, KrippendorffAlpha.Interval(Published, Apart, 1000, 7));
        Assert.True(interval.High <= 1 && interval.Low < interval.High);
    }

    private static ImmutableArray<RatedUnit> Units(params string[] coders)
    {
        var rows = coders.Select(c => c.Split(' ')).ToList();
        return [.. Enumerable.Range(0, rows[0].Length).Select(u => new RatedUnit([.. Enumerable.Range(0, 6).Select(v => rows.Count(r => r[u] == $"{v}"))]))];
    }
}
