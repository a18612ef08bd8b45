using System.Collections.Immutable;
using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>The values of a facet of a segment (<see cref="FacetWriter"/>).</summary>
internal sealed class FacetColumn
{
    private readonly NumberColumn _first;
    private readonly NumberColumn _values;

    /// <summary>A facet of what a <see cref="FacetWriter"/> wrote.</summary>
    public FacetColumn(ReadOnlyMemory<byte> bytes, int documents)
    {
        var source = new ByteSource(bytes.Span);
        IsSingle = source.Byte() == 1;
        var count = source.Count();
        var names = ImmutableArray.CreateBuilder<string>(count);
        var counts = new int[count];
        for (var i = 0; i < count; i++)
        {
            names.Add(source.Text());
            counts[i] = source.Variable();
        }

        Values = names.MoveToImmutable();
        Counts = counts;
        var rest = bytes[source.Position..];
        _first = new NumberColumn(rest, IsSingle ? documents : documents + 1);
        if (!IsSingle)
        {
            var uses = counts.Sum();
            _values = new NumberColumn(rest[(1 + ((documents + 1) * rest.Span[0]))..], uses);
        }
    }

    /// <summary>Whether no comment has more than one value.</summary>
    public bool IsSingle { get; }

    /// <summary>The values in ordinal order.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>How many comments have each value, deleted ones included.</summary>
    public int[] Counts { get; }

    /// <summary>By comment its value plus one, or 0 for none, where no comment has more than one; else where its values begin.</summary>
    public NumberColumn First => _first;

    /// <summary>A reader for many comments.</summary>
    public Rows All => new(IsSingle, _first.All, IsSingle ? default : _values.All);

    /// <summary>The ordinals of the comments' values.</summary>
    internal readonly ref struct Rows(bool isSingle, NumberColumn.Numbers first, NumberColumn.Numbers values)
    {
        private readonly NumberColumn.Numbers _first = first;
        private readonly NumberColumn.Numbers _values = values;

        /// <summary>Number of the first of a comment's values, and after the last; for <see cref="Value"/>.</summary>
        public (int Start, int End) this[int document] => isSingle
            ? (document, document + (_first[document] == 0 ? 0 : 1))
            : (_first[document], _first[document + 1]);

        /// <summary>An ordinal, 0-based.</summary>
        public int Value(int number) => isSingle ? _first[number] - 1 : _values[number];
    }
}
