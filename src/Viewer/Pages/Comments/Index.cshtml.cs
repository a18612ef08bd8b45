using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Comments;

/// <summary>意見: the comments behind a number or a mark.</summary>
/// <param name="session">What the pages work on.</param>
public sealed class IndexModel(WorkspaceSession session) : FindingsPage(session)
{
    private const int PageLength = 50;

    /// <summary>The page's words.</summary>
    public CommentsWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Words.Title;

    /// <summary>Which comments.</summary>
    public CommentSelection Selection { get; private set; } = CommentSelection.All;

    /// <summary>How many there are on all pages.</summary>
    public int Total { get; private set; }

    /// <summary>How many known respondents they come from.</summary>
    public int Respondents { get; private set; }

    /// <summary>The page that is shown, 1-based.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => Math.Max(1, (Total + PageLength - 1) / PageLength);

    /// <summary>The comments of this page.</summary>
    public ImmutableArray<CommentCardView> Cards { get; private set; } = [];

    /// <summary>The conditions in words, each with the address without it.</summary>
    public ImmutableArray<(string Name, string Value, string Without)> Conditions => Words.Conditions(Selection, CodeName, MeetingTitle);

    /// <summary>Shows them.</summary>
    public void OnGet()
    {
        Selection = CommentSelection.Of(Request.Query);
        var chosen = Selection.Among(Snapshot).ToList();
        Total = chosen.Count;
        Respondents = chosen.Select(c => c.Comment.AskedRespondent).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        Number = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Pages) : 1;
        Cards = [.. chosen.Skip((Number - 1) * PageLength).Take(PageLength).Select(c => Card(c, Selection.Theme))];
    }

    /// <summary>The address of a page of them.</summary>
    /// <param name="number">The page, 1-based.</param>
    public string PageUrl(int number) => Selection.Url + (Selection.Url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "page=" + number.ToString(CultureInfo.InvariantCulture);

    private string MeetingTitle(string id) => Findings.Corpus.Meetings.FirstOrDefault(m => m.Id == id)?.Title ?? id;
}
