namespace FeedbackLab.Analysis.Index;

/// <summary>A token's surface and where it stands.</summary>
/// <param name="Surface">What is written there; not empty.</param>
/// <param name="Start">First UTF-16 code unit in the comment's text, 0-based.</param>
/// <param name="End">The code unit after the last.</param>
public readonly record struct IndexToken(string Surface, int Start, int End);
