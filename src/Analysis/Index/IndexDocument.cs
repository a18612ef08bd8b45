using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index;

/// <summary>A comment as it is indexed.</summary>
/// <remarks>
/// Tokens number the positions: token i stands at position i. Terms refer to positions; several may stand at one. Where the tokens
/// cover the text without gaps, a <see cref="Queries.SurfaceQuery"/> finds just what a scan of the text would.
/// </remarks>
/// <param name="Id">The comment's id, its only one in an index; a comment that is added again replaces the one before.</param>
/// <param name="Terms">What the comment is found by, in order of position; equal terms at one position count once.</param>
/// <param name="Tokens">Every token's surface, in order, without overlap; empty where surfaces are not indexed.</param>
/// <param name="SentenceEnds">For each sentence the position after its last token, ascending.</param>
/// <param name="Facets">Respondent, year, source, kind, question, theme, type, any attribute; a name may have several values.</param>
public sealed record IndexDocument(
    string Id,
    ImmutableArray<IndexTerm> Terms,
    ImmutableArray<IndexToken> Tokens,
    ImmutableArray<int> SentenceEnds,
    ImmutableArray<FacetValue> Facets);
