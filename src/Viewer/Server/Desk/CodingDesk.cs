using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Coding;

namespace FeedbackLab.Viewer.Server.Desk;

/// <summary>Where people code comments, the least certain first. One for the whole program; safe for any thread.</summary>
/// <remarks>
/// Every decision is one transaction of the workspace, made before the page hears that it is kept. What is held here, the order and what was
/// put off, may be lost at any time: it is made anew from the workspace.
/// </remarks>
/// <param name="session">The workspace.</param>
/// <param name="errors">Hears what goes wrong while nobody waits.</param>
public sealed class CodingDesk(WorkspaceSession session, ErrorLog errors)
{
    // So often the coder learns from what was decided since; of many comments while the person goes on.
    private const int LearnAfter = 5;
    private const int ManyComments = 3000;

    private readonly Lock _gate = new();
    private readonly Lock _learning = new();
    private readonly Dictionary<CodingSeat, CodingLine> _lines = [];
    private CodingGround? _ground;

    /// <summary>Whether a person can begin at once.</summary>
    /// <param name="snapshot">The analysis that the page shows.</param>
    /// <param name="seat">Who.</param>
    public bool IsReady(AnalysisSnapshot snapshot, CodingSeat seat)
    {
        lock (_gate)
        {
            return _ground is { } ground && ground.Fits(snapshot) && _lines.ContainsKey(seat);
        }
    }

    /// <summary>Makes ready for a person; long work where there are many comments.</summary>
    /// <param name="snapshot">The analysis that the page shows.</param>
    /// <param name="seat">Who.</param>
    /// <param name="progress">Hears the share done, 0 to 1.</param>
    public void Prepare(AnalysisSnapshot snapshot, CodingSeat seat, Action<double>? progress = null)
    {
        var ground = _ground;
        if (ground is null || !ground.Fits(snapshot))
        {
            ground = CodingGround.Read(snapshot, progress);
            lock (_gate)
            {
                _ground = ground;
                _lines.Clear();
            }
        }

        Learn(ground, seat);
    }

    /// <summary>Whether the workspace has other sources, or another codebook, than the analysis knows.</summary>
    /// <param name="snapshot">The analysis.</param>
    public bool IsBehind(AnalysisSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return session.Use(store => store.Codebooks().LastOrDefault()?.Version != snapshot.Codebook
            || store.JournalEntries(snapshot.State.Change).Any(e => e.Kind is JournalKind.Import or JournalKind.Undo));
    }

    /// <summary>The next comment to decide on; null where none is left, or the comment named is not there.</summary>
    /// <param name="seat">Who decides.</param>
    /// <param name="comment">Id of the comment; null for the least certain one that is left.</param>
    public CodingTurn? Turn(CodingSeat seat, string? comment)
    {
        lock (_gate)
        {
            var (ground, line) = Line(seat);
            return session.Use(store =>
            {
                Follow(store, seat, line);
                if (comment is not null)
                {
                    return ground.Places.TryGetValue(comment, out var place) ? Turn(store, seat, ground, line, place) : null;
                }

                bool IsLeft(int i) => !line.Decided.Contains(Id(ground, i));
                var next = line.Order.Where(i => IsLeft(i) && !line.Later.Contains(Id(ground, i))).Select(i => (int?)i).FirstOrDefault();
                if (next is null && line.Order.Where(IsLeft).Select(i => (int?)i).FirstOrDefault() is { } again)
                {
                    line.Later.Clear();
                    next = again;
                }

                return next is { } index ? Turn(store, seat, ground, line, index) : null;
            });
        }
    }

    /// <summary>How far a person has come.</summary>
    /// <param name="seat">Who.</param>
    public CodingProgress Progress(CodingSeat seat)
    {
        lock (_gate)
        {
            var (ground, line) = Line(seat);
            return new CodingProgress(ground.Corpus.Comments.Length, line.Decided.Count(ground.Places.ContainsKey), line.Later.Count);
        }
    }

    /// <summary>The comments that a person decided on last in this run of the program, the latest first.</summary>
    /// <param name="seat">Who.</param>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<Comment> Last(CodingSeat seat, int most)
    {
        lock (_gate)
        {
            var (ground, line) = Line(seat);
            return [.. line.Done.Select(d => d.Comment).Where(ground.Places.ContainsKey).Distinct(StringComparer.Ordinal).Take(most).Select(id => ground.Corpus.Comments[ground.Places[id]].Comment)];
        }
    }

    /// <summary>Keeps a decision on a comment.</summary>
    /// <param name="seat">Who decides.</param>
    /// <param name="comment">The comment's id.</param>
    /// <param name="read">What stood there when it was read (<see cref="CodingTurn.Read"/>): where another person decided since, nothing is written.</param>
    /// <param name="accepted">Ids of the codes that it has; none where no code fits.</param>
    public CodingOutcome Decide(CodingSeat seat, string comment, string read, IReadOnlyList<string> accepted)
    {
        ArgumentNullException.ThrowIfNull(seat);
        bool learn;
        CodingGround ground;
        lock (_gate)
        {
            (ground, var line) = Line(seat);
            if (!ground.Places.TryGetValue(comment, out var place))
            {
                return new CodingOutcome(new BilingualText("その意見はもうありません。資料が入れ替わったのかもしれません。", "That comment is not there any more; its source may have been replaced."), null);
            }

            var known = ground.Of.Findings.Codebook.Codes.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
            var failure = session.Use(store =>
            {
                if (store.Codebooks().LastOrDefault()?.Version != ground.Of.Codebook)
                {
                    return new BilingualText("コードブックが変わったので、保存していません。新しいコードでもう一度決めてください。", "The codebook has changed; nothing was kept. Decide again by the new codes.");
                }

                ImmutableArray<StoredCoding> before = seat.IsBlind ? [] : store.Codings(comment);
                if (!seat.IsBlind && CodingRead.Of(store, comment) is var stands && stands.Text != read)
                {
                    return stands.Conflict;
                }

                var wasLookedAt = !seat.IsBlind && store.Looks().Any(l => !l.IsBlind && l.CommentId == comment && l.Who == seat.Who);
                var writes = store.Decide([DecidedComment.Of(
                    comment, line.Proposals[place], before, [.. accepted.Where(known.Contains).Distinct(StringComparer.Ordinal)], ground.Of.Codebook, seat.Who, DateTimeOffset.Now, seat.IsBlind)]);
                if (!writes.Refused.IsEmpty)
                {
                    return CodingRead.Of(store, comment).Conflict;
                }

                line.Done.Push((comment, before, wasLookedAt, seat.IsBlind ? string.Empty : CodingRead.Of(store, comment).Text));
                return null;
            });
            if (failure is not null)
            {
                return new CodingOutcome(failure, comment);
            }

            line.Decided.Add(comment);
            line.Later.Remove(comment);
            learn = !seat.IsBlind && ++line.SinceLearnt >= LearnAfter;
        }

        if (learn)
        {
            LearnSoon(ground, seat);
        }

        return new CodingOutcome(null, comment);
    }

    /// <summary>Takes a person's last decision back.</summary>
    /// <param name="seat">Who.</param>
    public CodingOutcome Undo(CodingSeat seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        lock (_gate)
        {
            var (_, line) = Line(seat);
            if (!line.Done.TryPeek(out var last))
            {
                return new CodingOutcome(new BilingualText("戻せる判断がありません。前に決めた意見は、意見の一覧から開いて決め直せます。", "There is nothing to take back. Open an earlier comment from the list of comments to decide again."), null);
            }

            var failure = session.Use(store =>
            {
                if (seat.IsBlind)
                {
                    store.RemoveBlind(last.Comment, seat.Who);
                    return null;
                }

                var now = CodingRead.Of(store, last.Comment);
                if (now.Text != last.After)
                {
                    return now.Conflict;
                }

                store.RestoreCodings(last.Comment, last.Before, seat.Who, DateTimeOffset.Now, last.WasLookedAt);
                line.Known = store.LastChange();
                return null;
            });
            line.Done.Pop();
            if (failure is null)
            {
                line.Decided.Remove(last.Comment);
                line.Later.Remove(last.Comment);
            }

            return new CodingOutcome(failure, last.Comment);
        }
    }

    /// <summary>Puts a comment off until the others are decided.</summary>
    /// <param name="seat">Who.</param>
    /// <param name="comment">The comment's id.</param>
    public void Later(CodingSeat seat, string comment)
    {
        lock (_gate)
        {
            Line(seat).Line.Later.Add(comment);
        }
    }

    private static string Id(CodingGround ground, int index) => ground.Corpus.Comments[index].Comment.Id;

    private static CodingTurn Turn(WorkspaceStore store, CodingSeat seat, CodingGround ground, CodingLine line, int index)
    {
        var comment = ground.Corpus.Comments[index].Comment;
        ImmutableArray<StoredCoding> codings = seat.IsBlind ? [] : store.Codings(comment.Id);
        return new CodingTurn(
            comment,
            line.Proposals[index],
            [.. line.Proposals[index].Grounds.Select(g => ground.Corpus.Comments[g].Comment)],
            [.. codings.Where(c => c.State != CodingState.Proposed)],
            seat.IsBlind ? string.Empty : CodingRead.Of(store, comment.Id).Text,
            line.Decided.Contains(comment.Id),
            seat.IsBlind ? null : store.Reopened().GetValueOrDefault(comment.Id));
    }

    private static ImmutableDictionary<string, CodedComment> Decisions(WorkspaceStore store, CodingSeat seat)
    {
        if (!seat.IsBlind)
        {
            return store.Decisions();
        }

        var coded = store.Looks().Where(l => l.IsBlind && l.Who == seat.Who).Select(l => l.CommentId).ToHashSet(StringComparer.Ordinal);
        return store.Decisions(seat.Who).Where(d => coded.Contains(d.Key)).ToImmutableDictionary(StringComparer.Ordinal);
    }

    private (CodingGround Ground, CodingLine Line) Line(CodingSeat seat) =>
        _ground is { } ground && _lines.TryGetValue(seat, out var line) ? (ground, line) : throw new InvalidOperationException("The desk is not prepared.");

    // What was decided elsewhere since: in another tab, by another program.
    private static void Follow(WorkspaceStore store, CodingSeat seat, CodingLine line)
    {
        if (seat.IsBlind)
        {
            return;
        }

        var entries = store.JournalEntries(line.Known).Where(e => e.Kind is JournalKind.Coding or JournalKind.CodingUndone or JournalKind.LookedAt).ToList();
        if (entries.Count == 0)
        {
            return;
        }

        var looked = store.Looks().Where(l => !l.IsBlind).Select(l => l.CommentId).ToHashSet(StringComparer.Ordinal);
        foreach (var comment in entries.Select(e => e.Subject).Distinct(StringComparer.Ordinal))
        {
            var codings = store.Codings(comment);
            if (looked.Contains(comment) || (codings.Length > 0 && codings.All(c => c.State != CodingState.Proposed)))
            {
                line.Decided.Add(comment);
            }
            else
            {
                line.Decided.Remove(comment);
            }
        }

        line.Known = entries.Max(e => e.Id);
    }

    private static (ImmutableArray<CommentProposal> Proposals, ImmutableArray<int> Order) ByCertainty(ImmutableArray<CommentProposal> proposals) =>
        (proposals, [.. Enumerable.Range(0, proposals.Length).OrderBy(i => proposals[i].Offered.IsEmpty).ThenBy(i => proposals[i].Margin).ThenBy(i => i)]);

    // Who codes blind sees nothing of the program's. What others have coded comes first, since agreement is of comments that both have; then
    // the order says nothing: that of the ids, which are hashes.
    private (ImmutableArray<CommentProposal> Proposals, ImmutableArray<int> Order) Blind(CodingGround ground)
    {
        var others = session.Use(store => store.Decisions()).Where(d => d.Value.IsComplete).Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        var count = ground.Corpus.Comments.Length;
        return (
            [.. Enumerable.Repeat(DecidedComment.NothingOffered, count)],
            [.. Enumerable.Range(0, count).OrderBy(i => !others.Contains(Id(ground, i))).ThenBy(i => Id(ground, i), StringComparer.Ordinal)]);
    }

    private void LearnSoon(CodingGround ground, CodingSeat seat)
    {
        if (ground.Corpus.Comments.Length < ManyComments)
        {
            Learn(ground, seat);
        }
        else
        {
            _ = Task.Run(() => LearnUnheard(ground, seat));
        }
    }

    // The proposals of before still serve; the next decisions have it learn again.
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Nobody waits for it: whatever goes wrong is kept in the error log.")]
    private void LearnUnheard(CodingGround ground, CodingSeat seat)
    {
        try
        {
            Learn(ground, seat);
        }
        catch (Exception e)
        {
            errors.Add("Learning from decisions", e);
        }
    }

    private void Learn(CodingGround ground, CodingSeat seat)
    {
        lock (_learning)
        {
            var (decisions, known) = session.Use(store => (Decisions(store, seat), store.LastChange()));
            var (proposals, order) = seat.IsBlind ? Blind(ground) : ByCertainty(ground.Propose(decisions));
            lock (_gate)
            {
                if (!ReferenceEquals(_ground, ground))
                {
                    return;
                }

                if (!_lines.TryGetValue(seat, out var line))
                {
                    _lines[seat] = line = new CodingLine { Known = known };
                    line.Decided.UnionWith(decisions.Where(d => d.Value.IsComplete).Select(d => d.Key));
                }

                (line.Proposals, line.Order, line.SinceLearnt) = (proposals, order, 0);
            }
        }
    }
}
