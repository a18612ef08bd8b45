using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using QueryFields = FeedbackLab.Analysis.Search.Language.FieldNames;

namespace FeedbackLab.Viewer.Commands.Search;

/// <summary>A search as its user asked for it.</summary>
/// <param name="Language">The user's language.</param>
/// <param name="Show">What is shown.</param>
internal sealed record SearchRun(ScreenLanguage Language, SearchShow Show)
{
    private const int MostValues = 10;

    private static readonly ImmutableArray<string> Facets =
        [FacetNames.Respondent, FacetNames.Year, SearchFacets.Source, SearchFacets.Kind, SearchFacets.Question, SearchFacets.Theme, SearchFacets.Type];

    private readonly TextTerms _reader = TextTerms.ByKuromoji(LexiconReader.Default);

    /// <summary>What the user typed; empty for nothing.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is a question in plain words.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Id of the comment that others are to be like; null where none is.</summary>
    public string? Like { get; init; }

    /// <summary>What the hits are ordered by; null for relevance.</summary>
    public HitOrder? Order { get; init; }

    /// <summary>How it is printed.</summary>
    public TableFormat Format { get; init; }

    /// <summary>The places that lines in context are sorted by.</summary>
    public ImmutableArray<int> By { get; init; } = [];

    /// <summary>The place whose word lines in context are grouped by.</summary>
    public int? Group { get; init; }

    /// <summary>How many words away is near.</summary>
    public int Window { get; init; }

    /// <summary>The file of a picture.</summary>
    public string? Svg { get; init; }

    /// <summary>How many hits, lines or words are passed over.</summary>
    public int Skip { get; init; }

    /// <summary>How many are shown.</summary>
    public int Take { get; init; }

    /// <summary>Searches and prints.</summary>
    /// <param name="ground">Opens what is searched and works on it; a query that cannot be read opens nothing.</param>
    /// <returns>The exit code.</returns>
    public int On(Func<Func<SearchGround, int>, int> ground)
    {
        var parse = IsQuestion || Text.Length == 0 ? new QueryParse(null, null) : QueryParser.Parse(Text);
        if (parse.Failure is { } failure)
        {
            Print(failure);
            return CommandLine.Misused;
        }

        return ground(g => Answer(g, parse.Query));
    }

    private int Answer(SearchGround ground, QueryNode? node)
    {
        try
        {
            if (Query(ground, node) is not { } query)
            {
                return CommandLine.Misused;
            }

            var total = Show == SearchShow.Hits ? ShowHits(ground, query) : ShowWords(ground, query);
            if (total == 0 && node is not null)
            {
                Suggest(ground, node);
            }

            return total < 0 ? CommandLine.Failed : CommandLine.Done;
        }
        catch (ArgumentException)
        {
            CommandLine.PrintFailure(Language, string.Empty, new BilingualText(
                "この検索式は組み合わせられません。短く分けてください。", "This query cannot be put together. Split it into shorter ones."));
            return CommandLine.Misused;
        }
    }

    private SearchCompiler Compiler(SearchGround ground) => new(_reader, ground.Index.Terms, ground.ThemeOf);

    private IndexQuery? Query(SearchGround ground, QueryNode? node)
    {
        var typed = node is not null ? Compiler(ground).Compile(node)
            : IsQuestion && Text.Length > 0 ? QuestionQuery.Of(new CommentDocuments(_reader).Of(Text)) ?? new AllQuery()
            : null;
        if (Like is null)
        {
            return typed;
        }

        if (ground.CommentsOf([Like]) is not [var model])
        {
            CommandLine.PrintFailure(Language, string.Empty, new BilingualText(
                $"ID「{Like}」の意見はありません。ID は検索結果の出典のあとにあります。", $"There is no comment with the ID {Like}. IDs stand behind the citations of a search."));
            return null;
        }

        var having = ground.Index.CountTerms(new IdQuery(model.Id)).ToDictionary(t => t.Text, t => t.All, StringComparer.Ordinal);
        var similar = SimilarQuery.Of(model.Id, _reader.Read(model.Text).Terms, having.GetValueOrDefault, ground.Index.Count);
        return similar is null ? new BooleanQuery([], [], [new AllQuery()])
            : typed is null ? similar
            : BooleanQuery.And(similar, new BoostQuery(typed, 0));
    }

    private int ShowHits(SearchGround ground, IndexQuery query)
    {
        var documents = new CommentDocuments(_reader);
        var request = new SearchRequest(query) { Count = Take, Skip = Skip, Order = Order, Facets = Facets, FacetLimit = MostValues };
        var answer = IsQuestion && Text.Length > 0 && Like is null
            ? QuestionSearch.Answer(ground.Index, Text, request, ground.CommentsOf)
            : ground.Index.Search(request);
        var comments = ground.CommentsOf([.. answer.Hits.Select(h => h.Id)]).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var page = new HitPage(
            answer.Total,
            answer.Respondents,
            [
                .. answer.Hits.Where(h => comments.ContainsKey(h.Id)).Select(h => new ShownHit(
                    comments[h.Id], Highlights.Of(query, documents.Of(comments[h.Id]), comments[h.Id].Text), h.Score, ground.ThemesOf(h.Id))),
            ],
            answer.Facets);
        HitsOutput.Write(Language, Format, page, ground, Skip);
        return answer.Total;
    }

    // Every hit counts here, not a page of them.
    private int ShowWords(SearchGround ground, IndexQuery query)
    {
        var answer = ground.Index.Search(new SearchRequest(query) { Count = int.MaxValue, Order = Order });
        var comments = ground.CommentsOf([.. answer.Hits.Select(h => h.Id)]);
        var hits = new HitContext[comments.Length];
        var parts = Show != SearchShow.Kwic ? HitParts.Terms
            : By.Any(p => p != 0) || Group is not (null or 0) ? HitParts.Words
            : HitParts.None;
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(0, Math.Max(1, comments.Length)),
            range =>
            {
                var reader = new HitReader(TextTerms.ByKuromoji(LexiconReader.Default));
                for (var i = range.Item1; i < Math.Min(range.Item2, comments.Length); i++)
                {
                    hits[i] = reader.Read(comments[i], query, parts);
                }
            });
        return new WordsOutput(this, ground, query).Write(hits) ? answer.Total : -1;
    }

    private void Suggest(SearchGround ground, QueryNode query)
    {
        int Count(string word) => ground.Index.Search(new SearchRequest(Compiler(ground).Compile(new WordNode(word, 0, IsPattern: false)))).Total;
        foreach (var word in DidYouMean.WordsOf(query).Where(w => Count(w) == 0))
        {
            var meant = DidYouMean.Of(word, ground.Index.CountTerms(new AllQuery()));
            Console.Error.WriteLine(Language.Pick($"「{word}」のある意見はありません。", $"No comment holds “{word}”.")
                + (meant.IsEmpty ? string.Empty : Language.Pick(" もしかして: ", " Did you mean: ") + string.Join(Language.Pick("、", ", "), meant)));
        }

        foreach (var field in DidYouMean.FieldsOf(query).Where(f => ground.Index.Search(new SearchRequest(Compiler(ground).Compile(f)) { Count = 0 }).Total == 0))
        {
            Console.Error.WriteLine(Language.Pick($"「{field.Name}:{field.Value}」の意見はありません。", $"No comment has {field.Name}:{field.Value}.") + Values(ground, field));
        }
    }

    // Values that contain what was typed, else the most frequent; or that there is no such field.
    private string Values(SearchGround ground, FieldNode field)
    {
        var facet = QueryFields.Of(field.Name);
        string[] values =
        [
            .. ground.Index.Search(new SearchRequest(new AllQuery()) { Count = 0, Facets = [facet], FacetLimit = int.MaxValue }).Facets[0].Values
                .Select(v => facet == SearchFacets.Theme && ground.ThemeNames.TryGetValue(v.Value, out var name) ? Language.Pick(name) : v.Value),
        ];
        var alike = values.Where(v => v.Contains(field.Value, StringComparison.OrdinalIgnoreCase)).ToArray();
        return values.Length == 0
            ? Language.Pick($" 「{field.Name}」の値がある意見がありません。", $" No comment has a value of {field.Name}.")
            : Language.Pick(alike.Length > 0 ? " もしかして: " : " ある値: ", alike.Length > 0 ? " Did you mean: " : " There is: ")
                + string.Join(Language.Pick("、", ", "), (alike.Length > 0 ? alike : values).Take(MostValues));
    }

    // The query, a caret below where the trouble begins, what is wrong, what could be meant.
    private void Print(QueryFailure failure)
    {
        Console.Error.WriteLine(Text);
        Console.Error.WriteLine(new string(' ', KwicText.TerminalWidth(Text[..Math.Min(failure.Start, Text.Length)])) + "^");
        Console.Error.WriteLine(Language.Pick(failure.What) + (failure.Proposal is { } proposal ? Language.Pick(" もしかして: ", " Did you mean: ") + proposal : string.Empty));
    }
}
