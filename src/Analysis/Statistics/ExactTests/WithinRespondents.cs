using System.Collections.Immutable;
using FeedbackLab.Analysis.Themes;

namespace FeedbackLab.Analysis.Statistics.ExactTests;

/// <summary>
/// Whether the same respondents mention something more often under one condition (a question, a year) than under another: Cochran's Q
/// (1950) as a permutation test within respondents, who need not all have been asked under every condition.
/// </summary>
public static class WithinRespondents
{
    private const int MostStates = 100_000;
    private const double Tolerance = 1e-9;

    /// <summary>The probability of totals at least as uneven, where each respondent's mentions fall on its conditions by chance.</summary>
    /// <remarks>
    /// The statistic is Σ (total − expected)² over the conditions; expected is what each respondent's share of mentions gives. Where all
    /// were asked under every condition it orders the arrangements as Cochran's Q does; with two conditions p is McNemar's exact one.
    /// </remarks>
    /// <param name="respondents">By respondent and condition whether it mentions it; null where it was not asked there. All as long as the first.</param>
    /// <param name="draws">Arrangements drawn where there are too many sums to count, at least 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <returns>p is 1 where nobody mentions it under some conditions and not under others.</returns>
    public static ExactResult Test(ImmutableArray<ImmutableArray<bool?>> respondents, int draws = 9999, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var conditions = respondents.IsEmpty ? 0 : respondents[0].Length;
        ImmutableArray<Block> blocks =
        [
            .. respondents.Select(r => new Block(
                [.. Enumerable.Range(0, conditions).Where(c => r[c] is not null)], r.Count(x => x == true))).Where(b => b.Mentions > 0 && b.Mentions < b.Asked.Length),
        ];
        if (blocks.IsEmpty)
        {
            return new ExactResult(1, 1, 0);
        }

        var expected = new double[conditions];
        var total = new int[conditions];
        for (var b = 0; b < blocks.Length; b++)
        {
            foreach (var c in blocks[b].Asked)
            {
                expected[c] += (double)blocks[b].Mentions / blocks[b].Asked.Length;
            }
        }

        foreach (var r in respondents.Where(r => r.Any(x => x == true) && r.Any(x => x == false)))
        {
            for (var c = 0; c < conditions; c++)
            {
                total[c] += r[c] == true ? 1 : 0;
            }
        }

        double Unevenness(IReadOnlyList<int> sums) => sums.Select((s, c) => (s - expected[c]) * (s - expected[c])).Sum();
        var observed = Unevenness(total) * (1 - Tolerance);
        if (Sums(blocks, conditions) is not { } sums)
        {
            return Drawn(blocks, conditions, observed, Unevenness, draws, seed);
        }

        var (p, most, atMost) = (0.0, -1.0, 0.0);
        foreach (var (key, share) in sums)
        {
            var u = Unevenness([.. key.Select(c => (int)c)]);
            p += u >= observed ? share : 0;
            if (u > most * (1 + Tolerance))
            {
                (most, atMost) = (u, 0);
            }

            atMost += u >= most * (1 - Tolerance) ? share : 0;
        }

        return new ExactResult(Math.Min(1, p), Math.Min(1, atMost), 0);
    }

    // The distribution of the totals, respondent by respondent; null where they are too many to keep. A key holds a total a condition.
    private static List<KeyValuePair<string, double>>? Sums(ImmutableArray<Block> blocks, int conditions)
    {
        var states = new Dictionary<string, double>(StringComparer.Ordinal) { [new string('\0', conditions)] = 1 };

        // Each arrangement of one alone gives a total of its own. Counted before they are listed, since half of 30 conditions have 155 million.
        if (blocks.Any(b => PermutationTest.Arrangements([b.Mentions, b.Asked.Length - b.Mentions]) > MostStates))
        {
            return null;
        }

        foreach (var block in blocks)
        {
            var arrangements = Arrangements(block);
            var next = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (key, share) in states)
            {
                foreach (var arrangement in arrangements)
                {
                    var totals = key.ToCharArray();
                    foreach (var c in arrangement)
                    {
                        totals[c]++;
                    }

                    var sum = new string(totals);
                    next[sum] = next.GetValueOrDefault(sum) + (share / arrangements.Count);
                }

                if (next.Count > MostStates)
                {
                    return null;
                }
            }

            states = next;
        }

        return [.. states.OrderBy(s => s.Key, StringComparer.Ordinal)];
    }

    private static List<ImmutableArray<int>> Arrangements(Block block)
    {
        var found = new List<ImmutableArray<int>>();
        void Choose(int from, ImmutableArray<int> chosen)
        {
            if (chosen.Length == block.Mentions)
            {
                found.Add(chosen);
                return;
            }

            for (var i = from; i < block.Asked.Length; i++)
            {
                Choose(i + 1, chosen.Add(block.Asked[i]));
            }
        }

        Choose(0, []);
        return found;
    }

    private static ExactResult Drawn(
        ImmutableArray<Block> blocks, int conditions, double observed, Func<IReadOnlyList<int>, double> unevenness, int draws, int seed)
    {
        var extreme = 0;
        var totals = new int[conditions];
        for (var run = 0; run < draws; run++)
        {
            Array.Clear(totals);
            var item = 0;
            foreach (var block in blocks)
            {
                int[] order = [.. block.Asked];
                for (var i = 0; i < block.Mentions; i++)
                {
                    var other = i + (int)(Draws.Of(seed, run, item++) * (order.Length - i));
                    (order[i], order[other]) = (order[other], order[i]);
                    totals[order[i]]++;
                }
            }

            extreme += unevenness(totals) >= observed ? 1 : 0;
        }

        return ExactResult.OfDraws(extreme, draws);
    }

    private readonly record struct Block(ImmutableArray<int> Asked, int Mentions);
}
