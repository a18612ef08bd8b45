using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Storage;

namespace FeedbackLab.Analysis.Tests.Index;

public sealed class IndexFolderTests
{
    [Fact]
    public void An_index_that_is_not_there_is_missing()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(IndexProblem.Missing, Problem(() => IndexFolder.Open(folder.Path, "f")));
        Assert.Equal(IndexProblem.Missing, Problem(() => IndexFolder.Open(Path.Combine(folder.Path, "none"), "f")));
        Assert.NotEmpty(IndexCheck.Verify(folder.Path));
    }

    [Fact]
    public void An_index_that_was_made_otherwise_is_stale()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, "one", "引継ぎの書");
        Assert.Equal(IndexProblem.Stale, Problem(() => IndexFolder.Open(folder.Path, "two")));
        Assert.Equal(IndexProblem.Stale, Problem(() => IndexWriter.Open(folder.Path, "two")));
    }

    [Fact]
    public void A_second_writer_waits_for_the_first()
    {
        using var folder = new TemporaryFolder();
        using (IndexWriter.Create(folder.Path, "f"))
        {
            Assert.Equal(IndexProblem.Locked, Problem(() => IndexWriter.Create(folder.Path, "f")));
        }

        using var next = IndexWriter.Create(folder.Path, "f");
    }

    [Fact]
    public void What_is_not_committed_does_not_show_and_leaves_the_index_as_it_was()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, "f", "引継ぎの書");
        using (var writer = IndexWriter.Create(folder.Path, "g"))
        {
            writer.Add([Document("2", "別の書")]);
        }

        using var index = IndexFolder.Open(folder.Path, "f");
        Assert.Equal(["1"], Ids(index, new AllQuery()));
    }

    [Fact]
    public void A_snapshot_keeps_its_state_while_the_index_goes_on()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, "f", "引継ぎの書");
        using var before = IndexFolder.Open(folder.Path, "f");
        using (var writer = IndexWriter.Open(folder.Path, "f"))
        {
            writer.Add([Document("1", "別の書"), Document("2", "の")]);
            writer.CommitMerged();
        }

        Assert.Equal(["1"], Ids(before, new SurfaceQuery("継ぎ")));
        using var after = IndexFolder.Open(folder.Path, "f");
        Assert.Equal([], Ids(after, new SurfaceQuery("継ぎ")));
        Assert.Equal(["1", "2"], Ids(after, new TermQuery("の")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_comments_make_the_same_files_on_one_thread_and_on_two()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        foreach (var (folder, workers) in new[] { (one.Path, 1), (two.Path, 2) })
        {
            using var writer = IndexWriter.Create(folder, "f", new IndexWriterOptions { Workers = workers, SegmentComments = 700, MergedComments = 0 });
            writer.Add(Enumerable.Range(0, 3000).Select(i => Document("i" + i, "引継ぎの書" + (i % 97))).ToList());
            writer.CommitMerged();
        }

        var files = new[] { one.Path, two.Path }.Select(f => File.ReadAllBytes(Assert.Single(Directory.GetFiles(f, "*.segment")))).ToList();
        Assert.Equal(files[0], files[1]);
    }

    [Fact]
    public void Layouts_come_back_as_they_were_given()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, "f", "引継ぎの書");
        using var index = IndexFolder.Open(folder.Path, "f");
        var layout = index.LayoutOf(index.Find("1")!.Value);
        Assert.Equal([new TokenSpan(0, 1), new TokenSpan(1, 2), new TokenSpan(2, 3), new TokenSpan(3, 4), new TokenSpan(4, 5)], layout.Tokens);
        Assert.Equal([2, 5], layout.SentenceEnds);
        Assert.Null(index.Find("2"));
    }

    [Theory]
    [InlineData("a*", "a*b", false)]
    [InlineData("a\\*b", "a*b", true)]
    [InlineData("a?b", "a*b", true)]
    [InlineData("*a*a*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void Wildcards_match_whole_terms(string pattern, string term, bool isExact)
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, "f"))
        {
            writer.Add([new IndexDocument("1", [new IndexTerm(term, 0)], [], [], []), new IndexDocument("2", [new IndexTerm("ax", 0)], [], [], [])]);
            writer.Commit();
        }

        using var index = IndexFolder.Open(folder.Path, "f");
        Assert.Equal(isExact || pattern == "a*", Ids(index, new WildcardQuery(pattern)).Contains("1"));
        Assert.Equal(pattern == "a*", Ids(index, new WildcardQuery(pattern)).Contains("2"));
    }

    [Fact]
    public void Wrong_questions_and_documents_are_the_callers_mistake()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, "f", "引継ぎの書");
        using var index = IndexFolder.Open(folder.Path, "f");
        IndexQuery deep = new TermQuery("の");
        for (var i = 0; i < 100_000; i++)
        {
            deep = new BoostQuery(deep, 1);
        }

        foreach (var query in new IndexQuery[]
        {
            deep,
            new PhraseQuery([]),
            new PhraseQuery([new PhraseSlot(1, ["の"]), new PhraseSlot(1, ["の"])]),
            new BoostQuery(new TermQuery("の"), double.NaN),
            new NearQuery(new AllQuery(), new TermQuery("の"), 1),
            new SurfaceQuery(""),
        })
        {
            Assert.Throws<ArgumentException>(() => index.Search(new SearchRequest(query)));
        }

        using var writer = IndexWriter.Open(folder.Path, "f");
        Assert.Throws<ArgumentException>(() => writer.Add([new IndexDocument("", [], [], [], [])]));
        Assert.Throws<ArgumentException>(() => writer.Add([new IndexDocument("2", [new IndexTerm("の", 1), new IndexTerm("の", 0)], [], [], [])]));
    }

    private static IndexProblem Problem(Func<IDisposable> open) => Assert.Throws<IndexException>(() => open().Dispose()).Problem;

    private static IEnumerable<string> Ids(IndexSnapshot index, IndexQuery query) => index.Search(new SearchRequest(query)).Hits.Select(h => h.Id);

    private static void Write(string folder, string fingerprint, string text)
    {
        using var writer = IndexWriter.Create(folder, fingerprint);
        writer.Add([Document("1", text)]);
        writer.Commit();
    }

    // A token a character.
    private static IndexDocument Document(string id, string text) => new(
        id,
        [.. text.Select((c, i) => new IndexTerm(c.ToString(), i))],
        [.. text.Select((c, i) => new IndexToken(c.ToString(), i, i + 1))],
        [Math.Min(2, text.Length), text.Length],
        []);
}
