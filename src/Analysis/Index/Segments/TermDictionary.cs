using System.Buffers.Binary;
using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>The terms of a field of a segment (<see cref="DictionaryWriter"/>).</summary>
internal sealed class TermDictionary
{
    private const int StartSize = 8;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _blocks;

    /// <summary>A dictionary of what a <see cref="DictionaryWriter"/> wrote.</summary>
    public TermDictionary(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        Count = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        _blocks = (int)(((long)Count + DictionaryWriter.BlockSize - 1) / DictionaryWriter.BlockSize);
        if (Count < 0 || 4L + ((long)_blocks * StartSize) > bytes.Length)
        {
            throw IndexException.Damaged("dictionary");
        }
    }

    /// <summary>How many terms there are.</summary>
    public int Count { get; }

    /// <summary>What is known about a term.</summary>
    public TermEntry Find(ReadOnlySpan<char> term)
    {
        var scan = From(term);
        return scan.MoveNext() && scan.Term.SequenceEqual(term) ? scan.Entry : default;
    }

    /// <summary>The terms from the first that is not before one, in order.</summary>
    public TermScan From(ReadOnlySpan<char> least)
    {
        var (low, high) = (0, _blocks);
        var first = new char[16];
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (FirstOf(middle, ref first).SequenceCompareTo(least) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        var scan = At(Math.Max(0, low - 1));
        while (scan.Peek() && scan.Term.SequenceCompareTo(least) < 0)
        {
            scan.Take();
        }

        return scan;
    }

    /// <summary>All terms in order.</summary>
    public TermScan All() => At(0);

    internal ReadOnlySpan<byte> Terms => _bytes.Span[(4 + (_blocks * StartSize))..];

    internal (int Text, int Postings) StartOf(int block)
    {
        var start = _bytes.Span.Slice(4 + (block * StartSize), StartSize);
        return (BinaryPrimitives.ReadInt32LittleEndian(start), BinaryPrimitives.ReadInt32LittleEndian(start[4..]));
    }

    private TermScan At(int block) => new(this, block * DictionaryWriter.BlockSize);

    private ReadOnlySpan<char> FirstOf(int block, ref char[] into)
    {
        var source = new ByteSource(Terms, StartOf(block).Text);
        var length = source.Count();
        if (length > into.Length)
        {
            into = new char[length];
        }

        source.Units(into.AsSpan(0, length));
        return into.AsSpan(0, length);
    }
}
