using FeedbackLab.Analysis.Index.Packing;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>Which comments of a segment are alive, as a file: the bits and their checksum.</summary>
internal static class LiveFile
{
    public static ByteSink ToBytes(LiveDocuments live)
    {
        var bytes = new ByteSink();
        foreach (var word in live.Words)
        {
            bytes.Fixed64(word);
        }

        bytes.Fixed64(Checksum.Of(bytes.Written));
        return bytes;
    }

    public static LiveDocuments Of(ReadOnlySpan<byte> file, SegmentEntry entry)
    {
        if (file.Length != 8 + (((entry.Documents + 63) >> 6) * 8)
            || new ByteSource(file[^8..]).Fixed64() != Checksum.Of(file[..^8]))
        {
            throw IndexException.Damaged(entry.LiveFile!);
        }

        var source = new ByteSource(file);
        var words = new ulong[(file.Length - 8) / 8];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = source.Fixed64();
        }

        var live = new LiveDocuments(words);
        return live.Count == entry.Live ? live : throw IndexException.Damaged(entry.LiveFile!);
    }
}
