using FeedbackLab.Analysis.Index.Packing;

namespace FeedbackLab.Analysis.Index.Segments;

/// <summary>Collects the values of a facet and writes them as a column of ordinals.</summary>
internal sealed class FacetWriter
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<(int Document, int Value)> _uses = [];

    /// <summary>Adds a value of a comment; comments come in order.</summary>
    public void Add(int document, string value)
    {
        if (!_ids.TryGetValue(value, out var id))
        {
            _ids.Add(value, id = _ids.Count);
        }

        _uses.Add((document, id));
    }

    /// <summary>The facet's bytes.</summary>
    /// <param name="documents">How many comments the segment has.</param>
    public ByteSink ToBytes(int documents)
    {
        var names = _ids.Keys.Order(StringComparer.Ordinal).ToList();
        var ordinals = new int[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            ordinals[_ids[names[i]]] = i;
        }

        var uses = _uses.Select(u => (u.Document, Value: ordinals[u.Value])).Distinct().Order().ToList();
        var counts = new int[names.Count];
        foreach (var (_, value) in uses)
        {
            counts[value]++;
        }

        var isSingle = uses.Zip(uses.Skip(1)).All(p => p.First.Document != p.Second.Document);
        var bytes = new ByteSink();
        bytes.Byte(isSingle ? 1 : 0);
        bytes.Variable((uint)names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            bytes.Text(names[i]);
            bytes.Variable((uint)counts[i]);
        }

        if (isSingle)
        {
            // 0 where a comment has no value.
            var column = new int[documents];
            foreach (var (document, value) in uses)
            {
                column[document] = value + 1;
            }

            NumberColumn.Write(bytes, column);
            return bytes;
        }

        var starts = new int[documents + 1];
        foreach (var (document, _) in uses)
        {
            starts[document + 1]++;
        }

        for (var i = 0; i < documents; i++)
        {
            starts[i + 1] += starts[i];
        }

        NumberColumn.Write(bytes, starts);
        NumberColumn.Write(bytes, [.. uses.Select(u => u.Value)]);
        return bytes;
    }
}
