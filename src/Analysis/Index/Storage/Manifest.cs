using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>A state of an index: which segments it is made of.</summary>
/// <param name="Generation">Number of the state.</param>
/// <param name="Fingerprint">What the index was made from and how, in the caller's words.</param>
/// <param name="NextFile">Number of the next file.</param>
/// <param name="Segments">The segments in order.</param>
internal sealed record Manifest(long Generation, string Fingerprint, int NextFile, ImmutableArray<SegmentEntry> Segments)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "manifest";

    private const uint Mark = 0x4D494C46;

    /// <summary>The bytes of the file.</summary>
    public ByteSink ToBytes()
    {
        var bytes = new ByteSink();
        bytes.Fixed32(Mark);
        bytes.Fixed32(SegmentFile.Version);
        bytes.Fixed64((ulong)Generation);
        bytes.Text(Fingerprint);
        bytes.Variable((uint)NextFile);
        bytes.Variable((uint)Segments.Length);
        foreach (var segment in Segments)
        {
            bytes.Text(segment.File);
            bytes.Fixed64(segment.Checksum);
            bytes.Variable((uint)segment.Documents);
            bytes.Variable((uint)segment.Live);
            bytes.Text(segment.LiveFile ?? "");
        }

        bytes.Fixed64(Checksum.Of(bytes.Written));
        return bytes;
    }

    /// <summary>The state that a file's bytes say.</summary>
    /// <exception cref="IndexException">It is of another version, or damaged.</exception>
    public static Manifest Of(ReadOnlySpan<byte> file)
    {
        if (file.Length < 16 || new ByteSource(file).Fixed32() != Mark)
        {
            throw IndexException.Damaged(FileName);
        }

        if (new ByteSource(file[^8..]).Fixed64() != Checksum.Of(file[..^8]))
        {
            throw IndexException.Damaged(FileName);
        }

        var source = new ByteSource(file, 4);
        if (source.Fixed32() != SegmentFile.Version)
        {
            throw IndexException.Stale("version");
        }

        var generation = (long)source.Fixed64();
        var fingerprint = source.Text();
        var next = source.Variable();
        var segments = ImmutableArray.CreateBuilder<SegmentEntry>();
        for (var left = source.Count(); left > 0; left--)
        {
            segments.Add(new SegmentEntry(
                source.Text(), source.Fixed64(), source.Variable(), source.Variable(), source.Text() is { Length: > 0 } live ? live : null));
        }

        return new Manifest(generation, fingerprint, next, segments.ToImmutable());
    }
}
