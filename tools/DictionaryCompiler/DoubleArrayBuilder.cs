using System.Collections;

namespace FeedbackLab.DictionaryCompiler;

/// <summary>Builds a double-array trie over UTF-16 code units (Aoe 1989), the ways that texts take most often side by side.</summary>
/// <remarks>
/// From a node, code c leads to the node at its base + c where that one's label is c: no two nodes share a base. A node's word stands
/// in the node. All in 64 bits: 20 of base, 13 of label, 31 of word + 1 (0: no key ends here).
/// </remarks>
internal sealed class DoubleArrayBuilder
{
    private const int BaseBits = 20;
    private const int LabelBits = 13;

    // Where nine of ten slots tried were taken, the search for a free place goes on behind them.
    private const double Crowded = 0.9;

    private readonly IReadOnlyList<TrieKey> _keys;
    private readonly ushort[] _codes;

    // Weight of all keys before one.
    private readonly double[] _weightBefore;
    private readonly PriorityQueue<Branch, (double Weight, int Start, int Depth)> _open = new();
    private readonly BitArray _bases = new(1 << BaseBits);
    private readonly ulong[] _nodes = new ulong[(1 << BaseBits) + (1 << LabelBits)];
    private readonly BitArray _taken = new(1 << BaseBits);
    private int _from = 1;
    private int _size = 1;

    private DoubleArrayBuilder(IReadOnlyList<TrieKey> keys)
    {
        _keys = keys;
        _codes = Codes(keys);
        _weightBefore = new double[keys.Count + 1];
        for (var i = 0; i < keys.Count; i++)
        {
            _weightBefore[i + 1] = _weightBefore[i] + keys[i].Weight;
        }
    }

    /// <summary>The trie of keys that are sorted and distinct.</summary>
    /// <returns>The codes of all code units, from 1 (those in no key share one that leads nowhere), and the nodes, the root first.</returns>
    /// <exception cref="InvalidDataException">There are more keys or characters than a node has room for.</exception>
    public static (ushort[] Codes, ulong[] Nodes) Build(IReadOnlyList<TrieKey> keys)
    {
        var builder = new DoubleArrayBuilder(keys);
        builder._taken[0] = true;
        builder.Open(new Branch(0, 0, keys.Count, 0));
        while (builder._open.TryDequeue(out var branch, out _))
        {
            builder.Place(branch);
        }

        // Room behind the last node, so that a walk never leaves the array.
        return (builder._codes, builder._nodes[..(builder._size + builder._codes.Max() + 1)]);
    }

    // Characters of frequent keys get small codes: where they lead lies close to the base.
    private static ushort[] Codes(IReadOnlyList<TrieKey> keys)
    {
        var weights = new double[65536];
        foreach (var key in keys)
        {
            foreach (var c in key.Text)
            {
                weights[c] += key.Weight;
            }
        }

        var used = Enumerable.Range(0, 65536).Where(c => weights[c] > 0).OrderByDescending(c => weights[c]).ThenBy(c => c).ToList();
        var codes = new ushort[65536];
        Array.Fill(codes, checked((ushort)(used.Count + 1)));
        for (var i = 0; i < used.Count; i++)
        {
            codes[used[i]] = (ushort)(i + 1);
        }

        return used.Count + 1 < 1 << LabelBits ? codes : throw new InvalidDataException("more characters than a label tells apart");
    }

    private void Open(Branch branch) =>
        _open.Enqueue(branch, (_weightBefore[branch.Start] - _weightBefore[branch.End], branch.Start, branch.Depth));

    private void Place(Branch branch)
    {
        var start = branch.Start;
        if (_keys[start].Text.Length == branch.Depth)
        {
            _nodes[branch.Node] |= (ulong)(_keys[start].Word + 1) << (BaseBits + LabelBits);
            start++;
        }

        if (start == branch.End)
        {
            return;
        }

        var children = Children(start, branch.End, branch.Depth);
        var offset = FindBase(children);
        _bases[offset] = true;
        _nodes[branch.Node] |= (uint)offset;
        foreach (var child in children)
        {
            var node = offset + child.Code;
            _taken[node] = true;
            _nodes[node] = (ulong)child.Code << BaseBits;
            _size = Math.Max(_size, node + 1);
            Open(new Branch(node, child.Start, child.End, branch.Depth + 1));
        }
    }

    private List<(int Code, int Start, int End)> Children(int start, int end, int depth)
    {
        var children = new List<(int Code, int Start, int End)>();
        for (var i = start; i < end;)
        {
            var code = _codes[_keys[i].Text[depth]];
            var first = i;
            while (i < end && _codes[_keys[i].Text[depth]] == code)
            {
                i++;
            }

            children.Add((code, first, i));
        }

        return [.. children.OrderBy(c => c.Code)];
    }

    private int FindBase(List<(int Code, int Start, int End)> children)
    {
        var first = children[0].Code;
        var tried = 0;
        var taken = 0;
        for (var at = Math.Max(_from, first + 1); at + children[^1].Code - first < _taken.Length; at++)
        {
            tried++;
            if (_taken[at])
            {
                taken++;
                continue;
            }

            var offset = at - first;
            if (!_bases[offset] && children.TrueForAll(c => !_taken[offset + c.Code]))
            {
                if (tried > 64 && taken > tried * Crowded)
                {
                    _from = at;
                }

                return offset;
            }
        }

        throw new InvalidDataException("more keys than a base tells apart");
    }

    private readonly record struct Branch(int Node, int Start, int End, int Depth);
}

/// <summary>A key of a trie.</summary>
/// <param name="Text">Its characters.</param>
/// <param name="Word">What it stands for, from 0.</param>
/// <param name="Weight">How often texts have it, against others; above 0.</param>
internal readonly record struct TrieKey(string Text, int Word, double Weight);
