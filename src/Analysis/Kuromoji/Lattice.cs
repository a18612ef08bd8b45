using System.Runtime.CompilerServices;

namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>A word on its way through the lattice, at the position where it ends.</summary>
/// <param name="Cost">Cost of the cheapest path to here.</param>
/// <param name="Context">The word's context id.</param>
/// <param name="Start">Where the word starts.</param>
/// <param name="Previous">The node before it on that path.</param>
/// <param name="Word">The word.</param>
/// <param name="Origin">Its dictionary.</param>
/// <param name="Next">The next node that ends at the same position; -1 at the end of the list.</param>
internal record struct LatticeNode(
    int Cost, int Context, int Start, int Previous, int Word, TokenOrigin Origin, int Next = -1);

/// <summary>A word between two positions, seen from where it starts.</summary>
/// <param name="To">Where it ends.</param>
/// <param name="Word">The word.</param>
/// <param name="Origin">Its dictionary.</param>
/// <param name="Next">The next one that starts at the same position; -1 at the end of the list.</param>
internal record struct ForwardArc(int To, int Word, TokenOrigin Origin, int Next = -1);

/// <summary>The words that match a text, in lists by their end, each in the order in which it was found: ties go to the first.</summary>
internal sealed class Lattice
{
    private int[] _first = [];
    private int[] _last = [];
    private int[] _firstForward = [];
    private int[] _lastForward = [];
    private int _count;
    private int _forwardCount;
    private int _reached;

    public LatticeNode[] Nodes { get; private set; } = new LatticeNode[1024];

    public ForwardArc[] Forward { get; private set; } = new ForwardArc[256];

    /// <summary>Empties the lattice for a text and sets its beginning.</summary>
    public void Reset(int length)
    {
        if (_first.Length <= length)
        {
            var size = Math.Max(length + 1, 2 * _first.Length);
            _first = new int[size];
            _last = new int[size];
            _firstForward = new int[size];
            _lastForward = new int[size];
            Array.Fill(_firstForward, -1);
        }

        Array.Fill(_first, -1, 0, length + 1);
        _count = 0;
        _reached = 0;
        Add(0, 0, 0, -1, -1, -1, TokenOrigin.Known);
    }

    public int First(int position) => _first[position];

    public int FirstForward(int position) => _firstForward[position];

    public bool IsAlive(int position) => _first[position] >= 0;

    /// <summary>Whether whatever comes must pass through the one node at a position.</summary>
    public bool IsOnlyPath(int position) => _reached == position && Nodes[_first[position]].Next < 0;

    /// <summary>Adds a word that ends at a position, after those already there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int end, int cost, int context, int start, int previous, int word, TokenOrigin origin)
    {
        var index = _count++;
        if (index == Nodes.Length)
        {
            Grow();
        }

        var nodes = Nodes;
        ref var node = ref nodes[index];
        node.Cost = cost;
        node.Context = context;
        node.Start = start;
        node.Previous = previous;
        node.Word = word;
        node.Origin = origin;
        node.Next = -1;
        ref var first = ref _first[end];
        if (first < 0)
        {
            first = index;
        }
        else
        {
            nodes[_last[end]].Next = index;
        }

        _last[end] = index;
        if (end > _reached)
        {
            _reached = end;
        }
    }

    /// <summary>The cheapest node from a position on, and where it ends.</summary>
    public (int Node, int End) Cheapest(int position)
    {
        var (least, best, end) = (int.MaxValue, -1, -1);
        for (var at = position; at <= _reached; at++)
        {
            for (var node = _first[at]; node >= 0; node = Nodes[node].Next)
            {
                if (Nodes[node].Cost < least)
                {
                    (least, best, end) = (Nodes[node].Cost, node, at);
                }
            }
        }

        return (best, end);
    }

    /// <summary>Drops every node from a position on but one.</summary>
    public void Prune(int position, int end, int node)
    {
        Array.Fill(_first, -1, position, _reached - position + 1);
        Nodes[node].Next = -1;
        _first[end] = node;
        _last[end] = node;
    }

    /// <summary>Makes the one node at a position the beginning of a new lattice, at cost 0.</summary>
    public void Restart(int position)
    {
        Nodes[0] = Nodes[_first[position]] with { Cost = 0 };
        _first[position] = 0;
        _last[position] = 0;
        _count = 1;
    }

    /// <summary>Turns the words between two positions into forward arcs, those that start before the first left out.</summary>
    public void TurnForward(int start, int end)
    {
        Array.Fill(_firstForward, -1, start, end - start + 1);
        _forwardCount = 0;
        for (var position = end; position > start; position--)
        {
            for (var node = _first[position]; node >= 0; node = Nodes[node].Next)
            {
                if (Nodes[node].Start >= start)
                {
                    AddForward(Nodes[node].Start, new ForwardArc(position, Nodes[node].Word, Nodes[node].Origin));
                }
            }

            _first[position] = -1;
        }
    }

    private void Grow()
    {
        var nodes = Nodes;
        Array.Resize(ref nodes, 2 * nodes.Length);
        Nodes = nodes;
    }

    private void AddForward(int from, ForwardArc arc)
    {
        if (_forwardCount == Forward.Length)
        {
            var arcs = Forward;
            Array.Resize(ref arcs, 2 * _forwardCount);
            Forward = arcs;
        }

        Forward[_forwardCount] = arc;
        if (_firstForward[from] < 0)
        {
            _firstForward[from] = _forwardCount;
        }
        else
        {
            Forward[_lastForward[from]].Next = _forwardCount;
        }

        _lastForward[from] = _forwardCount++;
    }
}
