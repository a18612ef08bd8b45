using System.Collections.Concurrent;
using System.Globalization;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Storage;

namespace FeedbackLab.Analysis.Tests.Index;

public sealed class IndexConcurrencyTests
{
    private const int Batch = 50;
    private const int Commits = 40;

    [Fact]
    public async Task Ten_readers_see_whole_states_while_a_writer_adds_and_replaces()
    {
        using var folder = new TemporaryFolder();
        using var writer = IndexWriter.Create(folder.Path, "f", new IndexWriterOptions { MergedComments = 500 });
        writer.Add(Documents(1));
        writer.Commit();
        var done = 0;
        var states = new ConcurrentDictionary<int, bool>();
        var readers = Enumerable.Range(0, 10).Select(_ => Task.Run(() =>
        {
            var last = 0L;
            while (Volatile.Read(ref done) == 0)
            {
                using var index = IndexFolder.Open(folder.Path, "f");
                Assert.True(index.Generation >= last);
                last = index.Generation;
                for (var i = 0; i < 3; i++)
                {
                    // Every commit replaces all comments and adds as many as one batch has, all with its number.
                    var all = index.Search(new SearchRequest(new AllQuery()) { Facets = ["commit"] });
                    var commit = all.Total / Batch;
                    Assert.Equal(0, all.Total % Batch);
                    Assert.Equal(new FacetCount(Number(commit), all.Total, 0), Assert.Single(all.Facets[0].Values));
                    Assert.Equal(all.Total, index.Search(new SearchRequest(new TermQuery("c" + Number(commit)))).Total);
                    states.TryAdd(commit, true);
                }
            }
        })).ToArray();
        for (var commit = 2; commit <= Commits; commit++)
        {
            writer.Add(Documents(commit));
            writer.Commit();
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Volatile.Write(ref done, 1);
        await Task.WhenAll(readers);
        Assert.True(states.Count > 2, "The readers saw too few states to say anything.");
        Assert.Empty(IndexCheck.Verify(folder.Path));
    }

    [Fact]
    public async Task A_snapshot_that_is_closed_answers_what_is_under_way_and_nothing_after()
    {
        using var folder = new TemporaryFolder();
        using (var writer = IndexWriter.Create(folder.Path, "f"))
        {
            writer.Add(Documents(40));
            writer.Commit();
        }

        for (var round = 0; round < 50; round++)
        {
            var index = IndexFolder.Open(folder.Path, "f");
            var searches = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            {
                try
                {
                    while (true)
                    {
                        Assert.Equal(40 * Batch, index.Search(new SearchRequest(new TermQuery("c40"))).Total);
                    }
                }
                catch (ObjectDisposedException)
                {
                    return;
                }
            })).ToArray();
            index.Dispose();
            await Task.WhenAll(searches);
        }
    }

    private static List<IndexDocument> Documents(int commit) =>
        [.. Enumerable.Range(0, commit * Batch).Select(i => new IndexDocument(
            Number(i), [new IndexTerm("c" + Number(commit), 0)], [], [1], [new FacetValue("commit", Number(commit))]))];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
