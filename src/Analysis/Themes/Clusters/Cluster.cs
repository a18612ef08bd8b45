using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>A group of comments.</summary>
/// <param name="Members">Indexes of its comments in the corpus: the medoid first, then by nearness to it, ties in the corpus's order.</param>
/// <param name="Cohesion">Share of its pairs that stay together over the runs, 0 to 1; 0 for a single comment.</param>
public sealed record Cluster(ImmutableArray<int> Members, double Cohesion);
