namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>What is looked for. Words are terms as they stand in the index; who reads a user's line makes them so.</summary>
public abstract record IndexQuery;
