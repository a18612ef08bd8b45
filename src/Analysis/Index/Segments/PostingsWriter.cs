using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Writes the uses of terms, term by term: for each comment how often, and at which positions.</summary>
/// <remarks>
/// A term of one comment: its number, count and positions as variable numbers. Others: one line of skip data for each full block of
/// 128 comments (last comment, where the block ends, <see cref="BlockBound"/>), the blocks, and a last block of the rest.
/// A block: the widths, then the gaps between the comments' numbers, the counts less one, the gaps between positions, and where a use
/// of the term spans more than one position all spans less one, each packed as wide as its largest needs.
/// </remarks>
/// <param name="into">Where the postings go.</param>
internal sealed class PostingsWriter(ByteSink into)
{
    /// <summary>Bytes of skip data for a block.</summary>
    public const int SkipSize = 12;

    private readonly ByteSink _blocks = new();
    private readonly ByteSink _skips = new();
    private readonly int[] _gaps = new int[PackedNumbers.BlockSize];
    private readonly int[] _counts = new int[PackedNumbers.BlockSize];
    private int[] _positions = new int[256];
    private int[] _lengths = new int[256];
    private int _uses;
    private int _inBlock;
    private int _documents;
    private int _last = -1;
    private BlockBound _bound = BlockBound.Empty;
    private bool _hasLengths;

    /// <summary>Starts a term.</summary>
    /// <param name="hasLengths">Whether a use of it spans more than one position.</param>
    public void Begin(bool hasLengths)
    {
        _blocks.Clear();
        _skips.Clear();
        _hasLengths = hasLengths;
        (_uses, _inBlock, _documents, _last, _bound) = (0, 0, 0, -1, BlockBound.Empty);
    }

    /// <summary>Adds a comment.</summary>
    /// <param name="document">Its number, larger than that of the one before.</param>
    /// <param name="positions">Where the term is used, ascending; not empty.</param>
    /// <param name="lengths">How many positions each use spans.</param>
    /// <param name="documentLength">How many terms the comment has.</param>
    public void Add(int document, ReadOnlySpan<int> positions, ReadOnlySpan<int> lengths, int documentLength)
    {
        if (_uses + positions.Length > _positions.Length)
        {
            Array.Resize(ref _positions, (_uses + positions.Length) * 2);
            Array.Resize(ref _lengths, _positions.Length);
        }

        var before = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            _positions[_uses] = positions[i] - before;
            _lengths[_uses++] = lengths[i] - 1;
            before = positions[i];
        }

        _gaps[_inBlock] = document - _last - 1;
        _counts[_inBlock++] = positions.Length - 1;
        _last = document;
        _documents++;
        _bound = _bound.With(positions.Length, documentLength);
        if (_inBlock == PackedNumbers.BlockSize)
        {
            Block();
        }
    }

    /// <summary>Ends the term.</summary>
    /// <returns>What the dictionary says about it.</returns>
    public TermEntry End()
    {
        var offset = into.Length;
        if (_documents == 1)
        {
            Single();
        }
        else
        {
            if (_inBlock > 0)
            {
                Rest();
            }

            into.Bytes(_skips.Written);
            into.Bytes(_blocks.Written);
        }

        return new TermEntry(_documents, _hasLengths, offset, into.Length - offset);
    }

    private void Single()
    {
        into.Variable((uint)_last);
        into.Variable((uint)_uses);
        for (var i = 0; i < _uses; i++)
        {
            into.Variable((uint)_positions[i]);
            if (_hasLengths)
            {
                into.Variable((uint)_lengths[i]);
            }
        }
    }

    private void Block()
    {
        var gaps = PackedNumbers.Width(_gaps);
        var counts = PackedNumbers.Width(_counts);
        Widths(gaps, counts);
        PackedNumbers.WriteBlock(_blocks, _gaps, gaps);
        PackedNumbers.WriteBlock(_blocks, _counts, counts);
        Uses();
        _skips.Fixed32((uint)_last);
        _skips.Fixed32((uint)_blocks.Length);
        _skips.Byte(_bound.Once);
        _skips.Byte(_bound.Twice);
        _skips.Byte(_bound.More);
        _skips.Byte(_bound.Highest);
        (_inBlock, _uses, _bound) = (0, 0, BlockBound.Empty);
    }

    private void Rest()
    {
        var gaps = PackedNumbers.Width(_gaps.AsSpan(0, _inBlock));
        var counts = PackedNumbers.Width(_counts.AsSpan(0, _inBlock));
        Widths(gaps, counts);
        PackedNumbers.WriteRow(_blocks, _gaps.AsSpan(0, _inBlock), gaps);
        PackedNumbers.WriteRow(_blocks, _counts.AsSpan(0, _inBlock), counts);
        Uses();
    }

    private void Widths(int gaps, int counts)
    {
        _blocks.Sized((uint)(gaps | (counts << 5) | (PackedNumbers.Width(_positions.AsSpan(0, _uses)) << 10)), 2);
        if (_hasLengths)
        {
            _blocks.Byte(PackedNumbers.Width(_lengths.AsSpan(0, _uses)));
        }
    }

    private void Uses()
    {
        var positions = _positions.AsSpan(0, _uses);
        PackedNumbers.WriteRow(_blocks, positions, PackedNumbers.Width(positions));
        if (_hasLengths)
        {
            var lengths = _lengths.AsSpan(0, _uses);
            PackedNumbers.WriteRow(_blocks, lengths, PackedNumbers.Width(lengths));
        }
    }
}
