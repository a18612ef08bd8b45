using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Clusters;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Themes.Discussions;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis;

/// <summary>The whole analysis: from what was read to what is shown.</summary>
public static class FeedbackAnalysis
{
    // From so many comments on the machine's memory is looked after.
    private const int Many = 20_000;

    /// <summary>What an analysis found, with words cut by Kuromoji.</summary>
    /// <param name="corpus">What was read; without comments the findings are empty.</param>
    /// <param name="codebook">The codes to apply.</param>
    /// <param name="lexicon">The words of the field.</param>
    /// <param name="options">How the analysis is made.</param>
    /// <param name="progress">Hears the stage and the share of it done, 0 to 1, from any thread; null where nobody listens.</param>
    /// <param name="decided">
    /// What people decided, by comment id: the coder learns from it, and it stands as it is; null where nobody has coded anything.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of range; the message names all that are.</exception>
    public static AnalysisFindings Run(
        CommentCorpus corpus,
        Codebook codebook,
        Lexicon lexicon,
        AnalysisOptions options,
        Action<AnalysisStage, double>? progress = null,
        IReadOnlyDictionary<string, CodedComment>? decided = null) =>
        Run(corpus, codebook, TextTerms.ByKuromoji(lexicon), options, progress, decided);

    /// <summary>What an analysis found.</summary>
    /// <remarks>
    /// The same corpus, codebook, lexicon and options give the same findings on every machine. The order of the rows changes nothing
    /// but places and ids.
    /// </remarks>
    /// <param name="corpus">What was read; without comments the findings are empty.</param>
    /// <param name="codebook">The codes to apply.</param>
    /// <param name="reader">The way from a text to its terms.</param>
    /// <param name="options">How the analysis is made.</param>
    /// <param name="progress">Hears the stage and the share of it done, 0 to 1, from any thread; null where nobody listens.</param>
    /// <param name="decided">
    /// What people decided, by comment id: the coder learns from it, and it stands as it is; null where nobody has coded anything.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of range; the message names all that are.</exception>
    public static AnalysisFindings Run(
        CommentCorpus corpus,
        Codebook codebook,
        TextTerms reader,
        AnalysisOptions options,
        Action<AnalysisStage, double>? progress = null,
        IReadOnlyDictionary<string, CodedComment>? decided = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(options);
        var failures = options.Failures();
        if (!failures.IsEmpty)
        {
            throw new ArgumentException(string.Join(' ', failures.Select(f => f.En)), nameof(options));
        }

        codebook = codebook.OnlyCodable();
        var (analysed, duplicates) = Duplicates.Separate(corpus.Comments);
        progress?.Invoke(AnalysisStage.Terms, 0);
        var order = CommentOrder.NumbersByWords(analysed);
        var terms = TokenizedCorpus.Of([.. order.Select(i => analysed[i])], reader, share => progress?.Invoke(AnalysisStage.Terms, share));
        progress?.Invoke(AnalysisStage.Terms, 1);
        CleanUp(analysed.Length);

        // Codes and groups know nothing of each other: what one does on one core leaves the others to the other.
        progress?.Invoke(AnalysisStage.Coding, 0);
        FoundThemes? all = null;
        var (codings, automatic) = (ImmutableArray<ImmutableArray<Coding>>.Empty, (AutoAcceptance?)null);
        AtOnce.Run(
            () =>
            {
                (codings, automatic) = Decision.Codings(
                    terms, Coder.Of(terms, codebook, reader), codebook, decided ?? ImmutableDictionary<string, CodedComment>.Empty, options);
                progress?.Invoke(AnalysisStage.Coding, 1);
            },
            () => all = FoundThemes.OfAll(terms, options, share => progress?.Invoke(AnalysisStage.Clusters, share / 2)));
        var found = all! with { NewThemes = FoundThemes.New(terms, [.. Enumerable.Range(0, codings.Length).Where(i => codings[i].IsEmpty)], options) };
        progress?.Invoke(AnalysisStage.Clusters, 1);
        CleanUp(analysed.Length);

        progress?.Invoke(AnalysisStage.Counts, 0);
        var denominators = Denominators.Of(corpus);
        ImmutableArray<AnalysedComment> comments = [];
        ImmutableArray<ClusterFinding> newThemes = [];
        var (clusters, tree) = (ImmutableArray<ClusterFinding>.Empty, (ClusterNode?)null);
        AtOnce.Run(
            () => comments = Together(analysed, order, codings, found),
            () => (clusters, tree) = ClusterCounts.WithTree(found, terms, denominators, options.WeakCohesion),
            () => newThemes = ClusterCounts.Of(found.NewThemes, terms, denominators, options.WeakCohesion));
        Ledger? ledger = null;
        ImmutableArray<ThemeFinding> themes = [];
        AtOnce.Run(
            () => ledger = LedgerCount.Of(corpus, comments, duplicates),
            () => themes = ThemeCounts.Of(codebook, comments, terms, denominators));
        var findings = new AnalysisFindings(
            options,
            corpus,
            codebook,
            ledger!,
            denominators.Respondents,
            denominators.Years,
            comments,
            duplicates,
            themes,
            clusters)
        {
            Automatic = automatic,
            NewThemes = newThemes,
            Curve = found.Curve,
            Hierarchy = tree,
            Map = found.Map,
            Terms = terms,
        };
        var authors = AuthorTexts.Coded(findings, reader, decided ?? ImmutableDictionary<string, CodedComment>.Empty);
        findings = findings with { Discussions = DiscussionComparison.Of(findings, authors), Tables = ThemeTables.Of(findings, authors) };
        progress?.Invoke(AnalysisStage.Counts, 1);
        return findings;
    }

    // What a stage leaves behind lies about until the runtime finds the time: a tenth of the memory at its fullest, for a hundredth of the time.
    private static void CleanUp(int comments)
    {
        if (comments >= Many)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        }
    }

    // By source and place, as the comments came; codings and clusters are in the order of the words.
    private static ImmutableArray<AnalysedComment> Together(
        ImmutableArray<Comment> comments, ImmutableArray<int> order, ImmutableArray<ImmutableArray<Coding>> codings, FoundThemes found)
    {
        if (comments.IsEmpty)
        {
            return [];
        }

        var clusterOf = Numbers(comments.Length, found.Clusters);
        var newThemeOf = Numbers(comments.Length, found.NewThemes);
        var analysed = new AnalysedComment[comments.Length];
        Parallel.ForEach(Partitioner.Create(0, comments.Length), range =>
        {
            var headings = new Dictionary<string, HeadingSides>(StringComparer.Ordinal);
            for (var i = range.Item1; i < range.Item2; i++)
            {
                var comment = comments[order[i]];
                analysed[order[i]] = new AnalysedComment(comment, codings[i], CommentTypes.Of(comment, headings), clusterOf[i]) { NewTheme = newThemeOf[i] };
            }
        });
        return ImmutableCollectionsMarshal.AsImmutableArray(analysed);
    }

    private static int?[] Numbers(int comments, ImmutableArray<Cluster> clusters)
    {
        var numbers = new int?[comments];
        for (var c = 0; c < clusters.Length; c++)
        {
            foreach (var member in clusters[c].Members)
            {
                numbers[member] = c + 1;
            }
        }

        return numbers;
    }
}
