using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Privacy;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Privacy;

public sealed class SmallRowTests
{
    private const int Smallest = 3;

    [Theory]
    [InlineData("2 5 9", "20 20 30", "x-x")] // 16 - 5 - 9 tells 2: the count of the largest group goes along
    [InlineData("0 4 6", "9 9 9", "---")]
    [InlineData("1 2 6", "9 9 9", "xx-")] // 3 is 1 + 2 or 2 + 1
    [InlineData("1 1 7", "9 9 9", "xxx")] // 2 is 1 + 1 alone
    [InlineData("5 5 3 2 1", "9 9 9 2 1", "x--xx")] // 3 in groups of 2 and of 1 would be all of them
    [InlineData("5 4 1", "9 9 1", "x-x")] // whoever stands alone in a group is not told whether they mention it
    [InlineData("5 4 0", "9 9 1", "x-x")]
    [InlineData("5 4 0", "9 9 0", "---")] // nobody is in the third group
    public void Hidden_are_small_counts_groups_of_few_and_what_would_tell_them(string counts, string asked, string hidden) =>
        Assert.Equal(hidden, string.Concat(SmallRow.Hidden(Numbers(counts), Numbers(asked), Smallest).Select(h => h ? 'x' : '-')));

    [Fact]
    public void Those_in_no_group_take_up_a_part_of_the_total() =>
        // 16 in all, 5 of them in no group: 2 may be 1, and 5 one more.
        Assert.Equal([true, false, false], SmallRow.Hidden([2, 5, 9], [20, 20, 20], Smallest, others: 30, othersCount: 5));

    [Fact]
    public void Counts_beyond_their_group_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SmallRow.Hidden([1, 2], [3], Smallest));
        Assert.Throws<ArgumentException>(() => SmallRow.Hidden([4, 2], [3, 3], Smallest));
        Assert.Throws<ArgumentOutOfRangeException>(() => SmallRow.Hidden([1, 2], [3, 3], Smallest, others: 1, othersCount: 2));
    }

    [Fact]
    public void Who_knows_the_rule_and_all_that_is_told_has_two_values_for_every_hidden_count() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(120),
            Prop.ForAll(
                (from groups in Gen.Choose(1, 4) from asked in Gen.Choose(0, 6).ArrayOf(groups) from others in Gen.Choose(0, 3) select (asked, others)).ToArbitrary(),
                x => Attack([.. x.asked], x.others) is null));

    [Fact]
    public void Rows_of_a_large_survey_are_hidden_at_once_and_not_more_than_it_takes()
    {
        ImmutableArray<int> asked = [60, 55, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5];
        Assert.Equal(2, SmallRow.Hidden([30, 25, 28, 19, 22, 14, 12, 9, 7, 6, 4, 1], asked, Smallest).Count(h => h));
        Assert.Equal(0, SmallRow.Hidden(asked, asked, Smallest).Count(h => h));
        Assert.Equal(3, SmallRow.Hidden([30, 25, 28, 19, 22, 14, 12, 9, 7, 2, 1, 1], asked, Smallest).Count(h => h));
    }

    // All rows of these groups, told as the rule tells them: the first hidden count that has but one value among those that look alike; null where there is none.
    private static string? Attack(ImmutableArray<int> asked, int others)
    {
        var alike = new Dictionary<string, List<ImmutableArray<int>>>(StringComparer.Ordinal);
        foreach (var row in Rows(asked.Add(others)).Where(r => r.Sum() >= Smallest && r.Sum() < asked.Sum() + others))
        {
            var counts = row[..^1];
            var hidden = SmallRow.Hidden(counts, asked, Smallest, others, row[^1]);
            Assert.All(counts.Select((c, g) => (c, g)), x => Assert.True(hidden[x.g] || ((x.c == 0 || x.c >= Smallest) && asked[x.g] is 0 or >= Smallest)));
            var told = $"{row.Sum()}: " + string.Join(' ', counts.Select((c, g) => hidden[g] ? "x" : c.ToString(CultureInfo.InvariantCulture)));
            alike.TryAdd(told, []);
            alike[told].Add(counts);
        }

        return alike.Where(a => Enumerable.Range(0, asked.Length).Any(g => a.Key.Split(' ')[g + 1] == "x" && a.Value.Select(r => r[g]).Distinct().Count() == 1))
            .Select(a => $"{string.Join(' ', asked)} + {others}, {a.Key}").FirstOrDefault();
    }

    private static IEnumerable<ImmutableArray<int>> Rows(ImmutableArray<int> asked) => asked.IsEmpty
        ? [[]]
        : Rows(asked[..^1]).SelectMany(r => Enumerable.Range(0, asked[^1] + 1).Select(r.Add));

    private static ImmutableArray<int> Numbers(string numbers) => [.. numbers.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
}
