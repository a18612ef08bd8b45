namespace FeedbackLab.Analysis.Index;

/// <summary>One value of a comment to narrow by.</summary>
/// <param name="Name">What it is a value of (<see cref="FacetNames"/> or any attribute's name).</param>
/// <param name="Value">The value.</param>
public readonly record struct FacetValue(string Name, string Value);
