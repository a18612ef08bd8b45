using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>The themes that a summary names first.</summary>
public static class LargestThemes
{
    private const int Usual = 3;
    private const int Most = 6;

    /// <summary>Three themes, those that most respondents mention (that most comments carry, where nobody is known), largest first.</summary>
    /// <param name="findings">The findings.</param>
    /// <returns>
    /// Four to six where others are as large as the third; where even more are, those larger than the third, or, where there are none, the first three. Fewer where there are fewer.
    /// </returns>
    public static ImmutableArray<ThemeFinding> Of(AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var byComments = findings.CountsComments;
        int Size(ThemeFinding theme) => byComments ? theme.Comments.Count : theme.Respondents.Count;
        var themes = findings.Themes.Where(t => t.Comments.Count > 0).OrderByDescending(t => byComments ? t.Comments.Count : 0).ToList();
        if (themes.Count <= Usual)
        {
            return [.. themes];
        }

        var third = Size(themes[Usual - 1]);
        var (larger, asLarge) = (themes.Count(t => Size(t) > third), themes.Count(t => Size(t) >= third));
        return [.. themes.Take(asLarge <= Most ? asLarge : larger > 0 ? larger : Usual)];
    }
}
