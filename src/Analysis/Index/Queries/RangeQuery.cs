namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments with a value of a facet within bounds; adds nothing to the score.</summary>
/// <remarks>Where value and bound both are numbers they compare as such, else by ordinal order of their characters.</remarks>
/// <param name="Name">The facet.</param>
/// <param name="From">The lower bound; null for none.</param>
/// <param name="To">The upper bound; null for none.</param>
/// <param name="IncludesFrom">Whether the lower bound itself is in.</param>
/// <param name="IncludesTo">Whether the upper bound itself is in.</param>
public sealed record RangeQuery(string Name, string? From, string? To, bool IncludesFrom = true, bool IncludesTo = true) : IndexQuery;
