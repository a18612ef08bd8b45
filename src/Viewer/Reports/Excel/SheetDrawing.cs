using System.Xml.Linq;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;

namespace FeedbackLab.Viewer.Reports.Excel;

/// <summary>Puts a chart on a sheet.</summary>
internal static class SheetDrawing
{
    private const int Columns = 8;

    // As many as a printed page holds.
    private const int MostRows = 27;

    /// <summary>The drawing: the chart below the rows, eight columns wide.</summary>
    /// <param name="relation">The chart's relationship id.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="firstRow">The row that it begins at, 0-based.</param>
    public static XElement Of(string relation, NativeChart chart, int firstRow)
    {
        XNamespace xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
        var a = OfficePackage.Drawing;
        var rows = Math.Min(MostRows, 6 + (chart.Categories.Length * (chart.Series.Length > 1 ? 2 : 1)) + 4);
        return new XElement(
            xdr + "wsDr",
            new XAttribute(XNamespace.Xmlns + "xdr", xdr),
            new XAttribute(XNamespace.Xmlns + "a", a),
            new XElement(
                xdr + "twoCellAnchor",
                Corner("from", 0, firstRow),
                Corner("to", Columns, firstRow + rows),
                new XElement(
                    xdr + "graphicFrame",
                    new XAttribute("macro", string.Empty),
                    new XElement(
                        xdr + "nvGraphicFramePr",
                        new XElement(xdr + "cNvPr", new XAttribute("id", 2), new XAttribute("name", OfficeText.Clean(chart.Title)), new XAttribute("descr", OfficeText.Clean(chart.Description))),
                        new XElement(xdr + "cNvGraphicFramePr")),
                    new XElement(
                        xdr + "xfrm",
                        new XElement(a + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                        new XElement(a + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
                    new XElement(a + "graphic", new XElement(
                        a + "graphicData",
                        new XAttribute("uri", OfficePackage.Chart),
                        new XElement(
                            OfficePackage.Chart + "chart",
                            new XAttribute(XNamespace.Xmlns + "c", OfficePackage.Chart),
                            new XAttribute(XNamespace.Xmlns + "r", OfficePackage.Relationship),
                            new XAttribute(OfficePackage.Relationship + "id", relation))))),
                new XElement(xdr + "clientData")));

        XElement Corner(string name, int column, int row) => new(
            xdr + name, new XElement(xdr + "col", column), new XElement(xdr + "colOff", 0), new XElement(xdr + "row", row), new XElement(xdr + "rowOff", 0));
    }
}
