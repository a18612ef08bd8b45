using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Joins clusters that use the same words, two at a time, until one is left.</summary>
internal static class ClusterTree
{
    private const int Decimals = 3;

    /// <summary>The joins, in the order made. A part below the number of clusters is a cluster, else the join of that number.</summary>
    /// <param name="words">The comments.</param>
    /// <param name="clusters">The clusters.</param>
    /// <returns>
    /// One fewer than there are clusters: the parts, First &lt; Second, and the cosine of the sums of their comments' rows (the centroid method).
    /// Of equally near pairs the first.
    /// </returns>
    public static ImmutableArray<(int First, int Second, double Similarity)> Of(ClusterWords words, ImmutableArray<Cluster> clusters)
    {
        var place = new Dictionary<int, int>();
        for (var i = 0; i < words.Count; i++)
        {
            place.Add(words.Comments[i], i);
        }

        var sums = clusters.Select(c =>
        {
            var sum = new double[words.Terms.Length];
            foreach (var member in c.Members.Order())
            {
                words.AddTo(place[member], sum);
            }

            return sum;
        }).ToList();
        var open = Enumerable.Range(0, clusters.Length).ToList();
        var joins = ImmutableArray.CreateBuilder<(int, int, double)>();
        while (open.Count > 1)
        {
            var (first, second, best) = (0, 0, double.NegativeInfinity);
            for (var a = 0; a < open.Count; a++)
            {
                for (var b = a + 1; b < open.Count; b++)
                {
                    var similarity = Math.Round(Cosine(sums[open[a]], sums[open[b]]), Decimals);
                    if (similarity > best)
                    {
                        (first, second, best) = (open[a], open[b], similarity);
                    }
                }
            }

            joins.Add((first, second, best));
            sums.Add([.. sums[first].Zip(sums[second], (x, y) => x + y)]);
            open.Remove(first);
            open.Remove(second);
            open.Add(sums.Count - 1);
        }

        return joins.ToImmutable();
    }

    private static double Cosine(double[] one, double[] other)
    {
        var (dot, a, b) = (0.0, 0.0, 0.0);
        for (var i = 0; i < one.Length; i++)
        {
            dot += one[i] * other[i];
            a += one[i] * one[i];
            b += other[i] * other[i];
        }

        return a > 0 && b > 0 ? dot / Math.Sqrt(a * b) : 0;
    }
}
