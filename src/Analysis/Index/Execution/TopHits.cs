namespace FeedbackLab.Analysis.Index.Execution;

/// <summary>Keeps the best of comments that come in order; of equals the earlier is better.</summary>
/// <param name="size">How many are kept.</param>
internal sealed class TopHits(int size)
{
    private readonly List<(double Value, int Document)> _heap = [];

    /// <summary>How many are kept at most.</summary>
    public int Size => size;

    /// <summary>What a comment's value must exceed to be kept; below everything while there is room.</summary>
    public double Threshold => size == 0 ? double.PositiveInfinity : _heap.Count < size ? double.NegativeInfinity : _heap[0].Value;

    /// <summary>Offers a comment that comes after all before it.</summary>
    public void Offer(double value, int document)
    {
        if (_heap.Count < size)
        {
            _heap.Add((value, document));
            for (var at = _heap.Count - 1; at > 0 && IsWorse(_heap[at], _heap[(at - 1) / 2]); at = (at - 1) / 2)
            {
                (_heap[at], _heap[(at - 1) / 2]) = (_heap[(at - 1) / 2], _heap[at]);
            }
        }
        else if (size > 0 && value > _heap[0].Value)
        {
            var at = 0;
            for (var child = 1; child < size; child = (2 * at) + 1)
            {
                child += child + 1 < size && IsWorse(_heap[child + 1], _heap[child]) ? 1 : 0;
                if (!IsWorse(_heap[child], (value, document)))
                {
                    break;
                }

                _heap[at] = _heap[child];
                at = child;
            }

            _heap[at] = (value, document);
        }
    }

    /// <summary>What was kept, best first.</summary>
    public List<(double Value, int Document)> InOrder()
    {
        var all = _heap.ToList();
        all.Sort(BestFirst);
        return all;
    }

    /// <summary>The best of what several kept, best first.</summary>
    /// <param name="parts">What was kept.</param>
    /// <param name="size">How many of all are kept.</param>
    public static List<(double Value, int Document)> Together(IEnumerable<TopHits> parts, int size)
    {
        var all = parts.SelectMany(p => p._heap).ToList();
        all.Sort(BestFirst);
        return all.Count > size ? all[..size] : all;
    }

    private static int BestFirst((double Value, int Document) a, (double Value, int Document) b) => a == b ? 0 : IsWorse(a, b) ? 1 : -1;

    private static bool IsWorse((double Value, int Document) a, (double Value, int Document) b) =>
        a.Value < b.Value || (a.Value == b.Value && a.Document > b.Document);
}
