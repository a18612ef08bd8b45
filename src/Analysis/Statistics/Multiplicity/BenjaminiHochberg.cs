using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Statistics.Multiplicity;

/// <summary>Keeps the share of false discoveries among many tests (Benjamini and Hochberg 1995).</summary>
public static class BenjaminiHochberg
{
    /// <summary>The adjusted p of each test: the least level at which it still counts as a discovery.</summary>
    /// <param name="p">The tests' p, 0 to 1 each.</param>
    /// <returns>In the same order; each at least its p, at most 1. Example: .01, .02, .04 give .03, .03, .04.</returns>
    public static ImmutableArray<double> Adjust(ImmutableArray<double> p)
    {
        int[] order = [.. Enumerable.Range(0, p.Length).OrderByDescending(i => p[i])];
        var adjusted = new double[p.Length];
        var least = 1.0;
        for (var i = 0; i < order.Length; i++)
        {
            least = Math.Min(least, p[order[i]] * ((double)p.Length / (p.Length - i)));
            adjusted[order[i]] = least;
        }

        return [.. adjusted];
    }
}
