using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Collects the uses of terms of one field, comment by comment, and turns them round by term.</summary>
internal sealed class FieldBuilder
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<int> _terms = [];
    private readonly List<long> _places = [];
    private readonly List<int> _ends = [];

    /// <summary>How many uses there are.</summary>
    public int Uses => _terms.Count;

    /// <summary>Adds a use in the current comment.</summary>
    public void Add(string term, int position, int length)
    {
        ref var id = ref CollectionsMarshal.GetValueRefOrAddDefault(_ids, term, out var isKnown);
        if (!isKnown)
        {
            id = _names.Count;
            _names.Add(term);
        }

        _terms.Add(id);
        _places.Add(((long)length << 32) | (uint)position);
    }

    /// <summary>Ends the current comment.</summary>
    public void EndDocument() => _ends.Add(_terms.Count);

    /// <summary>Writes the field.</summary>
    /// <param name="lengths">How many terms each comment has.</param>
    public FieldWriter Write(int[] lengths)
    {
        var terms = CollectionsMarshal.AsSpan(_terms);
        var starts = new int[_names.Count + 1];
        foreach (var term in terms)
        {
            starts[term + 1]++;
        }

        for (var i = 0; i < _names.Count; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts.ToArray();
        var documents = new int[terms.Length];
        var places = new long[terms.Length];
        var use = 0;
        for (var document = 0; document < _ends.Count; document++)
        {
            for (; use < _ends[document]; use++)
            {
                var at = next[terms[use]]++;
                documents[at] = document;
                places[at] = _places[use];
            }
        }

        var names = _names.ToArray();
        var order = Enumerable.Range(0, names.Length).ToArray();
        Array.Sort(names, order, StringComparer.Ordinal);
        var writer = new FieldWriter();
        for (var i = 0; i < names.Length; i++)
        {
            var range = starts[order[i]]..starts[order[i] + 1];
            Write(writer, documents.AsSpan(range), places.AsSpan(range), lengths);
            writer.End(names[i]);
        }

        return writer;
    }

    private static void Write(FieldWriter writer, ReadOnlySpan<int> documents, ReadOnlySpan<long> places, int[] lengths)
    {
        var isLong = false;
        foreach (var place in places)
        {
            isLong |= place >> 32 > 1;
        }

        writer.Postings.Begin(isLong);
        Span<int> fewPositions = stackalloc int[64];
        Span<int> fewLengths = stackalloc int[64];
        for (var i = 0; i < documents.Length;)
        {
            var end = i + 1;
            while (end < documents.Length && documents[end] == documents[i])
            {
                end++;
            }

            var positions = end - i <= 64 ? fewPositions : new int[end - i];
            var spans = end - i <= 64 ? fewLengths : new int[end - i];
            var count = 0;
            for (var j = i; j < end; j++)
            {
                var position = (int)places[j];
                if (count == 0 || positions[count - 1] != position)
                {
                    positions[count] = position;
                    spans[count++] = 0;
                }

                spans[count - 1] = Math.Max(spans[count - 1], (int)(places[j] >> 32));
            }

            writer.Postings.Add(documents[i], positions[..count], spans[..count], lengths[documents[i]]);
            i = end;
        }
    }
}
