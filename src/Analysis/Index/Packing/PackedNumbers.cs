using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FeedbackLab.Analysis.Index.Packing;

/// <summary>Numbers of 0 to 31 bits, all of one width, without gaps between them.</summary>
/// <remarks>
/// Two layouts: in a row, for any count, where each number can be read alone; and blocks of <see cref="BlockSize"/> in four lanes
/// (number i in lane i mod 4, as in Lemire and Boytsov 2015, "Decoding billions of integers per second through vectorization"),
/// which a processor unpacks four at a time.
/// </remarks>
internal static class PackedNumbers
{
    /// <summary>Numbers in a block.</summary>
    public const int BlockSize = 128;

    /// <summary>Bits that the largest number needs.</summary>
    public static int Width(ReadOnlySpan<int> numbers)
    {
        var all = 0u;
        foreach (var number in numbers)
        {
            all |= (uint)number;
        }

        return 32 - BitOperations.LeadingZeroCount(all);
    }

    /// <summary>Bytes that so many numbers take in a row.</summary>
    public static int RowBytes(int count, int width) => (int)((((long)count * width) + 7) >> 3);

    /// <summary>Bytes that a block takes.</summary>
    public static int BlockBytes(int width) => width * (BlockSize / 8);

    /// <summary>Writes numbers in a row.</summary>
    public static void WriteRow(ByteSink into, ReadOnlySpan<int> numbers, int width)
    {
        var space = into.Space(RowBytes(numbers.Length, width));
        var held = 0UL;
        var bits = 0;
        var at = 0;
        foreach (var number in numbers)
        {
            held |= (ulong)(uint)number << bits;
            bits += width;
            while (bits >= 8)
            {
                space[at++] = (byte)held;
                held >>= 8;
                bits -= 8;
            }
        }

        if (bits > 0)
        {
            space[at] = (byte)held;
        }
    }

    /// <summary>Reads numbers of a row, from its first.</summary>
    public static void ReadRow(ReadOnlySpan<byte> row, int width, Span<int> into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = At(row, i, width);
        }
    }

    /// <summary>One number of a row.</summary>
    public static int At(ReadOnlySpan<byte> row, int index, int width)
    {
        var bit = (long)index * width;
        var at = (int)(bit >> 3);
        ulong held;
        if (at <= row.Length - 8)
        {
            held = BinaryPrimitives.ReadUInt64LittleEndian(row[at..]);
        }
        else
        {
            held = 0;
            var end = Math.Min(row.Length, at + 5);
            for (var i = at; i < end; i++)
            {
                held |= (ulong)row[i] << (8 * (i - at));
            }
        }

        return (int)((held >> (int)(bit & 7)) & ((1UL << width) - 1));
    }

    /// <summary>Writes a block in four lanes.</summary>
    public static void WriteBlock(ByteSink into, ReadOnlySpan<int> numbers, int width)
    {
        Span<uint> words = stackalloc uint[4 * 32];
        words.Clear();
        for (var i = 0; i < BlockSize; i++)
        {
            var bit = (i >> 2) * width;
            var word = ((bit >> 5) << 2) | (i & 3);
            var value = (uint)numbers[i];
            words[word] |= value << (bit & 31);
            if ((bit & 31) + width > 32)
            {
                words[word + 4] |= value >> (32 - (bit & 31));
            }
        }

        for (var i = 0; i < 4 * width; i++)
        {
            into.Fixed32(words[i]);
        }
    }

    /// <summary>Reads a block in four lanes.</summary>
    public static void ReadBlock(ReadOnlySpan<byte> block, int width, Span<int> into)
    {
        into = into[..BlockSize];
        if (width == 0)
        {
            into.Clear();
            return;
        }

        var words = MemoryMarshal.Cast<byte, uint>(block[..BlockBytes(width)]);
        var numbers = MemoryMarshal.Cast<int, uint>(into);
        var mask = Vector128.Create((1u << width) - 1);
        var word = Vector128.Create(words);
        var next = 4;
        var shift = 0;
        for (var at = 0; at < BlockSize; at += 4)
        {
            var number = word >>> shift;
            shift += width;
            if (shift >= 32)
            {
                shift -= 32;
                if (next < words.Length)
                {
                    word = Vector128.Create(words[next..]);
                    next += 4;
                }

                if (shift > 0)
                {
                    number |= word << (width - shift);
                }
            }

            (number & mask).CopyTo(numbers[at..]);
        }
    }
}
