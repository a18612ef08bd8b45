using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Queries;

namespace FeedbackLab.Analysis.Index;

/// <summary>A question to an index.</summary>
/// <param name="Query">What is looked for.</param>
public sealed record SearchRequest(IndexQuery Query)
{
    /// <summary>How many hits come back, at least 0; default 20.</summary>
    public int Count { get; init; } = 20;

    /// <summary>How many hits are passed over before, at least 0; for paging.</summary>
    public int Skip { get; init; }

    /// <summary>What the hits are ordered by; null for BM25.</summary>
    public HitOrder? Order { get; init; }

    /// <summary>BM25's k1, at least 0: how much a term that stands there often counts for more than one that stands there once; default 1.2.</summary>
    public double Saturation { get; init; } = 1.2;

    /// <summary>The facets whose values are counted over all hits.</summary>
    public ImmutableArray<string> Facets { get; init; } = [];

    /// <summary>How many values of a facet come back at most, at least 1; default 50.</summary>
    public int FacetLimit { get; init; } = 50;
}
