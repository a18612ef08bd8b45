namespace FeedbackLab.Analysis.Privacy;

/// <summary>What a name is wherever it stands by itself.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="IsDoubtful">Whether the name is an ordinary word too.</param>
/// <param name="IsOnlyDecided">Whether nobody is called so as far as was found: somebody decided to mask the word, in the name of a place too.</param>
internal readonly record struct ExpectedName(PersonalDataKind Kind, bool IsDoubtful, bool IsOnlyDecided = false);
