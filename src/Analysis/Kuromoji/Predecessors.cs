using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>The nodes that end where the next words start, side by side: every word that starts there looks at all of them.</summary>
/// <param name="contexts">Number of context ids.</param>
internal sealed class Predecessors(int contexts)
{
    // What was found for each context since the nodes were gathered: words that start together often have the same.
    private readonly Found[] _found = new Found[contexts];
    private Predecessor[] _all = new Predecessor[64];
    private int[] _nodes = new int[64];
    private int _count;
    private int _turn;

    /// <summary>Takes over the nodes that end at a position, in their order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gather(Lattice lattice, int position)
    {
        _count = 0;
        _turn++;
        for (var node = lattice.First(position); node >= 0;)
        {
            if (_count == _all.Length)
            {
                Array.Resize(ref _all, 2 * _count);
                Array.Resize(ref _nodes, 2 * _count);
            }

            ref readonly var from = ref lattice.Nodes[node];
            _all[_count] = new Predecessor(((long)from.Cost << 32) | (uint)_count, from.Context);
            _nodes[_count++] = node;
            node = from.Next;
        }
    }

    /// <summary>Cost of the cheapest way on, and the node that it comes from; the first of equally cheap ones. Some were gathered.</summary>
    /// <param name="context">The next word's context id.</param>
    /// <param name="costs">Its row of connection costs, a column a context id.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Cost, int Node) Cheapest(int context, in short costs)
    {
        ref var found = ref _found[context];
        if (found.Turn != _turn)
        {
            var (cost, node) = Cheapest(in costs);
            found = new Found(_turn, cost, node);
        }

        return (found.Cost, found.Node);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private (int Cost, int Node) Cheapest(in short costs)
    {
        // In bounds: contexts are numbered by the dictionary whose matrix this is.
        ref var row = ref Unsafe.AsRef(in costs);
        ref var at = ref MemoryMarshal.GetArrayDataReference(_all);
        ref var end = ref Unsafe.Add(ref at, _count);
        var least = at.CostAndPlace + ((long)Unsafe.Add(ref row, at.Context) << 32);
        for (at = ref Unsafe.Add(ref at, 1); Unsafe.IsAddressLessThan(ref at, ref end); at = ref Unsafe.Add(ref at, 1))
        {
            // Without a branch: which of two is cheaper, no processor can predict.
            var ahead = at.CostAndPlace + ((long)Unsafe.Add(ref row, at.Context) << 32) - least;
            least += ahead & (ahead >> 63);
        }

        return ((int)(least >> 32), _nodes[(int)least]);
    }

    private readonly record struct Predecessor(long CostAndPlace, int Context);

    private readonly record struct Found(int Turn, int Cost, int Node);
}
