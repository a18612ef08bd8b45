namespace FeedbackLab.Analysis.Index;

/// <summary>A term of a comment at a position.</summary>
/// <param name="Text">The term as it is looked up; not empty.</param>
/// <param name="Position">Number of its first token, 0-based, at most 2^30.</param>
/// <param name="Length">How many positions it spans, 1 to 2^20; more than 1 for a compound beside its parts.</param>
public readonly record struct IndexTerm(string Text, int Position, int Length = 1);
