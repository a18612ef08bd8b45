namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments with a value of a facet; adds nothing to the score.</summary>
/// <param name="Name">The facet.</param>
/// <param name="Value">The value, whole.</param>
/// <param name="IsFolded">Whether values are compared folded (<see cref="Language.FoldedText"/>) and without white space; else as they are.</param>
public sealed record FacetQuery(string Name, string Value, bool IsFolded = false) : IndexQuery;
