namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments with a term; scored by BM25.</summary>
/// <param name="Text">The term.</param>
public sealed record TermQuery(string Text) : IndexQuery;
