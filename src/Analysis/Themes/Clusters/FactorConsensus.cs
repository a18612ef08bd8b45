namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>Groups of few comments by many factorizations: how often two comments fall together decides how near they are.</summary>
/// <remarks>
/// Every run leaves out some words and looks for another number of factors, so that no single choice decides (consensus clustering,
/// Monti et al. 2003). Where comments are few, words recur too seldom for <see cref="WordMixture"/>; a factorization of smoothed rows does better.
/// </remarks>
internal sealed class FactorConsensus
{
    private const double Smoothing = 0.3;
    private const int Iterations = 100;
    private const double Tolerance = 1e-3;
    private const double DroppedWords = 0.15;
    private const double FewestShare = 0.6;
    private const double MostShare = 1.5;

    private readonly Wordings _wordings;
    private readonly int[][] _runs;

    private FactorConsensus(Wordings wordings, int[][] runs) => (_wordings, _runs) = (wordings, runs);

    /// <summary>How many wordings take part: those of comments with words.</summary>
    public int Count => _wordings.Firsts.Length;

    /// <summary>The runs over all comments with words.</summary>
    /// <param name="words">The comments.</param>
    /// <param name="groups">About how many groups are wanted, at least 1.</param>
    /// <param name="runs">How many runs, at least 1.</param>
    /// <param name="seed">Seed of what each run leaves out.</param>
    /// <param name="progress">Hears the share done, 0 to 1; null where nobody listens.</param>
    public static FactorConsensus Of(ClusterWords words, int groups, int runs, int seed, Action<double>? progress)
    {
        var wordings = Wordings.Of(words);
        var own = ClusterWords.Of(words.Corpus, [.. wordings.Firsts.Select(first => words.Comments[first])]);
        var weights = own.Weights([.. Enumerable.Range(0, own.Count)]);
        var kanji = KanjiSimilarity.Of([.. own.Terms.Select(term => own.Corpus.Terms[term].Key)]);
        var features = TermSimilarity.Smooth(weights, TermSimilarity.Of(weights).Plus(kanji), Smoothing).WithUnitRows();
        var assignments = new int[runs][];
        var done = 0;
        Parallel.For(0, runs, run =>
        {
            assignments[run] = Run(features, groups, seed, run);
            progress?.Invoke((double)Interlocked.Increment(ref done) / runs);
        });
        return new FactorConsensus(wordings, assignments);
    }

    /// <summary>By comment its group, −1 where it has no words.</summary>
    /// <param name="groups">How many groups.</param>
    public int[] Cut(int groups)
    {
        var cut = AverageLinkage.Cut(AverageLinkage.Of(Together(_ => true), Count), Count, groups);
        return [.. _wordings.ByComment.Select(wording => wording < 0 ? -1 : cut[wording])];
    }

    /// <summary>Share of a group's pairs that fall together, mean over the runs; 0 for a single comment.</summary>
    /// <param name="members">Places of the comments.</param>
    public double Cohesion(IReadOnlyCollection<int> members)
    {
        int[] own = [.. members.Select(m => _wordings.ByComment[m]).Where(wording => wording >= 0)];
        var pairs = own.Length * (own.Length - 1L) / 2;
        return pairs == 0 ? 0 : _runs.Sum(run => own.CountBy(i => run[i]).Where(g => g.Key >= 0).Sum(g => g.Value * (g.Value - 1L) / 2)) / ((double)pairs * _runs.Length);
    }

    /// <summary>For each of some numbers of groups, the groupings of the two halves of the runs, halved in several ways.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="ways">In how many ways, at least 1.</param>
    public IReadOnlyList<(int[] One, int[] Other)>[] Halves(IReadOnlyList<int> numbers, int ways)
    {
        var trees = new (int First, int Second, double Height)[2 * ways][];
        Parallel.For(0, trees.Length, t => trees[t] = AverageLinkage.Of(Together(run => ((run >> (t / 2)) & 1) == t % 2), Count));
        return
        [
            .. numbers.Select(k => (IReadOnlyList<(int[], int[])>)
            [
                .. Enumerable.Range(0, ways).Select(w => (AverageLinkage.Cut(trees[2 * w], Count, k), AverageLinkage.Cut(trees[(2 * w) + 1], Count, k))),
            ]),
        ];
    }

    private static int[] Run(SparseMatrix features, int groups, int seed, int run)
    {
        var keep = new bool[features.Columns];
        for (var word = 0; word < keep.Length; word++)
        {
            keep[word] = Draws.Of(seed, run, word) >= DroppedWords;
        }

        var share = FewestShare + ((MostShare - FewestShare) * Draws.Of(seed, run, -1));
        var factors = Math.Max(1, (int)Math.Round(groups * share, MidpointRounding.AwayFromZero));
        return Factorization.Of(features.WithColumns(keep).WithUnitRows(), factors, Iterations, Tolerance).MainFactors();
    }

    // Share of the chosen runs in which two comments do not fall together, above the diagonal row by row.
    private float[] Together(Func<int, bool> isChosen)
    {
        var apart = new float[(long)Count * (Count - 1) / 2];
        int[][] chosen = [.. _runs.Where((_, run) => isChosen(run))];
        Parallel.For(0, Math.Max(0, Count - 1), i =>
        {
            var row = apart.AsSpan(AverageLinkage.Place(i, i + 1, Count), Count - i - 1);
            foreach (var run in chosen)
            {
                for (var j = 0; j < row.Length; j++)
                {
                    row[j] += run[i] >= 0 && run[i] == run[i + 1 + j] ? 0 : 1;
                }
            }

            for (var j = 0; j < row.Length; j++)
            {
                row[j] /= Math.Max(1, chosen.Length);
            }
        });
        return apart;
    }
}
