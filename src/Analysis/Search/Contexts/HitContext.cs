using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Search.Contexts;

/// <summary>A comment that matches, with its words and where it matches.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Matches">The stretches by which it matches, in order, without overlap.</param>
/// <param name="Words">Its words in order, punctuation left out.</param>
/// <param name="Terms">Its terms in order; a compound comes after its parts.</param>
/// <param name="TokenStarts">By token, punctuation counted: its first UTF-16 code unit.</param>
public sealed record HitContext(
    Comment Comment,
    ImmutableArray<TextSpan> Matches,
    ImmutableArray<ContextWord> Words,
    ImmutableArray<PlacedTerm> Terms,
    ImmutableArray<int> TokenStarts)
{
    /// <summary>Terms within others of other words (企業 in 企業訪問): they count for nearness alone.</summary>
    public ImmutableArray<PlacedTerm> Inner { get; init; } = [];

    /// <summary>The token that a character belongs to: the last that starts at or before it; 0 before the first.</summary>
    /// <param name="character">The UTF-16 code unit, 0-based.</param>
    public int TokenAt(int character) => TokenAt(TokenStarts, character);

    internal static int TokenAt(ImmutableArray<int> starts, int character) =>
        starts.BinarySearch(character) is var at && at >= 0 ? at : Math.Max(0, ~at - 1);
}

/// <summary>A term of a comment and the tokens that it stands on, as the index counts them.</summary>
/// <param name="Key">What it is counted as and looked up by.</param>
/// <param name="Form">How it is shown.</param>
/// <param name="Span">Where it stands in the untouched text.</param>
/// <param name="First">Number of its first token, 0-based, punctuation counted.</param>
/// <param name="Last">Number of its last token.</param>
/// <param name="IsCompound">Whether it is a run of nouns whose parts are terms beside it.</param>
/// <param name="IsTemplate">Whether it is too common in the field to say what a comment is about.</param>
public readonly record struct PlacedTerm(string Key, string Form, TextSpan Span, int First, int Last, bool IsCompound, bool IsTemplate);
