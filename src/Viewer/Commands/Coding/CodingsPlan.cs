using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary>What a corrected table of codings changes in a workspace, found out before anything is written.</summary>
/// <param name="Problems">Rows that are wrong, in the table's order; with any of them nothing is to be written.</param>
/// <param name="Changes">Codings to write, with their rows; where a row's code was changed, the rejection of the code of before comes first.</param>
/// <param name="NoneFits">Comments that no code fits, to be marked as done, with their rows and the rejections of the codes that stood in these rows.</param>
/// <param name="Recoded">How many rows have another code than the one that they were exported with.</param>
/// <param name="Unchanged">How many rows with a code say what stands already.</param>
internal sealed record CodingsPlan(
    ImmutableArray<(int Row, BilingualText What)> Problems,
    ImmutableArray<(int Row, StoredCoding Coding)> Changes,
    ImmutableArray<(int Row, CommentDecision Decision)> NoneFits,
    int Recoded,
    int Unchanged)
{
    /// <summary>Rows that somebody else's decision stands against, and why they are left out; the others are taken in.</summary>
    public ImmutableArray<(int Row, BilingualText What)> Refused { get; init; } = [];

    /// <summary>Decisions on what somebody else decided first: kept by person, what stands is not changed.</summary>
    public ImmutableArray<StoredCoding> ByPerson { get; init; } = [];

    /// <summary>Comments on which every row is the person's own decision.</summary>
    public ImmutableArray<CodedElsewhere> Whole { get; init; } = [];

    /// <summary>What a workspace takes in.</summary>
    public CodingBatch Batch => new([.. Changes.Select(c => c.Coding)], [.. NoneFits.Select(n => n.Decision)], ByPerson, Whole);

    /// <summary>The plan for a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="workspace">What stands in the workspace.</param>
    /// <param name="who">Who decides.</param>
    /// <param name="now">When.</param>
    /// <param name="isReviewed">Whether they looked at every row, so that those that they left as they were are decisions of theirs too.</param>
    public static CodingsPlan Of(CodingRows table, CodingsState workspace, string who, DateTimeOffset now, bool isReviewed = false)
    {
        var planning = new Planning(workspace, who, now, isReviewed);
        planning.Problems.AddRange(table.Problems);
        foreach (var comment in table.Rows.Concat(table.NoneFits).GroupBy(r => r.Comment, StringComparer.Ordinal))
        {
            if (!workspace.Comments.Contains(comment.Key))
            {
                planning.Problems.AddRange(comment.Select(r => (r.Row, comment.Key.Length > 0 ? SheetIds.NoComment(comment.Key) : NoId)));
                continue;
            }

            foreach (var row in comment)
            {
                planning.RequireText(row);
            }

            planning.Plan([.. comment.Where(r => r.Code.Length > 0)], comment.FirstOrDefault(r => r.Code.Length == 0));
        }

        return new CodingsPlan([.. planning.Problems.OrderBy(p => p.Row)], [.. planning.Changes.OrderBy(c => c.Row)], [.. planning.NoneFits], planning.Recoded, planning.Unchanged)
        {
            Refused = [.. planning.Refused.OrderBy(r => r.Row)],
            ByPerson = [.. planning.ByPerson],
            Whole = [.. planning.Whole],
        };
    }

    private static BilingualText NoId { get; } = new("意見ID がありません。書くか、行を消してください。", "The row has no comment_id. Write it, or delete the row.");

    private sealed class Planning(CodingsState workspace, string who, DateTimeOffset now, bool isReviewed)
    {
        private readonly RowReading _reading = new(workspace, who, isReviewed);

        public List<(int Row, BilingualText What)> Problems { get; } = [];

        public List<(int Row, BilingualText What)> Refused { get; } = [];

        public List<(int Row, StoredCoding Coding)> Changes { get; } = [];

        public List<(int Row, CommentDecision Decision)> NoneFits { get; } = [];

        public List<StoredCoding> ByPerson { get; } = [];

        public List<CodedElsewhere> Whole { get; } = [];

        public int Recoded { get; private set; }

        public int Unchanged { get; private set; }

        // Where the ids were sorted without the rest, the text is that of another comment. One that was shortened, masked or corrected is nobody's.
        public void RequireText(CodingRow row)
        {
            if (workspace.Texts.Another(row.Comment, row.Text) is { } other)
            {
                Problems.Add((row.Row, new BilingualText(
                    $"この行の意見は、ID「{row.Comment}」のものではなく「{other}」のものです。ID の列だけを並べ替えたのかもしれません。並べ替えるときは表の全部の列を選んでください。書き出し直すともとに戻ります。",
                    $"The text of this row is that of {other}, not of {row.Comment}. The column of ids may have been sorted alone: sort with all columns selected, or export again.")));
            }
        }

        // All rows of one comment.
        public void Plan(ImmutableArray<CodingRow> rows, CodingRow? none)
        {
            var standing = workspace.Codings[(none ?? rows[0]).Comment].ToList();
            var own = rows.GroupBy(r => r.Code, StringComparer.Ordinal).Select(g => g.FirstOrDefault(r => _reading.Names(r, g.Key)) ?? g.First()).ToList();
            if (Contradiction(rows, none) is { } problem)
            {
                Problems.Add(problem);
                return;
            }

            // A row whose code was changed takes the place of a coding that the table has no row of any more.
            var gone = standing.Where(s => !own.Exists(r => r.Code == s.Code)).ToList();
            var changed = rows.Where(r => r.Version > 0 && (!own.Contains(r) || !standing.Exists(s => s.Code == r.Code))).ToList();
            if (none is { Version: > 0 })
            {
                changed.Add(none);
            }

            var before = changed.ToDictionary(r => r, r => gone.Where(g => IsOf(g, r, gone)).ToList());
            foreach (var row in changed.Where(r => before[r].Count > 1 && before[r].Count != changed.Count(c => before[c].Intersect(before[r]).Any())))
            {
                Problems.Add((row.Row, new BilingualText(
                    $"コードを変えた行ですが、前のコードが {string.Join('、', before[row].Select(g => g.Code))} のどれだったか分かりません。「コード名」を前のままにするか、前のコードの行を「却下」にして、行を足してください。",
                    $"The code of this row was changed, and it cannot be told which of {string.Join(", ", before[row].Select(g => g.Code))} it was. Leave code_name as it was, or reject the row of the earlier code and add a row.")));
            }

            foreach (var row in own)
            {
                Decide(row, standing.Find(s => s.Code == row.Code), before.GetValueOrDefault(row, []));
            }

            foreach (var row in changed.Where(r => r.Code.Length > 0 && !own.Contains(r)))
            {
                Reject(row, before[row]);
            }

            if (none is not null)
            {
                Finish(none, standing, own, before.GetValueOrDefault(none, []));
            }

            if (_reading.IsWhole(rows, none, standing, s => before.Values.Any(b => b.Contains(s))))
            {
                Whole.Add(new CodedElsewhere((none ?? rows[0]).Comment, who, now, workspace.Version));
            }
        }

        private static (int Row, BilingualText What)? Contradiction(ImmutableArray<CodingRow> rows, CodingRow? none)
        {
            foreach (var same in rows.GroupBy(r => r.Code, StringComparer.Ordinal))
            {
                var first = same.First();
                if (same.FirstOrDefault(r => r.State != first.State) is { } other)
                {
                    return (other.Row, new BilingualText(
                        $"{first.Row} 行目と同じ意見とコードですが、状態が違います。どちらかを消してください。", $"It is of the same comment and code as row {first.Row}, with another state. Delete one of them."));
                }
            }

            return none is not null && rows.FirstOrDefault(r => r.State is CodingState.Accepted or CodingState.Edited) is { } accepted
                ? (none.Row, new BilingualText(
                    $"「{CodingsTable.NoneFits.Ja}」ですが、{accepted.Row} 行目で同じ意見に「{accepted.Code}」が付いています。どちらかを消してください。",
                    $"It says \"{CodingsTable.NoneFits.En}\", but row {accepted.Row} gives the same comment \"{accepted.Code}\". Delete one of them."))
                : null;
        }

        // By the name that the row still has; where it has none of another code, by the time and the number that were exported with it.
        private bool IsOf(StoredCoding coding, CodingRow row, List<StoredCoding> gone) => gone.Exists(g => _reading.Names(row, g.Code))
            ? _reading.Names(row, coding.Code)
            : coding.Version == row.Version && DateTimeOffset.TryParse(row.At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && (at.DateTime - coding.When.DateTime).Duration() < TimeSpan.FromMinutes(1);

        private void Decide(CodingRow row, StoredCoding? current, List<StoredCoding> before)
        {
            var isRecoded = before.Count > 0;
            var state = isRecoded && row.State == CodingState.Proposed ? CodingState.Edited : _reading.State(row);

            // A proposal that nobody touched decides nothing, even where an analysis has withdrawn it or somebody decided on it since.
            if (state == CodingState.Proposed && ((current is null && row.Version > 0) || (current is not null && CodingsTable.IsProgram(row.Who))))
            {
                Unchanged++;
                return;
            }

            var isOwn = _reading.IsOwn(row, current);
            var isOthers = current is { State: not CodingState.Proposed } && current.Who != who;
            if (current?.State == state)
            {
                Unchanged += isOwn && isOthers && Keep(row.Comment, row.Code, state, current!.Evidence) ? 0 : 1;
                return;
            }

            if (state != CodingState.Rejected && CodeLookup.NotCodable(workspace.Codebook.Codes.First(c => c.Id == row.Code)) is { } problem)
            {
                Problems.Add((row.Row, problem));
                return;
            }

            if (isOwn && ((isOthers && current!.Version != row.Version) || Changed(row, before) is not null))
            {
                foreach (var earlier in before)
                {
                    Keep(row.Comment, earlier.Code, CodingState.Rejected, earlier.Evidence);
                }

                Unchanged += Keep(row.Comment, row.Code, state, current?.Evidence ?? []) ? 0 : 1;
                return;
            }

            if (isRecoded && !Reject(row, before))
            {
                return;
            }

            Changes.Add((row.Row, current is null
                ? new StoredCoding(row.Comment, row.Code, state, null, [], workspace.Version, who, now, isRecoded ? 0 : row.Version)
                : current with { State = state, Version = row.Version, Who = who, When = now, CodebookVersion = workspace.Version }));
        }

        // Beside what others decided; false where it is kept already.
        private bool Keep(string comment, string code, CodingState state, ImmutableArray<TextSpan> evidence)
        {
            if (_reading.Has(comment, code, state))
            {
                return false;
            }

            ByPerson.Add(new StoredCoding(comment, code, state, null, evidence, workspace.Version, who, now));
            return true;
        }

        // False where somebody decided on the code of before since.
        private bool Reject(CodingRow row, List<StoredCoding> before)
        {
            if (Changed(row, before) is { } since)
            {
                Refused.Add((row.Row, since));
                return false;
            }

            Recoded += before.Exists(b => b.State != CodingState.Rejected) ? 1 : 0;
            Changes.AddRange(Rejections(before).Where(r => !Changes.Exists(c => c.Coding.CommentId == r.CommentId && c.Coding.Code == r.Code)).Select(r => (row.Row, r)));
            return true;
        }

        private void Finish(CodingRow row, List<StoredCoding> standing, List<CodingRow> own, List<StoredCoding> before)
        {
            var accepted = standing.Find(s => s.State is CodingState.Accepted or CodingState.Edited && !own.Exists(r => r.Code == s.Code) && !before.Contains(s));
            if (before.TrueForAll(b => b.State == CodingState.Rejected) && workspace.Looked.Contains(row.Comment))
            {
                return;
            }

            if ((Changed(row, before) ?? (accepted is null ? null : Person.Why(new RefusedCoding(accepted, CodingRefusal.ChangedMeanwhile, accepted)))) is { } since)
            {
                if (_reading.IsOwn(row, null) && before.Concat(accepted is null ? [] : [accepted]).All(s => s.Who != who))
                {
                    foreach (var earlier in before)
                    {
                        Keep(row.Comment, earlier.Code, CodingState.Rejected, earlier.Evidence);
                    }

                    return;
                }

                Refused.Add((row.Row, since));
                return;
            }

            NoneFits.Add((row.Row, new CommentDecision(row.Comment, [.. Rejections(before)], who, now, workspace.Version)));
        }

        // What is rejected already needs no rejection.
        private static BilingualText? Changed(CodingRow row, List<StoredCoding> before) =>
            before.Find(b => b.State is not (CodingState.Proposed or CodingState.Rejected) && b.Version != row.Version) is { } other
                ? Person.Why(new RefusedCoding(other, CodingRefusal.ChangedMeanwhile, other))
                : null;

        private IEnumerable<StoredCoding> Rejections(List<StoredCoding> before) =>
            before.Where(b => b.State != CodingState.Rejected).Select(b => b with { State = CodingState.Rejected, Who = who, When = now, CodebookVersion = workspace.Version });
    }
}
