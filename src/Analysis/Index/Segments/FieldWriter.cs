using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Writes a field of a segment: terms in ordinal order, each with its postings.</summary>
internal sealed class FieldWriter
{
    private readonly ByteSink _postings = new();
    private readonly DictionaryWriter _dictionary = new();

    /// <summary>A writer of an empty field.</summary>
    public FieldWriter() => Postings = new PostingsWriter(_postings);

    /// <summary>Where the current term's uses go.</summary>
    public PostingsWriter Postings { get; }

    /// <summary>Ends the current term.</summary>
    public void End(string term) => _dictionary.Add(term, Postings.End());

    /// <summary>Adds the field's sections to a segment.</summary>
    public void WriteTo(SegmentSections sections, string field)
    {
        sections.Add(SectionNames.Dictionary(field), _dictionary.ToBytes());
        sections.Add(SectionNames.Postings(field), _postings);
    }
}
