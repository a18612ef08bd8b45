using System.Numerics;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Which comments of a segment are not deleted, a bit each.</summary>
/// <param name="words">The bits, 64 a word.</param>
internal sealed class LiveDocuments(ulong[] words)
{
    /// <summary>The bits, 64 a word.</summary>
    public ulong[] Words => words;

    /// <summary>How many are alive.</summary>
    public int Count { get; } = words.Sum(BitOperations.PopCount);

    /// <summary>Whether a comment is alive.</summary>
    public bool this[int document] => (words[document >> 6] >> (document & 63) & 1) != 0;

    /// <summary>The same without some comments.</summary>
    /// <param name="live">What was alive; null where all.</param>
    /// <param name="documents">How many comments the segment has.</param>
    /// <param name="deleted">Which die.</param>
    public static LiveDocuments Without(LiveDocuments? live, int documents, IEnumerable<int> deleted)
    {
        var words = new ulong[(documents + 63) >> 6];
        if (live is null)
        {
            words.AsSpan().Fill(ulong.MaxValue);
            if ((documents & 63) != 0)
            {
                words[^1] = (1UL << (documents & 63)) - 1;
            }
        }
        else
        {
            live.Words.CopyTo(words, 0);
        }

        foreach (var document in deleted)
        {
            words[document >> 6] &= ~(1UL << (document & 63));
        }

        return new LiveDocuments(words);
    }
}
