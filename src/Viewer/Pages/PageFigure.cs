using System.Collections.Immutable;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Pages;

/// <summary>A chart with the table behind it; the partial <c>_Figure</c> shows both, with their downloads.</summary>
/// <param name="Chart">The chart, as drawn for a report: its links are led to pages when it is shown.</param>
/// <param name="Table">Everything that it shows, as a table.</param>
/// <param name="Links">Where the cells of the table lead, a row of addresses a row; shorter rows and null for plain cells.</param>
public sealed record PageFigure(Chart Chart, ExportTable Table, ImmutableArray<ImmutableArray<string?>> Links)
{
    /// <summary>Where a cell leads; null for nowhere.</summary>
    /// <param name="row">The row, 0-based.</param>
    /// <param name="column">The column, 0-based.</param>
    public string? Link(int row, int column) => row < Links.Length && column < Links[row].Length ? Links[row][column] : null;
}

/// <summary>What the partial <c>_Figure</c> needs.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Links">Addresses of what charts link to; null where the chart has no links into a report.</param>
/// <param name="Language">The language of the user.</param>
/// <param name="Query">The page's own address parts, for its downloads: <c>?a=b</c> or empty.</param>
public sealed record FigureView(PageFigure Figure, AnchorLinks? Links, ScreenLanguage Language, string Query)
{
    /// <summary>The chart with links to pages.</summary>
    public string Svg { get; } = Links is null ? Figure.Chart.Svg : Links.Resolve(Figure.Chart.Svg);

    /// <summary>The address of a download.</summary>
    /// <param name="handler"><c>Chart</c> or <c>Table</c>.</param>
    public string Download(string handler) => $"{(Query.Length > 1 ? Query + "&" : "?")}handler={handler}&name={Uri.EscapeDataString(Figure.Chart.Name)}";
}
