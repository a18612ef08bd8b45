namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments with a value of a facet; adds nothing to the score.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Value">The value, whole.</param>
public sealed record FacetQuery(string Name, string Value) : IndexQuery;
