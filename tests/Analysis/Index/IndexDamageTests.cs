using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Storage;

namespace FeedbackLab.Analysis.Tests.Index;

public sealed class IndexDamageTests
{
    private static readonly SearchRequest[] Requests =
    [
        new(new TermQuery("引継")) { Facets = [FacetNames.Year, "theme"] },
        new(PhraseQuery.Of("引継", "の")),
        new(new PhraseQuery([new PhraseSlot(0, ["引"]), new PhraseSlot(1, ["書"])], 3)),
        new(new WildcardQuery("*")) { Order = HitOrder.ByRespondent },
        new(new SurfaceQuery("継の")),
        new(new NearQuery(new TermQuery("の"), new PrefixQuery("引"), 2)),
        new(BooleanQuery.Or(new TermQuery("a"), new TermQuery("ぎ"), new RangeQuery(FacetNames.Year, "2016", null))),
        new(BooleanQuery.Or(new TermQuery("a"), new TermQuery("ぎ"))),
    ];

    [Fact]
    public void Any_byte_of_any_file_that_changes_is_found()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, 12);
        Assert.Empty(IndexCheck.Verify(folder.Path));
        ForEachFlip(folder.Path, 1, () =>
        {
            Assert.NotEmpty(IndexCheck.Verify(folder.Path));
            Assert.Throws<IndexException>(() => IndexFolder.Open(folder.Path, "f"));
        });
        Assert.Empty(IndexCheck.Verify(folder.Path));
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(700, 5)]
    public void A_damaged_index_that_is_opened_unchecked_answers_or_says_that_it_is_damaged(int comments, int step)
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, comments);
        var answers = 0;
        ForEachFlip(folder.Path, step, () =>
        {
            try
            {
                using var index = IndexFolder.Open(folder.Path, "f", isChecked: false);
                foreach (var request in Requests)
                {
                    index.Search(request);
                    answers++;
                }

                index.LayoutOf(0);
                index.Find("5");
            }
            catch (IndexException e)
            {
                Assert.Equal(IndexProblem.Damaged, e.Problem);
            }
        });
        Assert.True(answers > 100);
    }

    [Fact]
    public void A_file_that_is_cut_short_or_gone_is_found()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, 12);
        var segment = Directory.GetFiles(folder.Path, "*.segment")[0];
        var bytes = File.ReadAllBytes(segment);
        for (var length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(segment, bytes[..length]);
            Assert.Throws<IndexException>(() => IndexFolder.Open(folder.Path, "f", isChecked: false));
            Assert.NotEmpty(IndexCheck.Verify(folder.Path));
        }

        File.Delete(segment);
        Assert.Equal(IndexProblem.Damaged, Assert.Throws<IndexException>(() => IndexFolder.Open(folder.Path, "f")).Problem);
        Assert.NotEmpty(IndexCheck.Verify(folder.Path));
    }

    [Fact]
    public void A_damaged_index_is_built_anew_over_its_remains()
    {
        using var folder = new TemporaryFolder();
        Write(folder.Path, 12);
        File.WriteAllBytes(Path.Combine(folder.Path, "manifest"), [1, 2, 3]);
        Assert.Throws<IndexException>(() => IndexWriter.Open(folder.Path, "f"));
        Write(folder.Path, 5);
        using var index = IndexFolder.Open(folder.Path, "f");
        Assert.Equal(4, index.Count);
        Assert.Empty(IndexCheck.Verify(folder.Path));
    }

    private static void ForEachFlip(string folder, int step, Action check)
    {
        foreach (var file in Directory.GetFiles(folder).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(file);
            for (var at = 0; at < bytes.Length; at += step)
            {
                var flipped = bytes.ToArray();
                flipped[at] ^= (byte)(1 << (at % 8));
                File.WriteAllBytes(file, flipped);
                check();
            }

            File.WriteAllBytes(file, bytes);
        }
    }

    // Two segments, in the first of which one comment is deleted.
    private static void Write(string folder, int comments)
    {
        using var writer = IndexWriter.Create(folder, "f", new IndexWriterOptions { MergedComments = 0 });
        var documents = Enumerable.Range(0, comments)
            .Select(i => ModelComment.Of(
                i.ToString(System.Globalization.CultureInfo.InvariantCulture), [i, i / 2, i / 3, 1, 4, i, i * 7, 4, 60 + i, i / 5, 84 + i]).Document)
            .ToList();
        writer.Add(documents[..(comments / 2)]);
        writer.Add(documents[(comments / 2)..]);
        writer.Commit();
        writer.Remove(["1"]);
        writer.Commit();
    }
}
