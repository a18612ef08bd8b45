using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Networks;

/// <summary>Words that stand in the same comments.</summary>
/// <param name="Nodes">The words that have an edge, by comments, descending; ties in ordinal order.</param>
/// <param name="Edges">The strongest pairs, strongest first.</param>
/// <param name="Comments">How many comments were counted.</param>
public sealed record TermNetwork(ImmutableArray<TermNode> Nodes, ImmutableArray<TermEdge> Edges, int Comments);

/// <summary>A word of a network.</summary>
/// <param name="Key">What it is counted as.</param>
/// <param name="Form">How it is shown.</param>
/// <param name="Comments">Comments that have it.</param>
/// <param name="Respondents">Known respondents who have it.</param>
/// <param name="Community">Number of its community, 0 for the largest.</param>
/// <param name="Centrality">Betweenness: share of the pairs of other words whose shortest ways lead through it, 0 to 1.</param>
/// <param name="X">Its place across; an edge is about 1 long.</param>
/// <param name="Y">Its place down.</param>
public sealed record TermNode(
    string Key, string Form, int Comments, int Respondents, int Community, double Centrality, double X, double Y);

/// <summary>Two words that stand in the same comments.</summary>
/// <param name="First">Number of the one among the nodes.</param>
/// <param name="Second">Number of the other, larger.</param>
/// <param name="Both">Comments that have both.</param>
/// <param name="Jaccard">Both / comments that have either, 0 to 1.</param>
public sealed record TermEdge(int First, int Second, int Both, double Jaccard);
