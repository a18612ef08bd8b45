namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments with a term that begins so; each scores 1.</summary>
/// <param name="Text">The beginning; every term has the empty one.</param>
public sealed record PrefixQuery(string Text) : IndexQuery;
