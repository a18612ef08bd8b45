using System.Buffers.Binary;
using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>A number a row, each in as many bytes (1, 2 or 4) as the largest needs.</summary>
internal readonly struct NumberColumn
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int _size;

    /// <summary>A column of what <see cref="Write"/> wrote.</summary>
    public NumberColumn(ReadOnlyMemory<byte> bytes, int count)
    {
        _size = bytes.Span[0];
        if (_size is not (1 or 2 or 4) || bytes.Length - 1 < (long)count * _size)
        {
            throw IndexException.Damaged("column");
        }

        _bytes = bytes.Slice(1, count * _size);
    }

    /// <summary>Bytes a number: 1, 2 or 4.</summary>
    public int Size => _size;

    /// <summary>The numbers as they are written.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Span;

    /// <summary>All numbers, for reading many.</summary>
    public Numbers All => new(_bytes.Span, _size);

    /// <summary>Writes a column; its numbers are not negative.</summary>
    public static void Write(ByteSink into, ReadOnlySpan<int> numbers)
    {
        var size = SizeOf(numbers);
        into.Byte(size);
        foreach (var number in numbers)
        {
            into.Sized((uint)number, size);
        }
    }

    private static int SizeOf(ReadOnlySpan<int> numbers) => PackedNumbers.Width(numbers) switch
    {
        <= 8 => 1,
        <= 16 => 2,
        _ => 4,
    };

    /// <summary>The numbers of a column.</summary>
    internal readonly ref struct Numbers(ReadOnlySpan<byte> bytes, int size)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;

        public int this[int row] => size switch
        {
            1 => _bytes[row],
            2 => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[(2 * row)..]),
            _ => BinaryPrimitives.ReadInt32LittleEndian(_bytes[(4 * row)..]),
        };
    }
}
