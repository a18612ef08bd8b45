using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Workspace;

/// <summary>Which comments are wanted. Null takes all; conditions are joined by "and".</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Respondent">The respondent, exactly as written.</param>
/// <param name="Year">The year.</param>
/// <param name="Skip">How many to pass over, at least 0.</param>
/// <param name="Take">How many to give at most, at least 0.</param>
public sealed record CommentFilter(string? Source = null, string? Respondent = null, int? Year = null, int Skip = 0, int Take = int.MaxValue);

/// <summary>A page of comments.</summary>
/// <param name="Comments">By source (ordinal), then by place.</param>
/// <param name="Total">How many comments fit the filter on all pages together.</param>
public sealed record CommentPage(ImmutableArray<Comment> Comments, int Total);
