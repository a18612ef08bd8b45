using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.ExactTests;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Statistics.ExactTests;

public sealed class WithinRespondentsTests
{
    [Fact]
    public void Two_conditions_give_McNemars_exact_test() => Prop.ForAll(
        Gen.Choose(0, 9).Four().ToArbitrary(),
        cells =>
        {
            var (both, first, second, neither) = cells;
            ImmutableArray<ImmutableArray<bool?>> respondents =
            [
                .. Enumerable.Repeat(Row("11"), both), .. Enumerable.Repeat(Row("10"), first),
                .. Enumerable.Repeat(Row("01"), second), .. Enumerable.Repeat(Row("00"), neither),
            ];
            return Math.Abs(WithinRespondents.Test(respondents).P - McNemar.TwoSided(first, second)) < 1e-9;
        }).QuickCheckThrowOnFailure();

    // All 6,561 arrangements within rows, counted in Python 3.11: Cochran's Q is 6.75 or more in 234 of them.
    [Fact]
    public void Three_conditions_order_the_arrangements_as_Cochrans_Q_does() => Assert.Equal(
        234.0 / 6561, WithinRespondents.Test([.. "110 100 110 100 010 101 110 111 000 100".Split(' ').Select(Row)]).P, 1e-12);

    // All 648 arrangements counted in Python 3.11: six are as uneven.
    [Fact]
    public void Respondents_who_were_not_asked_everywhere_count_where_they_were() => Assert.Equal(
        6.0 / 648, WithinRespondents.Test([.. "10- 100 1-0 -10 110 100 100".Split(' ').Select(Row)]).P, 1e-12);

    [Fact]
    public void Where_everybody_says_the_same_everywhere_nothing_can_be_said()
    {
        var result = WithinRespondents.Test([Row("111"), Row("000"), Row("1--")]);
        Assert.Equal((1, 1, true), (result.P, result.Least, result.IsTooFew));
        Assert.Equal(1, WithinRespondents.Test([]).P);
    }

    [Fact]
    public void Too_many_totals_are_drawn_with_their_error()
    {
        // 60 respondents under eight conditions; half of them mention it under the first alone.
        ImmutableArray<ImmutableArray<bool?>> respondents =
            [.. Enumerable.Range(0, 60).Select(i => Row(new string([.. Enumerable.Range(0, 8).Select(c => c == (i % 2 == 0 ? 0 : i % 8) || c == 7 - (i % 3) ? '1' : '0')])))];
        var result = WithinRespondents.Test(respondents, draws: 199);
        Assert.Equal((false, 199, 1.0 / 200), (result.IsExact, result.Draws, result.P));
        Assert.Equal(result, WithinRespondents.Test(respondents, draws: 199));
    }

    // Half of 30 conditions can be chosen in 155 million ways.
    [Fact]
    public void Conditions_with_too_many_arrangements_are_drawn_and_none_is_listed()
    {
        var rows = Enumerable.Repeat(Row(new string('1', 15) + new string('0', 15)), 12).ToImmutableArray();
        var result = WithinRespondents.Test(rows, draws: 99);
        Assert.Equal((99, 1.0 / 100), (result.Draws, result.P));
    }

    // Two that pass over one of 25: by chance both pass over the same in 1 of 25, which is as uneven as it can be.
    [Fact]
    public void Many_conditions_with_few_arrangements_are_counted_one_by_one()
    {
        var result = WithinRespondents.Test([Row(new string('1', 24) + "0"), Row(new string('1', 24) + "0")]);
        Assert.Equal((0, 1.0 / 25), (result.Draws, Math.Round(result.P, 12)));
    }

    private static ImmutableArray<bool?> Row(string cells) => [.. cells.Select(c => c == '-' ? (bool?)null : c == '1')];
}
