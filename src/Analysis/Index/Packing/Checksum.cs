using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Index.Packing;

/// <summary>XXH64 with seed 0 (Collet, xxHash specification 0.1.1): no package of the kind is to be had, and a table of CRC-32 is ten times slower.</summary>
internal static class Checksum
{
    private const ulong P1 = 11400714785074694791;
    private const ulong P2 = 14029467366897019727;
    private const ulong P3 = 1609587929392839161;
    private const ulong P4 = 9650029242287828579;
    private const ulong P5 = 2870177450012600261;

    /// <summary>The checksum of some bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var length = (ulong)bytes.Length;
        var sum = P5;
        if (bytes.Length >= 32)
        {
            var (a, b, c, d) = (unchecked(P1 + P2), P2, 0UL, unchecked(0UL - P1));
            while (bytes.Length >= 32)
            {
                a = Round(a, Word(bytes));
                b = Round(b, Word(bytes[8..]));
                c = Round(c, Word(bytes[16..]));
                d = Round(d, Word(bytes[24..]));
                bytes = bytes[32..];
            }

            sum = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
            sum = Merge(Merge(Merge(Merge(sum, a), b), c), d);
        }

        sum += length;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            sum = (BitOperations.RotateLeft(sum ^ Round(0, Word(bytes)), 27) * P1) + P4;
        }

        if (bytes.Length >= 4)
        {
            sum = (BitOperations.RotateLeft(sum ^ (BinaryPrimitives.ReadUInt32LittleEndian(bytes) * P1), 23) * P2) + P3;
            bytes = bytes[4..];
        }

        foreach (var left in bytes)
        {
            sum = BitOperations.RotateLeft(sum ^ (left * P5), 11) * P1;
        }

        sum = (sum ^ (sum >> 33)) * P2;
        sum = (sum ^ (sum >> 29)) * P3;
        return sum ^ (sum >> 32);
    }

    private static ulong Word(ReadOnlySpan<byte> bytes) =>
        BitConverter.IsLittleEndian ? MemoryMarshal.Read<ulong>(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);

    private static ulong Round(ulong state, ulong word) => BitOperations.RotateLeft(state + (word * P2), 31) * P1;

    private static ulong Merge(ulong sum, ulong lane) => ((sum ^ Round(0, lane)) * P1) + P4;
}
