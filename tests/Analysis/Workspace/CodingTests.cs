using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using static FeedbackLab.Analysis.Tests.Workspace.InventedFiles;
using static FeedbackLab.Analysis.Tests.Workspace.WorkspaceFolder;

namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class CodingTests
{
    [Fact]
    public void Proposals_of_an_analysis_replace_those_of_the_one_before_and_no_decision()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        var (first, second) = (File.Comments[0].Id, File.Comments[1].Id);
        Assert.Equal(new ProposalWrites(2, 0), store.ReplaceProposals([Coded.Coding(first, "bus"), Coded.Coding(second, "night")], 1, "機械", Noon));
        var bus = store.Codings(first).Single();
        store.SaveCodings([bus with { State = CodingState.Accepted, Who = "野々村" }]);
        Assert.Equal(new ProposalWrites(0, 0), store.ReplaceProposals([Coded.Coding(first, "bus"), Coded.Coding(second, "night")], 1, "機械", Noon));
        Assert.Equal(new ProposalWrites(1, 1), store.ReplaceProposals([Coded.Coding(first, "bus"), Coded.Coding(second, "day")], 1, "機械", Noon));
        Assert.Equal([("bus", CodingState.Accepted, "野々村"), ("day", CodingState.Proposed, "機械")], store.Codings().Select(c => (c.Code, c.State, c.Who)));

        var decision = Assert.Single(store.Decisions());
        Assert.Equal((first, true), (decision.Key, decision.Value.IsComplete));
        Assert.Equal(["bus"], decision.Value.Accepted.AsEnumerable());
    }

    [Fact]
    public void Decisions_on_a_comment_can_be_taken_back_and_the_journal_keeps_them()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        var id = File.Comments[0].Id;
        store.ReplaceProposals([Coded.Coding(id, "bus")], 1, "機械", Noon);
        var before = store.Codings(id);
        store.SaveCodings([before[0] with { State = CodingState.Rejected, Who = "野々村" }, Coded.Coding(id, "night", CodingState.Edited)]);
        store.RestoreCodings(id, before, "野々村", Noon);
        Assert.Equal([("bus", CodingState.Proposed, "機械")], store.Codings().Select(c => (c.Code, c.State, c.Who)));
        Assert.Empty(store.Decisions());
        Assert.Contains(store.JournalEntries(), e => e.Kind == JournalKind.CodingUndone);
        Assert.Equal(3, store.Codings()[0].Version);
    }

    [Fact]
    public void A_person_who_decides_while_an_analysis_renews_or_withdraws_its_proposals_is_not_refused()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        var (first, second) = (File.Comments[0].Id, File.Comments[1].Id);
        store.ReplaceProposals([Coded.Coding(first, "bus"), Coded.Coding(second, "night")], 1, "機械", Noon);
        var read = store.Codings();
        store.ReplaceProposals([Coded.Coding(first, "bus") with { Score = 0.75 }], 1, "機械", Noon);
        var writes = store.SaveCodings([.. read.Select(r => r with { State = CodingState.Rejected, Who = "野々村" })]);
        Assert.Empty(writes.Refused);
        Assert.Equal([3, 1], writes.Written.Select(w => w.Version));
        Assert.Equal(writes.Written.Select(w => (w.Id, w.Version)), store.Codings().Select(c => (c.Id, c.Version)));
    }

    [Fact]
    public void A_comment_that_was_looked_at_while_an_analysis_ran_gets_no_proposal_of_it()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        var (first, second) = (File.Comments[0].Id, File.Comments[1].Id);
        store.Decide([new CommentDecision(first, [], "野々村", Noon, 1)]);
        Assert.Equal(new ProposalWrites(1, 0), store.ReplaceProposals([Coded.Coding(first, "bus"), Coded.Coding(second, "night")], 1, "機械", Noon));
        Assert.Equal([second], store.Codings().Select(c => c.CommentId));
    }

    private static readonly CommentCorpus File = Table("回答.csv", ("青葉", "送迎が足りない。"), ("若草", "夜間が不安だ。"));

    [Theory]
    [InlineData(CodingState.Proposed)]
    [InlineData(CodingState.Accepted)]
    [InlineData(CodingState.Edited)]
    [InlineData(CodingState.Rejected)]
    public void A_coding_comes_back_as_it_was_written(CodingState state)
    {
        using var folder = new WorkspaceFolder();
        using (var store = Prepared(folder))
        {
            var wanted = Coded.Coding(File.Comments[1].Id, state: state);
            Assert.Equal(wanted with { Version = 1, Id = 1 }, Assert.Single(store.SaveCodings([wanted]).Written));
            store.SaveCodings([Coded.Coding(File.Comments[0].Id, "night") with { Score = null, Evidence = [], Who = "機械 \uD800" }]);
        }

        using var reopened = folder.Open();
        var codings = reopened.Codings();
        Assert.Equal(StoredAs(Coded.Coding(File.Comments[1].Id, state: state, version: 1) with { Id = 1 }), StoredAs(codings[0]));
        Assert.Equal((null, true, "機械 \uD800", Noon.Offset), (codings[1].Score, codings[1].Evidence.IsEmpty, codings[1].Who, codings[1].When.Offset));
        Assert.Equal(codings[1].Id, Assert.Single(reopened.Codings(File.Comments[0].Id)).Id);
    }

    [Fact]
    public void A_write_with_an_old_version_number_is_refused_and_told_what_stands_there()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        var id = File.Comments[0].Id;
        store.SaveCodings([Coded.Coding(id)]);
        using var other = folder.Open();
        Assert.Equal(2, Assert.Single(other.SaveCodings([Coded.Coding(id, state: CodingState.Rejected, version: 1) with { Who = "野々村" }]).Written).Version);
        foreach (var version in new[] { 0, 1, 3 })
        {
            var refused = Assert.Single(store.SaveCodings([Coded.Coding(id, state: CodingState.Edited, version: version)]).Refused);
            Assert.Equal((CodingRefusal.ChangedMeanwhile, CodingState.Rejected, "野々村", 2), (refused.Reason, refused.Current!.State, refused.Current.Who, refused.Current.Version));
        }

        Assert.Equal(CodingState.Rejected, Assert.Single(store.Codings()).State);
    }

    [Theory]
    [InlineData(CodingState.Accepted)]
    [InlineData(CodingState.Edited)]
    [InlineData(CodingState.Rejected)]
    public void A_proposal_never_overrules_a_person(CodingState decided)
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        var id = File.Comments[0].Id;
        store.SaveCodings([Coded.Coding(id, state: decided)]);
        foreach (var version in new[] { 0, 1 })
        {
            Assert.Equal(CodingRefusal.DecidedByPerson, Assert.Single(store.SaveCodings([Coded.Coding(id, state: CodingState.Proposed, version: version)]).Refused).Reason);
        }

        Assert.Equal(decided, Assert.Single(store.Codings()).State);
    }

    [Fact]
    public void Each_coding_of_a_call_is_written_or_refused_by_itself()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        var writes = store.SaveCodings(
        [
            Coded.Coding("ない"),
            Coded.Coding(File.Comments[0].Id) with { CodebookVersion = 7 },
            Coded.Coding(File.Comments[0].Id),
            Coded.Coding(File.Comments[0].Id),
        ]);
        Assert.Equal([CodingRefusal.NoSuchComment, CodingRefusal.NoSuchCodebook, CodingRefusal.ChangedMeanwhile], writes.Refused.Select(r => r.Reason));
        Assert.Single(writes.Written);
        Assert.Single(store.Codings());
    }

    [Fact]
    public void The_journal_tells_every_decision_and_cannot_be_rewritten()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        var id = File.Comments[0].Id;
        store.SaveCodings([Coded.Coding(id, state: CodingState.Proposed)]);
        store.SaveCodings([Coded.Coding(id, state: CodingState.Rejected, version: 1)]);
        var entries = store.JournalEntries();
        Assert.Equal([JournalKind.Import, JournalKind.Codebook, JournalKind.Coding, JournalKind.Coding], entries.Select(e => e.Kind));
        Assert.Equal([id, id], entries[2..].Select(e => e.Subject));
        Assert.Contains("\"state\":\"Proposed\"", entries[2].Data, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"Rejected\"", entries[3].Data, StringComparison.Ordinal);
        Assert.Equal([entries[3]], store.JournalEntries(after: entries[2].Id, take: 5));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => folder.Execute("UPDATE journal SET who = 'x'"));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => folder.Execute("DELETE FROM journal"));
        Assert.Equal(entries.AsEnumerable(), store.JournalEntries());
    }

    [Fact]
    public void Codebook_versions_are_kept_and_an_old_number_is_refused()
    {
        using var folder = new WorkspaceFolder();
        using var store = Prepared(folder);
        Assert.Equal(CodebookOutcome.Unchanged, store.SaveCodebook(Coded.Codebook, 1, "佐倉", Noon).Outcome);
        const string More = Coded.Codebook + "- id: day\n  name: 日中\n";
        var refused = store.SaveCodebook(More, 0, "野々村", Noon);
        Assert.Equal((CodebookOutcome.ChangedMeanwhile, 1), (refused.Outcome, refused.Current!.Version));
        Assert.Equal((CodebookOutcome.Written, 2), (store.SaveCodebook(More, 1, "野々村", Noon.AddDays(1)).Outcome, store.Codebooks()[^1].Version));
        Assert.Equal([new CodebookVersion(1, Noon, "佐倉", Sha256(Coded.Codebook), Coded.Codebook), new CodebookVersion(2, Noon.AddDays(1), "野々村", Sha256(More), More)], store.Codebooks().AsEnumerable());
        Assert.Throws<DefinitionException>(() => store.SaveCodebook("codes: []", 2, "佐倉", Noon));
    }

    private static WorkspaceStore Prepared(WorkspaceFolder folder)
    {
        var store = folder.Create();
        store.Import(Batch(File));
        Assert.Equal(CodebookOutcome.Written, store.SaveCodebook(Coded.Codebook, 0, "佐倉", Noon).Outcome);
        return store;
    }

    private static string StoredAs(StoredCoding coding) => System.Text.Json.JsonSerializer.Serialize(coding);
}
