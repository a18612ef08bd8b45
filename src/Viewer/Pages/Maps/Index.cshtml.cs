using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages.Maps;

/// <summary>地図: the comments in two dimensions, the groups that they were put into, and what no code covers.</summary>
/// <param name="session">What the pages work on.</param>
public sealed class IndexModel(WorkspaceSession session) : FindingsPage(session)
{
    /// <inheritdoc/>
    public override string Title => Pick("意見の地図", "Map of the comments");

    /// <summary>The code whose comments stand out; null for none.</summary>
    public string? Theme => Request.Query["theme"] is [{ Length: > 0 } code] && Snapshot.Theme(code) is not null ? code : null;

    /// <summary>The map; null where there are too few comments.</summary>
    public FigureView? Map => MapView(Snapshot, Language, Theme);

    /// <summary>How well other numbers of groups would hold; null where nobody looked.</summary>
    public FigureView? Curve => CurveFigure() is { } figure ? new FigureView(figure, Snapshot.Links, Language, Query(Theme)) : null;

    /// <inheritdoc/>
    protected override ImmutableArray<PageFigure> Figures() => [.. new[] { Map?.Figure, CurveFigure() }.OfType<PageFigure>()];

    /// <summary>A comment as a card: the one that stands for its group.</summary>
    /// <param name="group">The group.</param>
    public CommentCardView? Medoid(ClusterFinding group)
    {
        ArgumentNullException.ThrowIfNull(group);
        return Snapshot.Comment(group.Medoid) is { } comment ? Card(comment) : null;
    }

    /// <summary>Draws the map that is shown at first.</summary>
    /// <param name="snapshot">The analysis.</param>
    /// <param name="language">The language of its words.</param>
    internal static void Prepare(AnalysisSnapshot snapshot, ScreenLanguage language) => MapView(snapshot, language, null);

    // Thousands of points, drawn once an analysis, language and theme.
    private static FigureView? MapView(AnalysisSnapshot snapshot, ScreenLanguage language, string? theme) => snapshot.Derived.Of(
        $"map {language} {theme}",
        () => new[] { MapFigure(snapshot.Findings, language, theme) }.OfType<PageFigure>().Select(f => new FigureView(f, snapshot.Links, language, Query(theme))).ToList())
        .FirstOrDefault();

    private static string Query(string? theme) => theme is null ? string.Empty : "?theme=" + Uri.EscapeDataString(theme);

    private static PageFigure? MapFigure(AnalysisFindings findings, ScreenLanguage language, string? theme) => CommentMapChart.Of(findings, language, string.Empty, theme) is not { } chart ? null : new PageFigure(
        chart,
        new ExportTable(
            new BilingualText("意見グループ（下書き）", "Groups of comments (drafts)"),
            [
                Column("number", "番号", "No."),
                Column("label", "意見グループ", "Group"),
                Column("comments", "意見", "Comments"),
                Column("respondents", "回答者", "Respondents"),
                new("cohesion", new BilingualText("まとまり", "Cohesion"), 2),
                Column("terms", "特徴的な語", "Telling terms"),
            ],
            [.. findings.Clusters.Select(c => ImmutableArray.Create<object?>(c.Number, c.Label, c.Comments.Count, c.Respondents.Count, c.Cohesion, string.Join(language.Pick("、", ", "), c.Terms)))],
            [
                new BilingualText(
                    "まとまり（0〜1）は、条件を少し変えて何度も計算したとき、同じグループに入り続けた割合です。低いグループは、たまたまできたものかもしれません。",
                    "Cohesion (0 to 1): how often its comments stay together when the computation is repeated under slightly changed conditions. A low one may be chance."),
            ]),
        [
            .. findings.Clusters.Select(c =>
            {
                var comments = new CommentSelection { Cluster = c.Number }.Url;
                return ImmutableArray.Create<string?>(comments, comments, comments, comments);
            }),
        ]);

    private PageFigure? CurveFigure() => ClusterCurveChart.Of(Findings, Language) is not { } chart || Findings.Curve is not { } curve ? null : new PageFigure(
        chart,
        new ExportTable(
            new BilingualText("グループの数と安定性", "Number of groups and stability"),
            [Column("clusters", "グループの数", "Groups"), new("stability", new BilingualText("一致", "Agreement"), 3), new("smallest", new BilingualText("最も小さいグループの割合", "Share of the smallest"), 3)],
            [.. curve.Points.Select(p => ImmutableArray.Create<object?>(p.Clusters, p.Stability, p.Smallest))],
            [curve.Reason]),
        []);

    private static ExportColumn Column(string key, string ja, string en) => new(key, new BilingualText(ja, en));
}
