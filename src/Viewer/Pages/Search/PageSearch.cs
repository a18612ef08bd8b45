using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Viewer.Commands.Search;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Search;

/// <summary>Answers what a page of the search asks, narrowed by what is ticked on it.</summary>
/// <param name="ground">What is searched.</param>
/// <param name="search">The search.</param>
/// <param name="snapshot">The analysis that the page shows.</param>
/// <param name="state">What is asked.</param>
internal sealed class PageSearch(SearchGround ground, CommentSearch search, AnalysisSnapshot snapshot, SearchState state)
{
    /// <summary>Values of a facet that are listed at first.</summary>
    public const int FewValues = 8;

    /// <summary>Values of a facet that are listed where all are wanted.</summary>
    public const int MostValues = 500;

    /// <summary>Comments whose matches are read for the view in context.</summary>
    public const int MostRead = 1000;

    private const int MostAttributes = 12;

    /// <summary>Some of the hits, with how all of them divide.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="skip">How many hits are passed over.</param>
    /// <param name="take">How many come back.</param>
    public HitPage Hits(IndexQuery query, int skip, int take)
    {
        var facets = Facets();
        var open = facets.Where(f => !state.Chosen.ContainsKey(f)).ToImmutableArray();
        var answer = search.Answer(new SearchRequest(Narrowed(query, null))
        {
            Count = take,
            Skip = skip,
            Order = state.Order,
            Facets = open.Contains(FacetNames.Respondent) ? open : open.Add(FacetNames.Respondent),
            FacetLimit = MostValues,
        });
        var counted = answer.Facets.ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var facet in state.Chosen.Keys)
        {
            // What else could be chosen of it: counted as if nothing of it were.
            counted[facet] = ground.Index.Search(new SearchRequest(Narrowed(query, facet)) { Count = 0, Facets = [facet], FacetLimit = MostValues }).Facets[0];
        }

        return new HitPage(answer.Total, answer.Respondents, search.Shown(query, answer), [.. facets.Where(counted.ContainsKey).Select(f => counted[f])]);
    }

    /// <summary>Matches in context of the first comments found, sorted as asked.</summary>
    /// <param name="query">What is looked for.</param>
    /// <returns>The lines, and of how many comments they are.</returns>
    public (ImmutableArray<KwicLine> Lines, int Read) Lines(IndexQuery query)
    {
        var answer = ground.Index.Search(new SearchRequest(Narrowed(query, null)) { Count = MostRead, Order = state.Order });
        var by = Concordance.Places(state.By) ?? [];
        var comments = ground.CommentsOf([.. answer.Hits.Select(h => h.Id)]);
        var hits = CommentSearch.Contexts(query, comments, by.Any(p => p != 0) ? HitParts.Words : HitParts.None);
        return (Concordance.Sort(Concordance.Lines(hits), by), comments.Length);
    }

    private IndexQuery Narrowed(IndexQuery query, string? except)
    {
        var conditions = state.Chosen.Where(c => c.Key != except)
            .Select(IndexQuery (c) => c.Value is [var one] ? new FacetQuery(c.Key, one) : BooleanQuery.Or([.. c.Value.Select(v => new FacetQuery(c.Key, v))]))
            .ToImmutableArray();
        return conditions.IsEmpty ? query : BooleanQuery.And([query, .. conditions]);
    }

    private ImmutableArray<string> Facets() =>
    [
        .. SearchState.OwnFacets,
        .. snapshot.Derived.Of("attributes", () => CrossAttribute.Names(snapshot.Findings.Corpus).ToList()).Where(n => !SearchFacets.IsOwn(n)).Take(MostAttributes),
    ];
}
