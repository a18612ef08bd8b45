namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>The comment with an id; adds nothing to the score.</summary>
/// <param name="Id">The id.</param>
public sealed record IdQuery(string Id) : IndexQuery;
