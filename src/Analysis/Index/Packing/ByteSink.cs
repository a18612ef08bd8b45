using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Index.Packing;

/// <summary>Bytes that grow at their end; numbers are little-endian.</summary>
internal sealed class ByteSink
{
    private byte[] _bytes = new byte[256];

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Empties the sink; its memory stays.</summary>
    public void Clear() => Length = 0;

    /// <summary>Adds a byte.</summary>
    public void Byte(int value) => Space(1)[0] = (byte)value;

    /// <summary>Adds a number in four bytes.</summary>
    public void Fixed32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Space(4), value);

    /// <summary>Adds a number in eight bytes.</summary>
    public void Fixed64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Space(8), value);

    /// <summary>Adds a number in one to five bytes, seven bits each.</summary>
    public void Variable(uint value)
    {
        while (value >= 0x80)
        {
            Byte((int)(value | 0x80));
            value >>= 7;
        }

        Byte((int)value);
    }

    /// <summary>Adds a number of one, two or four bytes.</summary>
    public void Sized(uint value, int size)
    {
        var space = Space(size);
        for (var i = 0; i < size; i++)
        {
            space[i] = (byte)(value >> (8 * i));
        }
    }

    /// <summary>Adds UTF-16 code units as they are, well-formed or not.</summary>
    public void Units(ReadOnlySpan<char> text)
    {
        if (BitConverter.IsLittleEndian)
        {
            Bytes(MemoryMarshal.AsBytes(text));
            return;
        }

        foreach (var unit in text)
        {
            Sized(unit, 2);
        }
    }

    /// <summary>Adds a text with its length before it.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        Variable((uint)text.Length);
        Units(text);
    }

    /// <summary>Adds bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Space(bytes.Length));

    /// <summary>Adds so many bytes, to be written by the caller; they are zero.</summary>
    public Span<byte> Space(int count)
    {
        var end = checked(Length + count);
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(end, _bytes.Length * 2L)));
        }

        var space = _bytes.AsSpan(Length, count);
        space.Clear();
        Length = end;
        return space;
    }
}
