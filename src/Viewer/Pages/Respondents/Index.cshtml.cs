using System.Collections.Immutable;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Respondents;

/// <summary>回答者: who was asked, and how much each said to which theme.</summary>
/// <param name="session">What the pages work on.</param>
public sealed class IndexModel(WorkspaceSession session) : FindingsPage(session)
{
    /// <inheritdoc/>
    public override string Title => Pick("回答者", "Respondents");

    /// <inheritdoc/>
    public override string Section => "/overview";

    /// <summary>A row a respondent asked: how many comments, and of which themes.</summary>
    public ImmutableArray<(string Name, int Comments, ImmutableArray<(string Code, int Comments)> Themes)> Rows
    {
        get
        {
            var comments = Findings.Comments.Where(c => c.Comment.AskedRespondent is not null).CountBy(c => c.Comment.AskedRespondent!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            var themes = Findings.Themes.SelectMany(t => t.ByRespondent.Select(r => (r.Respondent, t.Code.Id, r.CommentIds.Length))).ToLookup(t => t.Respondent, StringComparer.Ordinal);
            return [.. Findings.Respondents.Select(r => (r, comments.GetValueOrDefault(r), themes[r].Select(t => (t.Id, t.Length)).OrderByDescending(t => t.Length).ToImmutableArray()))];
        }
    }
}
