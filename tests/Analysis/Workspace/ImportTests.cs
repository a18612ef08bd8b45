using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using static FeedbackLab.Analysis.Tests.Workspace.InventedFiles;
using static FeedbackLab.Analysis.Tests.Workspace.WorkspaceFolder;

namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class ImportTests
{
    private static readonly (string?, string)[] Answers = [("青葉", "送迎が足りない。"), ("若草", "夜間が不安だ。"), ("青葉", "研修に出られない。"), (null, "送迎が足りない。")];

    [Fact]
    public void Everything_imported_comes_back_equal_after_reopening()
    {
        using var folder = new WorkspaceFolder();
        var corpus = Everything();
        using (var store = folder.Create())
        {
            var result = store.Import(Batch(corpus));
            Assert.NotNull(result.Import);
            Assert.Equal(corpus.Comments.Length, result.Sources.Sum(s => s.Added));
        }

        using var reopened = folder.Open();
        Assert.Equal(Written(corpus), Written(reopened.Corpus()));
    }

    [Fact]
    public void Files_imported_one_by_one_in_any_order_give_the_corpus_of_all()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        CommentCorpus[] files = [Table("ん.csv", Answers), Table("\uE000.csv", ("若草", "道が暗い。")), Table("𠮷.csv", ("青葉", "人が来ない。")), Table("A.csv", ("青葉", "雨の日に困る。"))];
        foreach (var file in files)
        {
            store.Import(Batch(file));
        }

        Assert.Equal(Written(Together(files)), Written(store.Corpus()));
        Assert.Equal(["A.csv", "ん.csv", "𠮷.csv", "\uE000.csv"], store.Sources().Select(s => s.Source.Name));
    }

    [Theory]
    [InlineData("回答.csv")]
    [InlineData("回答の写し.csv")]
    public void The_same_content_again_changes_nothing_and_says_so(string name)
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Table("回答.csv", Answers)));
        var before = (folder.Dump(), store.JournalEntries().Length);
        var result = store.Import(Batch(Table(name, Answers)));
        Assert.Null(result.Import);
        Assert.Equal((ImportOutcome.AlreadyThere, "回答.csv"), (result.Sources.Single().Outcome, result.Sources.Single().SameAs));
        Assert.Equal(before, (folder.Dump(), store.JournalEntries().Length));
    }

    [Fact]
    public void Importing_everything_again_changes_nothing()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Everything()));
        Assert.Null(store.Import(Batch(Everything())).Import);
    }

    [Fact]
    public void A_corrected_file_replaces_the_older_one_and_comments_keep_their_ids()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Table("回答.csv", Answers)));
        var before = store.Corpus().Comments;
        var corrected = Table("回答.csv", ("桜", "段差がある。"), Answers[0], ("若草", "夜間の見守りが不安だ。"), Answers[3]);
        var result = Assert.Single(store.Import(Batch(corrected)).Sources);
        Assert.Equal(
            new SourceImport("回答.csv", ImportOutcome.Corrected, null, Added: 1, Unchanged: 1, Moved: 1, Changed: 1, Removed: 1, 0, 0, 0),
            result);
        var after = store.Corpus().Comments;
        Assert.Equal(before[0].Id, after[1].Id);
        Assert.Equal(before[3].Id, after[3].Id);
        Assert.Equal(4, after.Select(c => c.Id).Except([before[1].Id, before[2].Id]).Count());
        Assert.Equal(corrected.Comments.Select(c => (c.Text, c.Respondent, c.Place)), after.Select(c => (c.Text, c.Respondent, c.Place)));
    }

    [Fact]
    public void New_comments_of_a_corrected_file_get_their_id_from_the_first_versions_hash()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var first = Table("回答.csv", Answers);
        store.Import(Batch(first));
        store.Import(Batch(Table("回答.csv", [.. Answers, ("桜", "段差がある。")])));
        var added = store.Corpus().Comments[^1];
        Assert.Equal(CommentId.Of(first.Sources[0].Sha256, added.Place, added.Text), added.Id);
        Assert.Equal(first.Sources[0].Sha256, store.Sources().Single().Key);
    }

    [Fact]
    public void Content_that_was_once_another_sources_first_version_gets_ids_of_its_own()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Table("甲.csv", Answers)));
        store.Import(Batch(Table("甲.csv", [.. Answers, ("桜", "段差がある。")])));
        var result = store.Import(Batch(Table("乙.csv", Answers)));
        Assert.Equal(ImportOutcome.Added, result.Sources.Single().Outcome);
        Assert.Equal(9, store.Corpus().Comments.Select(c => c.Id).Distinct().Count());
        Assert.Equal([Table("甲.csv", Answers).Sources[0].Sha256 + "#2", Table("甲.csv", Answers).Sources[0].Sha256], store.Sources().Select(s => s.Key));
    }

    [Fact]
    public void The_same_content_is_read_anew_only_with_another_mapping()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var corpus = Table("回答.csv", Answers);
        store.Import(Batch(corpus, new MappingText("回答.csv", "respondent: 事業所\n")));
        Assert.Equal("respondent: 事業所\n", store.Sources().Single().Mapping);
        Assert.Null(store.Import(Batch(corpus)).Import);
        Assert.Null(store.Import(Batch(corpus, new MappingText("回答.csv", "respondent: 事業所\n"))).Import);
        var result = store.Import(Batch(corpus, new MappingText("回答.csv", "respondent: 回答者\n")));
        Assert.Equal((ImportOutcome.Corrected, 4), (result.Sources.Single().Outcome, result.Sources.Single().Unchanged));
        Assert.Equal("respondent: 回答者\n", store.Sources().Single().Mapping);
    }

    [Fact]
    public void A_files_problem_stays_until_an_import_says_something_else_of_it()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var empty = Table("甲.csv", Answers) with { Problems = [Problem("乙.csv", null), Problem("丙.csv", 3)] };
        store.Import(Batch(empty));
        store.Import(Batch(Table("乙.csv", ("桜", "段差がある。")) with { Problems = [Problem("乙.csv", 2, ProblemSeverity.Notice)] }));
        Assert.Equal([Problem("丙.csv", 3), Problem("乙.csv", 2, ProblemSeverity.Notice)], store.Corpus().Problems);
        store.Import(Batch(Table("乙.csv", ("桜", "段差が高い。"))));
        Assert.Equal([Problem("丙.csv", 3)], store.Corpus().Problems);
    }

    [Fact]
    public void Comments_are_found_by_source_respondent_and_year_page_by_page()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        store.Import(Batch(Together(Table("甲.csv", 2023, Answers), Table("乙.csv", 2024, [.. Answers, ("青葉", "道が暗い。")]))));
        var all = store.Corpus().Comments;
        Assert.Equal(Ids(all), Ids(store.Comments(new CommentFilter()).Comments));
        Check(new CommentFilter(Source: "乙.csv"), c => c.Source == "乙.csv");
        Check(new CommentFilter(Respondent: "青葉"), c => c.Respondent == "青葉");
        Check(new CommentFilter(Year: 2024, Respondent: "青葉"), c => c is { Respondent: "青葉", Year: 2024 });
        Check(new CommentFilter(Source: "ない.csv"), _ => false);
        for (var skip = 0; skip <= all.Length; skip++)
        {
            var page = store.Comments(new CommentFilter(Skip: skip, Take: 3));
            Assert.Equal(all.Length, page.Total);
            Assert.Equal(Ids(all.Skip(skip).Take(3)), Ids(page.Comments));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => store.Comments(new CommentFilter(Skip: -1)));

        void Check(CommentFilter filter, Func<Comment, bool> wanted)
        {
            var page = store.Comments(filter);
            Assert.Equal(Ids(all.Where(wanted)), Ids(page.Comments));
            Assert.Equal(page.Comments.Length, page.Total);
        }

        static IEnumerable<string> Ids(IEnumerable<Comment> comments) => comments.Select(c => c.Id);
    }

    [Fact]
    public void A_batch_that_contradicts_itself_is_a_mistake_of_the_program_and_changes_nothing()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var corpus = Table("回答.csv", Answers);
        var before = folder.Dump();
        Assert.Throws<ArgumentException>(() => store.Import(Batch(corpus with { Sources = [] })));
        Assert.Throws<ArgumentException>(() => store.Import(Batch(corpus with { Sources = [.. corpus.Sources, .. corpus.Sources] })));
        Assert.Throws<ArgumentException>(() => store.Import(Batch(corpus, new MappingText("ない.csv", "a: b"))));
        Assert.Throws<ArgumentException>(() => store.Import(Batch(corpus) with { Who = " " }));
        Assert.Equal(before, folder.Dump());
    }

    [Fact]
    public void The_history_tells_who_imported_what_and_when()
    {
        using var folder = new WorkspaceFolder();
        using var store = folder.Create();
        var first = store.Import(Batch(Table("甲.csv", Answers)));
        var second = store.Import(new ImportBatch(Table("乙.csv", ("桜", "段差がある。")), "野々村", Noon.AddDays(1), []));
        store.Undo(second.Import!.Value, "佐倉", Noon.AddDays(2));
        var history = store.Imports();
        Assert.Equal([first.Import!.Value, second.Import.Value], history.Select(i => i.Id));
        Assert.Equal(["佐倉", "野々村"], history.Select(i => i.Who));
        Assert.Equal([Noon, Noon.AddDays(1)], history.Select(i => i.When));
        Assert.Equal(TimeSpan.FromHours(9), history[0].When.Offset);
        Assert.Equal(first.Sources.AsEnumerable(), history[0].Sources);
        Assert.Equal([false, true], history.Select(i => i.Undone));
    }
}
