namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>A field of a segment: its terms and where they are used.</summary>
internal sealed class FieldReader
{
    private readonly ReadOnlyMemory<byte> _postings;
    private readonly int _documents;

    public FieldReader(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections, string name, int documents)
    {
        Dictionary = new TermDictionary(SegmentReader.Section(sections, SectionNames.Dictionary(name)));
        _postings = SegmentReader.Section(sections, SectionNames.Postings(name));
        _documents = documents;
    }

    /// <summary>The terms.</summary>
    public TermDictionary Dictionary { get; }

    /// <summary>A reader of a term's uses.</summary>
    public PostingsReader Postings(TermEntry entry) => new(_postings, entry, _documents);
}
