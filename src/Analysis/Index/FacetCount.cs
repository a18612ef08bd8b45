namespace FeedbackLab.Analysis.Index;

/// <summary>The hits with a value of a facet.</summary>
/// <param name="Value">The value.</param>
/// <param name="Comments">How many comments.</param>
/// <param name="Respondents">From how many respondents; comments without one do not count.</param>
public readonly record struct FacetCount(string Value, int Comments, int Respondents);
