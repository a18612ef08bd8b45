using System.Globalization;
using System.Xml.Linq;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Reports.Office;

namespace FeedbackLab.Viewer.Reports.Slides;

/// <summary>Makes the shapes of a slide; places and sizes are in centimetres of a slide of 33.87 × 19.05.</summary>
internal static class SlideShapes
{
    public const double Width = 33.867;
    public const double Height = 19.05;

    public static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";

    /// <summary>The size of the letters of a title that is not long.</summary>
    public const int TitlePoints = 26;

    /// <summary>How wide the place of a title is.</summary>
    public const double TitleWidth = Width - 3.2;

    /// <summary>How high the place of a title is.</summary>
    public const double TitleHeight = 1.8;

    private const int LeastTitlePoints = 10;
    private const int CoverPoints = 34;
    private const double PointsPerCentimetre = 28.35;
    private static readonly XNamespace A = OfficePackage.Drawing;

    /// <summary>The place of a shape.</summary>
    public readonly record struct Box(double X, double Y, double Width, double Height);

    /// <summary>A paragraph of a shape.</summary>
    /// <param name="Text">Its text.</param>
    /// <param name="Points">The size of its letters.</param>
    /// <param name="IsBold">Whether it is bold.</param>
    /// <param name="Colour">Its colour in the theme.</param>
    /// <param name="After">Points of space behind it.</param>
    /// <param name="IsQuoted">Whether it is what a respondent says: set in by a bar.</param>
    public readonly record struct Line(string Text, int Points, bool IsBold = false, string Colour = "tx1", int After = 4, bool IsQuoted = false);

    /// <summary>The title of a slide, in the layout's place for it; in smaller letters where it is long.</summary>
    public static XElement Title(int id, string text) => new(
        P + "sp",
        new XElement(
            P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", "Title")),
            new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))),
            new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", "title")))),
        new XElement(P + "spPr"),
        new XElement(P + "txBody", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), Paragraph(TitleLine(text))));

    /// <summary>The title of the first slide, large and in a place of its own; in smaller letters where it is long.</summary>
    public static XElement CoverTitle(int id, string text, Box box)
    {
        var title = Title(id, text);
        title.Element(P + "spPr")!.Add(Place(A + "xfrm", box));
        title.Element(P + "txBody")!.Element(A + "bodyPr")!.Add(new XAttribute("anchor", "ctr"), new XElement(A + "normAutofit"));
        title.Element(P + "txBody")!.Element(A + "p")!.ReplaceWith(Paragraph(Smaller(new Line(text, CoverPoints, IsBold: true, Colour: "tx2", After: 0), box.Width, box.Height)));
        return title;
    }

    /// <summary>A shape that says nothing of its own: readers of the screen pass it over.</summary>
    public static XElement Decorative(XElement shape)
    {
        XNamespace decoration = "http://schemas.microsoft.com/office/drawing/2017/decorative";
        shape.Descendants(P + "cNvPr").First().Add(new XElement(A + "extLst", new XElement(
            A + "ext",
            new XAttribute("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"),
            new XElement(decoration + "decorative", new XAttribute(XNamespace.Xmlns + "adec", decoration), new XAttribute("val", 1)))));
        return shape;
    }

    /// <summary>Text in a box.</summary>
    public static XElement Text(int id, string name, Box box, IEnumerable<Line> lines, bool isInMiddle = false) => new(
        P + "sp",
        new XElement(
            P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name)),
            new XElement(P + "cNvSpPr", new XAttribute("txBox", 1)),
            new XElement(P + "nvPr")),
        new XElement(P + "spPr", Place(A + "xfrm", box), new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")), new XElement(A + "noFill")),
        new XElement(
            P + "txBody",
            new XElement(A + "bodyPr", new XAttribute("wrap", "square"), new XAttribute("lIns", 0), new XAttribute("tIns", 0), new XAttribute("rIns", 0), new XAttribute("bIns", 0), new XAttribute("anchor", isInMiddle ? "ctr" : "t"), new XElement(A + "normAutofit")),
            new XElement(A + "lstStyle"),
            lines.SelectMany(l => OfficeText.Lines(l.Text).Select(text => Paragraph(l with { Text = text })))));

    /// <summary>A bar of one colour.</summary>
    public static XElement Bar(int id, Box box, string colour) => Decorative(new(
        P + "sp",
        new XElement(
            P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", "bar"), new XAttribute("descr", string.Empty)),
            new XElement(P + "cNvSpPr"),
            new XElement(P + "nvPr")),
        new XElement(
            P + "spPr",
            Place(A + "xfrm", box),
            new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst")),
            new XElement(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", colour))),
            new XElement(A + "ln", new XElement(A + "noFill")))));

    /// <summary>A chart that PowerPoint draws.</summary>
    public static XElement Chart(int id, string relation, string title, string description, Box box) => new(
        P + "graphicFrame",
        new XElement(
            P + "nvGraphicFramePr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", OfficeText.Clean(title)), new XAttribute("descr", OfficeText.Clean(description))),
            new XElement(P + "cNvGraphicFramePr"),
            new XElement(P + "nvPr")),
        Place(P + "xfrm", box),
        new XElement(A + "graphic", new XElement(
            A + "graphicData",
            new XAttribute("uri", OfficePackage.Chart),
            new XElement(OfficePackage.Chart + "chart", new XAttribute(XNamespace.Xmlns + "c", OfficePackage.Chart), new XAttribute(OfficePackage.Relationship + "id", relation)))));

    /// <summary>How high lines stand in a box of a width, in centimetres.</summary>
    public static double HeightOf(IEnumerable<Line> lines, double width) => lines.Sum(l =>
    {
        var perLine = Math.Max(4, width * PointsPerCentimetre / l.Points);
        var rows = OfficeText.Lines(l.Text).Sum(t => Math.Max(1, Math.Ceiling(TextWidth.Of(t) * 1.03 / perLine)));
        return ((rows * l.Points * 1.25) + l.After) / PointsPerCentimetre;
    });

    /// <summary>The tree of a slide's shapes.</summary>
    public static XElement Tree(IEnumerable<XElement> shapes) => new(
        P + "cSld",
        new XElement(
            P + "spTree",
            new XElement(P + "nvGrpSpPr", new XElement(P + "cNvPr", new XAttribute("id", 1), new XAttribute("name", string.Empty)), new XElement(P + "cNvGrpSpPr"), new XElement(P + "nvPr")),
            new XElement(P + "grpSpPr", Place(A + "xfrm", default, isGroup: true)),
            shapes));

    /// <summary>A place as DrawingML writes it.</summary>
    public static XElement Place(XName name, Box box, bool isGroup = false) => new(
        name,
        new XElement(A + "off", new XAttribute("x", Emu(box.X)), new XAttribute("y", Emu(box.Y))),
        new XElement(A + "ext", new XAttribute("cx", Emu(box.Width)), new XAttribute("cy", Emu(box.Height))),
        isGroup ? new[] { new XElement(A + "chOff", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "chExt", new XAttribute("cx", 0), new XAttribute("cy", 0)) } : null);

    // As the layout has it, with no size of its own, where one line is enough.
    private static Line TitleLine(string text)
    {
        var line = Smaller(new Line(text, TitlePoints, IsBold: true, Colour: "tx2", After: 0), TitleWidth, TitleHeight);
        return line.Points == TitlePoints ? new Line(text, 0) : line;
    }

    private static Line Smaller(Line line, double width, double height)
    {
        while (HeightOf([line], width) > height && line.Points > LeastTitlePoints)
        {
            line = line with { Points = line.Points - 1 };
        }

        return line;
    }

    private static XElement Paragraph(Line line) => new(
        A + "p",
        new XElement(
            A + "pPr",
            line.IsQuoted ? new[] { new XAttribute("marL", 0), new XAttribute("indent", 0) } : null,
            line.Points == 0 ? null : new XElement(A + "spcAft", new XElement(A + "spcPts", new XAttribute("val", line.After * 100)))),
        line.Text.Length == 0 ? null : new XElement(
            A + "r",
            new XElement(
                A + "rPr",
                new XAttribute("lang", "ja-JP"),
                line.Points == 0 ? null : new XAttribute("sz", (line.Points * 100).ToString(CultureInfo.InvariantCulture)),
                line.IsBold ? new XAttribute("b", 1) : null,
                line.Points == 0 ? null : new object[]
                {
                    new XElement(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", line.Colour))),
                    new XElement(A + "latin", new XAttribute("typeface", "+mj-lt")),
                    new XElement(A + "ea", new XAttribute("typeface", "+mj-ea")),
                }),
            new XElement(A + "t", OfficeText.Clean(line.Text))));

    private static long Emu(double centimetres) => (long)Math.Round(centimetres * 360_000);
}
