namespace FeedbackLab.Analysis.Privacy;

/// <summary>A report that was published before and counts nearly the same respondents: the difference of two counts is what the few said that one of them lacks.</summary>
/// <param name="When">When it was made.</param>
/// <param name="Differing">How many respondents stand in one of the two only.</param>
public sealed record EarlierPublication(DateTimeOffset When, int Differing);
