using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.Years;

/// <summary>The respondents asked in two years, by when they mention a theme: the people behind <see cref="PairedMentions"/>.</summary>
/// <param name="Both">Both times; ordinal order, as all of them.</param>
/// <param name="OnlyEarlier">The earlier time only.</param>
/// <param name="OnlyLater">The later time only.</param>
/// <param name="Neither">Neither time.</param>
public sealed record PairedRespondents(
    ImmutableSortedSet<string> Both, ImmutableSortedSet<string> OnlyEarlier, ImmutableSortedSet<string> OnlyLater, ImmutableSortedSet<string> Neither)
{
    /// <summary>How many they are.</summary>
    public PairedMentions Count => new(Both.Count, OnlyEarlier.Count, OnlyLater.Count, Neither.Count);

    /// <summary>The respondents of a theme.</summary>
    /// <param name="theme">The theme.</param>
    /// <param name="findings">What was found over all years.</param>
    /// <param name="earlier">The earlier year.</param>
    /// <param name="later">The later year.</param>
    /// <param name="read">All that was read, where the findings are narrowed to some of it (<see cref="YearComparison.Of"/>).</param>
    public static PairedRespondents Of(ThemeFinding theme, AnalysisFindings findings, int earlier, int later, CommentCorpus? read = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var questions = QuestionsOfYears.Of(read ?? findings.Corpus, earlier, later);
        var corpus = questions.Comparable(findings.Corpus);
        return Of(
            Mentioning(theme, findings, questions, earlier),
            Mentioning(theme, findings, questions, later),
            Denominators.AskedIn(corpus, earlier).Intersect(Denominators.AskedIn(corpus, later)));
    }

    internal static PairedRespondents Of(HashSet<string> before, HashSet<string> after, ImmutableSortedSet<string> paired)
    {
        ImmutableSortedSet<string> Those(bool isBefore, bool isAfter) =>
            paired.Where(r => before.Contains(r) == isBefore && after.Contains(r) == isAfter).ToImmutableSortedSet(StringComparer.Ordinal);
        return new PairedRespondents(Those(true, true), Those(true, false), Those(false, true), Those(false, false));
    }

    internal static HashSet<string> Mentioning(ThemeFinding theme, AnalysisFindings findings, QuestionsOfYears questions, int year) =>
        Speaking(theme, findings, year, questions.IsComparable);

    internal static int Apart(ThemeFinding theme, AnalysisFindings findings, QuestionsOfYears questions, int year) =>
        questions.Apart == 0 ? 0 : Speaking(theme, findings, year, c => !questions.IsComparable(c)).Count;

    private static HashSet<string> Speaking(ThemeFinding theme, AnalysisFindings findings, int year, Func<Comment, bool> where)
    {
        ArgumentNullException.ThrowIfNull(theme);
        var ids = theme.ByYear.Where(y => y.Year == year).SelectMany(y => y.CommentIds).ToHashSet(StringComparer.Ordinal);
        return findings.Comments
            .Where(c => ids.Contains(c.Comment.Id) && c.Comment.AskedRespondent is not null && where(c.Comment))
            .Select(c => c.Comment.AskedRespondent!)
            .ToHashSet(StringComparer.Ordinal);
    }
}
