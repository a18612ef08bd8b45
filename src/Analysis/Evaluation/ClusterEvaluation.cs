using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Themes.Clusters;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Evaluation;

/// <summary>How far groups that are found without a codebook agree with the labels that people gave.</summary>
/// <param name="Agreement">The number of groups asked for, with both measures over all comments; those in no group count as a group of their own.</param>
/// <param name="Comments">How many comments.</param>
/// <param name="Labels">How many labels.</param>
/// <param name="InNoGroup">How many comments are in no group, since no word tells anything.</param>
/// <param name="Groups">One a group, largest first.</param>
public sealed record ClusterEvaluation(ClusterAgreement Agreement, int Comments, int Labels, int InNoGroup, ImmutableArray<LabelledGroup> Groups)
{
    private const int TermsShown = 4;

    /// <summary>Groups comments as the analysis does, and sets the groups beside the labels.</summary>
    /// <param name="comments">The comments with their labels; their order changes nothing.</param>
    /// <param name="clusters">How many groups to look for, at least 1; null for as many as there are labels.</param>
    /// <param name="reader">The way from a text to its terms.</param>
    /// <param name="seed">Seed of every draw.</param>
    public static ClusterEvaluation Of(IReadOnlyList<(string Text, string Label)> comments, int? clusters, TextTerms reader, int seed)
    {
        ArgumentNullException.ThrowIfNull(comments);
        var (corpus, labels, names) = Labelled(comments, reader);
        var wanted = clusters ?? Math.Max(1, names.Length);
        var found = Clustering.Of(corpus, wanted, new AnalysisOptions().Runs, seed);
        var group = GroupOf(found, corpus.Comments.Length);
        var (within, members) = KeyTerms.Within(corpus, group, found.Length);
        return new ClusterEvaluation(
            Agree(wanted, labels, group),
            comments.Count,
            names.Length,
            group.Count(g => g < 0),
            [
                .. found.Select((c, g) =>
                {
                    var most = c.Members.CountBy(m => labels[m]).OrderByDescending(l => l.Value).ThenBy(l => l.Key).First();
                    return new LabelledGroup(
                        [.. KeyTerms.Of(corpus, within[g], members[g], TermsShown).Select(t => t.Text)], c.Members.Length, Math.Round(c.Cohesion, 2), names[most.Key], most.Value);
                }),
            ]);
    }

    /// <summary>Agreement for several numbers of groups.</summary>
    /// <param name="comments">The comments with their labels; their order changes nothing.</param>
    /// <param name="numbers">The numbers of groups, each at least 1.</param>
    /// <param name="reader">The way from a text to its terms.</param>
    /// <param name="seed">Seed of every draw.</param>
    internal static ImmutableArray<ClusterAgreement> Agreements(
        IReadOnlyList<(string Text, string Label)> comments, IEnumerable<int> numbers, TextTerms reader, int seed)
    {
        var (corpus, labels, _) = Labelled(comments, reader);
        return [.. numbers.Select(k => Agree(k, labels, GroupOf(Clustering.Of(corpus, k, new AnalysisOptions().Runs, seed), corpus.Comments.Length)))];
    }

    private static (TokenizedCorpus Corpus, int[] Labels, ImmutableArray<string> Names) Labelled(
        IReadOnlyList<(string Text, string Label)> comments, TextTerms reader)
    {
        var place = new Place(1, 1);
        var label = new Dictionary<Comment, string>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < comments.Count; i++)
        {
            label.Add(new Comment($"{i}", string.Empty, CommentKind.Answer, null, null, null, null, place, comments[i].Text, []), comments[i].Label);
        }

        ImmutableArray<string> names = [.. label.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var corpus = TokenizedCorpus.Of([.. CommentOrder.ByWords(label.Keys)], reader);
        return (corpus, [.. corpus.Comments.Select(c => names.BinarySearch(label[c.Comment], StringComparer.Ordinal))], names);
    }

    private static int[] GroupOf(ImmutableArray<Cluster> clusters, int comments)
    {
        var group = new int[comments];
        Array.Fill(group, -1);
        for (var c = 0; c < clusters.Length; c++)
        {
            foreach (var member in clusters[c].Members)
            {
                group[member] = c;
            }
        }

        return group;
    }

    private static ClusterAgreement Agree(int wanted, int[] labels, int[] group) =>
        new(wanted, PartitionAgreement.AdjustedRand(labels, group), PartitionAgreement.NormalizedInformation(labels, group));
}

/// <summary>A found group beside the labels.</summary>
/// <param name="Terms">Terms that set it apart, strongest first, at most four.</param>
/// <param name="Comments">Its comments.</param>
/// <param name="Cohesion">How well it holds together, 0 to 1.</param>
/// <param name="Label">The label that most of them have; of equals the first in ordinal order.</param>
/// <param name="WithLabel">How many of them have it.</param>
public sealed record LabelledGroup(ImmutableArray<string> Terms, int Comments, double Cohesion, string Label, int WithLabel);
