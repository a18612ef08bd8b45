namespace FeedbackLab.Analysis.Index;

/// <summary>A token's place in a comment's text.</summary>
/// <param name="Start">First UTF-16 code unit, 0-based.</param>
/// <param name="End">The code unit after the last.</param>
public readonly record struct TokenSpan(int Start, int End);
