using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Index.Packing;

/// <summary>Reads what a <see cref="ByteSink"/> wrote, in order; what would reach past the end throws.</summary>
internal ref struct ByteSource(ReadOnlySpan<byte> bytes, int position = 0)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>The next byte's number, 0-based.</summary>
    public int Position { get; private set; } = position;

    /// <summary>The bytes that are left.</summary>
    public readonly int Left => _bytes.Length - Position;

    public int Byte() => _bytes[Position++];

    public uint Fixed32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong Fixed64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public int Variable()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = _bytes[Position++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (int)value;
            }
        }

        throw IndexException.Damaged("a number is longer than five bytes");
    }

    /// <summary>A count of things that take at least one byte each of what is left.</summary>
    public int Count()
    {
        var count = Variable();
        return count >= 0 && count <= Left ? count : throw IndexException.Damaged("a count is larger than what follows");
    }

    public void Units(Span<char> into)
    {
        var bytes = Take(into.Length * 2);
        if (BitConverter.IsLittleEndian)
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(into));
            return;
        }

        for (var i = 0; i < into.Length; i++)
        {
            into[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]);
        }
    }

    public string Text()
    {
        var text = new char[Count()];
        Units(text);
        return new string(text);
    }

    public void Skip(int count) => Take(count);

    public ReadOnlySpan<byte> Take(int count)
    {
        var taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
