using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Storage;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Networks;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Collocations;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Search.Contexts;

/// <summary>What stands around the matches, with the index that the counts come from.</summary>
public sealed class HitContextTests : IDisposable
{
    private static readonly TextTerms Reader = TextTerms.ByKuromoji(LexiconReader.Default);

    private static readonly Comment[] Comments =
    [
        .. new (string Who, string Text)[]
        {
            ("みさき", "引継ぎの時期が遅い。家族の不安が大きい。"),
            ("みさき", "引き継ぎの時期を早めてほしい。"),
            ("はまべ", "引継ぎのとき、家族が不安を訴えた。"),
            ("はまべ", "会議の時期を決める。"),
            ("いそべ", "利用料の説明で家族が不安になる。"),
            ("いそべ", "時期を決めて引き継ぐ。不安は残る。"),
            ("いそべ", "会議が多い。"),
            ("みさき", "会議の記録を共有する。"),
        }.Select((c, i) => Samples.Comment(c.Text, c.Who, line: i + 1)),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedbacklab-context-");
    private readonly IndexSnapshot _index;

    public HitContextTests()
    {
        using (var writer = IndexWriter.Create(_folder.FullName, "test"))
        {
            writer.Add(Comments, () => new CommentDocuments(TextTerms.ByKuromoji(LexiconReader.Default)).Of);
            writer.Commit();
        }

        _index = IndexFolder.Open(_folder.FullName, "test");
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Words_beside_a_match_are_counted_from_it_without_punctuation()
    {
        var line = Concordance.Lines(Hits("=不安"))[0];
        Assert.Equal(["家族", "の", "不安", "が", "大きい"], new[] { -2, -1, 0, 1, 2 }.Select(line.WordAt));
        Assert.Null(line.WordAt(3));

        // Across the end of a sentence the mark is no word.
        Assert.Equal("遅い", line.WordAt(-3));
    }

    [Fact]
    public void Lines_are_sorted_by_the_words_beside_them_and_what_has_none_comes_last()
    {
        var sorted = Concordance.Sort(Concordance.Lines(Hits("時期")), [-1, 1]);
        Assert.Equal(["が 1", "を 2", "を 4", "を 6"], sorted.Select(l => $"{l.WordAt(1)} {l.Hit.Comment.Place.LineStart}").Order(StringComparer.Ordinal));
        Assert.Equal(["の", "の", "の", null], sorted.Select(l => l.WordAt(-1)));
        Assert.Equal(["が", "を", "を", "を"], sorted.Select(l => l.WordAt(1)));
    }

    [Fact]
    public void Groups_count_their_lines_comments_and_respondents()
    {
        var groups = Concordance.Group(Concordance.Lines(Hits("時期")), 1);
        Assert.Equal([("を", 3, 3, 3), ("が", 1, 1, 1)], groups.Select(g => (g.Word!, g.Lines.Length, g.Comments, g.Respondents)));
        Assert.Null(Concordance.Group(Concordance.Lines(Hits("時期")), -1)[^1].Word);
    }

    [Theory]
    [InlineData("L1,R2", new[] { -1, 2 })]
    [InlineData("左３、右１", new[] { -3, 1 })]
    [InlineData("0", new[] { 0 })]
    [InlineData("L0", null)]
    [InlineData("L11", null)]
    [InlineData("X1", null)]
    [InlineData("", null)]
    public void Places_are_read(string text, int[]? places) => Assert.Equal(places, Concordance.Places(text) is { } read ? [.. read] : null);

    [Theory]
    [InlineData("引継ぎ", 4)]
    [InlineData("引継ぎ", 5)]
    [InlineData("家族", 3)]
    [InlineData("会議 OR 不安", 4)]
    public void Every_collocate_is_counted_as_the_query_for_both_near_each_other_does(string query, int window)
    {
        var collocates = Collocates(query, window);
        Assert.NotEmpty(collocates);
        foreach (var collocate in collocates)
        {
            var near = new NearQuery(Compile(query), new TermQuery(collocate.Key), window - 1, InOrder: false);
            Assert.Equal(_index.Search(new SearchRequest(near)).Total, collocate.Association.Both);
            Assert.Equal(_index.Search(new SearchRequest(new TermQuery(collocate.Key))).Total, collocate.Association.Second);
            Assert.True(collocate.Left + collocate.Right >= collocate.Association.Both);
        }
    }

    [Fact]
    public void Collocates_tell_the_side_and_who_has_them()
    {
        var time = Collocates("引継ぎ", 4).Single(c => c.Form == "時期");
        Assert.Equal((1, 2, 2), (time.Left, time.Right, time.Respondents));
        Assert.Equal((3, 4, 4, 8), (time.Association.Both, time.Association.First, time.Association.Second, time.Association.Total));
    }

    [Fact]
    public void Distinctive_terms_leave_out_what_was_looked_for()
    {
        var terms = DistinctiveTerms.Of(Hits("引継ぎ"), _index.CountTerms(Compile("引継ぎ")), _index.Count);
        Assert.Contains("不安", terms.Select(t => t.Form));
        Assert.DoesNotContain("引継", terms.Select(t => t.Key));
        var fear = terms.Single(t => t.Form == "不安");
        Assert.Equal((3, 4, 1, 4), (fear.Keyness.Inside, fear.Keyness.InsideOf, fear.Keyness.Outside, fear.Keyness.OutsideOf));

        // Fisher's 3, 1, 1, 3: 34/70.
        Assert.Equal(34.0 / 70, fear.P, 1e-12);
        Assert.True(fear.IsExact);
        Assert.All(terms, t => Assert.InRange(t.AdjustedP, t.P, 1));
    }

    [Fact]
    public void Comments_like_one_share_its_telling_words_and_it_is_not_among_them()
    {
        var model = Comments[0];
        var having = _index.CountTerms(new IdQuery(model.Id)).ToDictionary(t => t.Text, t => t.All);
        var query = SimilarQuery.Of(model.Id, Reader.Read(model.Text).Terms, having.GetValueOrDefault, _index.Count)!;
        var hits = _index.Search(new SearchRequest(query)).Hits;
        Assert.Equal(Comments[2].Id, hits[0].Id);
        Assert.DoesNotContain(model.Id, hits.Select(h => h.Id));
        Assert.Null(SimilarQuery.Of("x", Reader.Read("唯一無二").Terms, _ => 1, 8));
    }

    [Fact]
    public void A_network_has_the_strongest_pairs_and_no_word_that_all_comments_have()
    {
        var network = CooccurrenceNetwork.Of(Hits("不安"), words: 50, edges: 2);
        Assert.DoesNotContain("不安", network.Nodes.Select(n => n.Form));
        Assert.Equal(2, network.Edges.Length);
        Assert.All(network.Edges, e => Assert.Equal(
            e.Jaccard, (double)e.Both / (network.Nodes[e.First].Comments + network.Nodes[e.Second].Comments - e.Both), 1e-12));
        Assert.True(network.Edges[0].Jaccard >= network.Edges[1].Jaccard);
    }

    private static IndexQuery Compile(string query) => new SearchCompiler(Reader, _ => []).Compile(QueryParser.Parse(query).Query!);

    private ImmutableArray<Collocate> Collocates(string query, int window) => CollocationTable.Of(
        Hits(query), _index.CountTerms(Compile(query)).ToDictionary(t => t.Text, t => t.All), _index.Count, window);

    private List<HitContext> Hits(string query)
    {
        var reader = new HitReader(Reader);
        var byId = Comments.ToDictionary(c => c.Id);
        return [.. _index.Search(new SearchRequest(Compile(query)) { Count = int.MaxValue, Order = HitOrder.ByPlace }).Hits.Select(h => reader.Read(byId[h.Id], Compile(query)))];
    }
}
