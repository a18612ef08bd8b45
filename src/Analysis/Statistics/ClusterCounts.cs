using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Clusters;

namespace FeedbackLab.Analysis.Statistics;

/// <summary>Labels and counts groups that were found without a codebook.</summary>
public static class ClusterCounts
{
    private const int MostTerms = 8;
    private const int TermsOfLabel = 2;
    private const int FewestComments = 3;

    /// <summary>One finding a group, in the groups' order.</summary>
    /// <param name="clusters">The groups.</param>
    /// <param name="terms">The comments that they number.</param>
    /// <param name="denominators">What the counts are out of.</param>
    /// <param name="weakCohesion">Cohesion under which a group is weak.</param>
    public static ImmutableArray<ClusterFinding> Of(
        ImmutableArray<Cluster> clusters, TokenizedCorpus terms, Denominators denominators, double weakCohesion)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(denominators);
        return [.. clusters.Select((c, i) => Finding(i + 1, c, terms, denominators, weakCohesion))];
    }

    private static ClusterFinding Finding(
        int number, Cluster cluster, TokenizedCorpus terms, Denominators denominators, double weakCohesion)
    {
        var inside = new bool[terms.Comments.Length];
        foreach (var member in cluster.Members)
        {
            inside[member] = true;
        }

        var comments = cluster.Members.Select(m => terms.Comments[m].Comment).ToList();
        var keyTerms = KeyTerms.Of(terms, inside, MostTerms).Select(t => t.Text).ToImmutableArray();
        var cohesion = Math.Round(cluster.Cohesion, 2);
        return new ClusterFinding(
            number,
            string.Join('・', keyTerms.Take(TermsOfLabel)),
            keyTerms,
            comments[0].Id,
            cohesion,
            cohesion < weakCohesion || comments.Count < FewestComments,
            new DocumentFrequency(
                comments.Where(c => c.Respondent is not null).Select(c => c.Respondent).Distinct(StringComparer.Ordinal).Count(),
                denominators.Respondents.Length),
            new DocumentFrequency(comments.Count, terms.Comments.Length),
            [.. comments.Select(c => c.Id)]);
    }
}
