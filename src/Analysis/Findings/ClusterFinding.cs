using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Findings;

/// <summary>A group of comments found without a codebook: a draft to look at, not a result.</summary>
/// <param name="Number">1-based, in the order shown.</param>
/// <param name="Label">Two terms that its comments share and others do not, joined by 「・」; the beginning of its medoid where there is none.</param>
/// <param name="Terms">Contrastive terms, strongest first, at most eight; as people write them.</param>
/// <param name="Medoid">Id of the comment nearest to all others of the group.</param>
/// <param name="Cohesion">Mean co-association of its pairs over the runs, 0 to 1, rounded to two decimals.</param>
/// <param name="IsWeak">Whether the cohesion is below <see cref="AnalysisOptions.WeakCohesion"/> or it has fewer than three comments.</param>
/// <param name="Respondents">Known respondents in it, of all known respondents asked.</param>
/// <param name="Comments">Its comments, of all analysed.</param>
/// <param name="CommentIds">Ids of its comments, nearest to the medoid first.</param>
public sealed record ClusterFinding(
    int Number,
    string Label,
    ImmutableArray<string> Terms,
    string Medoid,
    double Cohesion,
    bool IsWeak,
    DocumentFrequency Respondents,
    DocumentFrequency Comments,
    ImmutableArray<string> CommentIds);
