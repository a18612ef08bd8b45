using System.Text;
using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Builds a segment in memory.</summary>
internal sealed class SegmentBuilder
{
    private readonly FieldBuilder _terms = new();
    private readonly FieldBuilder _surfaces = new();
    private readonly List<int> _lengths = [];
    private readonly List<string> _ids = [];
    private readonly Dictionary<string, FacetWriter> _facets = new(StringComparer.Ordinal);
    private readonly BlobColumn.Writer _layouts = new();
    private readonly ByteSink _layout = new();

    /// <summary>How many comments there are.</summary>
    public int Documents => _ids.Count;

    /// <summary>How many uses of terms and surfaces there are: what the memory goes to, about 40 bytes each while writing.</summary>
    public int Uses => _terms.Uses + _surfaces.Uses;

    /// <summary>Adds a comment, which <see cref="DocumentCheck"/> has found right.</summary>
    public void Add(IndexDocument document)
    {
        var length = 0;
        var last = -1;
        foreach (var term in document.Terms)
        {
            _terms.Add(term.Text, term.Position, term.Length);
            length += term.Position == last ? 0 : 1;
            last = term.Position;
        }

        _terms.EndDocument();
        var position = -1;
        var end = 0;
        foreach (var token in document.Tokens)
        {
            // A gap in the text is one in the positions, so that no phrase reaches over it.
            position += token.Start > end ? 2 : 1;
            _surfaces.Add(token.Surface, position, 1);
            end = token.End;
        }

        _surfaces.EndDocument();
        foreach (var facet in document.Facets)
        {
            if (!_facets.TryGetValue(facet.Name, out var writer))
            {
                _facets.Add(facet.Name, writer = new FacetWriter());
            }

            writer.Add(_ids.Count, facet.Value);
        }

        _layout.Clear();
        DocumentLayout.Write(_layout, document.Tokens, document.SentenceEnds);
        _layouts.Add(_layout.Written);
        _lengths.Add(length);
        _ids.Add(document.Id);
    }

    /// <summary>The segment's sections.</summary>
    public SegmentSections ToSections()
    {
        var sections = new SegmentSections();
        int[] lengths = [.. _lengths];
        _terms.Write(lengths).WriteTo(sections, SectionNames.Terms);
        _surfaces.Write(lengths).WriteTo(sections, SectionNames.Surfaces);
        WriteDocuments(sections, lengths, _ids);
        sections.Add(SectionNames.Layouts, _layouts.ToBytes());
        foreach (var (name, writer) in _facets.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            sections.Add(SectionNames.Facet(name), writer.ToBytes(Documents));
        }

        return sections;
    }

    /// <summary>Writes the sections that every segment has for its comments.</summary>
    public static void WriteDocuments(SegmentSections sections, int[] lengths, List<string> ids)
    {
        var head = new ByteSink();
        head.Fixed32((uint)lengths.Length);
        head.Fixed64((ulong)lengths.Sum(l => (long)l));
        sections.Add(SectionNames.Head, head);
        var column = new ByteSink();
        NumberColumn.Write(column, lengths);
        sections.Add(SectionNames.Lengths, column);
        var names = new BlobColumn.Writer();
        var keys = new byte[ids.Count][];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = Encoding.UTF8.GetBytes(ids[i]);
            names.Add(keys[i]);
        }

        sections.Add(SectionNames.Ids, names.ToBytes());
        var order = Enumerable.Range(0, ids.Count).ToArray();
        Array.Sort(order, (a, b) => keys[a].AsSpan().SequenceCompareTo(keys[b]) is not 0 and var compared ? compared : a.CompareTo(b));
        var packed = new ByteSink();
        PackedNumbers.WriteRow(packed, order, PackedNumbers.Width([Math.Max(0, ids.Count - 1)]));
        sections.Add(SectionNames.IdOrder, packed);
    }
}
