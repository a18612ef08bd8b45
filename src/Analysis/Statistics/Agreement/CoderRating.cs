namespace FeedbackLab.Analysis.Statistics.Agreement;

/// <summary>What one coder said of one comment and one code.</summary>
/// <param name="Comment">The comment's id.</param>
/// <param name="Coder">Who.</param>
/// <param name="Code">The code's id; null where the coder only says that the comment was looked at, and has none.</param>
/// <param name="Has">Whether the comment has it; what a coder refused is false.</param>
public sealed record CoderRating(string Comment, string Coder, string? Code, bool Has);
