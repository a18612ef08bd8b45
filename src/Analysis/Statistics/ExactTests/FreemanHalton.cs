using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Analysis.Statistics.ExactTests;

/// <summary>Fisher's exact test of two rows and any number of columns (Freeman and Halton 1951).</summary>
public static class FreemanHalton
{
    /// <summary>Most tables that are counted one by one; beyond it tables are drawn.</summary>
    public const int MostTables = 1_000_000;

    private const double Tolerance = 1e-7;

    /// <summary>Whether the share that has something differs between groups: the probability of a table at most as likely, margins given.</summary>
    /// <param name="having">By group how many have it, 0 to its <paramref name="of"/>.</param>
    /// <param name="of">By group how many there are.</param>
    /// <param name="draws">Tables drawn where there are more than <see cref="MostTables"/>, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <returns>
    /// Exact, or by draws with their error; p is 1 where all or none have it. Two groups give <see cref="FisherExact"/>. Example: 3 of 3,
    /// 0 of 3, 0 of 3 gives 3/84 = .0357.
    /// </returns>
    public static ExactResult Test(ImmutableArray<int> having, ImmutableArray<int> of, int draws = 9999, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(of.Length, having.Length, nameof(of));
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        for (var g = 0; g < of.Length; g++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(having[g], nameof(having));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(having[g], of[g], nameof(having));
        }

        var (marked, all) = (having.Sum(), of.Sum());
        if (marked == 0 || marked == all)
        {
            return new ExactResult(1, 1, 0);
        }

        var table = new Tables(of, marked, all);
        return table.Count <= MostTables ? table.Exact(having) : Drawn(table, having, of, draws, seed);
    }

    private static ExactResult Drawn(Tables table, ImmutableArray<int> having, ImmutableArray<int> of, int draws, int seed)
    {
        var observed = table.LogProbability(having) + Tolerance;
        var group = of.SelectMany((n, g) => Enumerable.Repeat(g, n)).ToArray();
        var marked = having.Sum();
        var extreme = 0;
        var drawn = new int[of.Length];
        for (var run = 0; run < draws; run++)
        {
            Array.Clear(drawn);
            for (var i = 0; i < marked; i++)
            {
                var other = i + (int)(Draws.Of(seed, run, i) * (group.Length - i));
                (group[i], group[other]) = (group[other], group[i]);
                drawn[group[i]]++;
            }

            extreme += table.LogProbability(drawn) <= observed ? 1 : 0;
        }

        return ExactResult.OfDraws(extreme, draws);
    }

    // The tables with the same margins, by the numbers that have it in each group.
    private sealed class Tables
    {
        private readonly ImmutableArray<int> _of;
        private readonly int _marked;
        private readonly double[] _logFactorial;
        private readonly int[] _room;

        public Tables(ImmutableArray<int> of, int marked, int all)
        {
            (_of, _marked) = (of, marked);
            _logFactorial = new double[all + 1];
            for (var i = 2; i <= all; i++)
            {
                _logFactorial[i] = _logFactorial[i - 1] + Math.Log(i);
            }

            _room = new int[of.Length + 1];
            for (var g = of.Length - 1; g >= 0; g--)
            {
                _room[g] = _room[g + 1] + of[g];
            }
        }

        /// <summary>How many there are.</summary>
        public double Count
        {
            get
            {
                // Ways to reach each sum, group by group. Those that have it and those that have not are in as many tables: of the fewer, the last sum has the most
                // ways, so that no rounding of larger numbers drowns it.
                var fewer = Math.Min(_marked, _room[0] - _marked);
                var ways = new double[fewer + 1];
                ways[0] = 1;
                foreach (var n in _of)
                {
                    var next = new double[fewer + 1];
                    var window = 0.0;
                    for (var sum = 0; sum <= fewer; sum++)
                    {
                        window += ways[sum] - (sum > n ? ways[sum - n - 1] : 0);
                        next[sum] = window;
                    }

                    ways = next;
                }

                return ways[fewer];
            }
        }

        public double LogProbability(IReadOnlyList<int> having)
        {
            var log = -Choose(_room[0], _marked);
            for (var g = 0; g < _of.Length; g++)
            {
                log += Choose(_of[g], having[g]);
            }

            return log;
        }

        public ExactResult Exact(ImmutableArray<int> having)
        {
            var observed = LogProbability(having) + Tolerance;
            var (p, least, atLeast) = (0.0, double.PositiveInfinity, 0.0);
            Visit(0, _marked, -Choose(_room[0], _marked), log =>
            {
                var share = Math.Exp(log);
                p += log <= observed ? share : 0;
                if (log < least - Tolerance)
                {
                    (least, atLeast) = (log, 0);
                }

                atLeast += log <= least + Tolerance ? share : 0;
            });
            return new ExactResult(Math.Min(1, p), Math.Min(1, atLeast), 0);
        }

        private void Visit(int group, int left, double log, Action<double> visit)
        {
            if (group == _of.Length)
            {
                visit(log);
                return;
            }

            for (var x = Math.Max(0, left - _room[group + 1]); x <= Math.Min(_of[group], left); x++)
            {
                Visit(group + 1, left - x, log + Choose(_of[group], x), visit);
            }
        }

        private double Choose(int n, int k) => _logFactorial[n] - _logFactorial[k] - _logFactorial[n - k];
    }
}
