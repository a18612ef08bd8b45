namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Agglomerative clustering by the mean distance of all pairs (Sokal and Michener 1958), through chains of nearest neighbours (Murtagh 1983).</summary>
internal static class AverageLinkage
{
    /// <summary>Where the distance of two things stands in an array of all pairs, row by row above the diagonal.</summary>
    /// <param name="i">The first thing.</param>
    /// <param name="j">The second, i &lt; j.</param>
    /// <param name="count">How many things.</param>
    public static int Place(int i, int j, int count) => (int)(((long)i * ((2L * count) - i - 1) / 2) + j - i - 1);

    /// <summary>What joins what, by height. A group is known by its first thing.</summary>
    /// <param name="distances">The distances of all pairs, see <see cref="Place"/>; changed on the way.</param>
    /// <param name="count">How many things.</param>
    /// <returns>count − 1 joins, the lowest first; First &lt; Second. Of equally near neighbours the first is taken.</returns>
    public static (int First, int Second, double Height)[] Of(float[] distances, int count)
    {
        var joins = new List<(int First, int Second, double Height)>(Math.Max(0, count - 1));
        var sizes = Enumerable.Repeat(1, count).ToArray();
        var chain = new Stack<int>();
        var next = 0;
        float Distance(int i, int j) => distances[i < j ? Place(i, j, count) : Place(j, i, count)];
        while (joins.Count < count - 1)
        {
            if (chain.Count == 0)
            {
                while (sizes[next] == 0)
                {
                    next++;
                }

                chain.Push(next);
            }

            var top = chain.Pop();
            var below = chain.Count > 0 ? chain.Peek() : -1;
            var nearest = below;
            var least = below >= 0 ? Distance(top, below) : float.PositiveInfinity;
            for (var j = 0; j < count; j++)
            {
                if (j != top && sizes[j] > 0 && Distance(top, j) < least)
                {
                    (nearest, least) = (j, Distance(top, j));
                }
            }

            chain.Push(top);
            if (nearest != below)
            {
                chain.Push(nearest);
                continue;
            }

            chain.Pop();
            chain.Pop();
            var (first, second) = (Math.Min(top, below), Math.Max(top, below));
            joins.Add((first, second, least));
            for (var j = 0; j < count; j++)
            {
                if (j != first && j != second && sizes[j] > 0)
                {
                    ref var distance = ref distances[first < j ? Place(first, j, count) : Place(j, first, count)];
                    distance = ((sizes[first] * distance) + (sizes[second] * Distance(second, j))) / (sizes[first] + sizes[second]);
                }
            }

            sizes[first] += sizes[second];
            sizes[second] = 0;
        }

        // Stable: a join never stands before those of its parts, which are at most as high and were made earlier.
        return [.. joins.OrderBy(j => j.Height)];
    }

    /// <summary>By thing its group, numbered by first thing, where the highest joins are undone until there are so many groups.</summary>
    /// <param name="joins">The joins, the lowest first.</param>
    /// <param name="count">How many things.</param>
    /// <param name="groups">How many groups, at least 1; never more than things.</param>
    public static int[] Cut(ReadOnlySpan<(int First, int Second, double Height)> joins, int count, int groups)
    {
        var leader = Enumerable.Range(0, count).ToArray();
        foreach (var (first, second, _) in joins[..Math.Max(0, count - Math.Max(1, groups))])
        {
            leader[Root(second)] = Root(first);
        }

        var numbers = new Dictionary<int, int>();
        return [.. Enumerable.Range(0, count).Select(i => numbers.TryGetValue(Root(i), out var n) ? n : numbers[Root(i)] = numbers.Count)];

        int Root(int i)
        {
            while (leader[i] != i)
            {
                i = leader[i];
            }

            return i;
        }
    }
}
