using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Index.Queries;

/// <summary>Comments where terms stand in the places of a phrase, or near them.</summary>
/// <remarks>
/// With each use's position less its slot's offset, a match is a choice of one use for each slot whose values lie within
/// <see cref="Slop"/> of each other; slots with the same terms take different uses. Without slop this is the phrase itself; in other
/// orders a phrase of two needs a slop of 2, as in Lucene. Counted is how many uses of the first slot take part in a match; scored by
/// BM25 with the sum of the slots' rarities (that of a slot's most frequent term).
/// </remarks>
/// <param name="Slots">The places, not empty, offsets ascending.</param>
/// <param name="Slop">How far the terms may stray, at least 0.</param>
public sealed record PhraseQuery(ImmutableArray<PhraseSlot> Slots, int Slop = 0) : IndexQuery
{
    /// <summary>The phrase of some terms one after the other.</summary>
    /// <param name="terms">The terms.</param>
    public static PhraseQuery Of(params ReadOnlySpan<string> terms)
    {
        var slots = ImmutableArray.CreateBuilder<PhraseSlot>(terms.Length);
        for (var i = 0; i < terms.Length; i++)
        {
            slots.Add(new PhraseSlot(i, [terms[i]]));
        }

        return new PhraseQuery(slots.MoveToImmutable());
    }
}
