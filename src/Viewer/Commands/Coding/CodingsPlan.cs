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

    /// <summary>The plan for a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="workspace">What stands in the workspace.</param>
    /// <param name="who">Who decides.</param>
    /// <param name="now">When.</param>
    public static CodingsPlan Of(CodingRows table, CodingsState workspace, string who, DateTimeOffset now)
    {
        var planning = new Planning(workspace, who, now);
        planning.Problems.AddRange(table.Problems);
        foreach (var comment in table.Rows.Concat(table.NoneFits).GroupBy(r => r.Comment, StringComparer.Ordinal))
        {
            if (!workspace.Comments.Contains(comment.Key))
            {
                planning.Problems.AddRange(comment.Select(r => (r.Row, comment.Key.Length > 0 ? SheetIds.NoComment(comment.Key) : NoId)));
                continue;
            }

            planning.Plan([.. comment.Where(r => r.Code.Length > 0)], comment.FirstOrDefault(r => r.Code.Length == 0));
        }

        return new CodingsPlan([.. planning.Problems.OrderBy(p => p.Row)], [.. planning.Changes.OrderBy(c => c.Row)], [.. planning.NoneFits], planning.Recoded, planning.Unchanged)
        {
            Refused = [.. planning.Refused.OrderBy(r => r.Row)],
        };
    }

    private static BilingualText NoId { get; } = new("意見ID がありません。書くか、行を消してください。", "The row has no comment_id. Write it, or delete the row.");

    private sealed class Planning(CodingsState workspace, string who, DateTimeOffset now)
    {
        public List<(int Row, BilingualText What)> Problems { get; } = [];

        public List<(int Row, BilingualText What)> Refused { get; } = [];

        public List<(int Row, StoredCoding Coding)> Changes { get; } = [];

        public List<(int Row, CommentDecision Decision)> NoneFits { get; } = [];

        public int Recoded { get; private set; }

        public int Unchanged { get; private set; }

        // All rows of one comment.
        public void Plan(ImmutableArray<CodingRow> rows, CodingRow? none)
        {
            var standing = workspace.Codings[(none ?? rows[0]).Comment].ToList();
            var own = rows.GroupBy(r => r.Code, StringComparer.Ordinal).Select(g => g.FirstOrDefault(r => Names(r, g.Key)) ?? g.First()).ToList();
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
        private bool IsOf(StoredCoding coding, CodingRow row, List<StoredCoding> gone) => gone.Exists(g => Names(row, g.Code))
            ? Names(row, coding.Code)
            : coding.Version == row.Version && DateTimeOffset.TryParse(row.At, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && (at.DateTime - coding.When.DateTime).Duration() < TimeSpan.FromMinutes(1);

        private bool Names(CodingRow row, string code) =>
            row.CodeName.Length > 0 && workspace.Codebook.Codes.FirstOrDefault(c => c.Id == code) is { } known && (known.Name.Ja == row.CodeName || known.Name.En == row.CodeName);

        private void Decide(CodingRow row, StoredCoding? current, List<StoredCoding> before)
        {
            var isRecoded = before.Count > 0;
            var state = isRecoded && row.State == CodingState.Proposed ? CodingState.Edited : row.State;

            // A proposal that an analysis has withdrawn since decides nothing.
            if (current?.State == state || (current is null && state == CodingState.Proposed && row.Version > 0))
            {
                Unchanged++;
                return;
            }

            if (state != CodingState.Rejected && CodeLookup.NotCodable(workspace.Codebook.Codes.First(c => c.Id == row.Code)) is { } problem)
            {
                Problems.Add((row.Row, problem));
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

        // False where somebody decided on the code of before since.
        private bool Reject(CodingRow row, List<StoredCoding> before)
        {
            if (Changed(row, before) is { } since)
            {
                Refused.Add((row.Row, since));
                return false;
            }

            Recoded += before.Count > 0 ? 1 : 0;
            Changes.AddRange(Rejections(before).Where(r => !Changes.Exists(c => c.Coding.CommentId == r.CommentId && c.Coding.Code == r.Code)).Select(r => (row.Row, r)));
            return true;
        }

        private void Finish(CodingRow row, List<StoredCoding> standing, List<CodingRow> own, List<StoredCoding> before)
        {
            var accepted = standing.Find(s => s.State is CodingState.Accepted or CodingState.Edited && !own.Exists(r => r.Code == s.Code) && !before.Contains(s));
            if (before.Count == 0 && workspace.Looked.Contains(row.Comment))
            {
                return;
            }

            if ((Changed(row, before) ?? (accepted is null ? null : Person.Why(new RefusedCoding(accepted, CodingRefusal.ChangedMeanwhile, accepted)))) is { } since)
            {
                Refused.Add((row.Row, since));
                return;
            }

            NoneFits.Add((row.Row, new CommentDecision(row.Comment, [.. Rejections(before)], who, now, workspace.Version)));
        }

        private static BilingualText? Changed(CodingRow row, List<StoredCoding> before) =>
            before.Find(b => b.State != CodingState.Proposed && b.Version != row.Version) is { } other ? Person.Why(new RefusedCoding(other, CodingRefusal.ChangedMeanwhile, other)) : null;

        private IEnumerable<StoredCoding> Rejections(List<StoredCoding> before) =>
            before.Where(b => b.State != CodingState.Rejected).Select(b => b with { State = CodingState.Rejected, Who = who, When = now, CodebookVersion = workspace.Version });
    }
}

/// <summary>What stands in a workspace.</summary>
/// <param name="Comments">Ids of the comments in force.</param>
/// <param name="Codings">Codings in force, by comment.</param>
/// <param name="Looked">Comments that somebody looked at whole.</param>
/// <param name="Codebook">The codes.</param>
/// <param name="Version">Version of the codebook.</param>
internal sealed record CodingsState(IReadOnlySet<string> Comments, ILookup<string, StoredCoding> Codings, IReadOnlySet<string> Looked, Codebook Codebook, int Version)
{
    /// <summary>Reads a workspace.</summary>
    /// <param name="store">The workspace.</param>
    /// <param name="codebook">Its latest codebook.</param>
    public static CodingsState Of(WorkspaceStore store, CodebookVersion codebook) => new(
        store.Corpus().Comments.Select(c => c.Id).ToHashSet(StringComparer.Ordinal),
        store.Codings().ToLookup(c => c.CommentId, StringComparer.Ordinal),
        store.Looks().Where(l => !l.IsBlind).Select(l => l.CommentId).ToHashSet(StringComparer.Ordinal),
        CodebookReader.Read(codebook.Yaml),
        codebook.Version);
}
