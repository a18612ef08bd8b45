using FeedbackLab.Analysis.Privacy;

namespace FeedbackLab.Analysis.Tests.Privacy;

public sealed class SmallKindsTests
{
    private const int Smallest = 3;

    [Theory]
    [InlineData(6, "5", "x", false)] // 6 comments, 5 of them facts: the other one is of the only other kind
    [InlineData(6, "3", "3 x", true)]
    [InlineData(6, "x", "5", false)] // of one other kind, what is no fact
    [InlineData(6, "x", "4 3", true)]
    [InlineData(9, "0", "9 x", true)]
    [InlineData(9, "0", "8 x", true)]
    [InlineData(9, "0", "7 x", false)] // the two beside the 7 are of the other kind alone
    [InlineData(9, "4", "5 3", true)]
    public void Kinds_are_told_only_where_each_hidden_one_may_have_two_numbers(int comments, string facts, string others, bool isFree) =>
        Assert.Equal(isFree, SmallKinds.AreFree(comments, Number(facts), [.. others.Split(' ').Select(Number)], Smallest));

    [Fact]
    public void Who_knows_the_rule_and_all_that_is_told_has_two_values_for_every_hidden_kind()
    {
        var told = new Dictionary<string, List<int[]>>(StringComparer.Ordinal);
        foreach (var comments in Enumerable.Range(Smallest, 6))
        {
            foreach (var kinds in from facts in Enumerable.Range(0, comments + 1) from a in Enumerable.Range(0, comments + 1) from b in Enumerable.Range(0, comments + 1) from c in Enumerable.Range(0, comments + 1) select new[] { a, b, c, facts })
            {
                var others = kinds[..3].Where(k => k > 0).ToList();
                if (comments - kinds[3] != others.DefaultIfEmpty(0).Sum() && (comments - kinds[3] > others.Sum() || comments - kinds[3] < others.DefaultIfEmpty(0).Max()))
                {
                    continue;
                }

                // A kind that nobody uses is not in the chart.
                var isFree = SmallKinds.AreFree(comments, Shown(kinds[3]), [.. others.Select(Shown)], Smallest);
                var what = $"{comments}: " + (isFree ? string.Join(' ', kinds.Select(k => Shown(k)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "x")) : "no chart");
                told.TryAdd(what, []);
                told[what].Add(kinds);
            }
        }

        Assert.Contains(told.Keys, k => k.Contains('x', StringComparison.Ordinal));
        foreach (var (what, alike) in told)
        {
            for (var k = 0; k < 4; k++)
            {
                Assert.True(alike[0][k] is 0 or >= Smallest || alike.Select(a => a[k]).Distinct().Count() > 1, what);
            }
        }
    }

    private static int? Shown(int kind) => kind is 0 or >= Smallest ? kind : null;

    private static int? Number(string written) => written == "x" ? null : int.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
}
