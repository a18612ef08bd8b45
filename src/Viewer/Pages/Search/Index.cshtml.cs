using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Analysis.Search.Language;
using FeedbackLab.Analysis.Themes;
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

    /// <summary>How many lines there are, of how many comments.</summary>
    public (int Lines, int Read) LineCount { get; private set; }

    /// <summary>What the hits can be narrowed by.</summary>
    public ImmutableArray<SearchFacetView> Facets { get; private set; } = [];

    /// <summary>Words that nobody wrote, each with the addresses of what could be meant.</summary>
    public ImmutableArray<(string Word, ImmutableArray<(string Meant, string Url)> Meant)> Unknown { get; private set; } = [];

    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => Math.Max(1, State.IsKwic ? (LineCount.Lines + LinesLength - 1) / LinesLength : (Found.Total + PageLength - 1) / PageLength);

    /// <summary>The first and last shown, 1-based; both 0 where nothing is.</summary>
    public (int First, int Last) Shown
    {
        get
        {
            var (length, count) = State.IsKwic ? (LinesLength, Lines.Length) : (PageLength, Cards.Length);
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
            ? Written(TableOf(search.Search.Lines(search.Query)), format, name)
            : Written(search.Search.Hits(search.Query, 0, int.MaxValue), format, name)));
        return file is null ? NotFound() : file;
    }

    /// <summary>The address of an export.</summary>
    /// <param name="format">The format.</param>
    public string ExportUrl(string format)
    {
        var url = (State with { Number = 1, More = null }).Url;
        return url + (url.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "handler=Export&format=" + format;
    }

    private static ExportTable TableOf((ImmutableArray<KwicLine> Lines, int Read, int Total) found)
    {
        var group = new KwicGroup(null, found.Lines, 0, 0);
        return WordTables.Of([.. found.Lines.Select(l => (group, l))], found.Lines.Length, isGrouped: false);
    }

    private void Ask()
    {
        State = SearchState.Of(Request.Query);
        index.Use(Snapshot, i => Search(i, search =>
        {
            All = search.Search.All();
            if (State.IsKwic)
            {
                var (lines, read, _) = search.Search.Lines(search.Query);
                LineCount = (lines.Length, read);
                State = State with { Number = Math.Clamp(State.Number, 1, Pages) };
                Lines = [.. lines.Skip((State.Number - 1) * LinesLength).Take(LinesLength).Select(View)];
                Found = search.Search.Hits(search.Query, 0, 0);
            }
            else
            {
                Found = search.Search.Hits(search.Query, (State.Number - 1) * PageLength, PageLength);
                if (Found.Hits.IsEmpty && Found.Total > 0)
                {
                    State = State with { Number = Pages };
                    Found = search.Search.Hits(search.Query, (State.Number - 1) * PageLength, PageLength);
                }

                Cards = [.. Found.Hits.Select(Card)];
            }

            Facets = [.. Found.Facets.Select(View).Where(f => f.Chosen > 0 || f.Values.Length > 1)];
            if (Found.Total == 0 && search.Node is { } node)
            {
                Unknown = [.. search.Search.Unknown(node).Select(u => (u.Word, u.Meant.Select(m => (m, (State with { Query = State.Query.Replace(u.Word, m, StringComparison.Ordinal), Number = 1 }).Url)).ToImmutableArray()))];
            }

            return true;
        }));
    }

    // Works on what is asked; nothing where it cannot be read, or is too much.
    private T? Search<T>(Analysis.Index.IndexSnapshot opened, Func<(PageSearch Search, IndexQuery Query, QueryNode? Node), T> work)
    {
        var parse = State.IsQuestion || State.Query.Length == 0 ? new QueryParse(null, null) : QueryParser.Parse(State.Query);
        Failure = parse.Failure;
        if (Failure is { Proposal: { } proposal } && QueryParser.Parse(proposal) is { Query: not null } corrected)
        {
            (parse, IsCorrected) = (corrected, true);
        }

        var search = new PageSearch(opened, Snapshot, State);
        if (State.Like is { } id && Snapshot.Comment(id) is { } like)
        {
            Like = Card(like);
        }

        try
        {
            if (Failure is not null && !IsCorrected)
            {
                All = search.All();
                return default;
            }

            if (search.Query(parse.Query) is { } query)
            {
                return work((search, query, parse.Query));
            }

            IsLikeMissing = true;
        }
        catch (ArgumentException)
        {
            IsTooMuch = true;
        }

        return default;
    }

    private CommentCardView Card(ShownHit hit) =>
        Card(Snapshot.Comment(hit.Comment.Id) ?? new AnalysedComment(hit.Comment, [], CommentTypes.Of(hit.Comment), null)) with { Marked = hit.Highlights };

    private static KwicView View(KwicLine line)
    {
        var comment = line.Hit.Comment;
        var (left, right) = KwicText.Sides(comment, line.Match);
        return new KwicView(comment, left, comment.Text[line.Match.Start..line.Match.End], right);
    }

    private SearchFacetView View(Analysis.Index.FacetCounts counts)
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
