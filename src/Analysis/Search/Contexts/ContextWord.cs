using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Analysis.Search.Contexts;

/// <summary>A word beside a match.</summary>
/// <param name="Base">Its dictionary form; as written where the dictionary has none.</param>
/// <param name="Span">Where it stands in the comment's untouched text.</param>
public readonly record struct ContextWord(string Base, TextSpan Span);
