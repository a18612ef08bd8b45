using System.Buffers.Binary;
using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Some bytes a row, in blocks of 16 rows.</summary>
internal readonly struct BlobColumn
{
    private const int BlockSize = 16;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _count;

    /// <summary>A column of what a <see cref="Writer"/> wrote.</summary>
    public BlobColumn(ReadOnlyMemory<byte> bytes, int count)
    {
        _bytes = bytes;
        _count = count;
        if (StartsOf(count) > bytes.Length)
        {
            throw IndexException.Damaged("column");
        }
    }

    /// <summary>A row's bytes.</summary>
    public ReadOnlySpan<byte> this[int row]
    {
        get
        {
            var bytes = _bytes.Span;
            var start = BinaryPrimitives.ReadInt32LittleEndian(bytes[(row / BlockSize * 4)..]);
            var source = new ByteSource(bytes[StartsOf(_count)..], start);
            for (var i = 0; i < row % BlockSize; i++)
            {
                source.Skip(source.Count());
            }

            return source.Take(source.Count());
        }
    }

    private static int StartsOf(int count) => (count + BlockSize - 1) / BlockSize * 4;

    /// <summary>Writes the rows in order.</summary>
    internal sealed class Writer
    {
        private readonly ByteSink _starts = new();
        private readonly ByteSink _rows = new();
        private int _count;

        public void Add(ReadOnlySpan<byte> row)
        {
            if (_count++ % BlockSize == 0)
            {
                _starts.Fixed32((uint)_rows.Length);
            }

            _rows.Variable((uint)row.Length);
            _rows.Bytes(row);
        }

        public ByteSink ToBytes()
        {
            var all = new ByteSink();
            all.Bytes(_starts.Written);
            all.Bytes(_rows.Written);
            return all;
        }
    }
}
