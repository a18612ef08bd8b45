using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>What is said of two years.</summary>
public sealed partial class ReportWords
{
    /// <summary>What became of a theme from one year to the next, in a sentence or three.</summary>
    /// <param name="change">The change.</param>
    /// <param name="years">The comparison that it is of.</param>
    public string Change(ThemeChange change, YearComparison years)
    {
        if (IsHidden(change))
        {
            return Verdict(change);
        }

        if (IsApart(change))
        {
            return Apart(change, years) + Verdict(change);
        }

        var asked = years.Questions.Apart == 0 ? string.Empty : language.Pick("両方の年に尋ねた設問では、", "In questions put in both years: ");
        var each = asked + language.Pick(
            $"{Year(years.Earlier)}は{OfRespondents(change.Before)}、{Year(years.Later)}は{OfRespondents(change.After)}。",
            $"{years.Earlier}: {OfRespondents(change.Before)}; {years.Later}: {OfRespondents(change.After)}. ");
        if (change.Pairs.All == 0)
        {
            return each + language.Pick("両方の年に尋ねた回答者がいないため、増減は比べられません。", "Nobody was asked in both years, so there is no telling of a change.") + Apart(change, years);
        }

        var paired = language.Pick(
            $"両方の年に尋ねた{Named(change.Pairs.All)}のうち、新たに挙げたのは{Counted(change.Pairs.OnlyLater)}、挙げなくなったのは{Counted(change.Pairs.OnlyEarlier)}、続けて挙げたのは{Counted(change.Pairs.Both)}です。",
            $"Of the {change.Pairs.All} {Unit} asked both times, {change.Pairs.OnlyLater} mention it anew, {change.Pairs.OnlyEarlier} no longer, {change.Pairs.Both} both times. ");
        return each + paired + Verdict(change) + Apart(change, years);
    }

    /// <summary>Who is compared, and by which questions.</summary>
    /// <param name="years">The comparison.</param>
    public string Compared(YearComparison years)
    {
        ArgumentNullException.ThrowIfNull(years);
        return language.Pick(
            $"{years.Earlier}年度と{years.Later}年度の両方に尋ねた{Named(years.Paired.Length)}どうしを比べました。{years.Earlier}年度だけに尋ねたのは{Counted(years.Missing.Length)}、{years.Later}年度だけに尋ねたのは{Counted(years.New.Length)}です。",
            $"The {Named(years.Paired.Length)} asked in both {years.Earlier} and {years.Later} are compared with themselves; {years.Missing.Length} were asked in {years.Earlier} only, {years.New.Length} in {years.Later} only.")
            + Questions(years);
    }

    /// <summary>What the numbers of the single years are out of, and that they tell of no change by themselves.</summary>
    /// <param name="years">The comparison.</param>
    public string Asked(YearComparison years)
    {
        ArgumentNullException.ThrowIfNull(years);
        var (before, after) = (years.Paired.Length + years.Missing.Length, years.Paired.Length + years.New.Length);
        return language.Pick(
            $"分母はその年に尋ねた{Unit}（{years.Earlier}年度 {Counted(before)}、{years.Later}年度 {Counted(after)}）。{(years.Questions.Apart == 0 ? string.Empty : "どちらの年にも尋ねた設問の答えだけです。")}増減を言うのは、両方の年に尋ねた{Named(years.Paired.Length)}どうしを比べたときだけです。",
            $"Out of those asked that year ({before} in {years.Earlier}, {after} in {years.Later}).{(years.Questions.Apart == 0 ? string.Empty : " Answers to questions put in both years only.")} A change is told only of the {years.Paired.Length} asked both times, compared with themselves.");
    }

    /// <summary>What the numbers of both years are.</summary>
    public string BothYears => language.Pick(
        $"両年の増減は、両方の年に尋ねた{Unit}のうち、新たに挙げた数（＋）と挙げなくなった数（−）。",
        "Both years: of those asked both times, how many mention it anew (+) and no longer (−).");

    /// <summary>Which questions are compared, in a sentence or two; empty where all are. Begins with a space where words need one.</summary>
    /// <param name="years">The comparison.</param>
    public string Questions(YearComparison years)
    {
        // Published, neither questions nor numbers of comments are told: few may have been asked.
        var notes = QuestionsText.Of(years.Questions, isOfTests: false);
        return notes.IsEmpty ? string.Empty
            : !IsForPublication || years.Questions.IsNoneCommon || years.Questions.IsUnknown ? string.Concat(notes.Select(n => language.Pick(n.Ja, " " + n.En)))
            : language.Pick("比べるのは、どの年にも尋ねた設問の答えだけです。", " Compared are answers to questions put in both years only.");
    }

    /// <summary>Whether a theme comes up only in answers to questions that were not put in both years.</summary>
    /// <param name="change">The change.</param>
    public static bool IsApart(ThemeChange change) => change is { Before.Count: 0, After.Count: 0 } && change.EarlierApart + change.LaterApart > 0;

    /// <summary>Whether a change may be told as one: clear, and of a code that means the same in both years.</summary>
    /// <param name="change">The change.</param>
    public static bool IsTold(ThemeChange change) => change is { IsClear: true, Breaks.IsEmpty: true };

    /// <summary>What may be said of a change, in a sentence.</summary>
    /// <param name="change">The change.</param>
    public string Verdict(ThemeChange change) => change switch
    {
        _ when IsHidden(change) => language.Pick(
            $"年ごとの数は、{Smallest}未満の数が分かってしまうため{TooSmall}です。", $"Numbers by year are {TooSmall}: they would tell a count below {Smallest}."),
        _ when IsApart(change) => language.Pick("同じ設問を両方の年には尋ねていないため、増減は比べられません。", "The same question was not put in both years, so there is no telling of a change."),
        { Kind: ChangeKind.NotMentioned } => string.Empty,
        { IsOfOtherQuestions: true } => language.Pick(
            "二つの年に同じ設問がないため、数の違いから意見の変化は言えません。", "The years have no question in common, so that the numbers tell of no change of opinion."),
        { Breaks.IsEmpty: false } => language.Pick(
            "二つの年のあいだにコードの意味が変わったため、数の違いから意見の変化は言えません。",
            "The code's meaning changed between the years, so that the numbers tell of no change of opinion."),
        { P: null } => language.Pick(
            $"変わった{Unit}が{YearComparison.FewestChanged}未満で、増減を言うには少なすぎます。",
            $"Fewer than {YearComparison.FewestChanged} changed: too few to say."),
        { IsClear: true } => language.Pick(
            $"偶然とは考えにくい変化です（p={P(change.AdjustedP)}、McNemarの正確検定、Holmの補正）。",
            $"The change is hard to put down to chance (p={P(change.AdjustedP)}, McNemar's exact test, Holm)."),
        _ => language.Pick(
            $"変わったとは言えません（p={P(change.AdjustedP)}、McNemarの正確検定、Holmの補正）。",
            $"No clear change (p={P(change.AdjustedP)}, McNemar's exact test, Holm)."),
    };

    /// <summary>How many mention a theme anew and no longer: <c>＋3　−4</c>.</summary>
    /// <param name="change">The change.</param>
    public string Paired(ThemeChange change) => IsHidden(change)
        ? TooSmall
        : language.Pick($"＋{change.Pairs.OnlyLater}　−{change.Pairs.OnlyEarlier}", $"+{change.Pairs.OnlyLater} −{change.Pairs.OnlyEarlier}");

    /// <summary>Whether the numbers of a change are not told.</summary>
    /// <param name="change">The change.</param>
    public static bool IsHidden(ThemeChange change) => change.Pairs.Both < 0;

    /// <summary>Whether nothing of a change may be told, neither its numbers nor those of either year.</summary>
    /// <param name="change">The change.</param>
    public bool IsSilent(ThemeChange change) => IsHidden(change) && count(change.Before) is null && count(change.After) is null;

    // Who raised it in answers that are not compared. Published, how many is not told: few may have been asked.
    private string Apart(ThemeChange change, YearComparison years)
    {
        var raised = QuestionsText.Raised(change, years);
        return raised.IsEmpty ? string.Empty
            : IsForPublication ? language.Pick("両方の年には尋ねていない設問でも挙げられています。", "It comes up in questions not put in both years as well. ")
            : language.Pick(
                $"両方の年には尋ねていない設問では、{string.Join('、', raised.Select(y => $"{Year(y.Year)}に{Named(y.Count)}"))}が挙げました。",
                $"In questions not put in both years, {string.Join(", ", raised.Select(y => $"{y.Count} {Unit} of {y.Year}"))} mention it. ");
    }
}
