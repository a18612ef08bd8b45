using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Years;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>Hides the small counts of findings, and those from which a small one could be worked out, before anything is written from them.</summary>
/// <remarks>
/// A count that is hidden is <see cref="Hidden"/>; its denominator stays. docs/methods/small-numbers.md says which counts a reader can set off against each other.
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
    /// Of every theme that respondents mention in how many meetings it came up and how many comments name nobody; of one that few mention every count; of one whose years would tell how few mention it in the one, the other or both, all that is told by year, noughts too; in a
    /// source's discussion counts that are small, or leave a small rest to the whole; how many comments fit no theme, where that would tell how many carry a hidden one. Themes of few
    /// stand behind the others in the codebook's order, since their own would tell which of them more mention. Nothing else is changed.
    /// </returns>
    public static (AnalysisFindings Findings, YearComparison? Years) Hide(AnalysisFindings findings, YearComparison? years, int smallest)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 2);
        var few = findings.Themes.Where(t => IsOfFew(t, smallest)).Select(t => t.Code.Id).ToHashSet(StringComparer.Ordinal);
        var byYear = few.Concat(findings.Themes.Where(t => TellsFew(t, years, smallest)).Select(t => t.Code.Id)).ToHashSet(StringComparer.Ordinal);
        return (
            findings with
            {
                Themes = [.. Ordered(findings, few).Select(t => Theme(t, few.Contains(t.Code.Id), byYear.Contains(t.Code.Id), IsAskedOfFew(t, smallest)))],
                Discussions = Discussions(findings, few, smallest),
                Ledger = TellsThemeless(findings, few, smallest) ? findings.Ledger : new Ledger(
                    findings.Ledger.Total with { WithoutTheme = Hidden }, [.. findings.Ledger.BySource.Select(l => l with { WithoutTheme = Hidden })]),
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

    /// <summary>Whether so few mention a theme, or were asked at all, that none of its counts is told: respondents, or where nobody asked does comments and who is behind them (all may be of one member).</summary>
    /// <param name="theme">The theme, before or after hiding.</param>
    /// <param name="smallest">Counts from 1 to below this one are small.</param>
    public static bool IsOfFew(ThemeFinding theme, int smallest)
    {
        ArgumentNullException.ThrowIfNull(theme);
        return IsAskedOfFew(theme, smallest) || IsHidden(theme.Respondents.Count, smallest) || (theme.Respondents.Count == 0 && (IsHidden(theme.Comments.Count, smallest) || IsHidden(theme.Speakers, smallest)));
    }

    // Of two respondents neither a count nor a nought may be told: what is not told could only be the other.
    private static bool IsAskedOfFew(ThemeFinding theme, int smallest) => IsHidden(theme.Respondents.Of, smallest);

    // Both years and their union say how many mention it in the one, the other and both, among those asked both times, those asked once, and all; each year and the union
    // how many do in other years alone. Any of these small, and none of the years is told; nor where they are told otherwise, but not being told would tell one.
    private static bool TellsFew(ThemeFinding theme, YearComparison? years, int smallest)
    {
        var all = theme.Respondents.Count;
        if (theme.ByYear.SelectMany(y => new[] { y.Respondents.Count, all - y.Respondents.Count }).Any(c => c > 0 && IsHidden(c, smallest)))
        {
            return true;
        }

        if (years?.Themes.FirstOrDefault(c => c.Code.Id == theme.Code.Id) is not { } change)
        {
            return false;
        }

        // A year's number stands beside that of the questions put in both years: who mentions it in the others alone is the difference.
        var (before, after, pairs) = (change.Before, change.After, change.Pairs);
        if (theme.ByYear.Any(y => (y.Year == years.Earlier && IsHidden(y.Respondents.Count - before.Count, smallest)) || (y.Year == years.Later && IsHidden(y.Respondents.Count - after.Count, smallest))))
        {
            return true;
        }

        var gone = before.Count - pairs.Both - pairs.OnlyEarlier;
        var come = after.Count - pairs.Both - pairs.OnlyLater;
        return new YearsMentions(pairs.Both, pairs.OnlyEarlier, pairs.OnlyLater, gone, come, Math.Max(0, all - (before.Count + after.Count - pairs.Both))).TellsFew(smallest)
            || YearsReader.KnowsFew(all, (pairs.All, before.Of - pairs.All, after.Of - pairs.All, Math.Max(0, theme.Respondents.Of - (before.Of + after.Of - pairs.All))), smallest);
    }

    private static IEnumerable<ThemeFinding> Ordered(AnalysisFindings findings, HashSet<string> few)
    {
        var places = findings.Codebook.Codes.Select((c, i) => (c.Id, i)).ToDictionary(c => c.Id, c => c.i, StringComparer.Ordinal);
        return findings.Themes.Where(t => t.Comments.Count > 0 && !few.Contains(t.Code.Id))
            .Concat(findings.Themes.Where(t => few.Contains(t.Code.Id)).OrderBy(t => places.GetValueOrDefault(t.Code.Id)))
            .Concat(findings.Themes.Where(t => t.Comments.Count == 0 && !few.Contains(t.Code.Id)));
    }

    // Comments with a theme, less those of the themes that are told, are of the hidden ones.
    private static bool TellsThemeless(AnalysisFindings findings, HashSet<string> few, int smallest)
    {
        var total = findings.Ledger.Total;
        return !IsHidden(total.WithoutTheme, smallest)
            && (few.Count == 0 || total.Analysed - total.WithoutTheme <= findings.Themes.Where(t => !few.Contains(t.Code.Id)).Sum(t => t.Comments.Count));
    }

    private static ThemeFinding Theme(ThemeFinding theme, bool isOfFew, bool hidesYears, bool hidesNoughts)
    {
        var years = hidesYears ? [.. theme.ByYear.Select(y => y with { Respondents = HideAll(y.Respondents), Comments = HideAll(y.Comments) })] : theme.ByYear;

        // Who spoke in the meetings, and whom a comment without a name is not of, tells of those that a hidden cell stands for.
        theme = theme.Respondents.Of == 0 ? theme : theme with { Meetings = HideAll(theme.Meetings), WithoutRespondent = Hidden };
        return !isOfFew
            ? theme with { ByYear = years }
            : theme with
            {
                Respondents = hidesNoughts ? HideAll(theme.Respondents) : Hide(theme.Respondents),
                Comments = hidesNoughts ? HideAll(theme.Comments) : Hide(theme.Comments),
                Meetings = Hide(theme.Meetings),
                WithoutRespondent = theme.WithoutRespondent == 0 ? 0 : Hidden,
                ByYear = years,
                Terms = [],
            };
    }

    private static ThemeChange Change(ThemeChange change) => change with
    {
        Before = HideAll(change.Before),
        After = HideAll(change.After),
        Kind = ChangeKind.Same,
        Pairs = new PairedMentions(Hidden, Hidden, Hidden, Hidden),
        Difference = null,
        P = null,
        AdjustedP = null,
    };

    // Of a source's own comments the counts stand beside those of all, and of the other sources': the rest of them is told as well.
    private static ImmutableArray<SourceDiscussion> Discussions(AnalysisFindings findings, HashSet<string> few, int smallest)
    {
        var whole = findings.Themes.ToDictionary(t => t.Code.Id, StringComparer.Ordinal);
        var hidden = findings.Discussions.SelectMany(d => d.Themes.Where(t => IsHidden(d, t)).Select(t => t.Code)).ToHashSet(StringComparer.Ordinal);
        return [.. findings.Discussions.Select(d => d with { Themes = [.. d.Themes.Select(t => hidden.Contains(t.Code) ? t with { Respondents = Hide(t.Respondents), Comments = Hide(t.Comments) } : t)] })];

        bool IsHidden(SourceDiscussion discussion, DiscussedTheme theme) =>
            few.Contains(theme.Code) || SmallCounts.IsHidden(theme.Respondents.Count, smallest)
            || (theme.Respondents.Count == 0 && SmallCounts.IsHidden(theme.Speakers, smallest))
            || (discussion.IsOwn && (Leaves(theme.Respondents, whole[theme.Code].Respondents) || Leaves(theme.Comments, whole[theme.Code].Comments)));

        bool Leaves(DocumentFrequency part, DocumentFrequency all) =>
            SmallCounts.IsHidden(part.Count, smallest) || (all.Count >= part.Count && SmallCounts.IsHidden(all.Count - part.Count, smallest));
    }

    private static DocumentFrequency Hide(DocumentFrequency frequency) => frequency.Count == 0 ? frequency : HideAll(frequency);

    private static DocumentFrequency HideAll(DocumentFrequency frequency) => frequency with { Count = Hidden };
}
