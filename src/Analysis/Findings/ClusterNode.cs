using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Findings;

/// <summary>A cluster, or several that were joined because they use the same words: the tree of clusters.</summary>
/// <param name="Label">Two terms that its comments share and those outside it do not, joined by 「・」; the cluster's own label where it is one; empty where nothing lies outside.</param>
/// <param name="Terms">Such terms, strongest first, at most eight.</param>
/// <param name="Similarity">How near its parts are: the cosine of their summed rows, 0 to 1, rounded to three decimals; 1 for a single cluster.</param>
/// <param name="Cluster">Number of the <see cref="ClusterFinding"/>; null where several were joined.</param>
/// <param name="Respondents">Known respondents in it, of all known respondents asked.</param>
/// <param name="Comments">Its comments, of all analysed.</param>
/// <param name="Parts">What was joined, the larger first; empty for a single cluster.</param>
public sealed record ClusterNode(
    string Label,
    ImmutableArray<string> Terms,
    double Similarity,
    int? Cluster,
    DocumentFrequency Respondents,
    DocumentFrequency Comments,
    ImmutableArray<ClusterNode> Parts);
