namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments whose tokens, written one after the other, contain a text: what a scan for the string finds. Each scores 1.</summary>
/// <remarks>Where nothing else is said the text may begin and end within tokens; where the tokens leave a gap in the comment's text, no match reaches over it.</remarks>
/// <param name="Text">The text, not empty; folded (<see cref="Language.FoldedText"/>) where letters are.</param>
/// <param name="IsFolded">Whether tokens are compared folded, and neither a number nor a Latin word is cut (<see cref="Language.FoldedText.IsCut"/>); else as they are written.</param>
/// <param name="IsPrefix">Whether it must begin where a token begins. Then a number or a Latin word at its end may go on.</param>
/// <param name="IsSuffix">Whether it must end where a token ends. Then a number or a Latin word at its beginning may have begun before.</param>
public sealed record SurfaceQuery(string Text, bool IsFolded = false, bool IsPrefix = false, bool IsSuffix = false) : IndexQuery;
