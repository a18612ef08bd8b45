using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>Comments of one source that one respondent or speaker gave, that one meeting noted, or that name nobody.</summary>
/// <param name="Anchor">Where the report lists them.</param>
/// <param name="Speaker">Who said them; null where unknown.</param>
/// <param name="IsAsked">Whether they are a respondent's answers.</param>
/// <param name="Meeting">The meeting's id; null for none, or where the speaker is known.</param>
/// <param name="Comments">The comments, by place.</param>
internal sealed record CommentGroup(string Anchor, string? Speaker, bool IsAsked, string? Meeting, ImmutableArray<AnalysedComment> Comments)
{
    /// <summary>The groups of a source, in the order in which they begin.</summary>
    public static ImmutableArray<CommentGroup> Of(AnalysisFindings findings, string source, int sourcePlace) => [.. findings.Comments
        .Where(c => c.Comment.Source == source)
        .GroupBy(c => (c.Comment.Respondent, IsAsked: c.Comment.AskedRespondent is not null, Meeting: c.Comment.Respondent is null ? c.Comment.Meeting : null))
        .Select((g, i) => new CommentGroup(Html.Anchor.Group(sourcePlace, i), g.Key.Respondent, g.Key.IsAsked, g.Key.Meeting, [.. g]))];
}
