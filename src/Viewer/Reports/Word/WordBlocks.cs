using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FeedbackLab.Viewer.Reports.Word;

/// <summary>Makes the building blocks of a Word document: paragraphs, headings, charts, pictures, tables.</summary>
/// <param name="main">The document; charts and pictures become parts of it.</param>
/// <param name="language">The language of captions.</param>
/// <param name="raster">Draws pictures for programs that do not show SVG.</param>
internal sealed class WordBlocks(MainDocumentPart main, ScreenLanguage language, SvgRaster raster)
{
    /// <summary>The width between the margins of A4, in twentieths of a point.</summary>
    public const int TextWidthTwips = 9070;

    private const string QuotationPrefix = "quotation_";
    private const int EmuPerCentimetre = 360_000;
    private const double TextWidthCentimetres = 16;
    private const double HighestPicture = 20;
    private const int PointsInCharts = 9;
    private const double LongestCell = 24;
    private const double CellMargins = 2.2;
    private const double ShortCell = 11;
    private const double PageEms = 50;
    private const double MostOfPage = 0.75;
    private const int SmallTable = 6;

    // High enough that a template's own bookmarks and drawings keep theirs.
    private const int FirstId = 7000;

    private readonly WordStyles _styles = WordStyles.Of(main);
    private readonly List<(int Level, string Text, string Bookmark)> _headings = [];
    private int _figures;
    private int _tables;
    private int _parts;
    private readonly HashSet<string> _bookmarks = Bookmarks(main);
    private int _ids = FirstIdOf(main);

    /// <summary>The headings made so far, for the table of contents.</summary>
    public IReadOnlyList<(int Level, string Text, string Bookmark)> Headings => _headings;

    /// <summary>A paragraph; a line break in the text is one in the paragraph.</summary>
    public W.Paragraph Text(string text, string style = "Normal") => new([Style(style), .. Runs(text)]);

    /// <summary>A heading.</summary>
    /// <param name="level">1 to 3.</param>
    /// <param name="text">Its words.</param>
    /// <param name="isListed">Whether the table of contents leads to it, until Word makes that anew: an appendix's headings would make it longer than a page.</param>
    public W.Paragraph Heading(int level, string text, bool isListed = true)
    {
        if (!isListed)
        {
            return Text(text, $"Heading{level}");
        }

        var bookmark = Free(i => string.Create(CultureInfo.InvariantCulture, $"_Toc{89_999_999 + _headings.Count + i}"), _bookmarks.Contains);
        _bookmarks.Add(bookmark);
        _headings.Add((level, text, bookmark));
        return new W.Paragraph([Style($"Heading{level}"), .. Bookmarked(bookmark, Runs(text))]);
    }

    /// <summary>A chart that Word draws, with its caption.</summary>
    public IEnumerable<OpenXmlElement> Chart(NativeChart chart, double centimetresHigh)
    {
        var id = PartId("flChart");
        ChartXml.Fill(main.AddNewPart<ChartPart>(id), chart, PointsInCharts, withTitle: false);
        var content = new XElement(OfficePackage.Chart + "chart", new XAttribute(OfficePackage.Relationship + "id", id));
        return
        [
            Inline(OfficePackage.Chart.NamespaceName, content, TextWidthCentimetres, centimetresHigh, chart.Title, chart.Description),
            .. Caption(chart.Title, chart.Note),
        ];
    }

    /// <summary>A drawing as SVG, with a bitmap for programs that cannot show it, and its caption.</summary>
    public IEnumerable<OpenXmlElement> Picture(ReportPicture picture)
    {
        var (pngId, svgId) = (PartId("flPng"), PartId("flSvg"));
        var png = main.AddImagePart(ImagePartType.Png, pngId);
        OfficePackage.Fill(png, raster.Png(picture.Svg, picture.Width) ?? PlainPng.Of((int)picture.Width / 4, (int)picture.Height / 4));
        var svg = main.AddImagePart(ImagePartType.Svg, svgId);
        OfficePackage.Fill(svg, Encoding.UTF8.GetBytes(picture.Svg));
        var width = TextWidthCentimetres;
        var height = width * picture.Height / picture.Width;
        if (height > HighestPicture)
        {
            (width, height) = (width * HighestPicture / height, HighestPicture);
        }

        XNamespace pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        XNamespace vector = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
        var a = OfficePackage.Drawing;
        var content = new XElement(
            pic + "pic",
            new XAttribute(XNamespace.Xmlns + "pic", pic),
            new XElement(pic + "nvPicPr", new XElement(pic + "cNvPr", new XAttribute("id", 0), new XAttribute("name", picture.Name)), new XElement(pic + "cNvPicPr")),
            new XElement(
                pic + "blipFill",
                new XElement(
                    a + "blip",
                    new XAttribute(OfficePackage.Relationship + "embed", pngId),
                    new XElement(a + "extLst", new XElement(
                        a + "ext",
                        new XAttribute("uri", "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"),
                        new XElement(vector + "svgBlip", new XAttribute(XNamespace.Xmlns + "asvg", vector), new XAttribute(OfficePackage.Relationship + "embed", svgId))))),
                new XElement(a + "stretch", new XElement(a + "fillRect"))),
            new XElement(
                pic + "spPr",
                new XElement(
                    a + "xfrm",
                    new XElement(a + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                    new XElement(a + "ext", new XAttribute("cx", Emu(width)), new XAttribute("cy", Emu(height)))),
                new XElement(a + "prstGeom", new XAttribute("prst", "rect"), new XElement(a + "avLst"))));
        return [Inline(pic.NamespaceName, content, width, height, picture.Title, picture.Description), .. Caption(picture.Title, string.Empty)];
    }

    /// <summary>A table with its caption above and its notes below; the head stands again on each page.</summary>
    /// <param name="table">The table.</param>
    /// <param name="bookmark">The name of a row that others lead to, by its number; null for none.</param>
    public IEnumerable<OpenXmlElement> Table(ExportTable table, Func<ImmutableArray<object?>, string?>? bookmark = null)
    {
        var title = language.Pick(table.Title);
        var isNumber = table.Columns.Select((_, i) => table.Rows.Any(r => r[i] is not (null or string)) && table.Rows.All(r => r[i] is not string)).ToList();
        var widths = Widths(table);
        var rows = new W.Table(
            new W.TableProperties(
                new W.TableStyle { Val = _styles["ReportTable"] },
                new W.TableWidth { Width = "5000", Type = W.TableWidthUnitValues.Pct },
                new W.TableLayout { Type = W.TableLayoutValues.Fixed },
                new W.TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new W.TableCaption { Val = OfficeText.Clean(title) }),
            new W.TableGrid(widths.Select(w => new W.GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
        rows.Append(new W.TableRow(
            [
                new W.TableRowProperties(new W.TableHeader()),
                .. table.Columns.Select((c, i) => Cell(language.Pick(c.Title), widths[i], isNumber[i], StaysWithNext(0, table), null)),
            ]));
        foreach (var (number, row) in table.Rows.Index())
        {
            // A table that stands twice is led to where it stands first.
            var name = bookmark?.Invoke(row) is { } wanted && _bookmarks.Add(wanted) ? wanted : null;
            var staysWithNext = StaysWithNext(number + 1, table);
            rows.Append(new W.TableRow(
                row.Select((cell, i) => Cell(TableText.Cell(cell, table.Columns[i]), widths[i], isNumber[i], staysWithNext, i == 0 ? name : null))));
        }

        var caption = Numbered(language.Pick("表", "Table"), ++_tables, title);
        caption.ParagraphProperties!.AppendChild(new W.KeepNext());
        return [caption, rows, .. table.Notes.Select(n => Text(language.Pick(n), "Note")), .. table.Notes.IsEmpty ? [Text(string.Empty, "Note")] : Array.Empty<W.Paragraph>()];
    }

    /// <summary>A quotation and who said it, with the way to its place.</summary>
    public IEnumerable<OpenXmlElement> Quotation(Quotation quotation)
    {
        yield return Text(quotation.Words, "Quote");
        var year = quotation.Year is { } y ? language.Pick($"（{y}年度）", $" ({y})") : string.Empty;
        yield return new W.Paragraph(
            [
                Style("QuoteSource"),
                .. Runs($"― {quotation.Speaker}{year}　{quotation.ReasonWords}　"),
                new W.Hyperlink(new W.Run(new W.RunProperties(new W.RunStyle { Val = _styles["Hyperlink"] }), new W.Text(string.Create(CultureInfo.InvariantCulture, $"［{quotation.Number}］")))) { Anchor = QuotationBookmark(quotation.Number) },
            ]);
    }

    /// <summary>Takes the links off that lead to places which the document does not hold.</summary>
    public static void TakeOffDeadLinks(OpenXmlElement body)
    {
        var bookmarks = body.Descendants<W.BookmarkStart>().Select(b => b.Name?.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var link in body.Descendants<W.Hyperlink>().Where(h => h.Anchor?.Value is { } a && a.StartsWith(QuotationPrefix, StringComparison.Ordinal) && !bookmarks.Contains(a)).ToList())
        {
            foreach (var run in link.Elements<W.Run>().ToList())
            {
                run.RunProperties = null;
                run.Remove();
                link.InsertBeforeSelf(run);
            }

            link.Remove();
        }
    }

    /// <summary>The bookmark of a quotation's place.</summary>
    public static string QuotationBookmark(int number) => string.Create(CultureInfo.InvariantCulture, $"{QuotationPrefix}{number}");

    /// <summary>A table of contents: a field that Word brings up to date, and until then the headings as links.</summary>
    public IEnumerable<OpenXmlElement> Contents()
    {
        var hint = Text(
            language.Pick("ページ番号は、この目次を右クリックして「フィールド更新」を選ぶと入ります。", "For page numbers, right-click this table and choose “Update field”."), "Note");
        hint.InsertAfter(new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Begin }), hint.ParagraphProperties);
        hint.InsertAfter(new W.Run(new W.FieldCode(" TOC \\o \"1-2\" \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }), hint.Elements<W.Run>().First());
        hint.InsertAfter(new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.Separate }), hint.Elements<W.Run>().ElementAt(1));
        yield return hint;
        W.Paragraph last = hint;
        foreach (var (level, text, bookmark) in _headings.Where(h => h.Level <= 2))
        {
            yield return last = new W.Paragraph(Style($"TOC{level}"), new W.Hyperlink(Runs(text)) { Anchor = bookmark, History = true });
        }

        last.AppendChild(new W.Run(new W.FieldChar { FieldCharType = W.FieldCharValues.End }));
    }

    /// <summary>The paragraph properties of one of our styles.</summary>
    public W.ParagraphProperties Style(string style) => new(new W.ParagraphStyleId { Val = _styles[style] });

    /// <summary>The text as runs.</summary>
    public static IEnumerable<OpenXmlElement> Runs(string text)
    {
        var lines = OfficeText.Lines(text);
        for (var i = 0; i < lines.Length; i++)
        {
            yield return i == 0
                ? new W.Run(new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve })
                : new W.Run(new W.Break(), new W.Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }
    }

    private IEnumerable<OpenXmlElement> Caption(string title, string note)
    {
        yield return Numbered(language.Pick("図", "Figure"), ++_figures, title);
        if (note.Length > 0)
        {
            yield return Text(note, "Note");
        }
    }

    private W.Paragraph Numbered(string kind, int number, string title) => new(
        [
            Style("Caption"),
            .. Runs(kind + " "),
            new W.SimpleField(new W.Run(new W.Text(number.ToString(CultureInfo.InvariantCulture)))) { Instruction = $" SEQ {kind} \\* ARABIC " },
            .. Runs("　" + title),
        ]);

    private W.Paragraph Inline(string kind, XElement content, double width, double height, string title, string description)
    {
        XNamespace w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        XNamespace wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
        var a = OfficePackage.Drawing;
        var drawing = new XElement(
            w + "drawing",
            new XAttribute(XNamespace.Xmlns + "w", w),
            new XAttribute(XNamespace.Xmlns + "wp", wp),
            new XAttribute(XNamespace.Xmlns + "a", a),
            new XAttribute(XNamespace.Xmlns + "r", OfficePackage.Relationship),
            new XAttribute(XNamespace.Xmlns + "c", OfficePackage.Chart),
            new XElement(
                wp + "inline",
                new XAttribute("distT", 0),
                new XAttribute("distB", 0),
                new XAttribute("distL", 0),
                new XAttribute("distR", 0),
                new XElement(wp + "extent", new XAttribute("cx", Emu(width)), new XAttribute("cy", Emu(height))),
                new XElement(wp + "docPr", new XAttribute("id", ++_ids), new XAttribute("name", OfficeText.Clean(title)), new XAttribute("descr", OfficeText.Clean(title + language.Pick("。", ". ") + description))),
                new XElement(wp + "cNvGraphicFramePr"),
                new XElement(a + "graphic", new XElement(a + "graphicData", new XAttribute("uri", kind), content))));
        var paragraph = new W.Paragraph(Style("Normal"), new W.Run(new W.Drawing(drawing.ToString(SaveOptions.DisableFormatting))));
        paragraph.ParagraphProperties!.AppendChild(new W.KeepNext());
        return paragraph;
    }

    // No head (row 0) ends a page and no last row begins one; a small table stays together.
    private static bool StaysWithNext(int row, ExportTable table) =>
        row < table.Rows.Length && (table.Rows.Length <= SmallTable || row == 0 || row == table.Rows.Length - 1);

    private W.TableCell Cell(string text, int width, bool isNumber, bool staysWithNext, string? bookmark)
    {
        var properties = Style("TableText");
        if (staysWithNext)
        {
            properties.AppendChild(new W.KeepNext());
        }

        // A row stays whole by the lines of its cells: where rows themselves must not split, LibreOffice loses all after the page's end.
        properties.AppendChild(new W.KeepLines());
        if (isNumber)
        {
            properties.AppendChild(new W.Justification { Val = W.JustificationValues.Right });
        }

        return new W.TableCell(
            new W.TableCellProperties(new W.TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa }),
            new W.Paragraph([properties, .. bookmark is null ? Runs(text) : Bookmarked(bookmark, Runs(text))]));
    }

    private IEnumerable<OpenXmlElement> Bookmarked(string name, IEnumerable<OpenXmlElement> runs)
    {
        var id = (++_ids).ToString(CultureInfo.InvariantCulture);
        return [new W.BookmarkStart { Id = id, Name = name }, .. runs, new W.BookmarkEnd { Id = id }];
    }

    // As wide as its longest text up to a limit; all together the width of the page.
    private List<int> Widths(ExportTable table)
    {
        var wanted = table.Columns.Select((c, i) => Math.Clamp(
            table.Rows.Select(r => TextWidth.Of(TableText.Cell(r[i], c))).Append(TextWidth.Of(language.Pick(c.Title))).Max(), 4, LongestCell) + CellMargins).ToList();

        // Where not all fits, numbers and names keep what they need and long texts share the rest.
        var (narrow, wide) = (wanted.Where(w => w <= ShortCell).Sum(), wanted.Where(w => w > ShortCell).Sum());
        var scale = wanted.Sum() > PageEms && narrow < MostOfPage * PageEms && wide > 0 ? (PageEms - narrow) / wide : 1;
        var scaled = wanted.Select(w => w > ShortCell ? w * scale : w).ToList();
        var all = scaled.Sum();
        return [.. scaled.Select(w => (int)(w / all * TextWidthTwips))];
    }

    private string PartId(string stem)
    {
        var id = Free(i => string.Create(CultureInfo.InvariantCulture, $"{stem}{_parts + i}"), id => main.TryGetPartById(id, out _));
        _parts++;
        return id;
    }

    // A template may be a report that was filled before, with our own names in it.
    private static string Free(Func<int, string> name, Predicate<string> isTaken) => Enumerable.Range(1, int.MaxValue).Select(name).First(n => !isTaken(n));

    private static HashSet<string> Bookmarks(MainDocumentPart main) =>
        [.. (main.Document?.Descendants<W.BookmarkStart>() ?? []).Select(b => b.Name?.Value).OfType<string>()];

    private static int FirstIdOf(MainDocumentPart main) => (main.Document?.Descendants<W.BookmarkStart>() ?? [])
        .Select(b => int.TryParse(b.Id?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Concat((main.Document?.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>() ?? []).Select(d => (int)Math.Min(d.Id?.Value ?? 0, int.MaxValue / 2)))
        .Append(FirstId).Max();

    private static long Emu(double centimetres) => (long)Math.Round(centimetres * EmuPerCentimetre);
}
