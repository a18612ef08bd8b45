using System.Collections.Concurrent;
using System.Collections.Immutable;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports;
using QueryFields = FeedbackLab.Analysis.Search.Language.FieldNames;

namespace FeedbackLab.Viewer.Commands.Search;

/// <summary>Searches for the terminal and for the pages: the same text finds the same comments in the same order. For one thread.</summary>
/// <param name="ground">What is searched.</param>
/// <param name="text">What is asked for.</param>
internal sealed class CommentSearch(SearchGround ground, SearchText text)
{
    /// <summary>Values of a field that are proposed at most.</summary>
    public const int MostValues = 10;

    // Words of a query that are looked up where it found nothing; whoever types more of them has pasted a text.
    private const int MostUnknown = 10;

    private const int MostCompared = 20_000;

    private readonly TextTerms _reader = TextTerms.ByKuromoji(LexiconReader.Default);

    /// <summary>What is looked for; null where the comment that others are to be like is not there.</summary>
    /// <param name="node">What was typed, as a query; null for nothing, or for a question.</param>
    /// <exception cref="ArgumentException">The query is too much for the index.</exception>
    public IndexQuery? Query(QueryNode? node)
    {
        var typed = node is not null ? Compiler.Compile(node) : text.IsAsked ? Question() ?? new AllQuery() : null;
        if (text.Like is null)
        {
            return typed ?? new AllQuery();
        }

        if (ground.CommentsOf([text.Like]) is not [var model])
        {
            return null;
        }

        var having = ground.Index.CountTerms(new IdQuery(model.Id)).ToDictionary(t => t.Text, t => t.All, StringComparer.Ordinal);
        var similar = SimilarQuery.Of(model.Id, _reader.Read(model.Text).Terms, having.GetValueOrDefault, ground.Index.Count);
        return similar is null ? new BooleanQuery([], [], [new AllQuery()])
            : typed is null ? similar
            : BooleanQuery.And(similar, new BoostQuery(typed, 0));
    }

    /// <summary>The answer of the index; a question's best hits are ordered anew by the runs of characters that they share with it.</summary>
    /// <param name="request">What is wanted.</param>
    public SearchAnswer Answer(SearchRequest request) => text.IsAsked && text.Like is null
        ? QuestionSearch.Answer(ground.Index, text.Text, request, ground.CommentsOf)
        : ground.Index.Search(request);

    /// <summary>How many comments hold any word of what was typed, read as a question; 0 where it has no words to look for.</summary>
    public int Asked() => Question() is { } question ? ground.Index.Search(new SearchRequest(question) { Count = 0 }).Total : 0;

    /// <summary>Hits with their words, those that are not there left out.</summary>
    /// <param name="query">What was looked for.</param>
    /// <param name="answer">The answer.</param>
    public ImmutableArray<ShownHit> Shown(IndexQuery query, SearchAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var documents = new CommentDocuments(_reader);
        var comments = ground.CommentsOf([.. answer.Hits.Select(h => h.Id)]).ToDictionary(c => c.Id, StringComparer.Ordinal);
        return
        [
            .. answer.Hits.Where(h => comments.ContainsKey(h.Id)).Select(h => new ShownHit(
                comments[h.Id], Highlights.Of(query, documents.Of(comments[h.Id]), comments[h.Id].Text), h.Score, ground.ThemesOf(h.Id))
            {
                Meeting = comments[h.Id].Meeting is { } meeting ? ground.Meetings.GetValueOrDefault(meeting, meeting) : null,
                ThemeNames = [.. ground.ThemesOf(h.Id).Select(t => ground.ThemeNames.GetValueOrDefault(t, new BilingualText(t, t)))],
            }),
        ];
    }

    /// <summary>How many of the comments found say what another of them said: the analysis counts those once.</summary>
    /// <param name="query">What was looked for.</param>
    /// <param name="total">How many there are.</param>
    /// <returns>Null where there are too many to compare.</returns>
    public int? Duplicates(IndexQuery query, int total) => total > MostCompared
        ? null
        : Analysis.Statistics.Duplicates.Separate(ground.CommentsOf([.. ground.Index.Search(new SearchRequest(query) { Count = total }).Hits.Select(h => h.Id)])).Set.Length;

    /// <summary>Comments found, each with its matches.</summary>
    /// <param name="query">What was looked for.</param>
    /// <param name="comments">The comments.</param>
    /// <param name="parts">What else is wanted of them.</param>
    public static HitContext[] Contexts(IndexQuery query, ImmutableArray<Comment> comments, HitParts parts)
    {
        var hits = new HitContext[comments.Length];
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, comments.Length)),
            range =>
            {
                var reader = new HitReader(TextTerms.ByKuromoji(LexiconReader.Default));
                for (var i = range.Item1; i < Math.Min(range.Item2, comments.Length); i++)
                {
                    hits[i] = reader.Read(comments[i], query, parts);
                }
            });
        return hits;
    }

    /// <summary>Words of a query that nobody wrote, with what could be meant.</summary>
    /// <param name="node">The query.</param>
    public ImmutableArray<UnknownWord> UnknownWords(QueryNode node) =>
    [
        .. DidYouMean.WordsOf(node).Distinct(StringComparer.Ordinal).Take(MostUnknown).Where(w => Count(new WordNode(w, 0, IsPattern: false)) == 0)
            .Select(w => new UnknownWord(w, DidYouMean.Of(w, ground.Words()))),
    ];

    /// <summary>Values of fields in a query that no comment has, with those that there are.</summary>
    /// <param name="node">The query.</param>
    /// <param name="language">The language of themes' names.</param>
    public ImmutableArray<UnknownValue> UnknownValues(QueryNode node, ScreenLanguage language) =>
        [.. DidYouMean.FieldsOf(node).Distinct().Take(MostUnknown).Where(f => Count(f) == 0).Select(f => Values(f, language))];

    // Values that could be meant, else the most frequent.
    private UnknownValue Values(FieldNode field, ScreenLanguage language)
    {
        var facet = QueryFields.Of(field.Name);
        string[] values =
        [
            .. ground.Index.Search(new SearchRequest(new AllQuery()) { Count = 0, Facets = facet == field.Name ? [facet] : [facet, field.Name], FacetLimit = int.MaxValue })
                .Facets.SelectMany(f => f.Values.Select(v => f.Name == SearchFacets.Theme && ground.ThemeNames.TryGetValue(v.Value, out var name) ? language.Pick(name) : TypeWords.Of(f.Name, v.Value, language))),
        ];
        var alike = DidYouMean.ValuesOf(field.Value, values);
        return new UnknownValue(field, alike.Length > 0, [.. (alike.Length > 0 ? alike : [.. values]).Take(MostValues)]);
    }

    private SearchCompiler Compiler => field ??= new SearchCompiler(_reader, ground.Index.Terms, ground.ThemeOf);

    private int Count(QueryNode node) => ground.Index.Search(new SearchRequest(Compiler.Compile(node)) { Count = 0 }).Total;

    private IndexQuery? Question() => QuestionQuery.Of(new CommentDocuments(_reader).Of(text.Text));
}

/// <summary>A word that nobody wrote.</summary>
/// <param name="Word">The word.</param>
/// <param name="Meant">Words of the comments that could be meant, the nearest first.</param>
internal sealed record UnknownWord(string Word, ImmutableArray<string> Meant);

/// <summary>A value of a field that no comment has.</summary>
/// <param name="Field">The field and the value.</param>
/// <param name="IsAlike">Whether <paramref name="Values"/> are those that could be meant.</param>
/// <param name="Values">Values that there are, the most frequent first; empty where no comment has any value of the field.</param>
internal sealed record UnknownValue(FieldNode Field, bool IsAlike, ImmutableArray<string> Values);
