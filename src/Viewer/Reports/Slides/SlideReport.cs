using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;
using static FeedbackLab.Viewer.Reports.Slides.SlideShapes;

namespace FeedbackLab.Viewer.Reports.Slides;

/// <summary>Writes the report as slides for the meeting: a slide a theme with its chart and three voices.</summary>
public static class SlideReport
{
    private const int VoicesOfSlide = 3;
    private const int PointsInCharts = 12;
    private const int PointsInLongCharts = 9;
    private const int FewBars = 10;
    private const double AroundBars = 1.8;
    private const double BarHeight = 0.6;
    private const double Margin = 1.6;
    private const double Top = 3.4;
    private const double Bottom = SlideShapes.Height - 1.3;

    /// <summary>The presentation's bytes; the same content gives the same bytes.</summary>
    /// <param name="content">What the report says.</param>
    public static byte[] Of(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = new MemoryStream();
        using (var document = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            var presentation = document.AddPresentationPart();
            document.ChangeIdOfPart(presentation, "flMain");
            OfficePackage.Describe(document, content.Title, content.Settings.Organisation, content.Language);
            var layout = SlideMaster.Fill(presentation);
            var slides = Slides(content).ToList();
            for (var i = 0; i < slides.Count; i++)
            {
                var part = presentation.AddNewPart<SlidePart>(string.Create(CultureInfo.InvariantCulture, $"flSlide{i + 1}"));
                part.AddPart(layout, "rId1");
                var shapes = new List<XElement>(slides[i].Shapes);
                if (slides[i].Chart is { } chart)
                {
                    ChartXml.Fill(part.AddNewPart<ChartPart>("rId2"), chart, chart.Categories.Length > FewBars ? PointsInLongCharts : PointsInCharts, withTitle: true);
                }

                shapes.Add(Decorative(Text(90, "page", new Box(SlideShapes.Width - 4, SlideShapes.Height - 1, 3, 0.7), [new Line(string.Create(CultureInfo.InvariantCulture, $"{i + 1} / {slides.Count}"), 10, Colour: "accent6", After: 0)])));
                OfficePackage.Fill(part, Root("sld", Tree(shapes), new XElement(P + "clrMapOvr", new XElement(OfficePackage.Drawing + "masterClrMapping"))));
            }

            OfficePackage.Fill(presentation, Presentation(slides.Count));
        }

        return FixedPackage.Of(stream.ToArray());
    }

    /// <summary>A root element with the names that slides use.</summary>
    internal static XElement Root(string name, params object?[] content) => new(
        P + name,
        [new XAttribute(XNamespace.Xmlns + "p", P), new XAttribute(XNamespace.Xmlns + "a", OfficePackage.Drawing), new XAttribute(XNamespace.Xmlns + "r", OfficePackage.Relationship), .. content]);

    private static XElement Presentation(int slides) => Root(
        "presentation",
        new XElement(P + "sldMasterIdLst", new XElement(P + "sldMasterId", new XAttribute("id", 2147483648), new XAttribute(OfficePackage.Relationship + "id", "flMaster"))),
        new XElement(P + "sldIdLst", Enumerable.Range(1, slides).Select(i => new XElement(
            P + "sldId", new XAttribute("id", 255 + i), new XAttribute(OfficePackage.Relationship + "id", string.Create(CultureInfo.InvariantCulture, $"flSlide{i}"))))),
        new XElement(P + "sldSz", new XAttribute("cx", 12192000), new XAttribute("cy", 6858000)),
        new XElement(P + "notesSz", new XAttribute("cx", 6858000), new XAttribute("cy", 9144000)));

    private static IEnumerable<Slide> Slides(ReportContent content)
    {
        var words = content.Words;
        var under = string.Join("　", new[] { content.Settings.Organisation, content.Settings.Date }.OfType<string>());
        yield return new Slide(
            [
                Bar(3, new Box(Margin, 6.2, 0.35, 4.2), "accent1"),
                CoverTitle(2, content.Title, new Box(Margin + 1, 6, SlideShapes.Width - (2 * Margin) - 1, 3.4)),
                .. under.Length == 0 ? Array.Empty<XElement>() : [Text(5, words.Pick("発行者と日付", "organisation and date"), new Box(Margin + 1, 9.6, SlideShapes.Width - (2 * Margin) - 1, 1), [new Line(under, 16, Colour: "accent6")])],
                Text(4, words.Pick("何を読んだか", "what was read"), new Box(Margin + 1, 12, SlideShapes.Width - (2 * Margin) - 1, 3), [new Line(content.Summary[0], 14, Colour: "accent6")]),
            ],
            null);
        if (content.ThemesChart is { } themes)
        {
            foreach (var slide in Charted(words.Pick("どのテーマが挙がったか", "Which themes came up"), themes, content.Summary.Skip(1).Take(1)))
            {
                yield return slide;
            }
        }

        if (content.YearsChart is { } years)
        {
            foreach (var slide in Charted(
                words.Pick($"{content.Years!.Earlier}年度からの変化", $"Changes since {content.Years!.Earlier}"), years, content.Summary.Skip(2).Take(1)))
            {
                yield return slide;
            }
        }

        foreach (var theme in content.Themes)
        {
            yield return OfTheme(theme, words);
        }

        yield return new Slide(
            [
                Title(2, words.Pick("分析の方法と気をつけること", "How it was made, and cautions")),
                Text(3, words.Pick("分析の方法", "method"), new Box(Margin, Top, SlideShapes.Width - (2 * Margin), Bottom - Top), Fitting(Method(content), SlideShapes.Width - (2 * Margin), Bottom - Top)),
            ],
            null);
    }

    // As many slides as the chart needs for every bar to have its name beside it.
    private static IEnumerable<Slide> Charted(string title, NativeChart chart, IEnumerable<string> lead)
    {
        ImmutableArray<Line> lines = [.. lead.Select(l => new Line(l, 16, After: 0))];
        var high = HeightOf(lines, SlideShapes.Width - (2 * Margin));
        var chartTop = Top + high + 0.5;
        var most = Math.Max(1, (int)((Bottom - chartTop - 0.8 - AroundBars) / BarHeight));
        return ChartParts.Of(chart, most).Select(part => new Slide(
            [
                Title(2, title),
                Text(3, title, new Box(Margin, Top, SlideShapes.Width - (2 * Margin), high), lines),
                SlideShapes.Chart(4, "rId2", part.Title, part.Title + "。" + part.Description, new Box(Margin, chartTop, SlideShapes.Width - (2 * Margin), Bottom - chartTop - 0.8)),
                Text(5, "note", new Box(Margin, Bottom - 0.7, SlideShapes.Width - (2 * Margin) - 3, 0.7), [new Line(part.Note, 11, Colour: "accent6", After: 0)]),
            ],
            part));
    }

    private static Slide OfTheme(ReportTheme theme, ReportWords words)
    {
        var wide = SlideShapes.Width - (2 * Margin);
        var (chartWidth, gap) = (14.2, 1.0);
        List<Line> lead = [new Line(theme.Lead, 17, IsBold: true, Colour: "tx2", After: 4)];
        if (theme.YearChange is { } change && words.Verdict(change).Length > 0)
        {
            lead.Add(new Line(words.Verdict(change), 12, Colour: "accent6", After: 0));
        }

        var high = HeightOf(lead, wide);
        var top = Top + high + 0.6;
        var left = theme.Chart is null ? Margin : Margin + chartWidth + gap;
        var width = SlideShapes.Width - Margin - left;
        var voices = theme.Quotations.Take(VoicesOfSlide).SelectMany(q => new[]
        {
            new Line(q.Words, 18, After: 2, IsQuoted: true),
            new Line($"― {q.Speaker}{(q.Year is { } year ? words.Pick($"（{year}年度）", $" ({year})") : string.Empty)}　{q.ReasonWords}", 12, Colour: "accent6", After: 14),
        }).ToList();
        var shapes = new List<XElement> { Title(2, theme.Name), Text(3, words.Pick("要点", "lead"), new Box(Margin, Top, wide, high), lead) };
        if (theme.Chart is { } chart)
        {
            shapes.Add(SlideShapes.Chart(4, "rId2", chart.Title, chart.Title + "。" + chart.Description, new Box(Margin, top, chartWidth, Math.Min(10.5, Bottom - top - 0.9))));
            shapes.Add(Text(5, "note", new Box(Margin, Bottom - 0.7, chartWidth, 0.7), [new Line(chart.Note, 11, Colour: "accent6", After: 0)]));
        }

        shapes.Add(Bar(6, new Box(left, top, 0.12, Bottom - top), "accent1"));
        shapes.Add(Text(
            7,
            words.Pick("声", "voices"),
            new Box(left + 0.5, top, width - 0.5, Bottom - top),
            voices.Count > 0 ? Fitting(voices, width - 0.5, Bottom - top) : [new Line(words.Pick("引用できる意見はありませんでした。", "There is no comment to quote."), 13, Colour: "accent6")]));
        return new Slide(shapes, theme.Chart);
    }

    private static IEnumerable<Line> Method(ReportContent content) =>
    [
        .. content.Method.Paragraphs.SelectMany(p => new[] { new Line(p.Heading, 13, IsBold: true, Colour: "tx2", After: 1), new Line(p.Text, 12, After: 6) }),
        new Line(string.Join("　", content.Method.Facts.Select(f => $"{f.Name}: {f.Value}")), 10, Colour: "accent6"),
    ];

    // Smaller letters until everything is in the box; never under 8 points.
    private static List<Line> Fitting(IEnumerable<Line> lines, double width, double height)
    {
        var fitting = lines.ToList();
        while (HeightOf(fitting, width) > height && fitting.Max(l => l.Points) > 8)
        {
            fitting = [.. fitting.Select(l => l with { Points = Math.Max(8, l.Points - 1), After = Math.Max(1, l.After - 1) })];
        }

        return fitting;
    }

    private sealed record Slide(IReadOnlyList<XElement> Shapes, NativeChart? Chart);
}
