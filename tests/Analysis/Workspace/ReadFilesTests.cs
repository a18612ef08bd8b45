using System.Text;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using static FeedbackLab.Analysis.Tests.Workspace.InventedFiles;
using static FeedbackLab.Analysis.Tests.Workspace.WorkspaceFolder;

namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class ReadFilesTests
{
    [Fact]
    public void The_samples_come_back_as_they_were_read()
    {
        using var folder = new WorkspaceFolder();
        var corpus = CorpusReader.Read([Path.Combine(AppContext.BaseDirectory, "samples")], new ReadOptions());
        Assert.True(corpus is { Comments.Length: > 100, Meetings.IsEmpty: false, Tables.IsEmpty: false, LeftOut.IsEmpty: false, Skipped.IsEmpty: false });
        using var store = folder.Create();
        store.Import(ImportBatch.Of(corpus, "佐倉", Noon));
        Assert.Equal(Written(corpus), Written(store.Corpus()));
        Assert.Null(store.Import(ImportBatch.Of(corpus, "佐倉", Noon)).Import);
    }

    [Fact]
    public void Codings_follow_their_comments_through_a_file_corrected_on_the_disk()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Read(folder, "事業所,ご意見\n青葉,送迎が足りない。\n若草,夜間が不安だ。\n桜,研修に出られない。\n")));
        Coded.Everything(store);
        var coded = store.Corpus().Comments.ToDictionary(c => c.Text, c => c.Id);
        var result = store.Import(Batch(Read(folder, "事業所,ご意見\n松,段差がある。\n桜,研修に出られない。\n青ば,送迎が足りない。\n若草,夜間はとても不安だ。\n")));
        Assert.Equal(
            new SourceImport("回答.csv", ImportOutcome.Corrected, null, Added: 2, Unchanged: 0, Moved: 1, Changed: 1, Removed: 1, 1, 2, 0) { DecisionsSetAside = 2 },
            result.Sources.Single());
        Assert.Equal([coded["研修に出られない。"]], store.Codings().Select(c => c.CommentId));
        Assert.Equal([coded["送迎が足りない。"], coded["夜間が不安だ。"]], store.OrphanedCodings().Select(c => c.CommentId));
    }

    [Fact]
    public void A_corrected_file_from_a_Mac_replaces_the_one_whose_name_looks_the_same()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Read(folder, "事業所,ご意見\n青葉,送迎が足りない。\n", "がっこう.csv")));
        var corrected = Read(folder, "事業所,ご意見\n青葉,送迎がまだ足りない。\n", "がっこう.csv".Normalize(NormalizationForm.FormD));
        Assert.Equal(ImportOutcome.Corrected, store.Import(Batch(corrected)).Sources.Single().Outcome);
        Assert.Equal(["がっこう.csv"], store.Sources().Select(s => s.Source.Name));
        Assert.Single(store.Corpus().Comments);
    }

    [Fact]
    public void So_does_one_after_a_name_that_an_older_version_kept_in_parts()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Table("がっこう.csv".Normalize(NormalizationForm.FormD), ("青葉", "送迎が足りない。"))));
        var result = store.Import(Batch(Table("がっこう.csv", ("青葉", "送迎がまだ足りない。"))));
        Assert.Equal(ImportOutcome.Corrected, result.Sources.Single().Outcome);
        Assert.Equal("送迎がまだ足りない。", Assert.Single(store.Corpus().Comments).Text);
    }

    private static CommentCorpus Read(WorkspaceFolder folder, string text, string name = "回答.csv")
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, text);
        return CorpusReader.Read([path], new ReadOptions());
    }
}
