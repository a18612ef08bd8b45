using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index;

/// <summary>Where the tokens and sentences of a comment stand.</summary>
/// <param name="Tokens">By position: the token's place in the untouched text.</param>
/// <param name="SentenceEnds">For each sentence the position after its last token.</param>
public sealed record CommentLayout(ImmutableArray<TokenSpan> Tokens, ImmutableArray<int> SentenceEnds);
