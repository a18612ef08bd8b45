using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Privacy;

/// <summary>A stretch of a text that points at somebody.</summary>
/// <param name="Span">The stretch of the untouched text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">What two mentions of the same are known by: the normalised words without white space.</param>
/// <param name="IsDoubtful">Whether it may be an ordinary word: a person has to look.</param>
public readonly record struct PersonalMention(TextSpan Span, PersonalDataKind Kind, string Name, bool IsDoubtful);
