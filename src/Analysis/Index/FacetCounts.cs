using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index;

/// <summary>How the hits divide by a facet.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Values">Those with hits: most respondents first, then most comments, then by ordinal order; at most as many as asked for.</param>
/// <param name="ValueCount">How many values have hits.</param>
public sealed record FacetCounts(string Name, ImmutableArray<FacetCount> Values, int ValueCount);
