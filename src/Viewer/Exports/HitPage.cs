using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Exports;

/// <summary>A page of what a search found.</summary>
/// <param name="Total">How many comments match.</param>
/// <param name="Respondents">From how many respondents; null where unknown.</param>
/// <param name="Hits">Those of this page, in order.</param>
/// <param name="Facets">How all of them divide.</param>
public sealed record HitPage(int Total, int? Respondents, ImmutableArray<ShownHit> Hits, ImmutableArray<FacetCounts> Facets)
{
    /// <summary>How many of all of them say what another of them said; null where nobody looked.</summary>
    public int? Duplicates { get; init; }
}

/// <summary>A hit with its words.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Highlights">The stretches by which it matches.</param>
/// <param name="Score">BM25; 0 where another order was asked for.</param>
/// <param name="Themes">Ids of the comment's themes.</param>
public sealed record ShownHit(Comment Comment, ImmutableArray<TextSpan> Highlights, double Score, ImmutableArray<string> Themes)
{
    /// <summary>The title of the meeting where it was said; null for none.</summary>
    public string? Meeting { get; init; }

    /// <summary>Names of the comment's themes.</summary>
    public ImmutableArray<BilingualText> ThemeNames { get; init; } = [];
}
