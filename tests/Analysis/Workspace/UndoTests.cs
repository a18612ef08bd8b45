using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using static FeedbackLab.Analysis.Tests.Workspace.InventedFiles;
using static FeedbackLab.Analysis.Tests.Workspace.WorkspaceFolder;

namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class UndoTests
{
    private static readonly CommentCorpus First = Table("回答.csv", ("青葉", "送迎が足りない。"), ("若草", "夜間が不安だ。"), ("桜", "研修に出られない。"));
    private static readonly CommentCorpus Corrected = Table("回答.csv", ("松", "段差がある。"), ("青葉", "送迎が足りない。"), ("桜", "研修に出にくい。"));

    [Fact]
    public void Undoing_the_first_import_leaves_an_empty_workspace()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var empty = folder.Dump();
        var import = store.Import(Batch(Everything())).Import!.Value;
        Assert.NotEqual(empty, folder.Dump());
        Assert.Equal(new ImportUndo(import, 2, 0, 0, 0), store.Undo(import, "佐倉", Noon));
        Assert.Equal(empty, folder.Dump());
    }

    [Fact]
    public void Words_of_an_undone_import_are_in_no_file_of_the_workspace()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Table("a.csv", ("青葉", "送迎が足りない。"))));
        store.Import(Batch(Large("b.csv", 300)));
        store.Undo(store.Imports()[^1].Id, "佐倉", Noon);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(folder.Path),
            f => f.Contains("feedback.db", StringComparison.Ordinal) && Encoding.UTF8.GetString(Read(f)).Contains("夜間の見守り", StringComparison.Ordinal));

        static byte[] Read(string file)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var all = new MemoryStream();
            stream.CopyTo(all);
            return all.ToArray();
        }
    }

    [Fact]
    public void Undoing_a_correction_gives_every_row_back_with_its_codings()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var same = Table("同じ.csv", ("桜", "雨の日に困る。"));
        store.Import(Batch(Together(First, same, Everything())));
        Coded.Everything(store);
        var before = folder.Dump();
        var (codings, corpus) = (store.Codings(), Written(store.Corpus()));

        // A correction, a new file, a file that is the same, a settled problem, a new one, and a newly skipped file in one batch.
        var batch = Together(Corrected, same, Table("ない.csv", ("桜", "道が暗い。"))) with { Problems = [Problem("控え.csv", 9)], Skipped = ["新しい図.png"] };
        var import = store.Import(Batch(batch));
        Assert.Equal((1, 2), (import.Sources.Single(s => s.Source == "回答.csv").CodingsKept, import.Sources.Single(s => s.Source == "回答.csv").CodingsSetAside));
        Assert.Equal(2, store.OrphanedCodings().Length);
        Assert.NotEqual(before, folder.Dump());

        Assert.Equal(new ImportUndo(import.Import!.Value, 1, 1, 0, 2), store.Undo(import.Import.Value, "佐倉", Noon));
        Assert.Equal(before, folder.Dump());
        Assert.Equal(corpus, Written(store.Corpus()));
        Assert.Equal(codings.Select(c => c.Id), store.Codings().Select(c => c.Id));
    }

    [Fact]
    public void Imports_are_undone_one_after_the_other_to_the_first()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var dumps = new Stack<(long Import, string Before)>();
        foreach (var corpus in new[] { First, Table("別.csv", ("桜", "道が暗い。")), Corrected, First, Table("回答.csv", ("松", "段差がある。")) })
        {
            var before = folder.Dump();
            dumps.Push((store.Import(Batch(corpus)).Import!.Value, before));
        }

        while (dumps.TryPop(out var last))
        {
            store.Undo(last.Import, "佐倉", Noon);
            Assert.Equal(last.Before, folder.Dump());
        }
    }

    [Fact]
    public void Only_the_latest_import_that_is_not_undone_can_be_undone()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        Assert.Throws<WorkspaceException>(() => store.Undo(1, "佐倉", Noon));
        var first = store.Import(Batch(First)).Import!.Value;
        var second = store.Import(Batch(Corrected)).Import!.Value;
        var before = folder.Dump();
        var failure = Assert.Throws<WorkspaceException>(() => store.Undo(first, "佐倉", Noon));
        Assert.Contains($"{second}", failure.What.Ja, StringComparison.Ordinal);
        Assert.Contains($"{second}", failure.What.En, StringComparison.Ordinal);
        Assert.Equal(before, folder.Dump());
        store.Undo(second, "佐倉", Noon);
        Assert.Throws<WorkspaceException>(() => store.Undo(second, "佐倉", Noon));
        store.Undo(first, "佐倉", Noon);
    }

    [Fact]
    public void Codings_made_after_an_import_survive_its_undo_and_return_with_the_file()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(First));
        var second = store.Import(Batch(Corrected)).Import!.Value;
        Coded.Everything(store);
        var undo = store.Undo(second, "佐倉", Noon);
        Assert.Equal((2, 0), (undo.CodingsSetAside, undo.CodingsReturned));
        Assert.Single(store.Codings());
        Assert.Equal(2, Assert.Single(store.Import(Batch(Corrected)).Sources).CodingsReturned);
        Assert.Equal(3, store.Codings().Length);
        Assert.Empty(store.OrphanedCodings());
    }

    [Fact]
    public void Evidence_stays_at_its_words_when_punctuation_is_corrected_and_when_that_is_undone()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Table("回答.csv", ("青葉", "送迎が全く、足りない。"), ("若草", "夜間が不安だ。"))));
        Coded.Everything(store);
        var ids = store.Corpus().Comments.Select(c => c.Id).ToList();
        store.Decide([new CommentDecision(ids[0], [Coded.Coding(ids[0])], "野々村", Noon, 1, IsBlind: true)]);
        var before = folder.Dump();
        var import = store.Import(Batch(Table("回答.csv", ("青葉", "　送 迎が全く足りない。"), ("若草", "夜間が不安だ。"))));
        var source = Assert.Single(import.Sources);
        Assert.Equal((3, 2, 0, 1), (source.CodingsKept, source.CodingsRepunctuated, source.CodingsSetAside, source.Changed));
        var comment = store.Corpus().Comments[0];
        Assert.Equal(ids[0], comment.Id);
        Assert.Equal(["送 迎", "全く"], store.Codings(comment.Id).Single().Evidence.Select(e => comment.Text[e.Start..e.End]));
        Assert.Equal(ids, store.Codings().Select(c => c.CommentId));
        Assert.Equal(2, store.Decisions().Count);
        store.Undo(import.Import!.Value, "佐倉", Noon);
        Assert.Equal(before, folder.Dump());
    }

    [Fact]
    public void What_people_decided_of_words_that_were_corrected_is_counted_and_listed_beside_the_new_words()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Table("回答.csv", ("青葉", "もっと来てほしい。"), ("若草", "夜間が不安だ。"), ("桜", "段差がある。"))));
        store.SaveCodebook(Coded.Codebook, 0, "佐倉", Noon);
        var ids = store.Corpus().Comments.Select(c => c.Id).ToList();
        store.SaveCodings([Coded.Coding(ids[1], "night"), Coded.Coding(ids[2], state: CodingState.Proposed)]);
        store.Decide([new CommentDecision(ids[0], [], "野々村", Noon, 1)]);
        var source = Assert.Single(store.Import(Batch(Table("回答.csv", ("青葉", "もっと来て欲しい。")))).Sources);
        Assert.Equal((0, 3, 2), (source.CodingsKept, source.CodingsSetAside, source.DecisionsSetAside));
        Assert.Equal(
            [(ids[0], "もっと来て欲しい。", null, "野々村"), (ids[1], null, "night", "佐倉")],
            store.SetAside().Select(d => (d.Before.Id, d.Now?.Text, d.Code, d.Who)));
    }

    [Fact]
    public void A_comment_that_comes_back_in_a_third_version_gets_its_codings_back()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(First));
        Coded.Everything(store);
        store.Import(Batch(Corrected));
        var third = Table("回答.csv", ("青葉", "送迎が足りない。"), ("若草", "夜間が不安だ。"), ("桜", "研修に出られない。"), ("松", "段差がある。"));
        Assert.Equal(2, Assert.Single(store.Import(Batch(third)).Sources).CodingsReturned);
        Assert.Empty(store.OrphanedCodings());
    }
}
