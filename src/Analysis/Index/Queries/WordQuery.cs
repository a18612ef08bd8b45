namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments with a term, and those where the word stands letter by letter though the tokenizer made other terms of it there.</summary>
/// <remarks>
/// Letter by letter means: as one whole token or several (申|込み), or, where <see cref="IsWithin"/>, within one (勧め in お勧め), no number and no
/// Latin word cut. Tokens are compared folded. A comment with the term scores by BM25, another the term's rarity.
/// </remarks>
/// <param name="Term">The term.</param>
/// <param name="Text">The word, folded (<see cref="Language.FoldedText"/>), not empty.</param>
/// <param name="IsWithin">Whether a part of a token counts.</param>
public sealed record WordQuery(string Term, string Text, bool IsWithin) : IndexQuery;
