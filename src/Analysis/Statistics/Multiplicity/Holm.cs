using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Statistics.Multiplicity;

/// <summary>Keeps the chance of a single false alarm among several tests (Holm 1979).</summary>
public static class Holm
{
    /// <summary>The adjusted p of each test: the least level at which it is still rejected.</summary>
    /// <param name="p">The tests' p, 0 to 1 each.</param>
    /// <returns>In the same order; each at least its p, at most 1. Example: .01, .02, .04 give .03, .04, .04.</returns>
    public static ImmutableArray<double> Adjust(ImmutableArray<double> p)
    {
        int[] order = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i])];
        var adjusted = new double[p.Length];
        var most = 0.0;
        for (var i = 0; i < order.Length; i++)
        {
            most = Math.Max(most, Math.Min(1, p[order[i]] * (p.Length - i)));
            adjusted[order[i]] = most;
        }

        return [.. adjusted];
    }
}
