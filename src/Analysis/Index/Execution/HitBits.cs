using System.Numerics;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Sets of comments, a bit each.</summary>
internal static class HitBits
{
    /// <summary>No comment of a segment.</summary>
    public static ulong[] Empty(int documents) => new ulong[(documents + 63) >> 6];

    /// <summary>Adds the comments with a term.</summary>
    public static void Add(ulong[] bits, PostingsReader postings)
    {
        for (var block = 0; block < postings.Blocks; block++)
        {
            postings.Read(block);
            Add(bits, postings.Block.AsSpan(0, postings.Size));
        }
    }

    /// <summary>Adds comments.</summary>
    public static void Add(ulong[] bits, ReadOnlySpan<int> documents)
    {
        foreach (var document in documents)
        {
            bits[document >> 6] |= 1UL << (document & 63);
        }
    }

    /// <summary>Adds the comments with a term, and by comment how often it has it.</summary>
    /// <exception cref="OverflowException">A comment has it more than 255 times.</exception>
    public static void Add(ulong[] bits, byte[] counts, PostingsReader postings)
    {
        for (var block = 0; block < postings.Blocks; block++)
        {
            postings.Read(block);
            var often = postings.Counts();
            var documents = postings.Block.AsSpan(0, often.Length);
            Add(bits, documents);
            for (var i = 0; i < documents.Length; i++)
            {
                counts[documents[i]] = checked((byte)often[i]);
            }
        }
    }

    /// <summary>Keeps those that are alive.</summary>
    public static void Keep(ulong[] bits, LiveDocuments? live)
    {
        for (var i = 0; live is not null && i < bits.Length; i++)
        {
            bits[i] &= live.Words[i];
        }
    }

    /// <summary>How many there are.</summary>
    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
