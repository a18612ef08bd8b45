namespace FeedbackLab.Analysis.Index;

/// <summary>How many comments have a term.</summary>
/// <param name="Text">The term.</param>
/// <param name="Inside">Comments that match the query and have it.</param>
/// <param name="All">Comments that have it.</param>
public readonly record struct TermCount(string Text, int Inside, int All);
