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
    private const int LongestBeginning = 16;
    private const char Between = '・';

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
        return Of(clusters, KeyTerms.Within(terms, Groups(clusters, terms.Comments.Length), clusters.Length), terms, denominators, weakCohesion);
    }

    /// <summary>One finding a cluster, and the clusters joined step by step; null where there are fewer than two.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="terms">The comments that its clusters number.</param>
    /// <param name="denominators">What the counts are out of.</param>
    /// <param name="weakCohesion">Cohesion under which a group is weak.</param>
    public static (ImmutableArray<ClusterFinding> Clusters, ClusterNode? Tree) WithTree(
        FoundThemes found, TokenizedCorpus terms, Denominators denominators, double weakCohesion)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(denominators);
        var counted = KeyTerms.Within(terms, Groups(found.Clusters, terms.Comments.Length), found.Clusters.Length);
        var clusters = Of(found.Clusters, counted, terms, denominators, weakCohesion);
        return (clusters, found.Joins.IsEmpty ? null : Tree(found, clusters, counted.Within, terms, denominators));
    }

    private static ImmutableArray<ClusterFinding> Of(
        ImmutableArray<Cluster> clusters, (int[][] Within, int[] Members) counted, TokenizedCorpus terms, Denominators denominators, double weakCohesion)
    {
        var findings = new ClusterFinding[clusters.Length];
        var names = new ImmutableArray<string>[clusters.Length];
        Parallel.For(0, clusters.Length, i =>
        {
            names[i] = SharedTerms.Of(terms, counted.Within[i], clusters[i].Members, MostTerms);
            findings[i] = Finding(i + 1, clusters[i], names[i], KeyTermsOf(terms, counted.Within[i], counted.Members[i]), terms, denominators, weakCohesion);
        });
        TellApart(findings, names, clusters, counted.Within, terms);
        return [.. findings];
    }

    // Of groups of the same words each gets a further one: a shared one, a telling one, else one of the comment nearest to all others.
    private static void TellApart(
        ClusterFinding[] findings, ImmutableArray<string>[] names, ImmutableArray<Cluster> clusters, int[][] within, TokenizedCorpus terms)
    {
        var alike = Enumerable.Range(0, findings.Length)
            .Where(i => !names[i].IsEmpty)
            .GroupBy(i => string.Join(Between, names[i].Take(TermsOfLabel).Order(StringComparer.Ordinal)), StringComparer.Ordinal)
            .Where(g => g.Count() > 1);
        foreach (var same in alike.ToList())
        {
            var taken = names[same.First()].Take(TermsOfLabel).ToHashSet(StringComparer.Ordinal);
            foreach (var i in same)
            {
                if (names[i].Concat(findings[i].Terms).Concat(OfMedoid(clusters[i], within[i], terms)).FirstOrDefault(taken.Add) is { } further)
                {
                    findings[i] = findings[i] with { Label = findings[i].Label + Between + further };
                }
            }
        }
    }

    private static IEnumerable<string> OfMedoid(Cluster cluster, int[] within, TokenizedCorpus terms)
    {
        var own = new int[within.Length];
        foreach (var use in terms.Comments[cluster.Members[0]].Terms)
        {
            own[use.Term] = within[use.Term];
        }

        return KeyTerms.Of(terms, own, cluster.Members.Length, MostTerms, least: 1).Select(t => t.Text);
    }

    private static ClusterNode Tree(
        FoundThemes found, ImmutableArray<ClusterFinding> clusters, int[][] within, TokenizedCorpus terms, Denominators denominators)
    {
        var nodes = clusters.Select(c => new ClusterNode(c.Label, c.Terms, 1, c.Number, c.Respondents, c.Comments, [])).ToList();
        var counts = within.ToList();
        var members = found.Clusters.Select(c => c.Members).ToList();
        var respondents = found.Clusters.Select(c => Respondents(c, terms)).ToList();
        foreach (var (first, second, similarity) in found.Joins)
        {
            counts.Add([.. counts[first].Zip(counts[second], (a, b) => a + b)]);
            members.Add([.. members[first], .. members[second]]);
            respondents.Add(respondents[first].Union(respondents[second]));
            var comments = nodes[first].Comments.Count + nodes[second].Comments.Count;
            nodes.Add(new ClusterNode(
                Label(SharedTerms.Of(terms, counts[^1], members[^1], TermsOfLabel)),
                KeyTermsOf(terms, counts[^1], comments),
                similarity,
                null,
                new DocumentFrequency(respondents[^1].Count, denominators.Respondents.Length),
                new DocumentFrequency(comments, terms.Comments.Length),
                nodes[first].Comments.Count >= nodes[second].Comments.Count ? [nodes[first], nodes[second]] : [nodes[second], nodes[first]]));
        }

        return nodes[^1];
    }

    private static ClusterFinding Finding(
        int number,
        Cluster cluster,
        ImmutableArray<string> name,
        ImmutableArray<string> keyTerms,
        TokenizedCorpus terms,
        Denominators denominators,
        double weakCohesion)
    {
        var cohesion = Math.Round(cluster.Cohesion, 2);
        var medoid = terms.Comments[cluster.Members[0]].Comment;
        return new ClusterFinding(
            number,
            name.IsEmpty ? Beginning(medoid.Text) : Label(name),
            keyTerms,
            medoid.Id,
            cohesion,
            cohesion < weakCohesion || cluster.Members.Length < FewestComments,
            new DocumentFrequency(Respondents(cluster, terms).Count, denominators.Respondents.Length),
            new DocumentFrequency(cluster.Members.Length, terms.Comments.Length),
            [.. cluster.Members.Select(m => terms.Comments[m].Comment.Id)]);
    }

    private static ImmutableArray<string> KeyTermsOf(TokenizedCorpus terms, int[] within, int members) =>
        [.. KeyTerms.Of(terms, within, members, MostTerms).Select(t => t.Text)];

    private static string Label(ImmutableArray<string> name) => string.Join(Between, name.Take(TermsOfLabel));

    // Where all its words are template words, nothing tells it apart but its own beginning.
    private static string Beginning(string text)
    {
        var length = Math.Min(text.Length, LongestBeginning);
        length -= length < text.Length && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        return text[..length].ReplaceLineEndings(" ") + (length < text.Length ? "…" : string.Empty);
    }

    private static ImmutableHashSet<string> Respondents(Cluster cluster, TokenizedCorpus terms) =>
        cluster.Members.Select(m => terms.Comments[m].Comment.AskedRespondent).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal);

    private static int[] Groups(ImmutableArray<Cluster> clusters, int comments)
    {
        var groups = new int[comments];
        Array.Fill(groups, -1);
        for (var c = 0; c < clusters.Length; c++)
        {
            foreach (var member in clusters[c].Members)
            {
                groups[member] = c;
            }
        }

        return groups;
    }
}
