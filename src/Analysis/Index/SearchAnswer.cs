using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index;

/// <summary>What an index found.</summary>
/// <param name="Total">How many comments match; exact.</param>
/// <param name="Respondents">How many respondents they come from; null where no facets were asked for.</param>
/// <param name="Hits">The hits asked for, in order.</param>
/// <param name="Facets">The counts of the facets asked for, in that order.</param>
public sealed record SearchAnswer(int Total, int? Respondents, ImmutableArray<IndexHit> Hits, ImmutableArray<FacetCounts> Facets);
