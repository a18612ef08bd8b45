using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Standouts;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Overview;

/// <summary>概要: who said how much, which themes came up, what stands out, what was left out.</summary>
/// <param name="session">What the pages work on.</param>
public sealed class IndexModel(WorkspaceSession session) : FindingsPage(session)
{
    private const int MostStandouts = 8;

    /// <summary>The page's words.</summary>
    public OverviewWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Words.Title;

    /// <summary>Themes by respondents.</summary>
    public FigureView Themes => new(ThemesFigure(), Snapshot.Links, Language, string.Empty);

    /// <summary>What stands out, each with the address of what is behind it.</summary>
    public ImmutableArray<(string Text, string Url)> Standouts =>
        [.. StandoutList.Of(Findings).Take(MostStandouts).Select(s => (Words.Of(s, CodeName, Group), AddressOf(s)))];

    /// <summary>Comments that nobody has looked at yet: none of their codings was decided.</summary>
    public int Undecided => Findings.Comments.Count(c => !c.Codings.IsEmpty && c.Codings.All(k => k.State == CodingState.Proposed));

    /// <inheritdoc/>
    protected override ImmutableArray<PageFigure> Figures() => [ThemesFigure()];

    private static string AddressOf(Standout standout) => standout switch
    {
        { Code: { } code, Respondent: { } respondent } => new CommentSelection { Theme = code, Respondent = respondent }.Url,
        { Code: { } code } => "/themes/" + Uri.EscapeDataString(code),
        { Cluster: { } cluster } => new CommentSelection { Cluster = cluster, Theme = CommentSelection.NoTheme }.Url,
        _ => new CommentSelection { Theme = CommentSelection.NoTheme }.Url,
    };

    private string Group(int number) => Findings.Clusters.First(c => c.Number == number).Label;

    private PageFigure ThemesFigure()
    {
        var chart = ThemeBars.Of(Findings, Language, string.Empty);
        var table = new ExportTable(
            Words.ThemesTable,
            [
                new("theme", Words.Theme),
                new("respondents", Words.Respondents),
                new("respondentsAsked", Words.RespondentsAsked),
                new("low", Words.Low, 1),
                new("high", Words.High, 1),
                new("comments", Words.Comments),
                new("commentsAnalysed", Words.CommentsAnalysed),
            ],
            [.. Findings.Themes.Select(Row)],
            [Words.IntervalNote]);
        return new PageFigure(chart, table, [.. Findings.Themes.Select(Links)]);
    }

    private ImmutableArray<object?> Row(ThemeFinding theme)
    {
        var interval = ChartText.IntervalOf(theme.Respondents);
        return [Pick(theme.Code.Name), theme.Respondents.Count, theme.Respondents.Of, 100 * interval?.Low, 100 * interval?.High, theme.Comments.Count, theme.Comments.Of];
    }

    private static ImmutableArray<string?> Links(ThemeFinding theme)
    {
        var comments = new CommentSelection { Theme = theme.Code.Id }.Url;
        return ["/themes/" + Uri.EscapeDataString(theme.Code.Id), comments, null, null, null, comments, CommentSelection.All.Url];
    }
}
