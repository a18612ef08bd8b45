namespace FeedbackLab.DictionaryCompiler;

/// <summary>Builds a double-array trie over UTF-16 code units (Aoe 1989).</summary>
internal sealed class DoubleArrayBuilder
{
    // Where nine of ten slots tried were taken, the search for a free place goes on behind them.
    private const double Crowded = 0.9;

    private readonly IReadOnlyList<string> _keys;
    private readonly ushort[] _codes;
    private int[] _base = new int[1 << 20];
    private int[] _check = new int[1 << 20];
    private int _from = 1;

    private DoubleArrayBuilder(IReadOnlyList<string> keys)
    {
        _keys = keys;
        _codes = Codes(keys);
        _check[0] = -1;
    }

    /// <summary>The trie of sorted, distinct keys; the value of a key is its index.</summary>
    /// <remarks>
    /// From node n, code c leads to node base[n] + c where check there is n + 1. Code 0 leads to a leaf whose base is −1 − value.
    /// </remarks>
    /// <returns>The codes of all code units (0: not in any key), and base and check by turns.</returns>
    public static (ushort[] Codes, int[] Nodes) Build(IReadOnlyList<string> keys)
    {
        var builder = new DoubleArrayBuilder(keys);
        builder.Place(0, 0, keys.Count, 0);
        var size = builder._check.Length;
        while (size > 1 && builder._check[size - 1] == 0)
        {
            size--;
        }

        // Room behind the last node, so that a walk never leaves the array.
        size += builder._codes.Max() + 1;
        var nodes = new int[2 * size];
        for (var i = 0; i < Math.Min(size, builder._check.Length); i++)
        {
            nodes[2 * i] = builder._base[i];
            nodes[(2 * i) + 1] = builder._check[i];
        }

        return (builder._codes, nodes);
    }

    // Frequent characters get small codes, which keeps the array dense.
    private static ushort[] Codes(IReadOnlyList<string> keys)
    {
        var counts = new int[65536];
        foreach (var c in keys.SelectMany(k => k))
        {
            counts[c]++;
        }

        var codes = new ushort[65536];
        ushort next = 1;
        foreach (var c in Enumerable.Range(0, 65536).Where(c => counts[c] > 0).OrderByDescending(c => counts[c]).ThenBy(c => c))
        {
            codes[c] = next++;
        }

        return codes;
    }

    private void Place(int node, int start, int end, int depth)
    {
        var children = Children(start, end, depth);
        var offset = FindBase(children);
        _base[node] = offset;
        foreach (var child in children)
        {
            _check[offset + child.Code] = node + 1;
        }

        foreach (var child in children)
        {
            if (child.Code == 0)
            {
                _base[offset] = -1 - child.Start;
            }
            else
            {
                Place(offset + child.Code, child.Start, child.End, depth + 1);
            }
        }
    }

    private List<(int Code, int Start, int End)> Children(int start, int end, int depth)
    {
        var children = new List<(int Code, int Start, int End)>();
        for (var i = start; i < end;)
        {
            var code = _keys[i].Length == depth ? 0 : _codes[_keys[i][depth]];
            var first = i;
            while (i < end && (_keys[i].Length == depth ? 0 : _codes[_keys[i][depth]]) == code)
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
        var last = children[^1].Code;
        var tried = 0;
        var taken = 0;
        for (var at = Math.Max(_from, first + 1); ; at++)
        {
            Reserve(at - first + last + 1);
            tried++;
            if (_check[at] != 0)
            {
                taken++;
                continue;
            }

            var offset = at - first;
            if (children.TrueForAll(c => _check[offset + c.Code] == 0))
            {
                if (tried > 64 && taken > tried * Crowded)
                {
                    _from = at;
                }

                return offset;
            }
        }
    }

    private void Reserve(int size)
    {
        if (size > _check.Length)
        {
            Array.Resize(ref _base, Math.Max(size, _base.Length * 2));
            Array.Resize(ref _check, _base.Length);
        }
    }
}
