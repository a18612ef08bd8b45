namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Every comment; adds nothing to the score.</summary>
public sealed record AllQuery : IndexQuery;
