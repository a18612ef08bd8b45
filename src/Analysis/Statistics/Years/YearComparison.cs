using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.ExactTests;
using FeedbackLab.Analysis.Statistics.Intervals;
using FeedbackLab.Analysis.Statistics.Multiplicity;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Statistics.Years;

/// <summary>Two years beside each other, by the answers to questions that were put in both: the same respondents both times, and those who came or went.</summary>
/// <param name="Earlier">The earlier year.</param>
/// <param name="Later">The later year.</param>
/// <param name="Paired">Respondents asked in both years; ordinal order.</param>
/// <param name="Missing">Asked in the earlier year only.</param>
/// <param name="New">Asked in the later year only.</param>
/// <param name="Themes">One a code, by kind of change, then the size of the change among the paired (descending), then the findings' order.</param>
public sealed record YearComparison(
    int Earlier,
    int Later,
    ImmutableArray<string> Paired,
    ImmutableArray<string> Missing,
    ImmutableArray<string> New,
    ImmutableArray<ThemeChange> Themes)
{
    /// <summary>The paired respondents by whether they gave more comments in the later year, or fewer.</summary>
    public SignTest Volume { get; init; }

    /// <summary>Below this many respondents that changed, nothing is said.</summary>
    public const int FewestChanged = SmallNumbers.FewestChanged;

    /// <summary>Which questions were put in both years: everything counted here is of those.</summary>
    public QuestionsOfYears Questions { get; init; } = QuestionsOfYears.Unknown;

    /// <summary>Codes that were retired between the years; oldest first.</summary>
    public ImmutableArray<CodeBreak> Retired { get; init; } = [];

    /// <summary>The comparison of two years.</summary>
    /// <param name="findings">What was found over all years.</param>
    /// <param name="earlier">The earlier year.</param>
    /// <param name="later">The later year.</param>
    /// <param name="codes">What became of the codes, and by which versions of the codebook the years were coded; null where there is only one.</param>
    /// <param name="read">All that was read, where the findings are narrowed to some of it: it tells which questions were put.</param>
    /// <exception cref="ArgumentException">The later year is not later.</exception>
    public static YearComparison Of(AnalysisFindings findings, int earlier, int later, CodesOfYears? codes = null, CommentCorpus? read = null)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (earlier >= later)
        {
            throw new ArgumentException("The later year must be later than the earlier one.", nameof(later));
        }

        var questions = QuestionsOfYears.Of(read ?? findings.Corpus, earlier, later);
        var (before, after) = Asked(questions.Comparable(findings.Corpus), earlier, later);
        var paired = before.Intersect(after);
        var changes = findings.Themes.Select(t => Change(t, findings, questions, (earlier, before), (later, after), paired)).ToList();
        var adjusted = Holm.Adjust([.. changes.Where(c => c.P is not null).Select(c => c.P!.Value)]);
        var next = 0;
        return new YearComparison(
            earlier,
            later,
            [.. paired],
            [.. before.Except(after)],
            [.. after.Except(before)],
            [
                .. changes
                    .Select(c => c.P is null ? c : c with { AdjustedP = adjusted[next++] })
                    .Select(c => codes is null ? c : c with { Breaks = codes.BreaksOf(c.Code.Id) })
                    .OrderBy(c => c.Kind)
                    .ThenByDescending(c => Math.Abs(c.Pairs.OnlyLater - c.Pairs.OnlyEarlier)),
            ])
        {
            Questions = questions,
            Volume = SignTest.Of([.. paired.Select(r => (Number(r, earlier), Number(r, later)))]),
            Retired = codes?.Retired() ?? [],
        };

        double Number(string respondent, int year) =>
            findings.Comments.Count(c => c.Comment.AskedRespondent == respondent && c.Comment.Year == year && questions.IsComparable(c.Comment));
    }

    /// <summary>Whether anybody known was asked in both years, so that there is something to compare.</summary>
    /// <param name="findings">An analysis.</param>
    /// <param name="earlier">The earlier year.</param>
    /// <param name="later">The later year.</param>
    public static bool HasPairs(AnalysisFindings findings, int earlier, int later)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var (before, after) = Asked(QuestionsOfYears.Of(findings.Corpus, earlier, later).Comparable(findings.Corpus), earlier, later);
        return before.Overlaps(after);
    }

    private static (ImmutableSortedSet<string> Before, ImmutableSortedSet<string> After) Asked(CommentCorpus corpus, int earlier, int later) =>
        (Denominators.AskedIn(corpus, earlier), Denominators.AskedIn(corpus, later));

    private static ThemeChange Change(
        ThemeFinding theme,
        AnalysisFindings findings,
        QuestionsOfYears questions,
        (int Year, ImmutableSortedSet<string> Asked) earlier,
        (int Year, ImmutableSortedSet<string> Asked) later,
        ImmutableSortedSet<string> paired)
    {
        var before = PairedRespondents.Mentioning(theme, findings, questions, earlier.Year);
        var after = PairedRespondents.Mentioning(theme, findings, questions, later.Year);
        var pairs = PairedRespondents.Of(before, after, paired).Count;
        return new ThemeChange(
            theme.Code,
            new DocumentFrequency(before.Count, earlier.Asked.Count),
            new DocumentFrequency(after.Count, later.Asked.Count),
            pairs,
            KindOf(pairs, before.Count, after.Count),
            paired.IsEmpty ? null : PairedDifference.Newcombe(pairs.Both, pairs.OnlyEarlier, pairs.OnlyLater, pairs.Neither),
            pairs.OnlyEarlier + pairs.OnlyLater < FewestChanged ? null : McNemar.TwoSided(pairs.OnlyEarlier, pairs.OnlyLater),
            AdjustedP: null)
        {
            EarlierApart = PairedRespondents.Apart(theme, findings, questions, earlier.Year),
            LaterApart = PairedRespondents.Apart(theme, findings, questions, later.Year),
            IsOfOtherQuestions = questions.IsNoneCommon,
        };
    }

    // Of the same respondents. New and gone need a zero of all: what somebody said then who was not asked again is not new.
    private static ChangeKind KindOf(PairedMentions pairs, int before, int after)
    {
        var (first, second) = (pairs.Both + pairs.OnlyEarlier, pairs.Both + pairs.OnlyLater);
        return (first, second) switch
        {
            _ when pairs.All == 0 && before + after > 0 => ChangeKind.Incomparable,
            (0, 0) => ChangeKind.NotMentioned,
            (0, _) when before == 0 => ChangeKind.New,
            (_, 0) when after == 0 => ChangeKind.Gone,
            _ when first < second => ChangeKind.Grown,
            _ when first > second => ChangeKind.Shrunk,
            _ => ChangeKind.Same,
        };
    }
}

/// <summary>What became of a theme from one year to another.</summary>
/// <param name="Code">The code.</param>
/// <param name="Before">Respondents that mention it in the earlier year, of those asked then.</param>
/// <param name="After">Respondents that mention it in the later year, of those asked then.</param>
/// <param name="Pairs">The respondents asked both times.</param>
/// <param name="Kind">What the count of those did.</param>
/// <param name="Difference">Later − earlier share of the paired respondents at 95 %; null where there are none.</param>
/// <param name="P">McNemar's exact p, two-sided; null where too few changed to say (<see cref="YearComparison.FewestChanged"/>).</param>
/// <param name="AdjustedP">The same, adjusted for the themes tested (Holm); null with it.</param>
public sealed record ThemeChange(
    Code Code,
    DocumentFrequency Before,
    DocumentFrequency After,
    PairedMentions Pairs,
    ChangeKind Kind,
    Interval? Difference,
    double? P,
    double? AdjustedP)
{
    /// <summary>Where the code's meaning changed between the years, or after people had decided on comments of one of them; oldest first. A theme with breaks is not the same theme both times.</summary>
    public ImmutableArray<CodeBreak> Breaks { get; init; } = [];

    /// <summary>Respondents that mention it in the earlier year in answers that stand apart: to questions that were not put in the later one.</summary>
    public int EarlierApart { get; init; }

    /// <summary>The same of the later year.</summary>
    public int LaterApart { get; init; }

    /// <summary>Whether the years have no question in common: a difference may be one of what was asked, and tells of no change.</summary>
    public bool IsOfOtherQuestions { get; init; }

    /// <summary>Whether the same respondents speak of it more, or less, than chance would have it (adjusted p below .05), and were asked the same.</summary>
    public bool IsClear => !IsOfOtherQuestions && AdjustedP < SmallNumbers.Level;
}

/// <summary>Respondents asked in both years, by when they mention a theme.</summary>
/// <param name="Both">Both times.</param>
/// <param name="OnlyEarlier">The earlier time only.</param>
/// <param name="OnlyLater">The later time only.</param>
/// <param name="Neither">Neither time.</param>
public readonly record struct PairedMentions(int Both, int OnlyEarlier, int OnlyLater, int Neither)
{
    /// <summary>All of them.</summary>
    public int All => Both + OnlyEarlier + OnlyLater + Neither;
}

/// <summary>What a theme's count did from one year to the other.</summary>
public enum ChangeKind
{
    /// <summary>Nobody mentioned it before, whether asked again or not.</summary>
    New,

    /// <summary>More mention it.</summary>
    Grown,

    /// <summary>Fewer mention it.</summary>
    Shrunk,

    /// <summary>Nobody mentions it any more, whether asked before or not.</summary>
    Gone,

    /// <summary>As many mention it.</summary>
    Same,

    /// <summary>It is mentioned, but nobody was asked in both years: there is no telling of a change.</summary>
    Incomparable,

    /// <summary>Nobody asked in both years mentions it in either.</summary>
    NotMentioned,
}
