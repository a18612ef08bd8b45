using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Themes.Clusters;

/// <summary>What is found in comments without a codebook.</summary>
/// <param name="Clusters">Groups of all comments.</param>
/// <param name="Joins">How the clusters join, see <see cref="ClusterTree"/>.</param>
/// <param name="Curve">How well other numbers of clusters would hold.</param>
/// <param name="NewThemes">Groups of the comments that no code covers.</param>
/// <param name="Map">The picture of the comments; null where there are too few.</param>
public sealed record FoundThemes(
    ImmutableArray<Cluster> Clusters,
    ImmutableArray<(int First, int Second, double Similarity)> Joins,
    ClusterCurve Curve,
    ImmutableArray<Cluster> NewThemes,
    CommentMap? Map)
{
    private const int Decimals = 4;

    /// <summary>What is found.</summary>
    /// <param name="corpus">The comments, in an order that does not depend on the order they were read in.</param>
    /// <param name="uncovered">Indexes of the comments that no code covers, ascending.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Hears the share done, 0 to 1; null where nobody listens.</param>
    public static FoundThemes Of(TokenizedCorpus corpus, IReadOnlyList<int> uncovered, AnalysisOptions options, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(uncovered);
        return OfAll(corpus, options, progress) with { NewThemes = New(corpus, uncovered, options) };
    }

    /// <summary>What is found in all comments, whatever codes cover them; no new themes.</summary>
    /// <param name="corpus">The comments, in an order that does not depend on the order they were read in.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Hears the share done, 0 to 1; null where nobody listens.</param>
    public static FoundThemes OfAll(TokenizedCorpus corpus, AnalysisOptions options, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(options);
        var words = ClusterWords.Of(corpus);
        var clustering = Clustering.Of(words, options.ClustersFor(words.Count), options.Runs, options.Seed, share => progress?.Invoke(share / 2));
        ImmutableArray<Cluster> clusters = [];
        ClusterCurve? curve = null;
        CommentMap? map = null;
        Parallel.Invoke(
            () => clusters = clustering.Clusters(),
            () => map = CommentPlaces.Of(words) is { } places ? MapOf(words, places) : null,
            () => curve = StabilityCurve.Of(clustering, options.MostTried));
        return new FoundThemes(clusters, ClusterTree.Of(words, clusters), curve!, [], map);
    }

    /// <summary>Groups of the comments that no code covers; a group of one comment is no theme.</summary>
    /// <param name="corpus">The comments, as above.</param>
    /// <param name="uncovered">Indexes of the comments that no code covers, ascending.</param>
    /// <param name="options">How.</param>
    public static ImmutableArray<Cluster> New(TokenizedCorpus corpus, IReadOnlyList<int> uncovered, AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(uncovered);
        ArgumentNullException.ThrowIfNull(options);
        return
        [
            .. Clustering.Of(ClusterWords.Of(corpus, uncovered), options.NewThemesFor(uncovered.Count), options.Runs, options.Seed)
                .Clusters()
                .Where(c => c.Members.Length > 1),
        ];
    }

    private static CommentMap MapOf(ClusterWords words, CommentPlaces places)
    {
        var distortion = MapDistortion.Of(words, places);
        return new CommentMap(
            [
                .. Enumerable.Range(0, words.Count).Where(i => places.Places[i] is not null).Select(i => new MapPlace(
                    words.Corpus.Comments[words.Comments[i]].Comment.Id,
                    Math.Round(places.Places[i]!.Value.X, Decimals),
                    Math.Round(places.Places[i]!.Value.Y, Decimals))),
            ],
            distortion.Trustworthiness,
            distortion.Kept,
            distortion.Neighbours,
            distortion.Measured);
    }
}
