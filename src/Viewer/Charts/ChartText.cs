using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Intervals;

namespace FeedbackLab.Viewer.Charts;

/// <summary>The words that charts share.</summary>
internal static class ChartText
{
    /// <summary>A count with its denominator: <c>9/15 (60%)</c>; without a share where the denominator is 0.</summary>
    public static string Share(DocumentFrequency f) => f.Of == 0
        ? $"{f.Count}/{f.Of}"
        : string.Create(CultureInfo.InvariantCulture, $"{f.Count}/{f.Of} ({Percent(f)}%)");

    /// <summary>The share in whole percent, halves away from zero.</summary>
    public static int Percent(DocumentFrequency f) => f.Of == 0 ? 0 : (int)Math.Round(100m * f.Count / f.Of, MidpointRounding.AwayFromZero);

    /// <summary>The exact interval of a share at 95 % (Clopper and Pearson); null of fewer than five, of whom it says nothing.</summary>
    public static Interval? IntervalOf(DocumentFrequency f) => f.Of < SmallNumbers.FewestOfShare ? null : ShareInterval.ClopperPearson(f.Count, f.Of);

    /// <summary>The line that names the sources.</summary>
    public static string SourceLine(AnalysisFindings findings, ScreenLanguage language)
    {
        var names = findings.Corpus.Sources.Select(s => s.Title ?? s.Name).ToList();
        var shown = string.Join(language.Pick("、", "; "), names.Take(3));
        var more = names.Count > 3 ? language.Pick($" ほか{names.Count - 3}件", $" and {names.Count - 3} more") : string.Empty;
        return language.Pick("資料: ", "Source: ") + shown + more;
    }
}
