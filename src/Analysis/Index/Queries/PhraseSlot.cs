using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>A place in a phrase.</summary>
/// <param name="Offset">Its position from the beginning of the phrase; a slot after a compound of two tokens has 2.</param>
/// <param name="Terms">The terms of which one must stand there; not empty.</param>
public sealed record PhraseSlot(int Offset, ImmutableArray<string> Terms);
