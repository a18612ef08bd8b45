using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Search.Language;

/// <summary>Why a query cannot be read, where, and how it could be meant.</summary>
/// <param name="Start">Where the trouble begins, in UTF-16 code units of the query, 0-based; at most its length.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Proposal">A query that can be read; null where there is none to propose.</param>
public sealed record QueryFailure(int Start, BilingualText What, string? Proposal);

/// <summary>What came of a query.</summary>
/// <param name="Query">The query; null where it cannot be read.</param>
/// <param name="Failure">Why not; null where it can.</param>
public sealed record QueryParse(QueryNode? Query, QueryFailure? Failure);
