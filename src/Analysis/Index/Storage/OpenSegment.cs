using FeedbackLab.Analysis.Index.Packing;
using FeedbackLab.Analysis.Index.Segments;

namespace FeedbackLab.Analysis.Index.Storage;

/// <summary>A segment whose file is mapped.</summary>
internal sealed class OpenSegment : IDisposable
{
    private readonly MappedFile _file;
    private readonly IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes, ulong Checksum)> _sections;

    private OpenSegment(MappedFile file, SegmentEntry entry, LiveDocuments? live)
    {
        _file = file;
        Entry = entry;
        _sections = SegmentFile.Sections(file.Memory, entry.Checksum);
        Reader = null!;
        Live = live;
    }

    /// <summary>What the state says about it.</summary>
    public SegmentEntry Entry { get; }

    /// <summary>Which comments are alive; null where all are.</summary>
    public LiveDocuments? Live { get; }

    /// <summary>Its sections as they are written.</summary>
    public IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes, ulong Checksum)> Sections => _sections;

    /// <summary>Its structures.</summary>
    public SegmentReader Reader { get; private set; }

    /// <summary>Opens a segment.</summary>
    /// <param name="files">The files.</param>
    /// <param name="entry">What the state says about it.</param>
    /// <param name="isChecked">Whether the checksums must hold.</param>
    /// <exception cref="IndexException">It is damaged.</exception>
    public static OpenSegment Open(IndexFiles files, SegmentEntry entry, bool isChecked)
    {
        var live = entry.LiveFile is null ? null : LiveFile.Of(files.Read(entry.LiveFile), entry);
        var file = files.Map(entry.File);
        try
        {
            var segment = new OpenSegment(file, entry, live);
            if (isChecked && segment.Damage() is { } section)
            {
                throw IndexException.Damaged(section);
            }

            segment.Reader = new SegmentReader(
                segment._sections.ToDictionary(s => s.Name, s => s.Bytes, StringComparer.Ordinal), live);
            return segment.Reader.Documents == entry.Documents ? segment : throw IndexException.Damaged(entry.File);
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            ((IDisposable)file).Dispose();
            throw IndexException.Damaged(entry.File, e);
        }
        catch
        {
            ((IDisposable)file).Dispose();
            throw;
        }
    }

    /// <summary>The first section whose checksum does not hold; null where all do.</summary>
    public string? Damage()
    {
        foreach (var (name, bytes, checksum) in _sections)
        {
            if (Checksum.Of(bytes.Span) != checksum)
            {
                return Entry.File + ", " + name;
            }
        }

        return null;
    }

    /// <summary>Lets the file go.</summary>
    public void Dispose() => ((IDisposable)_file).Dispose();
}
