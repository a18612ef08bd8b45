using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Commands;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Compare;

/// <summary>比較: themes by year, area, question or respondent, their way over the years, two years beside each other; all for the comments that a filter leaves.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="jobs">All long work.</param>
public sealed class IndexModel(WorkspaceSession session, JobBoard jobs) : FindingsPage(session)
{
    private CompareQuery? _query;
    private CompareResults? _results;

    /// <summary>The page's words.</summary>
    public CompareWords Words => new(Language);

    /// <inheritdoc/>
    public override string Title => Words.Title;

    /// <summary>What the address asks for.</summary>
    public CompareQuery Query => _query ??= CompareQuery.Of(Request.Query, Findings);

    /// <summary>What came out.</summary>
    public CompareResults Results => _results ??= Snapshot.Derived.Of("compare" + Query.ResultKey, Make());

    /// <summary>Shows it.</summary>
    public IActionResult OnGet() => Waiting(jobs, new BilingualText("比べる", "Comparing"), "compare" + Query.ResultKey, Make()) ?? Page();

    /// <summary>The comments that the filter leaves.</summary>
    public CommentSelection Within => new() { In = Query.Filter.Whole(Findings.Corpus) };

    /// <summary>What comments can be narrowed by, with the groups and their counts.</summary>
    public ImmutableArray<(CrossAttribute Attribute, string Name, ImmutableArray<CompareChoice> Choices)> Facets => [.. Snapshot.Derived.Of(
        $"compare by {Language} {string.Join('&', FilterQuery.Parts(Query.Filter).Select(p => p.Value))}", () => FacetsNow().ToList())];

    private ImmutableArray<(CrossAttribute Attribute, string Name, ImmutableArray<CompareChoice> Choices)> FacetsNow() =>
    [
        .. CompareQuery.Attributes(Findings).Select(a => (
            a,
            Words.NameOf(a),
            Query.Filter.Counts(Findings, a).Select(c => new CompareChoice(
                Pick(CrossTables.NameOf(a, c.Group, Findings)),
                FilterQuery.Part(a, c.Group),
                c.Comments,
                Query.Filter.Conditions.Any(x => x.Attribute == a && x.Values.Contains(c.Group)))).ToImmutableArray()))
            .Where(f => f.Item3.Length is > 1 and <= CompareQuery.MostChoices || f.Item3.Any(c => c.IsChosen)),
    ];

    /// <summary>The filter in words, each value with the address without it.</summary>
    public ImmutableArray<(string Name, string Value, string Without)> Conditions =>
        [.. Query.Filter.Conditions.SelectMany(c => c.Values.Select(v => (Words.NameOf(c.Attribute), Pick(CrossTables.NameOf(c.Attribute, v, Findings)), Query.Without(c.Attribute, v).Url)))];

    /// <summary>The heatmap; null where nobody mentions anything.</summary>
    public FigureView? Heatmap => View(HeatmapFigure());

    /// <summary>The trend; null where there are fewer than two years.</summary>
    public FigureView? Trend => View(TrendFigure());

    /// <summary>Two years; null where there are no two years.</summary>
    public FigureView? Years => View(YearsFigure());

    /// <inheritdoc/>
    protected override ImmutableArray<PageFigure> Figures() => [.. new[] { HeatmapFigure(), TrendFigure(), YearsFigure() }.OfType<PageFigure>()];

    // Nothing of the request in it: it may be made after the request is over.
    private Func<CompareResults> Make() => Make(Session, Findings, Query);

    /// <summary>Makes the comparison that is shown at first; long work.</summary>
    /// <param name="session">The workspace.</param>
    /// <param name="snapshot">The analysis.</param>
    internal static void Prepare(WorkspaceSession session, AnalysisSnapshot snapshot)
    {
        var query = CompareQuery.Of(new QueryCollection(), snapshot.Findings);
        snapshot.Derived.Of("compare" + query.ResultKey, Make(session, snapshot.Findings, query));
    }

    private static Func<CompareResults> Make(WorkspaceSession workspace, AnalysisFindings findings, CompareQuery query) =>
        () => CompareResults.Of(findings, query, (from, to) => workspace.Use(store => CompareCommand.Codes(store, from, to).Codes));

    private FigureView? View(PageFigure? figure) => figure is null ? null : new FigureView(figure, null, Language, Query.Parts);

    private string Subject => Query.Filter.Conditions.IsEmpty ? string.Empty : Words.Only(string.Join(Pick("、", "; "), Conditions.Select(c => $"{c.Name}: {c.Value}")));

    private Func<CrossRow?, CrossGroup?, string?> Addresses(CrossTable table) => (row, group) =>
    {
        var theme = Within with { Theme = row?.Code.Id };
        return (group is null ? theme : theme.With(table, group.Name)).Url;
    };

    private PageFigure? HeatmapFigure()
    {
        var table = Results.Table;
        if (table is null)
        {
            return null;
        }

        var chart = table.Attribute.Kind == CrossKind.Respondent
            ? RespondentHeatmap.Of(Results.Findings, Language, string.Empty) is { } rows ? rows with { Svg = new AnchorLinks(Results.Findings, Within).Resolve(rows.Svg) } : null
            : CrossHeatmap.Of(table, Results.Findings, Language, Addresses(table), Subject);
        return chart is null ? null : new PageFigure(chart, CrossTables.Of(table, Results.Findings, Language), Links(table));
    }

    private PageFigure? TrendFigure() =>
        Results.ByYear is { } table && ThemeTrends.Of(table, Results.Findings, Language, Addresses(table), Subject) is { } chart
            ? new PageFigure(chart, CrossTables.Of(table, Results.Findings, Language), Links(table))
            : null;

    private PageFigure? YearsFigure()
    {
        if (Results.Years is not { } years
            || ChangeChart.Of(years, Results.Findings, Language, (code, year) => (Within with { Theme = code.Id, Year = year }).Url, Subject) is not { } chart)
        {
            return null;
        }

        return new PageFigure(chart, CompareCommand.Table(years, Session.Use(CodebookSource.Names), isTerminal: false, Language), [.. years.Themes.Select(t =>
        {
            var theme = Within with { Theme = t.Code.Id };
            string Of(MentionedWhen when) => (theme with { Change = new YearChange(years.Earlier, years.Later, when) }).Url;
            return ImmutableArray.Create<string?>(
                Some(t.Before.Count + t.After.Count, theme.Url),
                null,
                Some(t.Pairs.Both + t.Pairs.OnlyEarlier, (theme with { Year = years.Earlier, Change = new YearChange(years.Earlier, years.Later, MentionedWhen.InEarlier) }).Url),
                Some(t.Pairs.Both + t.Pairs.OnlyLater, (theme with { Year = years.Later, Change = new YearChange(years.Earlier, years.Later, MentionedWhen.InLater) }).Url),
                Some(t.Pairs.Both, Of(MentionedWhen.Both)),
                Some(t.Pairs.OnlyEarlier, Of(MentionedWhen.Earlier)),
                Some(t.Pairs.OnlyLater, Of(MentionedWhen.Later)));
        })]);

        static string? Some(int count, string address) => count == 0 ? null : address;
    }

    private ImmutableArray<ImmutableArray<string?>> Links(CrossTable table)
    {
        var address = Addresses(table);
        return [.. table.Themes.Select(row => ImmutableArray.Create<string?>(
            [null, address(row, null), .. table.Groups.Select((g, i) => row.Comments[i].IsEmpty ? null : address(row, g))]))];
    }
}

/// <summary>A group that comments can be narrowed to.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Part">How the address names it.</param>
/// <param name="Comments">Comments in it that fulfil the other conditions.</param>
/// <param name="IsChosen">Whether the filter takes it.</param>
public sealed record CompareChoice(string Name, string Part, int Comments, bool IsChosen);
