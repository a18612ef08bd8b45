using System.Buffers.Binary;
using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Reads a term's postings block by block (<see cref="PostingsWriter"/>).</summary>
internal sealed partial class PostingsReader
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly TermEntry _entry;
    private readonly int _limit;
    private readonly int _fullBlocks;
    private readonly int[] _counts = new int[PackedNumbers.BlockSize];
    private readonly int[] _uses = new int[PackedNumbers.BlockSize + 1];
    private int _block = -1;
    private int _start;
    private int _row;
    private int _countWidth;
    private int _positionWidth;
    private int _lengthWidth;
    private bool _hasCounts;
    private bool _hasUses;

    /// <summary>A reader that stands before the first block.</summary>
    /// <param name="postings">The postings of the field.</param>
    /// <param name="entry">What the dictionary says about the term.</param>
    /// <param name="limit">How many comments the segment has.</param>
    public PostingsReader(ReadOnlyMemory<byte> postings, TermEntry entry, int limit)
    {
        _bytes = postings.Slice(entry.Offset, entry.Length);
        _entry = entry;
        _limit = limit;
        _fullBlocks = entry.Documents == 1 ? 0 : entry.Documents / PackedNumbers.BlockSize;
        if (entry.Documents > limit || (long)_fullBlocks * PostingsWriter.SkipSize > entry.Length)
        {
            throw IndexException.Damaged("postings");
        }
    }

    /// <summary>Comments that have the term.</summary>
    public int Documents => _entry.Documents;

    /// <summary>How many blocks there are.</summary>
    public int Blocks => ((_entry.Documents - 1) / PackedNumbers.BlockSize) + 1;

    /// <summary>How many comments are in the block.</summary>
    public int Size { get; private set; }

    /// <summary>The comments of the block, ascending.</summary>
    public int[] Block { get; } = new int[PackedNumbers.BlockSize];

    /// <summary>The last comment of a block; a bound for the last block.</summary>
    public int LastOf(int block) => block < _fullBlocks ? LastOf(_bytes.Span, block) : int.MaxValue - 1;

    /// <summary>The bound of a block; that of the last says nothing.</summary>
    public BlockBound BoundOf(int block)
    {
        if (block >= _fullBlocks)
        {
            return BlockBound.None;
        }

        var skip = Skip(_bytes.Span, block)[8..];
        return new BlockBound(skip[0], skip[1], skip[2], skip[3]);
    }

    /// <summary>The first block, from one on, that may have a comment not before another; <see cref="Blocks"/> where none has.</summary>
    public int BlockFor(int target, int from)
    {
        // The last block has no skip data where it is not full: what is in no other may be there.
        var bytes = _bytes.Span;
        var (low, step) = (from, 1);
        while (low + step <= _fullBlocks && LastOf(bytes, low + step - 1) < target)
        {
            low += step;
            step *= 2;
        }

        var high = Math.Min(low + step - 1, _fullBlocks);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (LastOf(bytes, middle) < target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>Reads the comments of a block.</summary>
    public void Read(int block)
    {
        var bytes = _bytes.Span;
        (_block, _hasCounts, _hasUses) = (block, false, false);
        if (_entry.Documents == 1)
        {
            Single(bytes);
            return;
        }

        var before = block == 0 ? -1 : LastOf(block - 1);
        _start = (_fullBlocks * PostingsWriter.SkipSize) + (block == 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(Skip(bytes, block - 1)[4..]));
        var widths = BinaryPrimitives.ReadUInt16LittleEndian(bytes[_start..]);
        var gapWidth = widths & 31;
        _countWidth = (widths >> 5) & 31;
        _positionWidth = (widths >> 10) & 31;
        _start += 2;
        _lengthWidth = _entry.HasLengths ? bytes[_start++] & 31 : 0;
        if (block < _fullBlocks)
        {
            Size = PackedNumbers.BlockSize;
            PackedNumbers.ReadBlock(bytes[_start..], gapWidth, Block);
            _start += PackedNumbers.BlockBytes(gapWidth);
        }
        else
        {
            Size = _entry.Documents % PackedNumbers.BlockSize;
            PackedNumbers.ReadRow(bytes[_start..], gapWidth, Block.AsSpan(0, Size));
            _start += PackedNumbers.RowBytes(Size, gapWidth);
        }

        var document = before;
        foreach (ref var at in Block.AsSpan(0, Size))
        {
            document += at + 1;
            at = document;
        }

        if (document >= _limit || document < 0 || (block < _fullBlocks && document != LastOf(block)))
        {
            throw IndexException.Damaged("postings");
        }
    }

    /// <summary>How often each comment of the block has the term.</summary>
    public ReadOnlySpan<int> Counts()
    {
        if (!_hasCounts)
        {
            _hasCounts = true;
            if (_countWidth == 0)
            {
                _counts.AsSpan(0, Size).Fill(1);
                return _counts.AsSpan(0, Size);
            }

            var bytes = _bytes.Span[_start..];
            if (_block < _fullBlocks)
            {
                PackedNumbers.ReadBlock(bytes, _countWidth, _counts);
            }
            else
            {
                PackedNumbers.ReadRow(bytes, _countWidth, _counts.AsSpan(0, Size));
            }

            foreach (ref var count in _counts.AsSpan(0, Size))
            {
                count++;
            }
        }

        return _counts.AsSpan(0, Size);
    }

    /// <summary>Whether a use of the term may span more than one position.</summary>
    public bool HasLengths => _entry.HasLengths;

    /// <summary>Adds the positions at which a comment of the block has the term, ascending.</summary>
    public void Positions(int index, List<PositionRange> into)
    {
        if (_entry.Documents == 1)
        {
            SinglePositions(into);
            return;
        }

        var row = Uses();
        var lengths = _lengthWidth == 0 ? default : row[PackedNumbers.RowBytes(_uses[Size], _positionWidth)..];
        var position = 0;
        for (var use = _uses[index]; use < _uses[index + 1]; use++)
        {
            position += PackedNumbers.At(row, use, _positionWidth);
            into.Add(new PositionRange(position, position + 1 + (_lengthWidth == 0 ? 0 : PackedNumbers.At(lengths, use, _lengthWidth))));
        }
    }

    /// <summary>The positions at which a comment of the block has a term without lengths, ascending.</summary>
    /// <param name="index">Number of the comment in the block.</param>
    /// <param name="into">Where they go; made larger where it must be.</param>
    /// <returns>How many there are.</returns>
    public int Starts(int index, ref int[] into)
    {
        if (_entry.Documents == 1)
        {
            return SingleStarts(ref into);
        }

        var row = Uses();
        var first = _uses[index];
        var count = _uses[index + 1] - first;
        if (count > into.Length)
        {
            into = new int[count];
        }

        var starts = into;
        var position = 0;
        for (var use = 0; use < count && use < starts.Length; use++)
        {
            starts[use] = position += PackedNumbers.At(row, first + use, _positionWidth);
        }

        return count;
    }

    // The row of all uses of the block's comments, and where each comment's begin.
    private ReadOnlySpan<byte> Uses()
    {
        if (!_hasUses)
        {
            _hasUses = true;
            var counts = Counts();
            for (var i = 0; i < Size; i++)
            {
                _uses[i + 1] = checked(_uses[i] + counts[i]);
            }

            _row = _start + (_block < _fullBlocks ? PackedNumbers.BlockBytes(_countWidth) : PackedNumbers.RowBytes(Size, _countWidth));
            if (PackedNumbers.RowBytes(_uses[Size], _positionWidth) > _bytes.Length - _row)
            {
                throw IndexException.Damaged("positions");
            }
        }

        return _bytes.Span[_row..];
    }

    private static int LastOf(ReadOnlySpan<byte> bytes, int block) => BinaryPrimitives.ReadInt32LittleEndian(Skip(bytes, block));

    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> bytes, int block) =>
        bytes.Slice(block * PostingsWriter.SkipSize, PostingsWriter.SkipSize);
}
