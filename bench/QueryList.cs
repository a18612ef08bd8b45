using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;

namespace FeedbackLab.Bench;

/// <summary>The queries that all sides answer, a line each: kind, then words, by tabs.</summary>
internal static class QueryList
{
    public const int PerKind = 100;

    /// <summary>Queries drawn from the comments themselves, so that each has an answer.</summary>
    /// <param name="comments">The words of some comments.</param>
    /// <param name="having">How many of all comments have each word.</param>
    /// <param name="total">How many comments there are.</param>
    public static List<string[]> Draw(IReadOnlyList<string[]> comments, IReadOnlyDictionary<string, int> having, int total)
    {
        var random = new SeededNumbers();
        var queries = new List<string[]>();
        string[] Comment()
        {
            while (true)
            {
                var words = comments[random.Next(comments.Count)];
                if (words.Length > 4)
                {
                    return words;
                }
            }
        }

        var frequent = having.Where(h => h.Value > total / 2).Select(h => h.Key).Order(StringComparer.Ordinal).ToList();
        frequent = frequent.Count > 0 ? frequent : [having.MaxBy(h => h.Value).Key];
        for (var i = 0; i < PerKind; i++)
        {
            var words = Comment();
            var at = random.Next(words.Length - 2);
            queries.Add(["word", words[at]]);
            queries.Add(["and", words[at], words[at + 2]]);
            queries.Add(["or", words[at], words[at + 2]]);
            queries.Add(["phrase", words[at], words[at + 1]]);
            queries.Add(["frequent", frequent[i % frequent.Count]]);
            queries.Add(["prefix", words[at][..1]]);
            queries.Add(["all+facets"]);
            queries.Add(["frequent+facets", frequent[i % frequent.Count]]);
            queries.Add(["word+facets", words[at]]);
            queries.Add(["and+facets", words[at], words[at + 2]]);
        }

        return queries;
    }

    /// <summary>A query for our side.</summary>
    public static SearchRequest Request(string[] query)
    {
        IndexQuery tree = query[0].Split('+')[0] switch
        {
            "and" => BooleanQuery.And(new TermQuery(query[1]), new TermQuery(query[2])),
            "or" => BooleanQuery.Or(new TermQuery(query[1]), new TermQuery(query[2])),
            "phrase" => PhraseQuery.Of(query[1], query[2]),
            "prefix" => new PrefixQuery(query[1]),
            "all" => new AllQuery(),
            _ => new TermQuery(query[1]),
        };
        return new SearchRequest(tree) { Facets = query[0].EndsWith("+facets", StringComparison.Ordinal) ? [FacetNames.Year, "kind", "question", "theme"] : [] };
    }
}
