using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Index.Queries;
using FeedbackLab.Analysis.Networks;
using FeedbackLab.Analysis.Search.Contexts;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Commands.Search;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;
using FeedbackLab.Viewer.Server.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace FeedbackLab.Viewer.Pages.Networks;

/// <summary>ネットワーク: words that stand in the same comments, with their communities; a word or a pair leads to its comments.</summary>
/// <param name="session">What the pages work on.</param>
/// <param name="jobs">All long work.</param>
public sealed class IndexModel(WorkspaceSession session, JobBoard jobs) : FindingsPage(session)
{
    private const int MostCards = 50;

    private TermNetwork? _network;

    /// <summary>How many pairs one may ask for.</summary>
    public static readonly ImmutableArray<int> EdgeChoices = [30, 60, 120];

    /// <inheritdoc/>
    public override string Title => Pick("いっしょに出てくる語", "Words that come together");

    /// <summary>The code whose comments are looked at; null for all comments.</summary>
    public string? Theme => Request.Query["theme"] is [{ Length: > 0 } code] && Snapshot.Theme(code) is not null ? code : null;

    /// <summary>How many pairs are shown.</summary>
    public int Edges => int.TryParse(Request.Query["edges"], NumberStyles.None, CultureInfo.InvariantCulture, out var edges) && EdgeChoices.Contains(edges) ? edges : EdgeChoices[1];

    /// <summary>The word, or the two, whose comments are shown; empty for none.</summary>
    public ImmutableArray<string> Terms => [.. new[] { Request.Query["term"], Request.Query["with"] }.Select(t => t.ToString()).Where(t => t.Length > 0)];

    /// <summary>The network.</summary>
    public TermNetwork Network => _network ??= Snapshot.Derived.Of(Key(Edges, Theme), Make(Snapshot, Edges, Theme));

    /// <summary>Shows it.</summary>
    public IActionResult OnGet() => Waiting(jobs, new BilingualText("語のつながりを調べる", "Looking for words that come together"), Key(Edges, Theme), Make(Snapshot, Edges, Theme)) ?? Page();

    /// <summary>The network's picture; null where no words come together.</summary>
    public FigureView? Picture => Network.Nodes.IsEmpty ? null : new FigureView(Figure(), null, Language, Query().ToString());

    /// <summary>How the words of <see cref="Terms"/> are shown.</summary>
    public string TermForms => string.Join(Pick("」と「", "” and “"), Terms.Select(t => Network.Nodes.FirstOrDefault(n => n.Key == t)?.Form ?? t));

    /// <summary>The comments that have all of <see cref="Terms"/>.</summary>
    public ImmutableArray<AnalysedComment> Found => Terms.IsEmpty
        ? []
        : [.. Hits(Snapshot, Theme).Where(h => Terms.All(t => h.Terms.Any(x => x.Key == t))).Select(h => Snapshot.Comment(h.Comment.Id)).OfType<AnalysedComment>()];

    /// <summary>Those of them that the page shows.</summary>
    public ImmutableArray<CommentCardView> Cards => [.. Found.Take(MostCards).Select(c => Card(c, Theme))];

    /// <inheritdoc/>
    protected override ImmutableArray<PageFigure> Figures() => Network.Nodes.IsEmpty ? [] : [Figure()];

    /// <summary>Makes the network that is shown at first; long work.</summary>
    /// <param name="snapshot">The analysis.</param>
    internal static void Prepare(AnalysisSnapshot snapshot) => snapshot.Derived.Of(Key(EdgeChoices[1], null), Make(snapshot, EdgeChoices[1], null));

    private static string Key(int edges, string? theme) => $"network {edges} {theme}";

    // Nothing of the request in it: it may be made after the request is over.
    private static Func<TermNetwork> Make(AnalysisSnapshot snapshot, int edges, string? theme) => () => CooccurrenceNetwork.Of(Hits(snapshot, theme), edges: edges);

    private static List<HitContext> Hits(AnalysisSnapshot snapshot, string? theme)
    {
        var all = snapshot.Derived.Of("terms", () => CommentSearch.Contexts(new AllQuery(), [.. snapshot.Findings.Comments.Select(c => c.Comment)], HitParts.Terms).ToList());
        if (theme is null)
        {
            return all;
        }

        var ids = snapshot.Theme(theme)!.CommentIds.ToHashSet(StringComparer.Ordinal);
        return all.FindAll(h => ids.Contains(h.Comment.Id));
    }

    private QueryString Query(params (string Name, string? Value)[] more) => QueryString.Create(
        new[] { ("theme", Theme), ("edges", Edges.ToString(CultureInfo.InvariantCulture)) }.Concat(more)
            .Where(p => p.Item2 is not null).Select(p => KeyValuePair.Create(p.Item1, p.Item2)));

    private string AddressOf(TermNode term, TermNode? with) => "/network" + Query(("term", term.Key), ("with", with?.Key)) + "#comments";

    private PageFigure Figure()
    {
        var network = Network;
        return new PageFigure(
            NetworkChart.Of(network, Theme is { } theme ? CodeName(theme) : string.Empty, Language, AddressOf),
            new ExportTable(
                new BilingualText("いっしょに出てくる語の組", "Pairs of words that come together"),
                [
                    Column("first", "語", "Word"), Column("second", "語", "Word"), Column("both", "両方ある意見", "Comments with both"),
                    new("jaccard", new BilingualText("Jaccard", "Jaccard"), 2), Column("firstComments", "前の語の意見", "With the first"),
                    Column("secondComments", "後の語の意見", "With the second"), Column("community", "まとまり", "Community"),
                ],
                [
                    .. network.Edges.Select(e =>
                    {
                        var (a, b) = (network.Nodes[e.First], network.Nodes[e.Second]);
                        return ImmutableArray.Create<object?>(
                            a.Form, b.Form, e.Both, e.Jaccard, a.Comments, b.Comments, a.Community == b.Community ? Text(a.Community + 1) : $"{Text(a.Community + 1)}–{Text(b.Community + 1)}");
                    }),
                ],
                [
                    new BilingualText(
                        "Jaccard は、両方ある意見を、どちらかがある意見で割ったもの。まとまりは、互いにつながりの強い語の集まり（Leiden 法）。",
                        "Jaccard: comments with both, divided by comments with either. Communities: words strongly tied to each other (Leiden)."),
                ]),
            [
                .. network.Edges.Select(e =>
                {
                    var (a, b) = (network.Nodes[e.First], network.Nodes[e.Second]);
                    return ImmutableArray.Create<string?>(AddressOf(a, null), AddressOf(b, null), AddressOf(a, b), null, AddressOf(a, null), AddressOf(b, null));
                }),
            ]);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ExportColumn Column(string key, string ja, string en) => new(key, new BilingualText(ja, en));
}
