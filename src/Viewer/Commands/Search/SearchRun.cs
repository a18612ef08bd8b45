using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands.Search;

/// <summary>A search as its user asked for it.</summary>
/// <param name="Language">The user's language.</param>
/// <param name="Show">What is shown.</param>
internal sealed record SearchRun(ScreenLanguage Language, SearchShow Show)
{
    private static readonly ImmutableArray<string> Facets =
        [FacetNames.Respondent, FacetNames.Year, SearchFacets.Source, SearchFacets.Kind, SearchFacets.Question, SearchFacets.Theme, SearchFacets.Type];

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
        var parse = Asked.Parse();
        if (parse.Failure is { } failure)
        {
            Print(failure);
            return CommandLine.Misused;
        }

        return ground(g => Answer(g, parse.Query));
    }

    private SearchText Asked => new(Text, IsQuestion, Like);

    private int Answer(SearchGround ground, QueryNode? node)
    {
        try
        {
            var search = new CommentSearch(ground, Asked);
            if (search.Query(node) is not { } query)
            {
                CommandLine.PrintFailure(Language, string.Empty, new BilingualText(
                    $"ID「{Like}」の意見はありません。ID は検索結果の出典のあとにあります。", $"There is no comment with the ID {Like}. IDs stand behind the citations of a search."));
                return CommandLine.Misused;
            }

            var total = Show == SearchShow.Hits ? ShowHits(ground, search, query) : ShowWords(ground, query);
            if (total == 0 && node is not null)
            {
                Suggest(search, node);
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

    private int ShowHits(SearchGround ground, CommentSearch search, IndexQuery query)
    {
        var answer = search.Answer(new SearchRequest(query) { Count = Take, Skip = Skip, Order = Order, Facets = Facets, FacetLimit = CommentSearch.MostValues });
        var page = new HitPage(answer.Total, answer.Respondents, search.Shown(query, answer), answer.Facets)
        {
            Duplicates = Format is TableFormat.Table or TableFormat.Json ? search.Duplicates(query, answer.Total) : null,
        };
        HitsOutput.Write(Language, Format, page, ground, Skip);
        if (Format != TableFormat.Table && page.Hits.Length < answer.Total)
        {
            Console.Error.WriteLine(Language.Pick(
                $"{answer.Total} 件のうち {page.Hits.Length} 件を書き出しました（--skip、--take の指定による）。",
                $"{page.Hits.Length} of {answer.Total} comments were written (as --skip and --take say)."));
        }

        return answer.Total;
    }

    // Every hit counts here, not a page of them.
    private int ShowWords(SearchGround ground, IndexQuery query)
    {
        var answer = ground.Index.Search(new SearchRequest(query) { Count = int.MaxValue, Order = Order });
        var parts = Show != SearchShow.Kwic ? HitParts.Terms
            : By.Any(p => p != 0) || Group is not (null or 0) ? HitParts.Words
            : HitParts.None;
        var hits = CommentSearch.Contexts(query, ground.CommentsOf([.. answer.Hits.Select(h => h.Id)]), parts);
        return new WordsOutput(this, ground, query).Write(hits) ? answer.Total : -1;
    }

    private void Suggest(CommentSearch search, QueryNode query)
    {
        foreach (var (word, meant) in search.UnknownWords(query))
        {
            Console.Error.WriteLine(Language.Pick($"「{word}」のある意見はありません。", $"No comment holds “{word}”.")
                + (meant.IsEmpty ? string.Empty : Language.Pick(" もしかして: ", " Did you mean: ") + string.Join(Language.Pick("、", ", "), meant)));
        }

        if (DidYouMean.WordsOf(query).Any(IsOperator))
        {
            Console.Error.WriteLine(Language.Pick("AND、OR、NOT、NEAR/5 は大文字で書いてください。", "Write AND, OR, NOT and NEAR/5 in capital letters."));
        }

        if (DidYouMean.PatternsOf(query).Any(p => p[^1] == '?'))
        {
            Console.Error.WriteLine(Language.Pick("「?」は任意の一文字の代わりです。文字として探すには \\? と書いてください。", "“?” stands for any one letter. Write \\? to look for the character itself."));
        }

        if (DidYouMean.PatternsOf(query).Any(IsBroken))
        {
            Console.Error.WriteLine(Language.Pick("語の途中の「*」と「?」は、一語の中だけを探します。いくつかの語にまたがるものは、「定着支援*」のように終わりか初めに * を付けて探してください。", "“*” and “?” within a word look in one word only. To look across words, put * at the end or the beginning, as in 定着支援*."));
        }

        if (QuestionForm.Reads(Text))
        {
            Console.Error.WriteLine(Language.Pick("文で尋ねるときは --question を付けてください。", "To ask in plain words, add --question."));
        }

        foreach (var (field, isAlike, values) in search.UnknownValues(query, Language))
        {
            Console.Error.WriteLine(Language.Pick($"「{field.Name}:{field.Value}」の意見はありません。", $"No comment has {field.Name}:{field.Value}.") + (values.IsEmpty
                ? Language.Pick($" 「{field.Name}」の値がある意見がありません。", $" No comment has a value of {field.Name}.")
                : Language.Pick(isAlike ? " もしかして: " : " ある値: ", isAlike ? " Did you mean: " : " There is: ") + string.Join(Language.Pick("、", ", "), values)));
        }
    }

    private static bool IsBroken(string pattern) => pattern.Trim('*').TrimEnd('?').IndexOfAny(['*', '?']) > 0;

    private static bool IsOperator(string word) =>
        word.ToUpperInvariant() is var capitals && (capitals is "AND" or "OR" or "NOT" or "NEAR" || capitals.StartsWith("NEAR/", StringComparison.Ordinal));

    // The query, a caret below where the trouble begins, what is wrong, what could be meant.
    private void Print(QueryFailure failure)
    {
        if (failure.Start < QueryParser.Longest)
        {
            Console.Error.WriteLine(Text);
            Console.Error.WriteLine(new string(' ', KwicText.TerminalWidth(Text[..Math.Min(failure.Start, Text.Length)])) + "^");
        }

        Console.Error.WriteLine(Language.Pick(failure.What) + (failure.Proposal is { } proposal ? Language.Pick(" もしかして: ", " Did you mean: ") + proposal : string.Empty));
    }
}
