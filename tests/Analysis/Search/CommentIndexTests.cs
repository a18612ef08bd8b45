using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Index.Storage;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Search;

/// <summary>From comments to an index to answers, as a researcher asks.</summary>
public sealed class CommentIndexTests : IDisposable
{
    private static readonly TextTerms Reader = TextTerms.ByKuromoji(LexiconReader.Default);

    private static readonly Comment[] Comments =
    [
        Comment("1", "みさき", 2019, "引継ぎの連絡が遅い。"),
        Comment("2", "みさき", 2020, "引き継ぎの時期を早めてほしい。"),
        Comment("3", "はまべ", 2020, "事業所から引き継がれた方の連絡先が分からない。"),
        Comment("4", "はまべ", 2021, "ナカポツの職員が足りない。"),
        Comment("5", "いそべ", 2021, "障害者就業・生活支援センターとの会議が多い。"),
        Comment("6", null, null, "関西国際空港まで送迎した。会議は終わった。"),
        Comment("7", "いそべ", 2019, "利用料が高い。"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("feedbacklab-index-");
    private readonly IndexSnapshot _index;

    public CommentIndexTests()
    {
        using (var writer = IndexWriter.Create(_folder.FullName, "test"))
        {
            writer.Add(Comments, () => new CommentDocuments(TextTerms.ByKuromoji(LexiconReader.Default)).Of);
            writer.ReplaceFacet(SearchFacets.Theme, id => id is "1" or "2" or "3" ? ["handover"] : []);
            writer.Commit();
        }

        _index = IndexFolder.Open(_folder.FullName, "test");
    }

    [Theory]
    [InlineData("引継ぎ", "1 2 3")]
    [InlineData("引き継ぐ", "1 2 3")]
    [InlineData("引き継ぎ", "1 2 3")]
    [InlineData("引継", "1 2 3")]
    [InlineData("ひきつぎ", "1 2 3")]
    [InlineData("ナカポツ", "4 5")]
    [InlineData("型:要望", "2")]
    [InlineData("性質:要望", "2")]
    [InlineData("意見の性質:要望", "2")]
    [InlineData("種類:アンケートの回答 利用料", "7")]
    [InlineData("kind:Answers 利用料", "7")]
    [InlineData("type:request 年:2020", "2")]
    [InlineData("種類:回答 利用料", "7")]
    [InlineData("テーマ:引継ぎの時期", "1 2 3")]
    [InlineData("theme:handover NOT 時期", "1 3")]
    [InlineData("=引継ぎ", "1")]
    [InlineData("\"引き継ぎの時期\"", "2")]
    [InlineData("\"の時期を早\"", "2")]
    [InlineData("引継ぎ 年:[2020 TO 2021]", "2 3")]
    [InlineData("引継ぎ NOT 時期", "1 3")]
    [InlineData("回答者:みさき", "1 2")]
    [InlineData("回答者:(みさき OR いそべ) 年:2019", "1 7")]
    [InlineData("障害者就業・生活支援センター", "4 5")]
    [InlineData("中ポツ", "4 5")]
    [InlineData("空港", "6")]
    [InlineData("国際空港", "6")]
    [InlineData("利用*", "7")]
    [InlineData("引継ぎ NEAR/3 連絡", "1")]
    [InlineData("連絡 NEAR/3> 引継ぎ", "")]
    [InlineData("会議", "5 6")]
    [InlineData("かいぎ", "5 6")]
    [InlineData("利用科~1", "7")]
    [InlineData("NOT 引継ぎ", "4 5 6 7")]
    [InlineData("引継ぎの時期", "2")]
    [InlineData("ナカポツの職員", "4")]
    [InlineData("\"関西国際空港 送迎\"~1", "6")]
    [InlineData("ひきつぎ NEAR/2 連絡", "1")]
    [InlineData("かい*", "5 6")]
    [InlineData("?カイギ", "")]
    [InlineData("年:２０２１", "4 5")]
    [InlineData("懐疑~1", "5 6")]
    [InlineData("*:*", "1 2 3 4 5 6 7")]
    public void A_query_finds_what_its_user_means(string query, string ids) => Assert.Equal(ids, string.Join(' ', Ask(query).Hits.Select(h => h.Id).Order()));

    [Fact]
    public void Facets_count_comments_and_respondents_of_all_hits()
    {
        var answer = Ask("引継ぎ");
        Assert.Equal(new FacetCount("みさき", 2, 1), answer.Facets.Single(f => f.Name == FacetNames.Respondent).Values[0]);
        Assert.Equal(2, answer.Respondents);
        Assert.Equal(new FacetCount("2020", 2, 2), answer.Facets.Single(f => f.Name == FacetNames.Year).Values[0]);
    }

    [Theory]
    [InlineData("引継ぎ", "2", "引き継ぎ")]
    [InlineData("\"の時期\"", "2", "の時期")]
    [InlineData("引継ぎ OR 連絡", "3", "引き継が|連絡")]
    [InlineData("引継ぎ NOT 会議", "1", "引継ぎ")]
    [InlineData("引継ぎ NEAR/5 連絡", "1", "引継ぎの連絡")]
    [InlineData("引継ぎ NEAR/5 遅い", "1", "引継ぎ|遅い")]
    [InlineData("引継ぎの時期", "2", "引き継ぎの時期")]
    public void Matches_are_stretches_of_the_untouched_text(string query, string id, string words)
    {
        var comment = Comments.Single(c => c.Id == id);
        var spans = Highlights.Of(Compile(query), new CommentDocuments(Reader).Of(comment), comment.Text);
        Assert.Equal(words, string.Join('|', spans.Select(s => comment.Text[s.Start..s.End])));
    }

    [Fact]
    public void Tokens_cover_the_text_and_sentences_end_in_order()
    {
        foreach (var comment in Comments)
        {
            var document = new CommentDocuments(Reader).Of(comment);
            Assert.Equal(comment.Text, string.Concat(document.Tokens.Select(t => t.Surface)));
            Assert.Equal(document.Tokens.Length, document.SentenceEnds[^1]);
        }

        Assert.Equal(2, new CommentDocuments(Reader).Of(Comments[5]).SentenceEnds.Length);
    }

    [Fact]
    public void A_question_in_plain_words_finds_the_nearest_first()
    {
        var query = QuestionQuery.Of(new CommentDocuments(Reader).Of("引継ぎの連絡はなぜ遅いのか"))!;
        Assert.Equal("1", _index.Search(new SearchRequest(query)).Hits[0].Id);
        Assert.Null(QuestionQuery.Of(new CommentDocuments(Reader).Of("。")));
    }

    [Fact]
    public void Runs_of_characters_order_the_best_anew_and_pages_go_on_from_one_to_the_next()
    {
        const string question = "会議の連絡は引き継がれたか";
        var request = new SearchRequest(QuestionQuery.Of(new CommentDocuments(Reader).Of(question))!) { Facets = [FacetNames.Year] };
        SearchAnswer Answer(SearchRequest request) => QuestionSearch.Answer(_index, question, request, ids => [.. Comments.Where(c => ids.Contains(c.Id))]);
        var all = Answer(request);
        var words = _index.Search(request with { Saturation = QuestionQuery.Saturation });
        Assert.Equal("3", all.Hits[0].Id);
        Assert.Equal(words.Total, all.Total);
        Assert.Equal(words.Hits.Select(h => h.Id).Order(), all.Hits.Select(h => h.Id).Order());
        Assert.Equal(all.Hits, all.Hits.OrderByDescending(h => h.Score).ThenBy(h => h.Document));
        Assert.Equal(all.Hits.Skip(1).Take(2), Answer(request with { Skip = 1, Count = 2 }).Hits);
        Assert.Equal(all.Facets[0].Values, words.Facets[0].Values);
    }

    [Fact]
    public void A_sample_is_drawn_evenly()
    {
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], _index.SampleIds(100));
        Assert.Equal(["1", "4", "6"], _index.SampleIds(3));
        Assert.Equal(["1"], _index.SampleIds(1));
    }

    public void Dispose()
    {
        _index.Dispose();
        _folder.Delete(recursive: true);
    }

    private static Comment Comment(string id, string? respondent, int? year, string text) =>
        new(id, "資料.csv", CommentKind.Answer, respondent, null, "困っていること", year, new Place(1, 1), text, []);

    private IndexQuery Compile(string query) => new SearchCompiler(Reader, _index.Terms, name => name == "引継ぎの時期" ? "handover" : name).Compile(QueryParser.Parse(query).Query!);

    private SearchAnswer Ask(string query) =>
        _index.Search(new SearchRequest(Compile(query)) { Facets = [FacetNames.Respondent, FacetNames.Year] });
}
