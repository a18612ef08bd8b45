using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands;

/// <summary>A search in a workspace's index.</summary>
/// <param name="Order">What the hits are ordered by; null for relevance.</param>
/// <param name="Skip">How many hits are passed over.</param>
/// <param name="Take">How many are shown.</param>
/// <param name="Format">How they are shown.</param>
internal sealed record WorkspaceSearch(HitOrder? Order, int Skip, int Take, HitFormat Format)
{
    private const int MostValues = 10;

    private static readonly ImmutableArray<string> Facets = [FacetNames.Respondent, FacetNames.Year, SearchFacets.Source, SearchFacets.Kind, SearchFacets.Question];

    /// <summary>Searches and prints.</summary>
    /// <param name="language">The user's language.</param>
    /// <param name="folder">The workspace.</param>
    /// <param name="text">What the user typed.</param>
    /// <param name="isQuestion">Whether it is a question in plain words.</param>
    /// <returns>The exit code.</returns>
    public int Run(ScreenLanguage language, string folder, string text, bool isQuestion)
    {
        var parse = isQuestion ? new QueryParse(null, null) : QueryParser.Parse(text);
        if (parse.Failure is { } failure)
        {
            Print(language, text, failure);
            return CommandLine.Misused;
        }

        return WorkspaceFolder.Use(language, folder, create: false, store =>
        {
            try
            {
                using var index = WorkspaceIndex.Open(folder, store, why => Console.Error.WriteLine(language.Pick(why)));
                var reader = TextTerms.ByKuromoji(LexiconReader.Default);
                var documents = new CommentDocuments(reader);
                var query = parse.Query is { } node
                    ? new SearchCompiler(reader, prefix => index.Terms(prefix).Keys).Compile(node)
                    : QuestionQuery.Of(documents.Of(text)) ?? new AllQuery();
                var answer = index.Search(new SearchRequest(query) { Count = Take, Skip = Skip, Order = Order, Facets = Facets, FacetLimit = MostValues });
                HitsOutput.Write(language, Format, Page(store, answer, query, documents), index.Count, Skip);
                if (answer.Total == 0 && parse.Query is { } unanswered)
                {
                    Suggest(language, unanswered, index, word => index.Search(new SearchRequest(new SearchCompiler(reader, prefix => index.Terms(prefix).Keys).Compile(new WordNode(word, 0, false)))).Total);
                }

                return CommandLine.Done;
            }
            catch (IndexException e)
            {
                CommandLine.PrintFailure(language, string.Empty, e.What);
                return CommandLine.Failed;
            }
            catch (ArgumentException)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                    "この検索式は組み合わせられません。短く分けてください。", "This query cannot be put together. Split it into shorter ones."));
                return CommandLine.Misused;
            }
        });
    }

    private static void Suggest(ScreenLanguage language, QueryNode query, IndexSnapshot index, Func<string, int> count)
    {
        foreach (var word in DidYouMean.WordsOf(query).Where(w => count(w) == 0))
        {
            var meant = DidYouMean.Of(word, index.Terms(string.Empty));
            Console.Error.WriteLine(language.Pick($"「{word}」のある意見はありません。", $"No comment holds “{word}”.")
                + (meant.IsEmpty ? string.Empty : language.Pick(" もしかして: ", " Did you mean: ") + string.Join(language.Pick("、", ", "), meant)));
        }
    }

    // The query, a caret below where the trouble begins, what is wrong, what could be meant.
    private static void Print(ScreenLanguage language, string text, QueryFailure failure)
    {
        Console.Error.WriteLine(text);
        Console.Error.WriteLine(new string(' ', KwicText.TerminalWidth(text[..Math.Min(failure.Start, text.Length)])) + "^");
        Console.Error.WriteLine(language.Pick(failure.What) + (failure.Proposal is { } proposal ? language.Pick(" もしかして: ", " Did you mean: ") + proposal : string.Empty));
    }

    private static HitPage Page(WorkspaceStore store, SearchAnswer answer, IndexQuery query, CommentDocuments documents)
    {
        var comments = store.Comments([.. answer.Hits.Select(h => h.Id)]).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return new HitPage(
            answer.Total,
            answer.Respondents,
            [
                .. answer.Hits.Where(h => comments.ContainsKey(h.Id)).Select(h => new ShownHit(
                    comments[h.Id], Highlights.Of(query, documents.Of(comments[h.Id]), comments[h.Id].Text), h.Score)),
            ],
            answer.Facets);
    }
}
