using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Statistics.Standouts;

/// <summary>Finds what a reader of the findings should not miss. Plain counts with fixed thresholds, no test: a hint where to look.</summary>
public static class StandoutList
{
    /// <summary>Fewest comments of a theme or group that anything is said of.</summary>
    public const int FewestComments = 4;

    /// <summary>Fewest respondents asked for a respondent to stand out among them.</summary>
    public const int FewestRespondents = 5;

    /// <summary>What stands out, by kind; themes in the order of the findings, groups by their share without a code. Empty without comments.</summary>
    /// <param name="findings">The findings.</param>
    public static ImmutableArray<Standout> Of(AnalysisFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var byId = findings.Comments.ToDictionary(c => c.Comment.Id, StringComparer.Ordinal);
        return
        [
            .. MostMentioned(findings),
            .. findings.Themes.Select(t => Dominated(findings, t)).OfType<Standout>(),
            .. findings.Themes.Select(t => Alone(findings, t)).OfType<Standout>(),
            .. WithoutCode(findings, byId),
            .. ManyWithoutTheme(findings),
        ];
    }

    private static IEnumerable<Standout> MostMentioned(AnalysisFindings findings)
    {
        var most = findings.Themes.Select(t => t.Respondents.Count).DefaultIfEmpty(0).Max();
        return most == 0 || findings.Respondents.Length < FewestRespondents ? [] : findings.Themes.Where(t => t.Respondents.Count == most)
            .Select(t => new Standout(StandoutKind.MostMentioned, t.Code.Id, null, null, t.Respondents, t.CommentIds));
    }

    private static Standout? Dominated(AnalysisFindings findings, ThemeFinding theme)
    {
        var most = theme.ByRespondent.MaxBy(r => r.CommentIds.Length);
        return most is not null && findings.Respondents.Length >= FewestRespondents && theme.ByRespondent.Length > 1
            && theme.Comments.Count >= FewestComments && 2 * most.CommentIds.Length >= theme.Comments.Count
            ? new Standout(
                StandoutKind.OneRespondentDominates, theme.Code.Id, null, most.Respondent, new DocumentFrequency(most.CommentIds.Length, theme.Comments.Count), most.CommentIds)
            : null;
    }

    private static Standout? Alone(AnalysisFindings findings, ThemeFinding theme) =>
        findings.Respondents.Length >= FewestRespondents && theme is { ByRespondent: [var only], WithoutRespondent: 0 }
            ? new Standout(StandoutKind.OneRespondentOnly, theme.Code.Id, null, only.Respondent, theme.Comments, theme.CommentIds)
            : null;

    private static IEnumerable<Standout> WithoutCode(AnalysisFindings findings, Dictionary<string, AnalysedComment> byId) => findings.Clusters
        .Select(c => (Cluster: c, Without: c.CommentIds.Where(id => byId[id].Codings.IsEmpty).ToImmutableArray()))
        .Where(c => c.Cluster.CommentIds.Length >= FewestComments && 2 * c.Without.Length >= c.Cluster.CommentIds.Length)
        .OrderByDescending(c => c.Without.Length / (double)c.Cluster.CommentIds.Length).ThenBy(c => c.Cluster.Number)
        .Select(c => new Standout(
            StandoutKind.WithoutCode, null, c.Cluster.Number, null, new DocumentFrequency(c.Without.Length, c.Cluster.CommentIds.Length), c.Without));

    private static IEnumerable<Standout> ManyWithoutTheme(AnalysisFindings findings)
    {
        ImmutableArray<string> without = [.. findings.Comments.Where(c => c.Codings.IsEmpty).Select(c => c.Comment.Id)];
        return findings.Comments.Length >= FewestComments && 4 * without.Length >= findings.Comments.Length
            ? [new Standout(StandoutKind.ManyWithoutTheme, null, null, null, new DocumentFrequency(without.Length, findings.Comments.Length), without)]
            : [];
    }
}
