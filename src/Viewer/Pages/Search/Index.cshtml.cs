using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Search;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Search;

/// <summary>検索: comments by their words and what they can be narrowed by; the address holds all that was asked.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="index">The index.</param>
public sealed class IndexModel(WorkspaceSession session, CommentIndex index) : FindingsPage(session)
{
    private const int PageLength = 20;
    private const int LinesLength = 50;
    private const int ContextLength = 50;

    /// <summary>The page's words.</summary>
    public SearchWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => State.Query.Length > 0 ? $"{State.Query} – {Words.Title}" : Words.Title;

    /// <summary>What is asked.</summary>
    public SearchState State { get; private set; } = new();

    /// <summary>Why what was typed cannot be read; null where it can.</summary>
    public QueryFailure? Failure { get; private set; }

    /// <summary>Whether a query that could be read was searched in its stead.</summary>
    public bool IsCorrected { get; private set; }

    /// <summary>Whether the query was too much for the index.</summary>
    public bool IsTooMuch { get; private set; }

    /// <summary>Whether the comment that others are to be like is not there.</summary>
    public bool IsLikeMissing { get; private set; }

    /// <summary>The comment that others are to be like; null where none is.</summary>
    public CommentCardView? Like { get; private set; }

    /// <summary>What was found.</summary>
    public HitPage Found { get; private set; } = new(0, null, [], []);

    /// <summary>How much there is at all.</summary>
    public (int Comments, int Respondents) All { get; private set; }

    /// <summary>The comments of this page.</summary>
    public ImmutableArray<CommentCardView> Cards { get; private set; } = [];

    /// <summary>The lines in context of this page.</summary>
    public ImmutableArray<KwicView> Lines { get; private set; } = [];

    /// <summary>How many lines there are, of how many comments; where they stand in the order of the comments, those of this page.</summary>
    public (int Lines, int Read) LineCount { get; private set; }

    /// <summary>What the hits can be narrowed by.</summary>
    public ImmutableArray<SearchFacetView> Facets { get; private set; } = [];

    /// <summary>Words that nobody wrote, and values that no comment has, each in words with the addresses of what could be meant.</summary>
    public ImmutableArray<(string Told, ImmutableArray<(string Meant, string Url)> Meant)> Unknown { get; private set; } = [];

    /// <summary>How many comments the text would find as a question in plain words, with its address; null where that is not offered.</summary>
    public (int Comments, string Url)? Asked { get; private set; }

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages
    {
        get
        {
            var (all, length) = IsByWords ? (LineCount.Lines, LinesLength) : (Found.Total, CommentsLength);
            return Math.Max(1, (all + length - 1) / length);
        }
    }

    /// <summary>Whether lines in context are sorted by their words, so that all have to be read before the first is known.</summary>
    public bool IsByWords => State.IsKwic && State.By.Length > 0;

    /// <summary>The first and last shown, 1-based; both 0 where nothing is.</summary>
    public (int First, int Last) Shown
    {
        get
        {
            var (length, count) = IsByWords ? (LinesLength, Lines.Length) : (CommentsLength, Found.Hits.Length);
            return count == 0 ? (0, 0) : (((State.Number - 1) * length) + 1, ((State.Number - 1) * length) + count);
        }
    }

    /// <summary>Shows the page.</summary>
    public void OnGet() => Ask();

    /// <summary>What was found alone, for the script that asks while somebody types.</summary>
    public IActionResult OnGetPart()
    {
        Ask();
        return Partial("_Found", this);
    }

    /// <summary>Everything that was found as a file.</summary>
    /// <param name="format"><c>csv</c>, <c>json</c> or <c>markdown</c>.</param>
    public IActionResult OnGetExport(string format)
    {
        State = SearchState.Of(Request.Query);
        var name = Words.Title + "_" + State.Query;
        var file = index.Use(Snapshot, i => Search(i, search => State.IsKwic
            ? Written(TableOf(search.Page.Lines(search.Query).Lines), format, name)
            : Written(search.Page.Hits(search.Query, 0, int.MaxValue), format, name)));
        return file is null ? NotFound() : file;
    }

    /// <summary>The address of an export.</summary>
    /// <param name="format">The format.</param>
    public string ExportUrl(string format)
    {
        var url = (State with { Number = 1, More = null }).Url;
        return url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=Export&format=" + format;
    }

    private int CommentsLength => State.IsKwic ? ContextLength : PageLength;

    private static ExportTable TableOf(ImmutableArray<KwicLine> lines)
    {
        var group = new KwicGroup(null, lines, 0, 0);
        return WordTables.Of([.. lines.Select(l => (group, l))], lines.Length, isGrouped: false);
    }

    private void Ask()
    {
        State = SearchState.Of(Request.Query);
        index.Use(Snapshot, i =>
        {
            All = AllOf(i);
            return Search(i, search =>
            {
                var (page, query) = (search.Page, search.Query);
                if (IsByWords)
                {
                    var (lines, read) = page.Lines(query);
                    LineCount = (lines.Length, read);
                    State = State with { Number = Math.Clamp(State.Number, 1, Pages) };
                    Lines = [.. lines.Skip((State.Number - 1) * LinesLength).Take(LinesLength).Select(l => View(l.Hit.Comment, l.Match))];
                    Found = page.Hits(query, 0, 0);
                }
                else
                {
                    Found = page.Hits(query, (State.Number - 1) * CommentsLength, CommentsLength);
                    if (Found.Hits.IsEmpty && Found.Total > 0)
                    {
                        State = State with { Number = Pages };
                        Found = page.Hits(query, (State.Number - 1) * CommentsLength, CommentsLength);
                    }

                    if (State.IsKwic)
                    {
                        Lines = [.. Found.Hits.SelectMany(h => h.Highlights.Select(m => View(h.Comment, m)))];
                        LineCount = (Lines.Length, Found.Hits.Length);
                    }
                    else
                    {
                        Cards = [.. Found.Hits.Select(Card)];
                    }
                }

                Facets = [.. Found.Facets.Select(View).Where(f => f.Chosen > 0 || f.Values.Length > 1)];
                Propose(search.Search, search.Node);
                return true;
            });
        });
    }

    // Works on what is asked; nothing where it cannot be read, or is too much.
    private T? Search<T>(IndexSnapshot opened, Func<(CommentSearch Search, PageSearch Page, IndexQuery Query, QueryNode? Node), T> work)
    {
        var text = new SearchText(State.Query, State.IsQuestion, State.Like);
        var parse = text.Parse();
        Failure = parse.Failure;
        if (Failure is { Proposal: { } proposal } && QueryParser.Parse(proposal) is { Query: not null } corrected)
        {
            (parse, IsCorrected) = (corrected, true);
        }

        var ground = SearchGround.Of(opened, Snapshot);
        var search = new CommentSearch(ground, text);
        if (State.Like is { } id && Snapshot.Comment(id) is { } like)
        {
            Like = Card(like);
        }

        try
        {
            if (Failure is not null && !IsCorrected)
            {
                Propose(search, null);
                return default;
            }

            if (search.Query(parse.Query) is { } query)
            {
                return work((search, new PageSearch(ground, search, Snapshot, State), query, parse.Query));
            }

            IsLikeMissing = true;
        }
        catch (ArgumentException)
        {
            IsTooMuch = true;
        }

        return default;
    }

    // Other words, other values; to ask in plain words, where the text reads so or nothing else comes of it.
    private void Propose(CommentSearch search, QueryNode? node)
    {
        if (Found.Total == 0 && node is not null)
        {
            Unknown =
            [
                .. search.UnknownWords(node).Select(u => (
                    Words.NoWord(u.Word, hasMeant: !u.Meant.IsEmpty), u.Meant.Select(m => (m, UrlOf(State.Query.Replace(u.Word, m, StringComparison.Ordinal)))).ToImmutableArray())),
                .. search.UnknownValues(node, Language).Select(u => (
                    Words.NoValue(u), u.Values.Select(v => (v, UrlOf(QueryText.WithValue(State.Query, u.Field, v)))).ToImmutableArray())),
            ];
        }

        if (!State.IsQuestion && State.Like is null && State.Query.Length > 0 && (Found.Total == 0 || QuestionForm.Reads(State.Query)) && search.Asked() is > 0 and var comments)
        {
            Asked = (comments, (State with { IsQuestion = true, Number = 1, IsKwic = false }).Url);
        }
    }

    private string UrlOf(string query) => (State with { Query = query, Number = 1 }).Url;

    private (int Comments, int Respondents) AllOf(IndexSnapshot opened)
    {
        var all = Snapshot.Derived.Of("all that is searched", () => opened.Search(new SearchRequest(new AllQuery()) { Count = 0, Facets = [FacetNames.Respondent] }));
        return (all.Total, all.Respondents ?? 0);
    }

    private CommentCardView Card(ShownHit hit) =>
        Card(Snapshot.Comment(hit.Comment.Id) ?? new AnalysedComment(hit.Comment, [], CommentTypes.Of(hit.Comment), null)) with { Marked = hit.Highlights };

    private static KwicView View(Comment comment, TextSpan match)
    {
        var (left, right) = KwicText.Sides(comment, match);
        return new KwicView(comment, left, comment.Text[match.Start..match.End], right);
    }

    private SearchFacetView View(FacetCounts counts)
    {
        var chosen = State.Chosen.GetValueOrDefault(counts.Name, []);
        var most = State.More == counts.Name ? PageSearch.MostValues : PageSearch.FewValues;
        ImmutableArray<SearchFacetValue> values =
        [
            .. counts.Values.Where((v, i) => i < most || chosen.Contains(v.Value))
                .Select(v => new SearchFacetValue(v.Value, Words.Value(counts.Name, v.Value, CodeName), v.Comments, v.Respondents, chosen.Contains(v.Value))),
            .. chosen.Where(c => counts.Values.All(v => v.Value != c)).Select(c => new SearchFacetValue(c, Words.Value(counts.Name, c, CodeName), 0, 0, true)),
        ];
        return new SearchFacetView(counts.Name, Words.Facet(counts.Name), values, counts.ValueCount - values.Count(v => v.Comments > 0));
    }

    private FileContentResult? Written(HitPage page, string format, string name)
    {
        switch (format)
        {
            case "csv":
                return Csv(HitsCsv.Of(page, Language), name);
            case "markdown":
                return File(Encoding.UTF8.GetBytes(HitsMarkdown.Of(page, Language)), "text/markdown; charset=utf-8", DownloadName.Of(name, "md"));
            case "json":
                using (var stream = new MemoryStream())
                {
                    HitsJson.Write(page, stream);
                    return File(stream.ToArray(), "application/json", DownloadName.Of(name, "json"));
                }

            default:
                return null;
        }
    }

    private FileContentResult? Written(ExportTable table, string format, string name) => format switch
    {
        "csv" => Csv(TableText.Csv(table, Language), name),
        "markdown" => File(Encoding.UTF8.GetBytes(TableText.Markdown(table, Language)), "text/markdown; charset=utf-8", DownloadName.Of(name, "md")),
        "json" => File(Encoding.UTF8.GetBytes(TableText.Json(table, Language)), "application/json", DownloadName.Of(name, "json")),
        _ => null,
    };

    private FileContentResult Csv(string text, string name) => File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", DownloadName.Of(name, "csv"));
}
