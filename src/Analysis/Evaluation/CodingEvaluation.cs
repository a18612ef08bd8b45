using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Analysis.Statistics.Intervals;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Evaluation;

/// <summary>What a comparison with a person's coding says of the program.</summary>
/// <param name="Untaught">By the codebook alone.</param>
/// <param name="UntaughtIntervals">Where its scores lie, 95 %, by resampling comments.</param>
/// <param name="Taught">Mean over the splits, of the comments that the coder did not learn from.</param>
/// <param name="TaughtIntervals">Where the splits' scores lie, from the 2.5th to the 97.5th percentile.</param>
/// <param name="ByCode">Each code by the codebook alone, with its kappa.</param>
/// <param name="BySureness">Share that is right of the surest 10, 20, … 100 %: by the codebook alone, and taught.</param>
/// <param name="Curve">Micro-F1 of all comments as more of them are coded by the person: in random order, and the least certain first.</param>
/// <param name="Confusions">Codes given for another, most frequent first.</param>
/// <param name="Types">Each type of comment: person (first) against program (second).</param>
/// <param name="Clusters">Agreement of the clusters with the main codes, k = 8 to 14; empty where there are too few comments.</param>
public sealed record CodingEvaluation(
    CodingScores Untaught,
    ScoreIntervals UntaughtIntervals,
    CodingScores Taught,
    ScoreIntervals TaughtIntervals,
    ImmutableArray<CodeAgreement> ByCode,
    ImmutableArray<SurenessPoint> BySureness,
    ImmutableArray<CurvePoint> Curve,
    ImmutableArray<Confusion> Confusions,
    ImmutableArray<(CommentType Type, CohenKappa Agreement)> Types,
    ImmutableArray<ClusterAgreement> Clusters)
{
    private const int FewestClusters = 8;
    private const int MostClusters = 14;
    private const int CurveSteps = 9;

    /// <summary>Measures the program by coded comments.</summary>
    /// <param name="gold">The comments.</param>
    /// <param name="codebook">The codes that they were coded with; those that only hold others together are never given, as in an analysis.</param>
    /// <param name="reader">The way from a text to its terms.</param>
    /// <param name="options">How.</param>
    public static CodingEvaluation Of(ImmutableArray<GoldComment> gold, Codebook codebook, TextTerms reader, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Splits, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Resamples, 1, nameof(options));
        codebook = codebook.OnlyCodable();
        var place = new Place(1, 1);
        var corpus = TokenizedCorpus.Of(
            [.. gold.Select(g => new Comment(g.Id, string.Empty, CommentKind.Answer, g.Respondent, null, null, null, place, g.Text, []))], reader);
        var coder = Coder.Of(corpus, codebook, reader);
        var rules = RuleCoding.Of([.. corpus.Comments.Select(c => c.Comment)], codebook);
        ImmutableArray<CommentProposal> Propose(IReadOnlyDictionary<int, CodedComment> decided) =>
            rules.Apply(coder.Propose(decided, options.MostCodes), decided, options.MostCodes);
        var untaught = Pairs(gold, Propose(ImmutableDictionary<int, CodedComment>.Empty), Enumerable.Range(0, gold.Length));
        var splits = Enumerable.Range(0, options.Splits).Select(split => Split(gold, Propose, options, split)).ToList();
        var taught = splits.ConvertAll(CodingScores.Of);
        return new CodingEvaluation(
            CodingScores.Of(untaught),
            Resampling.Intervals(untaught, options.Resamples, options.Seed),
            Resampling.Mean(taught),
            Resampling.Of(taught),
            Resampling.ByCode(untaught, options.Resamples, options.Seed),
            [
                .. Enumerable.Range(1, 10).Select(tenth => new SurenessPoint(
                    tenth / 10.0,
                    CodingScores.SurestRight(untaught, tenth / 10.0),
                    Resampling.MeanOf(splits.Select(s => CodingScores.Surest(s, tenth / 10.0))))),
            ],
            LearningCurve.Of(gold, Propose, options, CurveSteps),
            Confusion.Of(untaught),
            Resampling.TypesOf(gold, corpus),
            ClustersOf(gold, reader, options.Seed));
    }

    internal static CodedComment Decided(GoldComment comment) => new(comment.Codes, [], IsComplete: true);

    internal static List<CodedPair> Pairs(ImmutableArray<GoldComment> gold, ImmutableArray<CommentProposal> proposals, IEnumerable<int> comments) =>
    [
        .. comments.Select(i => new CodedPair(
            gold[i].Codes, gold[i].Primary, [.. proposals[i].Codings.Select(c => c.Code)], [.. proposals[i].Offered.Select(c => c.Code)], proposals[i].Margin)),
    ];

    // The comments that the coder did not learn from.
    private static List<CodedPair> Split(
        ImmutableArray<GoldComment> gold, Func<IReadOnlyDictionary<int, CodedComment>, ImmutableArray<CommentProposal>> propose, EvaluationOptions options, int split)
    {
        var order = Enumerable.Range(0, gold.Length).OrderBy(i => Draws.Of(options.Seed, split, i)).ToList();
        var learnt = (int)Math.Round(gold.Length * options.Share, MidpointRounding.AwayFromZero);
        var decided = order.Take(learnt).ToDictionary(i => i, i => Decided(gold[i]));
        return Pairs(gold, propose(decided), order.Skip(learnt));
    }

    private static ImmutableArray<ClusterAgreement> ClustersOf(ImmutableArray<GoldComment> gold, TextTerms reader, int seed) =>
        gold.Length < MostClusters || gold.All(g => g.Primary is null)
            ? []
            : ClusterEvaluation.Agreements(
                [.. gold.Select(g => (g.Text, g.Primary ?? string.Empty))],
                Enumerable.Range(FewestClusters, MostClusters - FewestClusters + 1),
                reader,
                seed);
}

/// <summary>How often the surest share of the comments is right.</summary>
/// <param name="Share">The share, 0 to 1.</param>
/// <param name="Right">How many of them have a right best offer, by the codebook alone.</param>
/// <param name="Taught">Share of them whose best offer is right after learning, mean over the splits; null where there are none.</param>
public sealed record SurenessPoint(double Share, DocumentFrequency Right, double? Taught)
{
    /// <summary>Share whose best offer is right, by the codebook alone; null where there are none.</summary>
    public double? Untaught => Right.Of == 0 ? null : (double)Right.Count / Right.Of;

    /// <summary>Its interval at 95 % (Clopper and Pearson); null with it.</summary>
    public Interval? UntaughtInterval => Right.Of == 0 ? null : ShareInterval.ClopperPearson(Right.Count, Right.Of);
}

/// <summary>Where scores lie, 95 %; null where a score cannot be told.</summary>
/// <param name="MicroF1">Micro-F1.</param>
/// <param name="MacroF1">Macro-F1.</param>
/// <param name="TopOne">Best offer is the main code.</param>
/// <param name="TopThree">The main code is among three.</param>
/// <param name="SureFifth">The surest fifth is right.</param>
public sealed record ScoreIntervals(Interval? MicroF1, Interval? MacroF1, Interval? TopOne, Interval? TopThree, Interval? SureFifth);

/// <summary>How good the coding of all comments is when a person has coded some of them.</summary>
/// <param name="Coded">How many the person has coded.</param>
/// <param name="Random">Micro-F1 of the others, coded in random order (mean over the splits).</param>
/// <param name="RandomRange">The lowest and the highest of the splits.</param>
/// <param name="LeastCertainFirst">Micro-F1 of the others, coded the least certain first.</param>
public sealed record CurvePoint(int Coded, double Random, Interval RandomRange, double LeastCertainFirst);

/// <summary>A code that the program gives where the person has another.</summary>
/// <param name="Gold">The person's code that is not given.</param>
/// <param name="Given">The program's code that is not right.</param>
/// <param name="Comments">In how many comments.</param>
public sealed record Confusion(string Gold, string Given, int Comments)
{
    /// <summary>The confusions, most frequent first, then ordinal order.</summary>
    /// <param name="pairs">The comments.</param>
    public static ImmutableArray<Confusion> Of(IReadOnlyList<CodedPair> pairs) =>
    [
        .. pairs
            .SelectMany(p => p.Gold.Except(p.Given).SelectMany(g => p.Given.Except(p.Gold).Select(w => (g, w))))
            .CountBy(c => c)
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key.g, StringComparer.Ordinal).ThenBy(c => c.Key.w, StringComparer.Ordinal)
            .Select(c => new Confusion(c.Key.g, c.Key.w, c.Value)),
    ];
}

/// <summary>How far clusters agree with the person's main codes.</summary>
/// <param name="Clusters">How many were asked for.</param>
/// <param name="AdjustedRand">Adjusted Rand index.</param>
/// <param name="Information">Normalized mutual information.</param>
public sealed record ClusterAgreement(int Clusters, double AdjustedRand, double Information);
