using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Desk;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Codings;

/// <summary>コーディング: a person decides on the codes, comment by comment, the least certain first.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="desk">Where people code.</param>
/// <param name="jobs">Long work.</param>
public sealed class IndexModel(WorkspaceSession session, CodingDesk desk, JobBoard jobs) : FindingsPage(session)
{
    private const int MostLast = 5;
    private const int LongestName = 60;

    // Shorter than this, and nobody needs a page that says to wait.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The page's words.</summary>
    public CodingWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Seat.IsBlind ? Words.BlindTitle : Words.Title;

    /// <summary>Who codes, and how.</summary>
    public CodingSeat Seat { get; private set; } = new(WorkspaceSession.User, false);

    /// <summary>The comment to decide on; null where none is left.</summary>
    public CodingTurn? Turn { get; private set; }

    /// <summary>How far the person has come.</summary>
    public CodingProgress Progress { get; private set; } = new(0, 0, 0);

    /// <summary>Decided just now, the latest first.</summary>
    public ImmutableArray<Comment> Last { get; private set; } = [];

    /// <summary>Whether a comment was named that is not there.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Codes that comments can have.</summary>
    public ImmutableArray<Code> Codes => Findings.Codebook.OnlyCodable().Codes;

    /// <summary>Codes that are ticked: those decided, else those that the program gives.</summary>
    public ImmutableHashSet<string> Ticked => Turn is not { } turn ? []
        : turn.IsDecided || !turn.Standing.IsEmpty
            ? [.. turn.Standing.Where(s => s.State != CodingState.Rejected).Select(s => s.Code)]
            : [.. turn.Proposal.Codings.Select(c => c.Code)];

    /// <summary>The comment as a card, everything that speaks for an offer marked.</summary>
    public CommentCardView TurnCard => Card(Snapshot.Comment(Turn!.Comment.Id) is { } analysed ? analysed with { Codings = [] } : new AnalysedComment(Turn.Comment, [], [], null)) with
    {
        Marked = TextSpans.Merge(Turn.Proposal.Offered.SelectMany(o => o.Evidence)),
    };

    /// <summary>The place of the comment in its source, where no codes are shown.</summary>
    public string SourceUrl => Sources.IndexModel.AddressOf(Findings.Corpus.Sources.First(s => s.Name == Turn!.Comment.Source));

    /// <summary>Decisions follow each other quickly: the analysis is made anew when somebody looks at its pages, or where it knows other comments or codes.</summary>
    protected override bool FollowsChanges => Session.Latest is not { } latest || desk.IsBehind(latest);

    /// <summary>Shows the next comment, or one.</summary>
    /// <param name="comment">The comment's id; null for the next.</param>
    public IActionResult OnGet(string? comment)
    {
        Seat = SeatOf(Request.Query["who"], Request.Query["blind"]);
        if (Ready() is { } waiting)
        {
            return waiting;
        }

        Turn = desk.Turn(Seat, comment);
        IsMissing = Turn is null && comment is not null;
        Progress = desk.Progress(Seat);
        Last = desk.Last(Seat, MostLast);
        return Page();
    }

    /// <summary>Keeps a decision.</summary>
    /// <param name="comment">The comment's id.</param>
    /// <param name="read">What stood there when the page was read.</param>
    /// <param name="code">The codes chosen.</param>
    /// <param name="none">Whether none fits.</param>
    public IActionResult OnPostDecide(string comment, string? read, string[] code, bool none)
    {
        Seat = SeatOf(Request.Form["who"], Request.Form["blind"]);
        if (Ready() is { } waiting)
        {
            return waiting;
        }

        if (!none && code.Length == 0)
        {
            Warned = Words.ChooseFirst;
            return LocalRedirect(Url(comment));
        }

        var outcome = desk.Decide(Seat, comment, read ?? string.Empty, none ? [] : code);
        Tell(outcome.Failure is null, outcome.Failure is { } failure ? Pick(failure) : Words.Kept(none ? string.Empty : Words.Join(code.Select(CodeName))));
        return LocalRedirect(Url(outcome.Failure is null ? null : outcome.Comment));
    }

    /// <summary>Puts a comment off.</summary>
    /// <param name="comment">The comment's id.</param>
    public IActionResult OnPostLater(string comment)
    {
        Seat = SeatOf(Request.Form["who"], Request.Form["blind"]);
        if (Ready() is { } waiting)
        {
            return waiting;
        }

        desk.Later(Seat, comment);
        return LocalRedirect(Url(null));
    }

    /// <summary>Takes the last decision back.</summary>
    public IActionResult OnPostUndo()
    {
        Seat = SeatOf(Request.Form["who"], Request.Form["blind"]);
        if (Ready() is { } waiting)
        {
            return waiting;
        }

        var outcome = desk.Undo(Seat);
        Tell(outcome.Failure is null, outcome.Failure is { } failure ? Pick(failure) : Words.TakenBack);
        return LocalRedirect(Url(outcome.Comment));
    }

    /// <summary>The address of a comment for the same person.</summary>
    /// <param name="comment">The comment's id; null for the next.</param>
    public new string Url(string? comment) => "/coding" + QueryString.Create(
        new KeyValuePair<string, string?>[] { new("comment", comment), new("blind", Seat.IsBlind ? "1" : null), new("who", Seat.IsBlind ? Seat.Who : null) }.Where(p => p.Value is not null));

    private static CodingSeat SeatOf(string? who, string? blind)
    {
        var name = (who ?? string.Empty).Trim();
        return blind == "1" && name.Length > 0 ? new CodingSeat(name[..Math.Min(name.Length, LongestName)], true) : new CodingSeat(WorkspaceSession.User, false);
    }

    // Where to wait until the person can begin; null where they can.
    private LocalRedirectResult? Ready()
    {
        if (desk.IsReady(Snapshot, Seat))
        {
            return null;
        }

        var (snapshot, seat, address) = (Snapshot, Seat, Url(null));

        // Who asks again waits for the same job.
        var job = jobs.All().FirstOrDefault(j => j.Title == CodingWords.Preparing && j.Status is { State: JobState.Running } running && running.Next == address) ?? jobs.Start(CodingWords.Preparing, progress =>
        {
            progress.GoTo(address);
            desk.Prepare(snapshot, seat, share => progress.Tell(CodingWords.Preparing, share));
        });
        return job.EndsWithin(Patience) && job.Status.State == JobState.Done ? null : LocalRedirect(JobBoard.Url(job));
    }
}
