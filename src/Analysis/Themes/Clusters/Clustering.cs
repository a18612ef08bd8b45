using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Groups comments that use words of the same company, without a codebook.</summary>
/// <remarks>The pipeline of docs/methods/clusters.md: words, weights, smoothing, factorization, and many runs that show what holds.</remarks>
public static class Clustering
{
    private const double MostCommonWord = 0.3;
    private const double Smoothing = 0.3;
    private const int Iterations = 400;
    private const int RunIterations = 100;
    private const double Tolerance = 1e-4;
    private const double RunTolerance = 1e-3;
    private const double DroppedTerms = 0.15;
    private const double FewestShare = 0.8;
    private const double MostShare = 1.4;

    // Beyond this many comments the runs are made fewer in proportion, so that the time grows no faster than the comments.
    private const int ManyComments = 1000;
    private const int LeastRuns = 5;

    /// <summary>The groups of a corpus.</summary>
    /// <param name="corpus">The comments, in an order that does not depend on the order they were read in.</param>
    /// <param name="clusters">Groups to look for, at least 1; empty ones are dropped.</param>
    /// <param name="runs">Runs behind the cohesion, at least 1; fewer beyond 1,000 comments (in proportion, at least 5).</param>
    /// <param name="seed">Seed of the runs' draws.</param>
    /// <param name="progress">Hears the share done, 0 to 1; null where nobody listens.</param>
    /// <returns>Groups by size (descending), ties by their first comment; a comment without telling words is in none.</returns>
    public static ImmutableArray<Cluster> Of(TokenizedCorpus corpus, int clusters, int runs, int seed, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(runs, 1);
        var n = corpus.Comments.Length;
        var rarest = n >= ManyComments ? 3 : 1;
        var weights = TermWeighting.Words(corpus, MostCommonWord, rarest);
        var features = TermSimilarity.Smooth(weights, TermSimilarity.Of(weights), Smoothing).WithUnitRows();
        var main = Assign(Factorization.Of(features, clusters, Iterations, Tolerance));
        var count = n <= ManyComments ? runs : Math.Max(Math.Min(runs, LeastRuns), (int)((long)runs * ManyComments / n));
        var assignments = new int[count][];
        var done = 0;
        Parallel.For(0, count, run =>
        {
            assignments[run] = Run(features, clusters, seed, run);
            progress?.Invoke((double)Interlocked.Increment(ref done) / count);
        });

        return
        [
            .. Enumerable.Range(0, n)
                .Where(i => main[i] >= 0)
                .GroupBy(i => main[i])
                .Select(g => g.ToImmutableArray())
                .OrderByDescending(m => m.Length)
                .ThenBy(m => m[0])
                .Select(m => Describe(m, features, corpus, assignments)),
        ];
    }

    private static int[] Run(SparseMatrix features, int clusters, int seed, int run)
    {
        var keep = new bool[features.Columns];
        for (var term = 0; term < keep.Length; term++)
        {
            keep[term] = Draws.Of(seed, run, term) >= DroppedTerms;
        }

        var share = FewestShare + ((MostShare - FewestShare) * Draws.Of(seed, run, -1));
        var factors = Math.Max(1, (int)Math.Round(clusters * share, MidpointRounding.AwayFromZero));
        return Assign(Factorization.Of(features.WithColumns(keep).WithUnitRows(), factors, RunIterations, RunTolerance));
    }

    // The factor that carries most of a comment: weight × length of the factor's terms. −1 where none carries anything.
    private static int[] Assign(NonNegativeFactors factors)
    {
        var k = factors.Columns.Length == 0 ? 0 : factors.Columns[0].Length;
        var lengths = new double[k];
        foreach (var term in factors.Columns)
        {
            for (var f = 0; f < k; f++)
            {
                lengths[f] += term[f] * term[f];
            }
        }

        var assignment = new int[factors.Rows.Length];
        for (var i = 0; i < assignment.Length; i++)
        {
            var best = 0.0;
            assignment[i] = -1;
            for (var f = 0; f < k; f++)
            {
                var carried = factors.Rows[i][f] * Math.Sqrt(lengths[f]);
                if (carried > best)
                {
                    (best, assignment[i]) = (carried, f);
                }
            }
        }

        return assignment;
    }

    private static Cluster Describe(ImmutableArray<int> members, SparseMatrix features, TokenizedCorpus corpus, int[][] assignments)
    {
        var sum = new double[features.Columns];
        foreach (var member in members)
        {
            Add(features, member, sum);
        }

        var central = members.OrderByDescending(m => Math.Round(features.Dot(m, sum), 9)).ThenBy(m => m).ToList();
        var medoid = central.AsEnumerable().FirstOrDefault(m => corpus.Comments[m].Comment.Text.Length is >= 15 and <= 80, central[0]);
        Array.Clear(sum);
        Add(features, medoid, sum);
        return new Cluster(
            [.. members.OrderByDescending(m => m == medoid ? 2 : Math.Round(features.Dot(m, sum), 9)).ThenBy(m => m)],
            Cohesion(members, assignments));
    }

    private static void Add(SparseMatrix features, int row, double[] sum)
    {
        var columns = features.ColumnsOf(row);
        var values = features.ValuesOf(row);
        for (var p = 0; p < columns.Length; p++)
        {
            sum[columns[p]] += values[p];
        }
    }

    private static double Cohesion(ImmutableArray<int> members, int[][] assignments)
    {
        var pairs = members.Length * (members.Length - 1L) / 2;
        if (pairs == 0)
        {
            return 0;
        }

        var together = assignments.Sum(a => members
            .Where(m => a[m] >= 0)
            .GroupBy(m => a[m])
            .Sum(g => g.Count() * (g.Count() - 1L) / 2));
        return together / ((double)pairs * assignments.Length);
    }
}

/// <summary>A group of comments.</summary>
/// <param name="Members">Indexes of its comments in the corpus: the medoid first, then by nearness to it, ties in the corpus's order.</param>
/// <param name="Cohesion">Share of its pairs that stay together over the runs, 0 to 1; 0 for a single comment.</param>
public sealed record Cluster(ImmutableArray<int> Members, double Cohesion);
