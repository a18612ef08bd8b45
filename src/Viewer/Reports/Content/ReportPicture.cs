using System.Xml.Linq;
using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Reports.Content;

/// <summary>A drawing: SVG that Word shows as it is, with a bitmap beside it for programs that cannot.</summary>
/// <param name="Name">Unique within a report.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Description">What it says, for those who cannot see it.</param>
/// <param name="Svg">The drawing.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
public sealed record ReportPicture(string Name, string Title, string Description, string Svg, double Width, double Height)
{
    /// <summary>The picture of a chart.</summary>
    /// <param name="chart">The chart.</param>
    public static ReportPicture Of(Chart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var svg = XElement.Parse(chart.Svg);
        var description = svg.Element(svg.Name.Namespace + "desc")?.Value ?? string.Empty;
        return new ReportPicture(chart.Name, chart.Title, description, chart.Svg, (double)svg.Attribute("width")!, (double)svg.Attribute("height")!);
    }
}
