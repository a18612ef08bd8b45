using System.Collections.Concurrent;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Search;

/// <summary>Answers what a page of the search asks, in one index.</summary>
/// <param name="index">The index.</param>
/// <param name="snapshot">The analysis that the page shows.</param>
/// <param name="state">What is asked.</param>
internal sealed class PageSearch(IndexSnapshot index, AnalysisSnapshot snapshot, SearchState state)
{
    /// <summary>Values of a facet that are listed at first.</summary>
    public const int FewValues = 8;

    /// <summary>Values of a facet that are listed where all are wanted.</summary>
    public const int MostValues = 500;

    /// <summary>Comments whose matches are read for the view in context.</summary>
    public const int MostRead = 2000;

    private const int MostAttributes = 12;

    private readonly TextTerms _reader = TextTerms.ByKuromoji(LexiconReader.Default);

    /// <summary>What is looked for, facets left aside; null where the comment to be like is not there.</summary>
    /// <param name="node">What was typed; null for nothing, or for a question.</param>
    public IndexQuery? Query(QueryNode? node)
    {
        var typed = node is not null ? Compiler().Compile(node)
            : state.IsQuestion && state.Query.Length > 0 ? QuestionQuery.Of(new CommentDocuments(_reader).Of(state.Query)) ?? new AllQuery()
            : null;
        if (state.Like is null)
        {
            return typed ?? new AllQuery();
        }

        if (Comment(state.Like) is not { } model)
        {
            return null;
        }

        var having = index.CountTerms(new IdQuery(model.Id)).ToDictionary(t => t.Text, t => t.All, StringComparer.Ordinal);
        var similar = SimilarQuery.Of(model.Id, _reader.Read(model.Text).Terms, having.GetValueOrDefault, index.Count);
        return similar is null ? new BooleanQuery([], [], [new AllQuery()])
            : typed is null ? similar
            : BooleanQuery.And(similar, new BoostQuery(typed, 0));
    }

    /// <summary>Some of the hits, with how all of them divide.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="skip">How many hits are passed over.</param>
    /// <param name="take">How many come back.</param>
    public HitPage Hits(IndexQuery query, int skip, int take)
    {
        var (all, facets) = (Narrowed(query, null), Facets());
        var open = facets.Where(f => !state.Chosen.ContainsKey(f)).ToImmutableArray();
        var answer = index.Search(new SearchRequest(all)
        {
            Count = take,
            Skip = skip,
            Order = state.Order,
            Facets = open.Contains(FacetNames.Respondent) ? open : open.Add(FacetNames.Respondent),
            FacetLimit = MostValues,
            Saturation = state.IsQuestion ? QuestionQuery.Saturation : new SearchRequest(all).Saturation,
        });
        var counted = answer.Facets.ToDictionary(f => f.Name, StringComparer.Ordinal);
        foreach (var facet in state.Chosen.Keys)
        {
            // What else could be chosen of it: counted as if nothing of it were.
            counted[facet] = index.Search(new SearchRequest(Narrowed(query, facet)) { Count = 0, Facets = [facet], FacetLimit = MostValues }).Facets[0];
        }

        var documents = new CommentDocuments(_reader);
        return new HitPage(
            answer.Total,
            answer.Respondents,
            [
                .. answer.Hits.Select(h => (Hit: h, Comment: Comment(h.Id))).Where(h => h.Comment is not null).Select(h => new ShownHit(
                    h.Comment!,
                    Highlights.Of(query, documents.Of(h.Comment!), h.Comment!.Text),
                    h.Hit.Score,
                    [.. snapshot.Comment(h.Hit.Id)?.Codings.Select(c => c.Code) ?? []])),
            ],
            [.. facets.Where(counted.ContainsKey).Select(f => counted[f])]);
    }

    /// <summary>Matches in context of the first comments found, sorted as asked.</summary>
    /// <param name="query">What is looked for.</param>
    /// <returns>The lines, of how many comments they are, and how many are found.</returns>
    public (ImmutableArray<KwicLine> Lines, int Read, int Total) Lines(IndexQuery query)
    {
        var answer = index.Search(new SearchRequest(Narrowed(query, null)) { Count = MostRead, Order = state.Order });
        var comments = answer.Hits.Select(h => Comment(h.Id)).OfType<Comment>().ToList();
        var hits = new HitContext[comments.Count];
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, comments.Count)), range =>
        {
            var reader = new HitReader(TextTerms.ByKuromoji(LexiconReader.Default));
            for (var i = range.Item1; i < Math.Min(range.Item2, comments.Count); i++)
            {
                hits[i] = reader.Read(comments[i], query);
            }
        });
        var lines = Concordance.Sort(Concordance.Lines(hits), Concordance.Places(state.By) ?? []);
        return (lines, comments.Count, answer.Total);
    }

    /// <summary>How many comments and respondents there are at all.</summary>
    public (int Comments, int Respondents) All()
    {
        var all = index.Search(new SearchRequest(new AllQuery()) { Count = 0, Facets = [FacetNames.Respondent] });
        return (all.Total, all.Respondents ?? 0);
    }

    /// <summary>Words of a query that nobody wrote, with what could be meant.</summary>
    /// <param name="node">The query.</param>
    public ImmutableArray<(string Word, ImmutableArray<string> Meant)> Unknown(QueryNode node) =>
    [
        .. DidYouMean.WordsOf(node)
            .Where(w => index.Search(new SearchRequest(Compiler().Compile(new WordNode(w, 0, IsPattern: false))) { Count = 0 }).Total == 0)
            .Select(w => (w, DidYouMean.Of(w, index.CountTerms(new AllQuery())))),
    ];

    private SearchCompiler Compiler() => new(
        _reader,
        index.Terms,
        name => snapshot.Findings.Codebook.Codes.FirstOrDefault(c => c.Id == name || c.Name.Ja == name || c.Name.En.Equals(name, StringComparison.OrdinalIgnoreCase))?.Id ?? name);

    // The index may hold comments that the analysis set aside as duplicates.
    private Comment? Comment(string id) => snapshot.Comment(id)?.Comment ?? snapshot.Findings.Duplicates.FirstOrDefault(d => d.Comment.Id == id)?.Comment;

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
        .. CrossAttribute.Names(snapshot.Findings.Corpus).Where(n => !SearchFacets.IsOwn(n)).Take(MostAttributes),
    ];
}
