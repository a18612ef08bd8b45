using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Years;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Hides the small counts of findings, and those from which a small one could be worked out, before anything is written from them.</summary>
/// <remarks>
/// A count that is hidden is <see cref="Hidden"/>; its denominator stays. docs/methods/privacy.md says which counts a reader can set off against each other.
/// </remarks>
public static class SmallCounts
{
    /// <summary>What stands in the place of a count that is not told.</summary>
    public const int Hidden = -1;

    /// <summary>Whether a count is not to be told.</summary>
    /// <param name="count">The count; it may be hidden already.</param>
    /// <param name="smallest">Counts from 1 to below this one are small.</param>
    public static bool IsHidden(int count, int smallest) => count < 0 || (count > 0 && count < smallest);

    /// <summary>The findings and the comparison of years with their small counts hidden.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="years">The comparison of two years of them; null where there is none.</param>
    /// <param name="smallest">Counts of respondents from 1 to below this one are hidden; at least 2.</param>
    /// <returns>
    /// Of a theme that few mention every count; of one whose years would tell how few mention it in the one, the other or both, all that is told by year; in a
    /// source's discussion counts that are small, or leave a small rest to the whole. Nothing else is changed.
    /// </returns>
    public static (AnalysisFindings Findings, YearComparison? Years) Hide(AnalysisFindings findings, YearComparison? years, int smallest)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 2);
        var few = findings.Themes.Where(t => IsOfFew(t, smallest)).Select(t => t.Code.Id).ToHashSet(StringComparer.Ordinal);
        var byYear = few.Concat(years?.Themes.Where(t => TellsFew(t, smallest)).Select(t => t.Code.Id) ?? []).ToHashSet(StringComparer.Ordinal);
        var whole = findings.Themes.ToDictionary(t => t.Code.Id, StringComparer.Ordinal);
        return (
            findings with
            {
                Themes = [.. findings.Themes.Select(t => Theme(t, few.Contains(t.Code.Id), byYear.Contains(t.Code.Id)))],
                Discussions = [.. findings.Discussions.Select(d => d with { Themes = [.. d.Themes.Select(t => Discussed(t, d.IsOwn ? whole[t.Code] : null, few, smallest))] })],
            },
            years is null ? null : years with
            {
                // By their size they are ordered: those that are not told stand behind, in the themes' order.
                Themes =
                [
                    .. years.Themes.Where(t => !byYear.Contains(t.Code.Id)),
                    .. findings.Themes.Where(t => byYear.Contains(t.Code.Id)).SelectMany(t => years.Themes.Where(c => c.Code.Id == t.Code.Id)).Select(Change),
                ],
            });
    }

    /// <summary>Whether so few mention a theme that none of its counts is told: respondents, or comments where nobody is known.</summary>
    /// <param name="theme">The theme, before or after hiding.</param>
    /// <param name="smallest">Counts from 1 to below this one are small.</param>
    public static bool IsOfFew(ThemeFinding theme, int smallest)
    {
        ArgumentNullException.ThrowIfNull(theme);
        return IsHidden(theme.Respondents.Count, smallest) || (theme.Respondents.Count == 0 && IsHidden(theme.Comments.Count, smallest));
    }

    // Both years and their union say how many mention it in the one, the other and both: any of these small, and none of the years is told.
    private static bool TellsFew(ThemeChange change, int smallest)
    {
        var pairs = change.Pairs;
        return new[] { change.Before.Count, change.After.Count, pairs.Both, pairs.OnlyEarlier, pairs.OnlyLater, change.Before.Count - pairs.Both, change.After.Count - pairs.Both }
            .Any(c => IsHidden(c, smallest));
    }

    private static ThemeFinding Theme(ThemeFinding theme, bool isOfFew, bool hidesYears)
    {
        var years = hidesYears ? [.. theme.ByYear.Select(y => y with { Respondents = Hide(y.Respondents), Comments = Hide(y.Comments) })] : theme.ByYear;
        return !isOfFew
            ? theme with { ByYear = years }
            : theme with
            {
                Respondents = Hide(theme.Respondents),
                Comments = Hide(theme.Comments),
                Meetings = Hide(theme.Meetings),
                WithoutRespondent = theme.WithoutRespondent == 0 ? 0 : Hidden,
                ByYear = years,
                Terms = [],
            };
    }

    private static ThemeChange Change(ThemeChange change) => change with
    {
        Before = Hide(change.Before),
        After = Hide(change.After),
        Kind = change.Kind == ChangeKind.NotMentioned ? ChangeKind.NotMentioned : ChangeKind.Same,
        Pairs = new PairedMentions(Hidden, Hidden, Hidden, Hidden),
        Difference = null,
        P = null,
        AdjustedP = null,
    };

    // Of a source's own comments the counts stand beside those of all: the rest of them is told as well.
    private static DiscussedTheme Discussed(DiscussedTheme theme, ThemeFinding? whole, HashSet<string> few, int smallest)
    {
        var isHidden = few.Contains(theme.Code) || IsHidden(theme.Respondents.Count, smallest) || Leaves(theme.Respondents, whole?.Respondents) || Leaves(theme.Comments, whole?.Comments);
        return isHidden ? theme with { Respondents = Hide(theme.Respondents), Comments = Hide(theme.Comments) } : theme;

        bool Leaves(DocumentFrequency part, DocumentFrequency? all) =>
            all is { } a && a.Count >= part.Count && SmallCells.Hidden([[part.Count, a.Count - part.Count]], smallest, rowTotals: true, columnTotals: false)[0][0];
    }

    private static DocumentFrequency Hide(DocumentFrequency frequency) => frequency.Count == 0 ? frequency : frequency with { Count = Hidden };
}
