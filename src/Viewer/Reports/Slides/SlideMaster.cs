using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Viewer.Reports.Office;
using static FeedbackLab.Viewer.Reports.Slides.SlideShapes;

namespace FeedbackLab.Viewer.Reports.Slides;

/// <summary>The master that all slides follow: change it in PowerPoint and all slides change.</summary>
internal static class SlideMaster
{
    private static readonly XNamespace A = OfficePackage.Drawing;

    private static readonly (string Name, string OfTheme)[] Colours =
    [
        ("bg1", "lt1"), ("tx1", "dk1"), ("bg2", "lt2"), ("tx2", "dk2"), ("accent1", "accent1"), ("accent2", "accent2"), ("accent3", "accent3"),
        ("accent4", "accent4"), ("accent5", "accent5"), ("accent6", "accent6"), ("hlink", "hlink"), ("folHlink", "folHlink"),
    ];

    /// <summary>Adds master, layout and theme.</summary>
    /// <returns>The layout that slides use.</returns>
    public static SlideLayoutPart Fill(PresentationPart presentation)
    {
        var master = presentation.AddNewPart<SlideMasterPart>("flMaster");
        var layout = master.AddNewPart<SlideLayoutPart>("rId1");
        layout.AddPart(master, "rId1");
        var theme = master.AddNewPart<ThemePart>("rId2");
        OfficePackage.Fill(theme, OfficePackage.Carried("theme.xml"));
        presentation.AddPart(theme, "flTheme");
        OfficePackage.Fill(layout, SlideReport.Root(
            "sldLayout",
            new XAttribute("type", "titleOnly"),
            Named(Tree([TitlePlace(2)]), "Title"),
            new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping"))));
        OfficePackage.Fill(master, SlideReport.Root(
            "sldMaster",
            Background(Tree([TitlePlace(2), Bar(3, new Box(1.6, 2.75, SlideShapes.Width - 3.2, 0.05), "accent1")])),
            new XElement(
                P + "clrMap",
                Colours.Select(c => new XAttribute(c.Name, c.OfTheme))),
            new XElement(P + "sldLayoutIdLst", new XElement(P + "sldLayoutId", new XAttribute("id", 2147483649), new XAttribute(OfficePackage.Relationship + "id", "rId1"))),
            new XElement(
                P + "txStyles",
                new XElement(P + "titleStyle", Level("lvl1pPr", SlideShapes.TitlePoints, isBold: true, "tx2")),
                new XElement(P + "bodyStyle", Level("lvl1pPr", 16, isBold: false, "tx1")),
                new XElement(P + "otherStyle", Level("lvl1pPr", 16, isBold: false, "tx1")))));
        return layout;
    }

    private static XElement TitlePlace(int id) => new(
        P + "sp",
        new XElement(
            P + "nvSpPr",
            new XElement(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", "Title")),
            new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))),
            new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", "title")))),
        new XElement(P + "spPr", Place(A + "xfrm", new Box(1.6, 0.9, SlideShapes.TitleWidth, SlideShapes.TitleHeight)), new XElement(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"))),
        new XElement(
            P + "txBody",
            new XElement(A + "bodyPr", new XAttribute("lIns", 0), new XAttribute("rIns", 0), new XAttribute("anchor", "b"), new XElement(A + "normAutofit")),
            new XElement(A + "lstStyle"),
            new XElement(A + "p", new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", "ja-JP")), new XElement(A + "t", "題名")))));

    private static XElement Level(string name, int points, bool isBold, string colour) => new(
        A + name,
        new XAttribute("algn", "l"),
        new XElement(A + "buNone"),
        new XElement(
            A + "defRPr",
            new XAttribute("lang", "ja-JP"),
            new XAttribute("sz", points * 100),
            new XAttribute("b", isBold ? 1 : 0),
            new XElement(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", colour))),
            new XElement(A + "latin", new XAttribute("typeface", "+mj-lt")),
            new XElement(A + "ea", new XAttribute("typeface", "+mj-ea"))));

    private static XElement Named(XElement tree, string name)
    {
        tree.SetAttributeValue("name", name);
        return tree;
    }

    private static XElement Background(XElement tree)
    {
        tree.AddFirst(new XElement(P + "bg", new XElement(P + "bgPr", new XElement(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", "bg1"))), new XElement(A + "effectLst"))));
        return tree;
    }
}
