using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>One table of the compiled dictionary, read where it lies in the program's mapped file.</summary>
/// <remarks>Valid as long as the program runs: the assembly that holds it is never unloaded. Indices are not checked.</remarks>
/// <typeparam name="T">What a row is.</typeparam>
internal readonly unsafe struct DictionarySection<T>
    where T : unmanaged
{
    private readonly T* _rows;

    private DictionarySection(T* rows, int length)
    {
        _rows = rows;
        Length = length;
    }

    /// <summary>Number of rows.</summary>
    public int Length { get; }

    /// <summary>A row, by its number from 0 to below <see cref="Length"/>.</summary>
    public ref readonly T this[int row] => ref _rows[row];

    /// <summary>Has the memory bring a row near, where the processor can; nothing is read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int row)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(_rows + row);
        }
    }

    /// <summary>Rows in a line.</summary>
    public ReadOnlySpan<T> Slice(int start, int length) => new ReadOnlySpan<T>(_rows, Length).Slice(start, length);

    /// <summary>The section at the stream's position, which is set behind it: its length in bytes (int32), then its rows.</summary>
    public static DictionarySection<T> Read(UnmanagedMemoryStream stream)
    {
        var bytes = 0;
        stream.ReadExactly(MemoryMarshal.AsBytes(new Span<int>(ref bytes)));
        var rows = (T*)stream.PositionPointer;
        stream.Seek(bytes, SeekOrigin.Current);
        return new DictionarySection<T>(rows, bytes / sizeof(T));
    }
}
