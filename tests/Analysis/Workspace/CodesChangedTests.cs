using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using static FeedbackLab.Analysis.Tests.Workspace.InventedFiles;
using static FeedbackLab.Analysis.Tests.Workspace.WorkspaceFolder;

namespace FeedbackLab.Analysis.Tests.Workspace;

/// <summary>Codes merged, split, renamed, retired in a workspace: what becomes of codings, and what the ledger keeps.</summary>
public sealed class CodesChangedTests
{
    private const string Codes = "codes:\n- {id: bus, name: 送迎, definition: 送り迎え}\n- {id: walk, name: 徒歩}\n- {id: night, name: 夜間}\n";

    private static readonly CommentCorpus File = Table("回答.csv", 2025, ("青葉", "送迎が足りない。"), ("若草", "歩く道が暗い。"), ("若葉", "夜間が不安だ。"), ("双葉", "会議が多い。"));

    private static readonly ImmutableArray<string> Ids = [.. File.Comments.Select(c => c.Id)];

    [Fact]
    public void Codings_of_merged_codes_carry_over_with_who_and_when_and_the_ledger_is_the_reason()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings(
        [
            Coding(0, "bus", CodingState.Accepted) with { Who = "野々村", When = Noon.AddHours(1) }, Coding(0, "walk", CodingState.Rejected),
            Coding(1, "walk", CodingState.Edited), Coding(2, "bus", CodingState.Rejected), Coding(2, "walk", CodingState.Rejected), Coding(2, "night", CodingState.Accepted),
        ]);
        var write = Merge(store, "move");
        Assert.Equal((CodebookOutcome.Written, 2), (write.Outcome, write.Current!.Version));
        Assert.Equal(new CarriedCodings(3, 5, 0), write.Carried);
        var entry = Assert.Single(store.CodeLedger().Entries);
        Assert.Equal((CodeOperation.Merged, 2, "佐倉", "同じ話なので"), (entry.Step.Operation, entry.Version, entry.Who, entry.Note));

        Assert.Equal(
            [(Ids[0], "move", CodingState.Accepted, "野々村", 1, entry.Id), (Ids[1], "move", CodingState.Edited, "佐倉", 1, entry.Id), (Ids[2], "move", CodingState.Rejected, "佐倉", 1, entry.Id)],
            store.Codings().Where(c => c.Code != "night").Select(c => (c.CommentId, c.Code, c.State, c.Who, c.CodebookVersion, c.LedgerEntry!.Value)).OrderBy(c => Ids.IndexOf(c.CommentId)));
        Assert.Equal(Noon.AddHours(1), store.Codings(Ids[0]).Single().When);
        Assert.Equal(["move"], store.Decisions("野々村")[Ids[0]].Accepted.AsEnumerable());
        Assert.Equal(["night"], store.Decisions()[Ids[2]].Accepted.AsEnumerable());
        Assert.Equal(5, folder.Query($"SELECT id FROM codings WHERE set_aside_by = {entry.Id}").Length);
    }

    [Fact]
    public void Merged_into_one_of_them_a_code_keeps_its_own_decisions_and_gets_the_others()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings([Coding(0, "bus", CodingState.Accepted), Coding(1, "bus", CodingState.Rejected), Coding(1, "walk", CodingState.Accepted), Coding(2, "walk", CodingState.Accepted)]);
        Merge(store, "bus");
        Assert.Equal(
            [(Ids[0], CodingState.Accepted, 1), (Ids[1], CodingState.Accepted, 2), (Ids[2], CodingState.Accepted, 1)],
            store.Codings().Select(c => (c.CommentId, c.State, c.Version)).OrderBy(c => Ids.IndexOf(c.CommentId)));
        Assert.All(store.Codings(), c => Assert.Equal("bus", c.Code));
    }

    [Fact]
    public void A_rejection_of_one_code_does_not_reject_the_merged_one_where_the_other_is_still_open()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.ReplaceProposals([Coding(0, "bus", CodingState.Proposed), Coding(0, "walk", CodingState.Proposed), Coding(1, "bus", CodingState.Proposed), Coding(1, "night", CodingState.Proposed)], 1, "機械", Noon);
        store.SaveCodings([.. store.Codings().Where(c => c.Code == "bus").Select(c => c with { State = CodingState.Rejected, Who = "佐倉" })]);
        Merge(store, "move");
        Assert.Equal([(Ids[0], "move", CodingState.Proposed), (Ids[1], "night", CodingState.Proposed)], store.Codings().Select(c => (c.CommentId, c.Code, c.State)).OrderBy(c => c.Code));
    }

    [Theory]
    [InlineData("move")]
    [InlineData("bus")]
    public void A_merge_that_is_undone_leaves_codes_and_codings_as_they_were_and_the_ledger_keeps_both(string into)
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.Decide([new CommentDecision(Ids[0], [Coding(0, "bus", CodingState.Accepted) with { Who = "野々村" }], "野々村", Noon, 1), new CommentDecision(Ids[1], [Coding(1, "bus", CodingState.Rejected), Coding(1, "walk", CodingState.Edited)], "佐倉", Noon, 1)]);
        store.Decide([new CommentDecision(Ids[2], [Coding(2, "walk", CodingState.Accepted)], "水野", Noon, 1, IsBlind: true)]);
        store.SaveCodings([Coding(2, "walk", CodingState.Rejected), Coding(3, "night", CodingState.Accepted)]);
        var (yaml, codings, blind) = (store.Codebooks()[^1].Yaml, Stands(store), store.Decisions("水野")[Ids[2]].Accepted);
        Assert.Null(store.UndoableMerge());
        Merge(store, into);
        Assert.Equal([into], store.Decisions("水野")[Ids[2]].Accepted.AsEnumerable());
        store.ReplaceProposals([Coding(3, into, CodingState.Proposed)], 2, "機械", Noon);
        Assert.Equal(store.CodeLedger().Entries[^1].Id, store.UndoableMerge()!.Id);

        var undone = store.UndoMerge(2, "佐倉", Noon.AddDays(1), "別の話だった");
        Assert.Equal((CodebookOutcome.Written, 3, yaml), (undone.Outcome, undone.Current!.Version, undone.Current.Yaml));
        Assert.Equal(codings, Stands(store));
        Assert.Equal(blind, store.Decisions("水野")[Ids[2]].Accepted);
        Assert.Equal([CodeOperation.Merged, CodeOperation.Undone], store.CodeLedger().Entries.Select(e => e.Step.Operation));
        Assert.Equal("別の話だった", store.CodeLedger().Entries[^1].Note);
        Assert.Null(store.UndoableMerge());
        Assert.Throws<DefinitionException>(() => store.UndoMerge(3, "佐倉", Noon));
    }

    [Fact]
    public void Earlier_versions_are_read_through_an_undone_merge_as_if_it_had_not_been()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        Merge(store, "move");
        store.UndoMerge(2, "佐倉", Noon);
        var ledger = store.CodeLedger();
        Assert.Equal(["bus"], ledger.Current("bus", 1).AsEnumerable());
        Assert.Equal(["bus", "walk"], ledger.Current("move", 2).AsEnumerable());
        Assert.Empty(ledger.Changes("bus", 0, int.MaxValue));
        Merge(store, "way", 3);
        Assert.Equal(["way"], store.CodeLedger().Current("walk", 1).AsEnumerable());
        Assert.Equal([CodeOperation.Merged], store.CodeLedger().Changes("way", 0, int.MaxValue).Select(e => e.Step.Operation));
    }

    [Fact]
    public void A_merge_is_not_undone_over_a_decision_by_the_merged_code_until_that_is_taken_back()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings([Coding(0, "bus", CodingState.Accepted)]);
        Merge(store, "move");
        var before = store.Codings(Ids[1]);
        store.SaveCodings([Coding(1, "move", CodingState.Accepted) with { CodebookVersion = 2 }]);
        var codings = Stands(store);
        Assert.Contains("1 件", Assert.Throws<DefinitionException>(() => store.UndoMerge(2, "佐倉", Noon)).What.Ja, StringComparison.Ordinal);
        Assert.Equal((codings, 2), (Stands(store), store.Codebooks().Length));
        store.RestoreCodings(Ids[1], before, "佐倉", Noon);
        Assert.Equal(CodebookOutcome.ChangedMeanwhile, store.UndoMerge(1, "佐倉", Noon).Outcome);
        Assert.Equal(CodebookOutcome.Written, store.UndoMerge(2, "佐倉", Noon).Outcome);
        Assert.Equal(["bus"], store.Decisions()[Ids[0]].Accepted.AsEnumerable());
    }

    [Fact]
    public void Comments_of_a_split_code_are_to_be_looked_at_again_until_somebody_does()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.Decide([new CommentDecision(Ids[0], [Coding(0, "bus", CodingState.Accepted)], "佐倉", Noon, 1), new CommentDecision(Ids[1], [Coding(1, "bus", CodingState.Rejected)], "佐倉", Noon, 1)]);
        var write = store.ReviseCodebook(CodebookOperations.Split(Latest(store), "bus", [Code("fetch"), Code("bring")]), 1, "佐倉", Noon);
        Assert.Equal(new CarriedCodings(0, 2, 1), write.Carried);
        Assert.Equal([Ids[0]], store.Reopened().Keys);
        Assert.False(store.Decisions().ContainsKey(Ids[0]));
        Assert.True(store.Decisions()[Ids[1]].IsComplete);
        Assert.Empty(store.Codings());

        store.ReplaceProposals([Coding(0, "fetch", CodingState.Proposed)], 2, "機械", Noon);
        store.SaveCodings([store.Codings().Single() with { State = CodingState.Accepted, Who = "佐倉" }]);
        Assert.Empty(store.Reopened());
        Assert.True(store.Decisions()[Ids[0]].IsComplete);
    }

    [Fact]
    public void A_split_comment_that_none_of_the_parts_fits_is_done_once_somebody_has_looked()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings([Coding(0, "bus", CodingState.Accepted)]);
        store.ReviseCodebook(CodebookOperations.Split(Latest(store), "bus", [Code("fetch"), Code("bring")]), 1, "佐倉", Noon);
        Assert.Equal([Ids[0]], store.Reopened().Keys);
        store.Decide([new CommentDecision(Ids[0], [], "佐倉", Noon, 2)]);
        Assert.Empty(store.Reopened());
    }

    [Fact]
    public void A_retired_codes_decisions_rest_and_come_back_with_it()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings([Coding(0, "bus", CodingState.Accepted)]);
        store.ReviseCodebook(CodebookOperations.Retire(Latest(store), "bus"), 1, "佐倉", Noon);
        Assert.Empty(store.Codings());
        Assert.Empty(store.OrphanedCodings());
        Assert.Equal(CodebookOutcome.Written, store.SaveCodebook(Codes, 2, "佐倉", Noon).Outcome);
        Assert.Equal([CodeOperation.Retired, CodeOperation.Reinstated], store.CodeLedger().Entries.Select(e => e.Step.Operation));
        Assert.Equal(("bus", CodingState.Accepted), store.Codings().Select(c => (c.Code, c.State)).Single());
        Assert.Equal(["bus"], store.Decisions("佐倉")[Ids[0]].Accepted.AsEnumerable());
    }

    [Fact]
    public void A_split_codes_decisions_come_back_with_it()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings([Coding(0, "bus", CodingState.Accepted), Coding(1, "bus", CodingState.Rejected)]);
        store.ReviseCodebook(CodebookOperations.Split(Latest(store), "bus", [Code("fetch"), Code("bring")]), 1, "佐倉", Noon);
        store.SaveCodings([Coding(0, "fetch", CodingState.Accepted) with { CodebookVersion = 2 }]);
        var write = store.SaveCodebook(Codes, 2, "佐倉", Noon);
        Assert.Equal((CodebookOutcome.Written, new CarriedCodings(2, 1, 0)), (write.Outcome, write.Carried));
        Assert.Equal([("bus", CodingState.Accepted), ("bus", CodingState.Rejected)], store.Codings().Select(c => (c.Code, c.State)));
        Assert.Empty(store.Reopened());
        Assert.Equal(["bus"], store.Decisions("佐倉")[Ids[0]].Accepted.AsEnumerable());

        // Retired the next time, it comes back as it was then.
        store.ReviseCodebook(CodebookOperations.Retire(Latest(store), "bus"), 3, "佐倉", Noon);
        Assert.Empty(store.Codings());
        store.SaveCodebook(Codes, 4, "佐倉", Noon);
        Assert.Equal(2, store.Codings().Length);
    }

    [Fact]
    public void An_id_that_meant_something_else_does_not_come_back()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.ReviseCodebook(CodebookOperations.Retire(Latest(store), "bus"), 1, "佐倉", Noon);
        var before = folder.Dump();
        var write = store.SaveCodebook(Codes.Replace("送り迎え", "通勤の話", StringComparison.Ordinal), 2, "佐倉", Noon);
        Assert.Equal((CodebookOutcome.IdUsedBefore, "送り迎え"), (write.Outcome, Assert.Single(write.UsedBefore).Definition.Ja));
        Assert.Equal(CodebookOutcome.IdUsedBefore, store.ReviseCodebook(CodebookOperations.Add(Latest(store), Code("bus")), 2, "佐倉", Noon).Outcome);
        Assert.Equal(before, folder.Dump());
    }

    [Fact]
    public void What_changes_in_a_file_that_is_imported_has_its_entries_too()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings([Coding(2, "night", CodingState.Accepted)]);
        store.SaveCodebook("codes:\n- {id: bus, name: 送り, definition: 送ること}\n- {id: walk, name: 徒歩}\n- {id: day, name: 日中}\n", 1, "野々村", Noon.AddDays(1), "見直し");
        Assert.Equal(
            [(CodeOperation.Retired, "night"), (CodeOperation.Renamed, "bus"), (CodeOperation.Redefined, "bus"), (CodeOperation.Added, "day")],
            store.CodeLedger().Entries.Select(e => (e.Step.Operation, e.Step.From.Concat(e.Step.To).First())));
        Assert.All(store.CodeLedger().Entries, e => Assert.Equal((2, "野々村", "見直し", Noon.AddDays(1)), (e.Version, e.Who, e.Note, e.When)));
        Assert.Empty(store.Codings());
        Assert.Equal(CodebookOutcome.ChangedMeanwhile, store.ReviseCodebook(CodebookOperations.Retire(Latest(store), "day"), 1, "佐倉", Noon).Outcome);
    }

    [Fact]
    public void The_ledger_cannot_be_rewritten()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        Merge(store, "move");
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => folder.Execute("UPDATE code_ledger SET who = 'x'"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => folder.Execute("DELETE FROM code_ledger"));
        Assert.Contains(store.JournalEntries(), e => e.Kind == JournalKind.CodesChanged && e.Subject == "2");
    }

    [Fact]
    public void A_new_analysis_after_a_merge_changes_nothing_that_a_person_decided()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings([Coding(0, "bus", CodingState.Accepted), Coding(1, "walk", CodingState.Rejected)]);
        Merge(store, "move");
        var decided = store.Codings();
        store.ReplaceProposals([.. Ids.Select(id => new StoredCoding(id, "move", CodingState.Proposed, 0.9, [new TextSpan(0, 1)], 2, "機械", Noon))], 2, "機械", Noon);
        Assert.Equal(Written(decided), Written(store.Codings().Where(c => c.State != CodingState.Proposed)));
        Assert.Equal([Ids[2], Ids[3]], store.Codings().Where(c => c.State == CodingState.Proposed).Select(c => c.CommentId));
    }

    [Fact]
    public void A_comment_that_nothing_fits_can_be_marked_as_done_and_the_mark_taken_back()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        Assert.Empty(store.Decide([new CommentDecision(Ids[3], [], "佐倉", Noon, 1)]).Refused);
        var decision = Assert.Single(store.Decisions());
        Assert.Equal((Ids[3], true, 0), (decision.Key, decision.Value.IsComplete, decision.Value.Accepted.Length));
        Assert.Equal(new LookedAt(Ids[3], "佐倉", Noon, 1, false), Assert.Single(store.Looks()));
        store.RestoreCodings(Ids[3], [], "佐倉", Noon);
        Assert.Empty(store.Decisions());
        Assert.Equal(CodingRefusal.NoSuchComment, Assert.Single(store.Decide([new CommentDecision("ない", [], "佐倉", Noon, 1)]).Refused).Reason);
        Assert.Throws<ArgumentException>(() => store.Decide([new CommentDecision(Ids[3], [], "佐倉", Noon, 9)]));
    }

    [Fact]
    public void A_blind_second_coding_stands_apart_and_changes_nothing_that_stands()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.Decide([new CommentDecision(Ids[0], [Coding(0, "bus", CodingState.Accepted)], "佐倉", Noon, 1)]);
        var stands = Written(store.Codings());
        var blind = Coding(0, "walk", CodingState.Accepted) with { Who = "野々村" };
        store.Decide([new CommentDecision(Ids[0], [blind, Coding(0, "bus", CodingState.Rejected)], "野々村", Noon, 1, IsBlind: true), new CommentDecision(Ids[3], [], "野々村", Noon, 1, IsBlind: true)]);
        Assert.Equal(stands, Written(store.Codings()));
        Assert.Equal([Ids[0]], store.Decisions().Keys);
        Assert.Equal([new CoderSummary("佐倉", 1, 0), new CoderSummary("野々村", 0, 2)], store.Coders().AsEnumerable());
        Assert.Equal(["bus"], store.Decisions("佐倉")[Ids[0]].Accepted.AsEnumerable());
        var (first, second) = (store.Decisions("野々村")[Ids[0]], store.Decisions("野々村")[Ids[3]]);
        Assert.Equal(("walk", "bus", true, true), (first.Accepted.Single(), first.Rejected.Single(), first.IsComplete, second.IsComplete));
        Assert.Empty(second.Accepted);

        // The same person overrules themselves, and later decides in the open: the blind coding stays what it was.
        store.Decide([new CommentDecision(Ids[0], [Coding(0, "night", CodingState.Accepted)], "野々村", Noon, 1, IsBlind: true)]);
        store.SaveCodings([Coding(0, "walk", CodingState.Edited) with { Who = "野々村" }]);
        Assert.Equal(["night"], store.Decisions("野々村")[Ids[0]].Accepted.AsEnumerable());
        store.RemoveBlind(Ids[0], "野々村");
        Assert.Equal(["walk"], store.Decisions("野々村")[Ids[0]].Accepted.AsEnumerable());
    }

    [Fact]
    public void What_a_person_decided_is_kept_as_theirs_when_another_overrules_it()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings([Coding(0, "bus", CodingState.Accepted)]);
        store.SaveCodings([Coding(0, "bus", CodingState.Rejected) with { Who = "野々村", Version = 1 }]);
        Assert.Equal(["bus"], store.Decisions("佐倉")[Ids[0]].Accepted.AsEnumerable());
        Assert.Equal(["bus"], store.Decisions("野々村")[Ids[0]].Rejected.AsEnumerable());
        Assert.Equal(["bus"], store.Decisions()[Ids[0]].Rejected.AsEnumerable());
    }

    [Fact]
    public void Who_corrects_one_code_of_a_comment_says_nothing_of_the_codes_that_others_decided()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.Decide([new CommentDecision(Ids[0], [Coding(0, "bus", CodingState.Accepted), Coding(0, "walk", CodingState.Accepted)], "佐倉", Noon, 1)]);
        store.SaveCodings([Coding(0, "walk", CodingState.Rejected) with { Who = "野々村", Version = 1 }]);
        Assert.False(store.Decisions("野々村")[Ids[0]].IsComplete);
        Assert.DoesNotContain(store.Ratings().Ratings, r => r.Coder == "野々村");
        store.SaveCodings([Coding(0, "bus", CodingState.Edited) with { Who = "野々村", Version = 1 }]);

        // On every code that stands, but of those that others chose: which comments that is depends on what was decided.
        Assert.False(store.Decisions("野々村")[Ids[0]].IsComplete);
        Assert.Equal([("野々村", 1)], store.Ratings().LeftOut);
        Assert.True(store.Decisions("佐倉")[Ids[0]].IsComplete);
        store.TakeIn(new CodingBatch([], [], [], [new CodedElsewhere(Ids[0], "野々村", Noon, 1)]));
        Assert.True(store.Decisions("野々村")[Ids[0]].IsComplete);
        Assert.Empty(store.Ratings().LeftOut);
    }

    [Fact]
    public void A_year_tells_by_which_versions_it_was_coded()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        store.SaveCodings([Coding(0, "bus", CodingState.Accepted), Coding(1, "walk", CodingState.Accepted), Coding(2, "night", CodingState.Rejected)]);
        Merge(store, "move");
        var year = File.Comments[0].Year!.Value;
        var coding = store.CodingOf(year);

        // The file came in before there was a codebook.
        Assert.Equal(1, coding.Version);
        Assert.Equal([("move", 1, 2), ("night", 1, 1)], coding.Decided.Select(d => (d.Code, d.Version, d.Comments)));
        Assert.Equal((2, 0), (coding.DecidedBefore("move", 2), coding.DecidedBefore("move", 1)));
        store.Import(Batch(Table("次の年.csv", 2026, ("青葉", "次の年の話。"))));
        Assert.Equal(1, store.CodingOf(year).Version);
        Assert.Empty(store.CodingOf(1999).Decided);
    }

    // Everything that stands, whatever rows it is in.
    private static string Stands(WorkspaceStore store) =>
        Written(store.Codings().Where(c => c.State != CodingState.Proposed).Select(c => c with { Id = 0, LedgerEntry = null }).OrderBy(c => c.CommentId, StringComparer.Ordinal).ThenBy(c => c.Code, StringComparer.Ordinal));

    private static CodebookWrite Merge(WorkspaceStore store, string into, int version = 1)
    {
        var book = Latest(store);
        return store.ReviseCodebook(
            CodebookOperations.Merge(book, ["bus", "walk"], CodebookOperations.Together(book, ["bus", "walk"], into, new BilingualText("移動", "Moving"))), version, "佐倉", Noon, "同じ話なので");
    }

    private static Codebook Latest(WorkspaceStore store) => CodebookReader.Read(store.Codebooks()[^1].Yaml);

    private static WorkspaceStore Prepared(WorkspaceFolder folder)
    {
        var store = folder.Create();
        store.Import(Batch(File));
        Assert.Equal(CodebookOutcome.Written, store.SaveCodebook(Codes, 0, "佐倉", Noon).Outcome);
        return store;
    }

    private static StoredCoding Coding(int comment, string code, CodingState state) => Coded.Coding(Ids[comment], code, state);

    private static Code Code(string id) => new(id, new BilingualText(id, id), new BilingualText(string.Empty, string.Empty), string.Empty, string.Empty, [], []);

    private static string Written(IEnumerable<StoredCoding> codings) => System.Text.Json.JsonSerializer.Serialize(codings);
}
