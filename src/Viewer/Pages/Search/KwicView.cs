using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Pages.Search;

/// <summary>A match with what stands left and right of it, as the page shows it.</summary>
/// <param name="Comment">The comment.</param>
/// <param name="Left">What stands left, as much as a line shows.</param>
/// <param name="Match">The match.</param>
/// <param name="Right">What stands right.</param>
public sealed record KwicView(Comment Comment, string Left, string Match, string Right);
