using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Storage;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Analysis.Tests.Index;
using FsCheck;
using FsCheck.Fluent;

namespace FeedbackLab.Analysis.Tests.Search.Language;

public sealed class QueryLanguagePropertyTests
{
    private static readonly TextTerms Reader = TextTerms.ByKuromoji(LexiconReader.Default);
    private static readonly CommentDocuments Documents = new(Reader);

    [Fact]
    public void What_is_typed_finds_what_it_means_by_looking_at_every_comment()
    {
        var (queries, telling) = (0, 0);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20261126, 11).WithStartSize(10),
            Prop.ForAll(
                ArbMap.Default.ArbFor<int[][]>(),
                ArbMap.Default.ArbFor<int[]>(),
                (comments, query) =>
                {
                    var all = (comments ?? []).Take(25).Select((c, i) => LanguageModel.Comment(Documents, i, c ?? [])).ToList();
                    using var folder = new TemporaryFolder();
                    using (var writer = IndexWriter.Create(folder.Path, "f"))
                    {
                        writer.Add(all.ConvertAll(c => c.Document));
                        writer.Commit();
                    }

                    using var index = IndexFolder.Open(folder.Path, "f");
                    var model = new LanguageModel(Reader, query ?? []);
                    for (var i = 0; i < 5; i++)
                    {
                        var asked = model.Next();
                        AssertSame(all, index, model.Typed(asked), asked);
                        queries++;
                        telling += all.Exists(c => asked.Matches(c)) && all.Exists(c => !asked.Matches(c)) ? 1 : 0;
                    }
                }));

        // Queries that find nothing or everything would hide much.
        Assert.True(telling > queries / 3, $"{telling} of {queries}");
    }

    private static void AssertSame(List<ModelText> all, IndexSnapshot index, string typed, Asked asked)
    {
        var parse = QueryParser.Parse(typed);
        Assert.True(parse.Query is not null, $"{typed} → {parse.Failure}");
        var query = new SearchCompiler(Reader, index.Terms).Compile(parse.Query);
        var answer = index.Search(new SearchRequest(query) { Count = int.MaxValue });
        var expected = all.Where(asked.Matches).Select(c => c.Comment.Id).ToImmutableArray();
        Assert.Equal($"{typed} → {string.Join(' ', expected)}", $"{typed} → {string.Join(' ', answer.Hits.Select(h => h.Id).OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal))}");
        Assert.Equal(expected.Length, answer.Total);
        foreach (var hit in all.Where(c => asked.Ranges is not null && asked.Matches(c)))
        {
            Assert.False(Highlights.Of(query, hit.Document, hit.Comment.Text).IsEmpty, $"{typed} has no place in {hit.Comment.Text}");
        }
    }
}
