using FeedbackLab.Analysis.Index.Packing;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>A segment as a file: a mark, the sections, their list with a checksum each, and where the list stands.</summary>
internal static class SegmentFile
{
    /// <summary>Version of the format; what has another is built anew.</summary>
    public const uint Version = 1;

    private const uint Mark = 0x58494C46;
    private const int HeadSize = 8;
    private const int FootSize = 20;

    /// <summary>Writes a segment to a stream.</summary>
    /// <returns>The checksum of the list of sections, which stands for all.</returns>
    public static ulong Write(Stream stream, SegmentSections sections)
    {
        var head = new ByteSink();
        head.Fixed32(Mark);
        head.Fixed32(Version);
        stream.Write(head.Written);
        var list = new ByteSink();
        list.Variable((uint)sections.All.Count);
        long offset = HeadSize;
        foreach (var (name, bytes) in sections.All)
        {
            stream.Write(bytes.Written);
            list.Text(name);
            list.Fixed32(checked((uint)offset));
            list.Fixed32((uint)bytes.Length);
            list.Fixed64(Checksum.Of(bytes.Written));
            offset += bytes.Length;
        }

        var sum = Checksum.Of(list.Written);
        var foot = new ByteSink();
        foot.Fixed32(checked((uint)offset));
        foot.Fixed32((uint)list.Length);
        foot.Fixed64(sum);
        foot.Fixed32(Mark);
        stream.Write(list.Written);
        stream.Write(foot.Written);
        return sum;
    }

    /// <summary>The sections of a segment's bytes.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="expected">What <see cref="Write"/> returned.</param>
    /// <exception cref="IndexException">The list does not hold.</exception>
    public static IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes, ulong Checksum)> Sections(ReadOnlyMemory<byte> file, ulong expected)
    {
        if (file.Length < HeadSize + FootSize)
        {
            throw IndexException.Damaged("segment");
        }

        var head = new ByteSource(file.Span);
        var mark = head.Fixed32();
        var version = head.Fixed32();
        var foot = new ByteSource(file.Span[^FootSize..]);
        var (offset, length, sum) = (foot.Fixed32(), foot.Fixed32(), foot.Fixed64());
        if (mark != Mark || version != Version || foot.Fixed32() != Mark || sum != expected || offset < HeadSize
            || (ulong)offset + length + FootSize != (ulong)file.Length
            || Checksum.Of(file.Span.Slice((int)offset, (int)length)) != sum)
        {
            throw IndexException.Damaged("segment");
        }

        var list = new ByteSource(file.Span.Slice((int)offset, (int)length));
        var sections = new List<(string, ReadOnlyMemory<byte>, ulong)>();
        for (var left = list.Count(); left > 0; left--)
        {
            var name = list.Text();
            sections.Add((name, file.Slice((int)list.Fixed32(), (int)list.Fixed32()), list.Fixed64()));
        }

        return sections;
    }
}
