using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace FeedbackLab.Analysis.Kuromoji;

/// <summary>The nodes that end where the next words start, side by side: every word that starts there looks at all of them.</summary>
internal sealed class Predecessors
{
    private Predecessor[] _all = new Predecessor[64];
    private int _count;

    /// <summary>Takes over the nodes that end at a position, in their order.</summary>
    public void Gather(Lattice lattice, int position)
    {
        _count = 0;
        for (var node = lattice.First(position); node >= 0;)
        {
            if (_count == _all.Length)
            {
                Array.Resize(ref _all, 2 * _count);
            }

            ref readonly var from = ref lattice.Nodes[node];
            _all[_count++] = new Predecessor(from.Cost, from.Context, node);
            node = from.Next;
        }
    }

    /// <summary>Cost of the cheapest way on, and the node that it comes from; the first of equally cheap ones.</summary>
    /// <param name="costs">The next word's row of connection costs, a column a context id.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int Cost, int Node) Cheapest(in short costs)
    {
        var least = int.MaxValue;
        var best = -1;
        ref var at = ref MemoryMarshal.GetArrayDataReference(_all);
        for (ref var end = ref Unsafe.Add(ref at, _count); Unsafe.IsAddressLessThan(ref at, ref end); at = ref Unsafe.Add(ref at, 1))
        {
            // In bounds: contexts are numbered by the dictionary whose matrix this is.
            var cost = at.Cost + Unsafe.Add(ref Unsafe.AsRef(in costs), at.Context);
            if (cost < least)
            {
                least = cost;
                best = at.Node;
            }
        }

        return (least, best);
    }

    private readonly record struct Predecessor(int Cost, int Context, int Node);
}
