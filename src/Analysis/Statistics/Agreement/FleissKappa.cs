using System.Collections.Immutable;

namespace FeedbackLab.Analysis.Statistics.Agreement;

/// <summary>How far several coders agree beyond chance where every unit was rated by as many (Fleiss 1971).</summary>
/// <param name="Value">(P̄ − P̄ₑ) / (1 − P̄ₑ), at most 1; null without units, with one coder, or where all gave the same value.</param>
/// <param name="Observed">P̄: share of the pairs of ratings that agree, mean over the units; null as the value, or without units.</param>
/// <param name="Units">Units counted.</param>
/// <param name="Coders">Ratings a unit.</param>
public readonly record struct FleissKappa(double? Value, double? Observed, int Units, int Coders)
{
    /// <summary>The kappa of the units that were rated by a number of coders; the others are left out, as the measure knows no missing ratings.</summary>
    /// <param name="units">The units.</param>
    /// <param name="coders">That number.</param>
    /// <returns>Example (14 raters, 10 subjects, 5 values): P̄ .378, P̄ₑ .213, kappa .210; docs/methods/agreement.md.</returns>
    public static FleissKappa Of(ImmutableArray<RatedUnit> units, int coders)
    {
        var rated = units.Where(u => u.Ratings == coders).ToList();
        if (rated.Count == 0 || coders < 2)
        {
            return new FleissKappa(null, null, rated.Count, coders);
        }

        var pairs = coders * (coders - 1.0);
        var observed = rated.Average(u => u.Counts.Sum(c => c * (c - 1.0)) / pairs);
        double all = rated.Count * coders;
        var expected = Enumerable.Range(0, rated[0].Counts.Length).Select(v => rated.Sum(u => u.Counts[v]) / all).Sum(p => p * p);
        return new FleissKappa(expected >= 1 ? null : (observed - expected) / (1 - expected), observed, rated.Count, coders);
    }
}
