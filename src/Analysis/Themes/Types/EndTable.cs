namespace FeedbackLab.Analysis.Themes.Types;

/// <summary>Finds the longest of many ends that a text has, from its last character backwards.</summary>
internal sealed class EndTable
{
    private const uint Spread = 2654435769;

    // Hashed pairs of a node and a character; the node is what the text's last characters up to there lead to. Node 0 is the root.
    private readonly uint[] _keys;
    private readonly ushort[] _nodes;
    private readonly int _shift;

    // By node: its first end, 0 for none; by end: the next one of the same node.
    private readonly ushort[] _firsts;
    private readonly ushort[] _nexts;
    private readonly ClauseEnd[] _ends;

    /// <param name="ends">The ends; of the same characters the first that counts is found.</param>
    public EndTable(IEnumerable<KeyValuePair<string, ClauseEnd>> ends)
    {
        var all = ends.ToList();
        var children = new Dictionary<uint, ushort>();
        var lasts = new List<ushort> { 0 };
        var firsts = new List<ushort> { 0 };
        _ends = [default, .. all.Select(e => e.Value)];
        _nexts = new ushort[_ends.Length];
        for (var end = 1; end <= all.Count; end++)
        {
            ushort node = 0;
            foreach (var c in all[end - 1].Key.Reverse())
            {
                var key = Key(node, c);
                if (!children.TryGetValue(key, out node))
                {
                    children.Add(key, node = checked((ushort)firsts.Count));
                    firsts.Add(0);
                    lasts.Add(0);
                }
            }

            firsts[node] = firsts[node] == 0 ? (ushort)end : firsts[node];
            _nexts[lasts[node]] = (ushort)(lasts[node] == 0 ? 0 : end);
            lasts[node] = (ushort)end;
        }

        _firsts = [.. firsts];
        var bits = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)children.Count * 2);
        (_shift, _keys, _nodes) = (32 - bits, new uint[1 << bits], new ushort[1 << bits]);
        foreach (var (key, node) in children)
        {
            var at = Slot(key);
            while (_nodes[at] != 0)
            {
                at = (at + 1) & (_nodes.Length - 1);
            }

            (_keys[at], _nodes[at]) = (key, node);
        }
    }

    /// <summary>The longest end that counts here.</summary>
    /// <param name="text">The text.</param>
    /// <param name="slots">What may end it.</param>
    /// <param name="marks">What is known of the clause.</param>
    /// <param name="length">How many characters the end has; 0 where there is none.</param>
    public ref readonly ClauseEnd Longest(ReadOnlySpan<char> text, Slots slots, Marks marks, out int length)
    {
        length = 0;
        var found = 0;
        var node = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            node = Child(node, text[i]);
            if (node == 0)
            {
                break;
            }

            for (int end = _firsts[node]; end != 0; end = _nexts[end])
            {
                if (Counts(in _ends[end], slots, marks, i == 0 ? '\0' : text[i - 1]))
                {
                    (found, length) = (end, text.Length - i);
                    break;
                }
            }
        }

        return ref _ends[found];
    }

    private static bool Counts(ref readonly ClauseEnd end, Slots slots, Marks marks, char before) =>
        (end.Fits & slots) != 0 && (marks & end.Needs) == end.Needs && (marks & end.Bars) == 0
            && (end.Behind is null || end.Behind.Contains(before, StringComparison.Ordinal));

    private static uint Key(int node, char c) => ((uint)node << 16) | c;

    private int Slot(uint key) => (int)((key * Spread) >> _shift);

    private int Child(int node, char c)
    {
        var key = Key(node, c);
        for (var at = Slot(key); _nodes[at] != 0; at = (at + 1) & (_nodes.Length - 1))
        {
            if (_keys[at] == key)
            {
                return _nodes[at];
            }
        }

        return 0;
    }
}
