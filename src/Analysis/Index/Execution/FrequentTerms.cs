using System.Collections.Concurrent;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>The comments with the most frequent terms of a segment, kept unpacked once they were asked for. For any number of threads.</summary>
/// <remarks>
/// A bit and a byte for each comment and term, 27 MB for a million comments at most: terms in an eighth of the comments, about
/// <see cref="Most"/> of them, those that are asked for first.
/// </remarks>
/// <param name="segment">The segment.</param>
internal sealed class FrequentTerms(SegmentReader segment)
{
    private const int Share = 8;
    private const int Most = 24;

    private readonly ConcurrentDictionary<TermEntry, Lazy<UnpackedTerm>> _kept = new();

    /// <summary>The comments with a term.</summary>
    /// <param name="entry">What the segment's dictionary says about the term.</param>
    /// <returns>What is kept, not to be changed; null where the term is not frequent enough, or others are kept.</returns>
    /// <exception cref="IndexException">The postings are damaged.</exception>
    public UnpackedTerm? Kept(TermEntry entry)
    {
        if (entry.Documents == 0 || (long)entry.Documents * Share < segment.Documents || !segment.Lengths.IsShort)
        {
            return null;
        }

        if (_kept.TryGetValue(entry, out var kept))
        {
            return kept.Value;
        }

        return _kept.Count < Most ? _kept.GetOrAdd(entry, e => new Lazy<UnpackedTerm>(() => UnpackedTerm.Of(segment, e))).Value : null;
    }
}
