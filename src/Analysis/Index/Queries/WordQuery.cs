namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments with a term, and those where the word stands letter by letter though the tokenizer made other terms of it there.</summary>
/// <remarks>
/// Letter by letter means: as one whole token or several (申|込み); where <see cref="IsWithin"/>, also within one (勧め in お勧め), or from the
/// beginning of one into the next (申込 in 申|込み), no number and no Latin word cut. Never from within one token into the next (京都 in 東京|都).
/// Tokens are compared folded. A comment with the term scores by BM25, another the term's rarity.
/// </remarks>
/// <param name="Term">The term.</param>
/// <param name="Text">The word, folded (<see cref="Language.FoldedText"/>), not empty.</param>
/// <param name="IsWithin">Whether a part of a token counts.</param>
/// <param name="Skeleton">
/// Its kanji alone, which count as a whole token, and from the beginning of one into the next (問合 in 問|合わせ, for 問い合わせ); null where there are none.
/// </param>
public sealed record WordQuery(string Term, string Text, bool IsWithin, string? Skeleton = null) : IndexQuery;
