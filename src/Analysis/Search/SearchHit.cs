using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Search;

/// <summary>A comment that matches a query.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Highlights">The stretches of its untouched text that match, in order, without overlap; empty where only exclusions were asked for.</param>
/// <param name="Score">BM25, at least 0; comparable within one search only.</param>
public sealed record SearchHit(Comment Comment, ImmutableArray<TextSpan> Highlights, double Score);
