using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>The comments of a segment with a term, deleted ones included.</summary>
/// <param name="Bits">A bit each.</param>
/// <param name="Counts">By comment how often it has the term.</param>
internal sealed record UnpackedTerm(ulong[] Bits, byte[] Counts)
{
    /// <summary>Unpacks a term's postings.</summary>
    /// <param name="segment">The segment; of comments of at most 255 terms, so that a byte tells how often one has a term.</param>
    /// <param name="entry">What its dictionary says about the term.</param>
    /// <exception cref="IndexException">The postings are damaged.</exception>
    public static UnpackedTerm Of(SegmentReader segment, TermEntry entry)
    {
        var unpacked = new UnpackedTerm(HitBits.Empty(segment.Documents), new byte[segment.Documents]);
        HitBits.Add(unpacked.Bits, unpacked.Counts, segment.Terms.Postings(entry));
        return unpacked;
    }
}
