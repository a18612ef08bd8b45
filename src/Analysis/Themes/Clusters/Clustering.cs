using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Groups comments that use the same words, without a codebook.</summary>
/// <remarks>
/// Two ways, by how often words recur: a mixture of word distributions where they do, a consensus of factorizations of smoothed rows where they
/// seldom do. See docs/methods/clusters.md.
/// </remarks>
public sealed class Clustering
{
    // A word of a mixture must come again to be learnt: so many uses a word, on average.
    private const double FewestUses = 3;

    // The consensus compares all pairs.
    private const int MostPairwise = 1500;
    private const int MostFitted = 8000;
    private const int MostOnCurve = 1200;
    private const int Fits = 4;
    private const int Rounds = 20;

    // The likeliest fits go on, the fewer comments the longer.
    private const int GoingOn = 2;
    private const int FewestMore = 60;
    private const int MostMore = 300;
    private const int CommentsMore = FewestMore * MostFitted;
    private const int CurveRounds = 25;
    private const int CurveFits = 3;
    private const int HalvingWays = 4;
    private const double CurveShare = 0.8;
    private const int ShortestMedoid = 15;
    private const int LongestMedoid = 80;

    private readonly ClusterWords _words;
    private readonly int _seed;
    private readonly FactorConsensus? _consensus;
    private readonly int[] _sample;
    private readonly int _groups;

    private Clustering(ClusterWords words, int groups, int seed, FactorConsensus? consensus, int[] sample) =>
        (_words, _groups, _seed, _consensus, _sample) = (words, groups, seed, consensus, sample);

    /// <summary>The words that it looks at.</summary>
    public ClusterWords Words => _words;

    /// <summary>Makes ready to group comments.</summary>
    /// <param name="words">The comments, in an order that does not depend on the order they were read in.</param>
    /// <param name="clusters">Groups that are wanted, at least 1.</param>
    /// <param name="runs">Runs of the consensus, at least 1; a mixture needs no more than four fits.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="progress">Hears the share done, 0 to 1; null where nobody listens.</param>
    public static Clustering Of(ClusterWords words, int clusters, int runs, int seed, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var sample = words.Sample(MostFitted);
        var isMixture = sample.Length > MostPairwise || words.Uses >= FewestUses * words.Terms.Length;
        return isMixture
            ? new Clustering(words, clusters, seed, null, sample)
            : new Clustering(words, clusters, seed, FactorConsensus.Of(words, clusters, runs, seed, progress), sample);
    }

    /// <summary>The groups of a whole corpus.</summary>
    /// <param name="corpus">The comments, in an order that does not depend on the order they were read in.</param>
    /// <param name="clusters">Groups to look for, at least 1; empty ones are dropped.</param>
    /// <param name="runs">Runs behind the groups and their cohesion, at least 1.</param>
    /// <param name="seed">Seed of the runs' draws.</param>
    public static ImmutableArray<Cluster> Of(TokenizedCorpus corpus, int clusters, int runs, int seed) =>
        Of(ClusterWords.Of(corpus), clusters, runs, seed).Clusters();

    /// <summary>The groups.</summary>
    /// <returns>Groups by size (descending), ties by their first comment; a comment without telling words is in none.</returns>
    public ImmutableArray<Cluster> Clusters()
    {
        if (_sample.Length == 0)
        {
            return [];
        }

        var fits = _consensus is null ? Fit() : [];
        var main = _consensus?.Cut(_groups) ?? fits[0].Assign(_words);
        var others = new int[Math.Max(0, fits.Length - 1)][];
        Parallel.For(0, others.Length, fit => others[fit] = fits[fit + 1].Assign(_words, _sample));
        var inSample = new int[_words.Count];
        Array.Fill(inSample, -1);
        for (var s = 0; s < _sample.Length; s++)
        {
            inSample[_sample[s]] = s;
        }

        var groups = Members(main).OrderByDescending(m => m.Length).ThenBy(m => m[0]).ToList();
        var described = new Cluster[groups.Count];
        Parallel.For(0, groups.Count, g => described[g] = new Cluster(
            Ordered(groups[g]),
            _consensus?.Cohesion(groups[g]) ?? Cohesion([.. groups[g].Select(m => inSample[m]).Where(s => s >= 0)], others)));
        return [.. described];
    }

    /// <summary>For each of some numbers of groups, pairs of groupings of the same comments, made from different parts of the data.</summary>
    /// <param name="numbers">The numbers, each at least 1.</param>
    internal IReadOnlyList<(int[] One, int[] Other)>[] Rivals(IReadOnlyList<int> numbers)
    {
        if (_consensus is not null)
        {
            return _consensus.Halves(numbers, HalvingWays);
        }

        var few = Few();
        var rivals = new IReadOnlyList<(int[] One, int[] Other)>[numbers.Count];
        Parallel.For(0, numbers.Count, n =>
        {
            var fits = Enumerable.Range(0, CurveFits).Select(fit =>
            {
                int[] part = [.. few.Where((_, s) => Draws.Of(_seed, fit, s) < CurveShare)];
                return WordMixture.Fit(_words, part, numbers[n], CurveRounds, Seed(fit)).Assign(_words, few);
            }).ToList();
            rivals[n] = [.. from a in Enumerable.Range(0, CurveFits) from b in Enumerable.Range(a + 1, CurveFits - a - 1) select (fits[a], fits[b])];
        });
        return rivals;
    }

    /// <summary>How many comments <see cref="Rivals"/> looks at.</summary>
    internal int OnCurve => _consensus?.Count ?? Few().Length;

    private int[] Few() => _sample.Length <= MostOnCurve ? _sample : [.. _words.Sample(MostOnCurve)];

    private ulong Seed(int fit) => ((ulong)(uint)_seed << 32) | (uint)fit;

    // The likeliest first.
    private WordMixture[] Fit()
    {
        var fits = new WordMixture[Fits];
        Parallel.For(0, Fits, fit => fits[fit] = WordMixture.Fit(_words, _sample, _groups, Rounds, Seed(fit)));
        fits = [.. fits.OrderByDescending(f => f.LogLikelihood)];
        var more = Math.Clamp(CommentsMore / _sample.Length, FewestMore, MostMore);
        Parallel.For(0, GoingOn, fit => fits[fit].GoOn(more));
        return [.. fits.OrderByDescending(f => f.LogLikelihood)];
    }

    // By group its comments, ascending; without empty groups.
    private static List<int[]> Members(int[] assignment)
    {
        var counts = new int[assignment.DefaultIfEmpty(-1).Max() + 1];
        foreach (var group in assignment)
        {
            if (group >= 0)
            {
                counts[group]++;
            }
        }

        var members = Array.ConvertAll(counts, count => new int[count]);
        Array.Clear(counts);
        for (var i = 0; i < assignment.Length; i++)
        {
            if (assignment[i] is >= 0 and var group)
            {
                members[group][counts[group]++] = i;
            }
        }

        return [.. members.Where(m => m.Length > 0)];
    }

    private static double Cohesion(int[] members, int[][] assignments)
    {
        var pairs = members.Length * (members.Length - 1L) / 2;
        return pairs == 0 ? 0 : assignments.Sum(a => members.CountBy(m => a[m]).Sum(g => g.Value * (g.Value - 1L) / 2)) / ((double)pairs * assignments.Length);
    }

    private ImmutableArray<int> Ordered(int[] members)
    {
        var sum = new double[_words.Terms.Length];
        foreach (var member in members)
        {
            _words.AddTo(member, sum);
        }

        var medoid = members[0];
        var (best, isFit) = (double.NegativeInfinity, false);
        foreach (var member in members)
        {
            var nearness = Math.Round(_words.Dot(member, sum), 9);
            var fits = _words.Corpus.Comments[_words.Comments[member]].Comment.Text.Length is >= ShortestMedoid and <= LongestMedoid;
            if ((fits && !isFit) || (fits == isFit && nearness > best))
            {
                (medoid, best, isFit) = (member, nearness, fits);
            }
        }

        Array.Clear(sum);
        _words.AddTo(medoid, sum);
        int[] order = [.. members];
        var distances = Array.ConvertAll(order, m => m == medoid ? -2 : -Math.Round(_words.Dot(m, sum), 9));
        Array.Sort(distances, order);
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && distances[end] == distances[start])
            {
                end++;
            }

            Array.Sort(order, start, end - start);
            start = end;
        }

        return [.. order.Select(m => _words.Comments[m])];
    }
}
