using System.Collections.Immutable;
using FeedbackLab.Analysis.Statistics.Intervals;

namespace FeedbackLab.Analysis.Statistics.Agreement;

/// <summary>How far any number of coders agree beyond chance, units rated by some of them only included (Krippendorff 2004, 2011).</summary>
/// <param name="Value">1 − observed / expected disagreement, at most 1; null where nothing can be compared or all gave the same value.</param>
/// <param name="Units">Units that two coders or more rated: only these can tell.</param>
/// <param name="Ratings">Their ratings.</param>
public readonly record struct KrippendorffAlpha(double? Value, int Units, int Ratings)
{
    /// <summary>Alpha for values without an order: two ratings agree or do not.</summary>
    /// <param name="units">The units; all with counts of the same values.</param>
    /// <returns>Example (Krippendorff 2011, B): two coders say 0 1 0 0 0 0 0 0 1 0 and 1 1 1 0 0 1 0 0 0 0 of ten units: 1 − 19·8/(2·14·6) = .0952.</returns>
    public static KrippendorffAlpha Nominal(ImmutableArray<RatedUnit> units) => Of(units, (a, b) => a == b ? 0 : 1);

    /// <summary>Alpha of two coders on whether something is there, from their fourfold table; null as <see cref="Value"/>.</summary>
    /// <param name="table">The table.</param>
    public static double? OfTwo(CohenKappa table)
    {
        double apart = table.OnlyFirst + table.OnlySecond;
        var (with, without) = ((2.0 * table.Both) + apart, (2.0 * table.Neither) + apart);
        return with * without == 0 ? null : 1 - ((with + without - 1) * apart / (with * without));
    }

    /// <summary>Alpha for values some of which are nearer to each other than others.</summary>
    /// <param name="units">The units; all with counts of the same values.</param>
    /// <param name="distance">How far two values are apart, at least 0, the same both ways, 0 for a value and itself.</param>
    public static KrippendorffAlpha Of(ImmutableArray<RatedUnit> units, Func<int, int, double> distance)
    {
        ArgumentNullException.ThrowIfNull(distance);
        var prepared = new Prepared(units, distance);
        return new KrippendorffAlpha(prepared.Alpha(prepared.All), prepared.All.Length, prepared.All.Sum(u => prepared.Units[u].Ratings));
    }

    /// <summary>Where alpha lies at 95 % when the units are drawn anew with replacement (percentile bootstrap, Efron 1979).</summary>
    /// <param name="units">The units.</param>
    /// <param name="distance">As for <see cref="Of"/>.</param>
    /// <param name="resamples">How many times, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <returns>Null where alpha cannot be told; resamples in which it cannot be are passed over.</returns>
    public static Interval? Interval(ImmutableArray<RatedUnit> units, Func<int, int, double> distance, int resamples, int seed)
    {
        ArgumentNullException.ThrowIfNull(distance);
        var prepared = new Prepared(units, distance);
        return prepared.Alpha(prepared.All) is null
            ? null
            : Bootstrap.Interval(prepared.All.Length, drawn => prepared.Alpha([.. drawn.Select(i => prepared.All[i])]), resamples, seed);
    }

    private sealed class Prepared
    {
        private readonly int _values;
        private readonly double[,] _distance;
        private readonly double[] _disagreement;

        public Prepared(ImmutableArray<RatedUnit> units, Func<int, int, double> distance)
        {
            Units = units;
            _values = units.IsEmpty ? 0 : units[0].Counts.Length;
            _distance = new double[_values, _values];
            for (var a = 0; a < _values; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    _distance[a, b] = _distance[b, a] = distance(a, b);
                }
            }

            All = [.. Enumerable.Range(0, units.Length).Where(u => units[u].Ratings > 1)];
            _disagreement = [.. units.Select(u => u.Ratings < 2 ? 0 : Apart(u.Counts) / (u.Ratings - 1))];
        }

        public ImmutableArray<RatedUnit> Units { get; }

        public ImmutableArray<int> All { get; }

        public double? Alpha(ImmutableArray<int> drawn)
        {
            var counts = new int[_values];
            var observed = 0.0;
            foreach (var u in drawn)
            {
                observed += _disagreement[u];
                for (var v = 0; v < _values; v++)
                {
                    counts[v] += Units[u].Counts[v];
                }
            }

            double n = counts.Sum();
            var expected = Apart(counts);
            return expected == 0 ? null : 1 - ((n - 1) * observed / expected);
        }

        // Σ over ordered pairs of different values.
        private double Apart(IReadOnlyList<int> counts)
        {
            var sum = 0.0;
            for (var a = 0; a < _values; a++)
            {
                for (var b = 0; counts[a] > 0 && b < a; b++)
                {
                    sum += 2.0 * counts[a] * counts[b] * _distance[a, b];
                }
            }

            return sum;
        }
    }
}
