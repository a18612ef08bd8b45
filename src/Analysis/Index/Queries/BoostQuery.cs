namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>What another query finds, its score multiplied.</summary>
/// <param name="Query">The other query.</param>
/// <param name="Factor">By what; at least 0 and finite.</param>
public sealed record BoostQuery(IndexQuery Query, double Factor) : IndexQuery;
