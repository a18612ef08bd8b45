namespace FeedbackLab.Analysis.Privacy;

/// <summary>How many mention a theme in which of two years, by when they were asked.</summary>
/// <param name="Both">Asked both times, mention it both times.</param>
/// <param name="OnlyEarlier">Asked both times, mention it in the earlier year alone.</param>
/// <param name="OnlyLater">Asked both times, mention it in the later year alone.</param>
/// <param name="Gone">Asked in the earlier year alone.</param>
/// <param name="Come">Asked in the later year alone.</param>
/// <param name="Others">Mention it in neither year, but in another.</param>
internal readonly record struct YearsMentions(int Both, int OnlyEarlier, int OnlyLater, int Gone, int Come, int Others)
{
    /// <summary>These and what follows from them: each year, what each year leaves to the other.</summary>
    public IEnumerable<int> Counts => [Both, OnlyEarlier, OnlyLater, Gone, Come, Others, Both + OnlyEarlier + Gone, Both + OnlyLater + Come, OnlyEarlier + Gone, OnlyLater + Come];

    /// <summary>Whether one of them is small, so that nothing by year is told.</summary>
    public bool TellsFew(int smallest) => Counts.Any(c => c > 0 && c < smallest);
}

/// <summary>What somebody can work out of a theme of which nothing by year is told, who knows how many mention it in all and that small numbers are the reason.</summary>
internal static class YearsReader
{
    /// <summary>Whether a small count is known by that.</summary>
    /// <param name="mentioning">How many mention it in any year.</param>
    /// <param name="asked">How many were asked: both times, in the earlier year alone, in the later year alone, in neither.</param>
    /// <param name="smallest">Counts from 1 to below this one are small.</param>
    public static bool KnowsFew(int mentioning, (int Paired, int Earlier, int Later, int Neither) asked, int smallest)
    {
        // A count that is known is that of the first: only its small ones are looked at.
        int[]? first = null;
        List<int> known = [];
        foreach (var mentions in All(mentioning, asked).Where(m => m.TellsFew(smallest)))
        {
            int[] counts = [.. mentions.Counts];
            if (first is null)
            {
                first = counts;
                known.AddRange(Enumerable.Range(0, counts.Length).Where(i => counts[i] > 0 && counts[i] < smallest));
            }

            known.RemoveAll(i => counts[i] != first[i]);
            if (known.Count == 0)
            {
                return false;
            }
        }

        return known.Count > 0;
    }

    private static IEnumerable<YearsMentions> All(int mentioning, (int Paired, int Earlier, int Later, int Neither) asked) =>
        from gone in UpTo(asked.Earlier, mentioning)
        from come in UpTo(asked.Later, mentioning - gone)
        from others in UpTo(asked.Neither, mentioning - gone - come)
        let paired = mentioning - gone - come - others
        where paired <= asked.Paired
        from both in UpTo(paired, paired)
        from earlier in UpTo(paired - both, paired - both)
        select new YearsMentions(both, earlier, paired - both - earlier, gone, come, others);

    private static IEnumerable<int> UpTo(int most, int left) => Enumerable.Range(0, Math.Max(0, Math.Min(most, left) + 1));
}
