namespace FeedbackLab.Analysis.Privacy.Finding;

/// <summary>What a finder found in a normalised text.</summary>
/// <param name="Start">First UTF-16 code unit of the normalised text.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsDoubtful">Whether it may be an ordinary word.</param>
internal readonly record struct Found(int Start, int End, PersonalDataKind Kind, bool IsDoubtful);
