using System.Globalization;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Index;

public sealed class IndexPropertyTests
{
    [Theory]
    [InlineData(1, 600)]
    [InlineData(40, 100)]
    public void Every_answer_equals_that_of_a_scan(int repeats, int tests) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(20261121, 7),
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[][]>(),
                ArbMap.Default.ArbFor<int[]>(),
                ArbMap.Default.ArbFor<int[]>(),
                (comments, steps, query) =>
                {
                    using var folder = new TemporaryFolder();
                    var model = Write(folder.Path, comments ?? [], steps ?? [], repeats);
                    Assert.Empty(IndexCheck.Verify(folder.Path));
                    using var index = IndexFolder.Open(folder.Path, "f");
                    var numbers = new ModelQuery(query ?? []);
                    index.ManyComments = numbers.Number(8) == 7 ? 0 : 100_000;
                    for (var i = 0; i < 5; i++)
                    {
                        AssertSame(model, index, numbers.Next(), numbers.Number(5), numbers.Number(3));
                    }

                    // The way that passes over blocks, with few hits wanted.
                    foreach (var (a, b) in new[] { (0, 1), (2, 3), (4, 5) })
                    {
                        var either = BooleanQuery.Or(new TermQuery(ModelComment.Word(a)), new BoostQuery(new TermQuery(ModelComment.Word(b)), 2));
                        AssertSame(model, index, either, 1 + a, 0);
                        AssertSame(model, index, new TermQuery(ModelComment.Word(b)), 1 + a, 0);
                    }
                }));

    [Fact]
    public void A_facet_that_is_replaced_changes_nothing_else() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20261121, 9),
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[][]>(),
                ArbMap.Default.ArbFor<int[]>(),
                ArbMap.Default.ArbFor<int[]>(),
                (comments, steps, query) =>
                {
                    using var folder = new TemporaryFolder();
                    var model = Write(folder.Path, comments ?? [], steps ?? [], repeats: 1);
                    var numbers = new ModelQuery(query ?? []);
                    var (skipped, width) = (numbers.Number(4), 1 + numbers.Number(3));
                    System.Collections.Immutable.ImmutableArray<string> Themes(string id) => id.Length % 4 == skipped
                        ? []
                        : [.. Enumerable.Range(0, width).Select(i => "t" + ((id[^1] + i) % 4).ToString(CultureInfo.InvariantCulture))];
                    using (var writer = IndexWriter.Open(folder.Path, "f"))
                    {
                        writer.ReplaceFacet("theme", Themes);
                        writer.Commit();
                    }

                    model = model.ConvertAll(c => c with
                    {
                        Document = c.Document with
                        {
                            Facets = [.. c.Document.Facets.Where(f => f.Name != "theme"), .. Themes(c.Id).Distinct().Select(t => new FacetValue("theme", t))],
                        },
                    });
                    Assert.Empty(IndexCheck.Verify(folder.Path));
                    using var index = IndexFolder.Open(folder.Path, "f");
                    AssertSame(model, index, numbers.Next(), 1 + numbers.Number(5), numbers.Number(3));
                }));

    // Adds the comments in batches, replaces some and removes some, as the steps say; what must be there then.
    private static List<ModelComment> Write(string folder, int[][] comments, int[] steps, int repeats)
    {
        // Small segments, or such as have several full blocks of postings.
        var options = repeats == 1
            ? new IndexWriterOptions { SegmentComments = 64, SegmentUses = 2000, MergedComments = steps.Length * 20 }
            : new IndexWriterOptions { SegmentComments = 5000, MergedComments = 10_000 };
        var model = new List<ModelComment>();
        var all = Enumerable.Range(0, repeats)
            .SelectMany(_ => comments)
            .Select((c, i) => (repeats == 1 ? c ?? [] : [.. c ?? [], .. Enumerable.Range(0, i * 37 % 13).Select(j => (i * 7 / (j + 1)) + j)], i))
            .ToList();
        using var writer = IndexWriter.Create(folder, "f", options);
        var next = 0;
        for (var step = 0; next < all.Count || step == 0; step++)
        {
            var number = step < steps.Length ? (int)((uint)steps[step] % 1000) : int.MaxValue;
            var end = (int)Math.Min(all.Count, next + 1L + number);
            var batch = all[next..end].ConvertAll(p => ModelComment.Of(Id(p.i % 5 == 4 ? p.i - (number % 4) : p.i), p.Item1));
            writer.Add(batch.ConvertAll(c => c.Document));
            foreach (var comment in batch)
            {
                model.RemoveAll(m => m.Id == comment.Id);
                model.Add(comment);
            }

            if (number % 3 == 0)
            {
                var removed = Id(number);
                writer.Remove([removed, "none"]);
                model.RemoveAll(m => m.Id == removed);
            }

            if (number % 2 == 0)
            {
                writer.Commit();
            }

            next = end;
        }

        if (steps.Length % 4 == 3)
        {
            writer.CommitMerged();
        }

        writer.Commit();
        return model;
    }

    private static string Id(int number) => "意見" + number.ToString(CultureInfo.InvariantCulture);

    private static void AssertSame(List<ModelComment> model, IndexSnapshot index, IndexQuery query, int count, int skip)
    {
        Assert.Equal(model.Count, index.Count);
        var saturation = skip == 1 ? 0.4 : 1.2;
        var expected = new NaiveSearch(model, saturation).Find(query);
        var answer = index.Search(new SearchRequest(query) { Count = count, Skip = skip, Saturation = saturation });
        Assert.Equal(expected.Count, answer.Total);
        var best = expected.Select((e, i) => (e.Comment.Id, e.Score, i)).OrderByDescending(e => e.Score).ThenBy(e => e.i).Skip(skip).Take(count);
        Assert.Equal(best.Select(b => (b.Id, b.Score)), answer.Hits.Select(h => (h.Id, h.Score)));

        foreach (var order in new[] { HitOrder.LatestFirst, HitOrder.ByRespondent, HitOrder.ByPlace })
        {
            var ordered = index.Search(new SearchRequest(query) { Order = order, Count = count, Skip = skip, Facets = [FacetNames.Year, "theme", "none"] });
            Assert.Equal(expected.Count, ordered.Total);
            Assert.Equal(Sorted(expected, order).Skip(skip).Take(count).Select(c => c.Id), ordered.Hits.Select(h => h.Id));
            Assert.Equal(Respondents(expected.Select(e => e.Comment)), ordered.Respondents);
            Assert.Equal(Facets(expected, FacetNames.Year), ordered.Facets[0].Values);
            Assert.Equal(Facets(expected, "theme"), ordered.Facets[1].Values);
            Assert.Empty(ordered.Facets[2].Values);
        }

        var found = expected.Select(e => e.Comment.Id).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(
            model
                .SelectMany(c => c.Document.Terms.Select(t => t.Text).Distinct().Select(t => (Text: t, Inside: found.Contains(c.Id))))
                .GroupBy(t => t.Text)
                .Where(g => g.Any(t => t.Inside))
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new TermCount(g.Key, g.Count(t => t.Inside), g.Count())),
            index.CountTerms(query));

        var counted = index.Search(new SearchRequest(query) { Count = count, Skip = skip, Saturation = saturation, Facets = ["theme"] });
        Assert.Equal(answer.Hits, counted.Hits);
        Assert.Equal(answer.Total, counted.Total);
        Assert.Equal(Facets(expected, "theme"), counted.Facets[0].Values);
    }

    private static IEnumerable<ModelComment> Sorted(List<(ModelComment Comment, double Score)> found, HitOrder order)
    {
        string? Value(ModelComment comment) => Values(comment, order.Facet ?? "").FirstOrDefault();
        var having = found.Select(f => f.Comment).Where(c => Value(c) is not null);
        var sorted = order.IsDescending
            ? having.OrderByDescending(Value, StringComparer.Ordinal)
            : having.OrderBy(Value, StringComparer.Ordinal);
        return order.Facet is null ? found.Select(f => f.Comment) : sorted.Concat(found.Select(f => f.Comment).Where(c => Value(c) is null));
    }

    private static List<FacetCount> Facets(List<(ModelComment Comment, double Score)> found, string name) =>
        [.. found
            .SelectMany(f => Values(f.Comment, name).Select(v => (v, f.Comment)))
            .GroupBy(p => p.v, p => p.Comment, StringComparer.Ordinal)
            .Select(g => new FacetCount(g.Key, g.Count(), Respondents(g)))
            .OrderByDescending(c => c.Respondents)
            .ThenByDescending(c => c.Comments)
            .ThenBy(c => c.Value, StringComparer.Ordinal)];

    private static int Respondents(IEnumerable<ModelComment> comments) =>
        comments.SelectMany(c => Values(c, FacetNames.AskedRespondent)).Distinct().Count();

    private static IEnumerable<string> Values(ModelComment comment, string name) =>
        comment.Document.Facets.Where(f => f.Name == name).Select(f => f.Value).Order(StringComparer.Ordinal);
}
