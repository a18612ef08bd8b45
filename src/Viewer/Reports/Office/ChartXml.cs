using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Reports.Content;
using static FeedbackLab.Viewer.Reports.Office.OfficePackage;

namespace FeedbackLab.Viewer.Reports.Office;

/// <summary>Writes a chart in DrawingML; its colours and fonts are those of the document's theme, so that restyling the document restyles it.</summary>
internal static class ChartXml
{
    private const int CategoryAxis = 111;
    private const int ValueAxis = 222;

    /// <summary>Fills a chart part: the drawing, and the workbook that it is edited through.</summary>
    /// <param name="part">The part.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="points">The size of its letters.</param>
    /// <param name="withTitle">Whether the title stands in the chart; where a caption says it, not.</param>
    public static void Fill(ChartPart part, NativeChart chart, int points, bool withTitle)
    {
        OfficePackage.Fill(part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx, "rId1"), WorkbookFile.Of([ChartSheetTable.Of(chart)]));
        OfficePackage.Fill(part, Of(chart, points, withTitle, new XElement(Chart + "externalData", new XAttribute(Relationship + "id", "rId1"), Value("autoUpdate", 0)), new ChartRange(ChartSheetTable.SheetName, 0, [.. Enumerable.Range(1, chart.Series.Length)])));
    }

    /// <summary>The chart's XML.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="points">The size of its letters.</param>
    /// <param name="withTitle">Whether the title stands in the chart.</param>
    /// <param name="data">What leads to the workbook; null where the chart stands in it.</param>
    /// <param name="range">Where the numbers stand.</param>
    public static XElement Of(NativeChart chart, int points, bool withTitle, XElement? data, ChartRange range) => new(
        Chart + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", Chart),
        new XAttribute(XNamespace.Xmlns + "a", Drawing),
        new XAttribute(XNamespace.Xmlns + "r", Relationship),
        Value("date1904", 0),
        Value("roundedCorners", 0),
        new XElement(
            Chart + "chart",
            withTitle ? Title(chart.Title, points + 2) : null,
            Value("autoTitleDeleted", withTitle ? 0 : 1),
            new XElement(Chart + "plotArea", new XElement(Chart + "layout"), Bars(chart, range), Categories(chart), Values(chart)),
            chart.Series.Length > 1 ? new XElement(Chart + "legend", Value("legendPos", "t"), Value("overlay", 0)) : null,
            Value("plotVisOnly", 1),
            Value("dispBlanksAs", "gap")),
        new XElement(Chart + "spPr", new XElement(Drawing + "noFill"), new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
        TextProperties(points),
        data);

    private static XElement Bars(NativeChart chart, ChartRange range) => new(
        Chart + "barChart",
        Value("barDir", chart.IsHorizontal ? "bar" : "col"),
        Value("grouping", "clustered"),
        Value("varyColors", 0),
        chart.Series.Select((s, i) => Series(chart, s, i, range)),
        Value("gapWidth", chart.Series.Length > 1 ? 60 : 45),
        Value("axId", CategoryAxis),
        Value("axId", ValueAxis));

    private static XElement Series(NativeChart chart, ChartSeries series, int number, ChartRange range) => new(
        Chart + "ser",
        Value("idx", number),
        Value("order", number),
        new XElement(Chart + "tx", new XElement(
            Chart + "strRef",
            new XElement(Chart + "f", range.NameOf(number)),
            Cache("strCache", [series.Name]))),
        new XElement(Chart + "spPr", Fill(chart, number)),
        Value("invertIfNegative", 0),
        new XElement(
            Chart + "dLbls",
            new XElement(Chart + "numFmt", new XAttribute("formatCode", FormatOf(chart)), new XAttribute("sourceLinked", 0)),
            new XElement(Chart + "spPr", new XElement(Drawing + "noFill"), new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
            Value("showLegendKey", 0),
            Value("showVal", 1),
            Value("showCatName", 0),
            Value("showSerName", 0),
            Value("showPercent", 0),
            Value("showBubbleSize", 0)),
        new XElement(Chart + "cat", new XElement(Chart + "strRef", new XElement(Chart + "f", range.CategoryCells(chart.Categories.Length)), Cache("strCache", chart.Categories))),
        new XElement(Chart + "val", new XElement(
            Chart + "numRef",
            new XElement(Chart + "f", range.ValuesOf(number, chart.Categories.Length)),
            Cache("numCache", series.Values.Select(v => v?.ToString("R", CultureInfo.InvariantCulture)), FormatOf(chart)))));

    // With two series the earlier one is the lighter, so that grey print tells them apart.
    private static XElement Fill(NativeChart chart, int number) => new(
        Drawing + "solidFill",
        new XElement(
            Drawing + "schemeClr",
            new XAttribute("val", "accent1"),
            chart.Series.Length > 1 && number < chart.Series.Length - 1
                ? new[] { new XElement(Drawing + "lumMod", new XAttribute("val", 40000)), new XElement(Drawing + "lumOff", new XAttribute("val", 60000)) }
                : null));

    private static XElement Cache(string name, IEnumerable<string?> values, string? format = null)
    {
        var list = values.ToList();
        return new XElement(
            Chart + name,
            format is null ? null : new XElement(Chart + "formatCode", format),
            Value("ptCount", list.Count),
            list.Select((v, i) => v is null ? null : new XElement(Chart + "pt", new XAttribute("idx", i), new XElement(Chart + "v", OfficeText.Clean(v)))));
    }

    private static XElement Categories(NativeChart chart) => new(
        Chart + "catAx",
        Value("axId", CategoryAxis),
        new XElement(Chart + "scaling", Value("orientation", chart.IsHorizontal ? "maxMin" : "minMax")),
        Value("delete", 0),
        Value("axPos", chart.IsHorizontal ? "l" : "b"),
        new XElement(Chart + "numFmt", new XAttribute("formatCode", "General"), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "low"),
        Line(),
        Value("crossAx", ValueAxis),
        Value("crosses", "autoZero"),
        Value("auto", 1),
        Value("lblAlgn", "ctr"),
        Value("lblOffset", 100),
        Value("tickLblSkip", 1),
        Value("noMultiLvlLbl", 0));

    private static XElement Values(NativeChart chart) => new(
        Chart + "valAx",
        Value("axId", ValueAxis),
        new XElement(Chart + "scaling", Value("orientation", "minMax"), chart.Highest is { } highest ? Value("max", highest) : null, Value("min", 0)),
        Value("delete", 0),
        Value("axPos", chart.IsHorizontal ? "b" : "l"),
        new XElement(Chart + "majorGridlines", Line()),
        new XElement(Chart + "numFmt", new XAttribute("formatCode", FormatOf(chart)), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "nextTo"),
        new XElement(Chart + "spPr", new XElement(Drawing + "ln", new XElement(Drawing + "noFill"))),
        Value("crossAx", CategoryAxis),
        Value("crosses", chart.IsHorizontal ? "max" : "autoZero"),
        Value("crossBetween", "between"),
        Unit(chart) is { } unit ? Value("majorUnit", unit) : null);

    // Whole steps where few are counted: half a respondent means nothing.
    private static double? Unit(NativeChart chart)
    {
        var highest = chart.Highest ?? chart.Series.SelectMany(s => s.Values).Max() ?? 0;
        return chart.IsShare ? 0.2 : highest <= 10 ? 1 : highest <= 30 ? 5 : null;
    }

    private static string FormatOf(NativeChart chart) => chart.IsShare ? "0%" : "0";

    private static XElement Title(string text, int points) => new(
        Chart + "title",
        new XElement(Chart + "tx", new XElement(
            Chart + "rich",
            new XElement(Drawing + "bodyPr"),
            new XElement(
                Drawing + "p",
                new XElement(Drawing + "pPr", new XElement(Drawing + "defRPr", new XAttribute("sz", points * 100), new XAttribute("b", 1))),
                new XElement(Drawing + "r", new XElement(Drawing + "rPr", new XAttribute("lang", "ja-JP"), new XAttribute("sz", points * 100), new XAttribute("b", 1)), new XElement(Drawing + "t", OfficeText.Clean(text)))))),
        Value("overlay", 0));

    private static XElement Line() => new(Chart + "spPr", new XElement(
        Drawing + "ln",
        new XAttribute("w", 6350),
        new XElement(Drawing + "solidFill", new XElement(Drawing + "schemeClr", new XAttribute("val", "bg1"), new XElement(Drawing + "lumMod", new XAttribute("val", 75000))))));

    private static XElement TextProperties(int points) => new(
        Chart + "txPr",
        new XElement(Drawing + "bodyPr"),
        new XElement(Drawing + "p", new XElement(Drawing + "pPr", new XElement(
            Drawing + "defRPr",
            new XAttribute("sz", points * 100),
            new XElement(Drawing + "latin", new XAttribute("typeface", "+mj-lt")),
            new XElement(Drawing + "ea", new XAttribute("typeface", "+mj-ea")))), new XElement(Drawing + "endParaRPr", new XAttribute("lang", "ja-JP"))));

    private static XElement Value(string name, object value) => new(Chart + name, new XAttribute("val", value));
}
