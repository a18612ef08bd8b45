namespace FeedbackLab.Analysis.Privacy;

/// <summary>What a name is wherever it stands by itself.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="IsDoubtful">Whether the name is an ordinary word too.</param>
internal readonly record struct ExpectedName(PersonalDataKind Kind, bool IsDoubtful);
