using System.Collections.Immutable;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Findings;

/// <summary>What an analysis found: everything that a report, a chart or an export shows.</summary>
/// <param name="Options">The options it was made with.</param>
/// <param name="Corpus">What was read.</param>
/// <param name="Codebook">The codebook that was applied.</param>
/// <param name="Ledger">Where every row went.</param>
/// <param name="Respondents">Every respondent asked, whether or not it answered with words; ordinal order. The denominator of respondents.</param>
/// <param name="Years">Every year among the comments, ascending.</param>
/// <param name="Comments">The comments analysed, by source, then by place.</param>
/// <param name="Duplicates">Comments set aside because the same respondent (or nobody known) said the same, in the same year, to the same question.</param>
/// <param name="Themes">One a code, by respondents, then comments (descending), then the codebook's order.</param>
/// <param name="Clusters">Groups found in all comments analysed, largest first.</param>
public sealed record AnalysisFindings(
    AnalysisOptions Options,
    CommentCorpus Corpus,
    Codebook Codebook,
    Ledger Ledger,
    ImmutableArray<string> Respondents,
    ImmutableArray<int> Years,
    ImmutableArray<AnalysedComment> Comments,
    ImmutableArray<DuplicateComment> Duplicates,
    ImmutableArray<ThemeFinding> Themes,
    ImmutableArray<ClusterFinding> Clusters)
{
    /// <summary>What was taken as accepted unseen; null where nobody asked for it.</summary>
    public AutoAcceptance? Automatic { get; init; }

    /// <summary>What the sources' own discussions name, one a source that has one.</summary>
    public ImmutableArray<SourceDiscussion> Discussions { get; init; } = [];

    /// <summary>Groups found among the comments that fit no code: possible new themes, largest first.</summary>
    public ImmutableArray<ClusterFinding> NewThemes { get; init; } = [];

    /// <summary>How well other numbers of clusters would hold; null where nobody looked.</summary>
    public ClusterCurve? Curve { get; init; }

    /// <summary>The clusters joined step by step until one is left; null where there are fewer than two.</summary>
    public ClusterNode? Hierarchy { get; init; }

    /// <summary>The map of the comments; null where there are too few.</summary>
    public CommentMap? Map { get; init; }

    /// <summary>Numbers of the sources' tables that stand beside a theme, one a theme that has such a table.</summary>
    public ImmutableArray<ThemeTable> Tables { get; init; } = [];

    /// <summary>The comments with their terms, by what is said; null where the words are no longer those that were analysed.</summary>
    public TokenizedCorpus? Terms { get; init; }

    /// <summary>
    /// Whether comments are counted in the first place, and not respondents: nobody known was asked, or one or two were and most comments are of nobody asked, so that 1 of 1 would stand for all.
    /// </summary>
    public bool CountsComments => Respondents.IsEmpty
        || (Respondents.Length < SmallNumbers.FewestOfMany && 2 * Comments.Count(c => c.Comment.AskedRespondent is null) > Comments.Length);
}

/// <summary>A count with its denominator.</summary>
/// <param name="Count">How many mention it; 0 ≤ Count ≤ Of.</param>
/// <param name="Of">Out of how many.</param>
public readonly record struct DocumentFrequency(int Count, int Of);

/// <summary>A stretch of a comment's untouched text.</summary>
/// <param name="Start">First UTF-16 code unit, 0-based.</param>
/// <param name="End">The code unit after the last; Start &lt; End.</param>
public readonly record struct TextSpan(int Start, int End);

/// <summary>A comment with what the analysis said of it.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Codings">Its codes, best first; empty where none fits.</param>
/// <param name="Types">要望, 懸念, 質問 … by cues of grammar; may be empty.</param>
/// <param name="Cluster">Number of its <see cref="ClusterFinding"/>; null where it belongs to none.</param>
public sealed record AnalysedComment(
    Comment Comment,
    ImmutableArray<Coding> Codings,
    ImmutableArray<CommentType> Types,
    int? Cluster)
{
    /// <summary>Number of its <see cref="ClusterFinding"/> among <see cref="AnalysisFindings.NewThemes"/>; null where it belongs to none.</summary>
    public int? NewTheme { get; init; }
}

/// <summary>A comment × code, with its evidence.</summary>
/// <param name="Code">The code's id.</param>
/// <param name="Score">Similarity to the code's prototype, 0 to 1, rounded to four decimals; 0 where a person saw what the program did not.</param>
/// <param name="Evidence">The stretches that decided it, in order, without overlap.</param>
public sealed record Coding(string Code, double Score, ImmutableArray<TextSpan> Evidence)
{
    /// <summary>What was decided of it; a proposal where nobody has looked.</summary>
    public CodingState State { get; init; }

    /// <summary>The rule of the codebook that gave it, as written there; null where the code's prototype or a person did.</summary>
    public string? Rule { get; init; }

    /// <summary>Whether it is a proposal that was taken as accepted unseen, since the user asked for that.</summary>
    public bool IsAutomatic { get; init; }
}

/// <summary>A comment set aside as a duplicate.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Original">Id of the comment that was analysed in its stead.</param>
public sealed record DuplicateComment(Comment Comment, string Original);

/// <summary>What a comment does, by its grammar.</summary>
public enum CommentType
{
    /// <summary>要望.</summary>
    Request,

    /// <summary>懸念.</summary>
    Concern,

    /// <summary>課題.</summary>
    Issue,

    /// <summary>メリット.</summary>
    Merit,

    /// <summary>質問.</summary>
    Question,

    /// <summary>事実.</summary>
    Fact,
}
