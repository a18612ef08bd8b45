using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Hides the small counts of a row whose total is told, and as many others as it takes so that no hidden one can be worked out again.</summary>
/// <remarks>
/// Primary and complementary suppression (Willenborg and de Waal 2001, Elements of Statistical Disclosure Control, ch. 5 and 6), held against readers who know the rule too (Wong, Fu,
/// Wang and Pei 2007, Minimality attack), see docs/methods/small-numbers.md. Begun with the small counts and the groups of few; while what is shown leaves a hidden cell but one value
/// (<see cref="RowReader"/>), the shown count of the largest group goes as well, noughts last. Where a row hidden whole would be known, rows are hidden whole as
/// well of which hardly anything is left.
/// </remarks>
public static class SmallRow
{
    // States that are looked at for one row; large rows end long before, since theirs have many values.
    private const int MostStates = 2000;

    /// <summary>Which cells to hide.</summary>
    /// <param name="counts">How many of each group; the groups share nobody.</param>
    /// <param name="asked">How many each group has, which is told; as many, none below its count.</param>
    /// <param name="smallest">Counts from 1 to below this one are hidden, and every count of a group of fewer; at least 2.</param>
    /// <param name="others">How many stand in none of the groups.</param>
    /// <param name="othersCount">How many of these are counted; the total that is told is the counts and this.</param>
    /// <returns>
    /// One a group. Each hidden cell has two values or more that agree with all that is told and with this very rule, unless all who were asked are counted: then the total tells it. A
    /// group that nobody is in is not hidden.
    /// </returns>
    /// <exception cref="ArgumentException">The lists differ in length, or a count is below 0 or above its group.</exception>
    public static ImmutableArray<bool> Hidden(ImmutableArray<int> counts, ImmutableArray<int> asked, int smallest, int others = 0, int othersCount = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(othersCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(othersCount, others);
        if (counts.Length != asked.Length || counts.Where((c, i) => c < 0 || c > asked[i]).Any())
        {
            throw new ArgumentException("A count a group is needed, from 0 to as many as were asked.", nameof(counts));
        }

        var (all, sizes) = others > 0 ? (counts.Add(othersCount), asked.Add(others)) : (counts, asked);
        ImmutableArray<bool> always = [.. sizes.Select((n, g) => n > 0 && (n < smallest || g == counts.Length))];
        var shown = all.Select((c, g) => always[g] || (c > 0 && c < smallest) ? RowReader.Hidden : c).ToArray();
        RowReader Reader() => new(sizes, always, smallest, all.Sum(), MostStates);
        var reader = Reader();
        while (!reader.IsSafe(shown) && reader.Next(shown) is var next and >= 0)
        {
            shown[next] = RowReader.Hidden;
        }

        int[] left = [.. Enumerable.Range(0, shown.Length).Where(g => shown[g] != RowReader.Hidden && sizes[g] > 0)];
        var isWhole = Reader().HiddenWhole().Any(groups => groups.SequenceEqual(left));
        return [.. counts.Select((_, g) => shown[g] == RowReader.Hidden || (isWhole && sizes[g] > 0))];
    }
}
