using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Viewer.Reports.Slides;

namespace FeedbackLab.Viewer.Tests.Reports.Slides;

public sealed class SlideReportTests
{
    [Fact]
    public void The_presentation_is_valid_and_the_same_each_time()
    {
        var bytes = SlideReport.Of(OfficeReports.Samples());
        using var document = PresentationDocument.Open(new MemoryStream(bytes), false);
        Assert.Empty(OfficeReports.Errors(document));
        Assert.Equal(bytes, SlideReport.Of(OfficeReports.Samples()));
    }

    [Fact]
    public void Every_slide_has_a_title_and_its_bars_are_marked_as_decoration()
    {
        var content = OfficeReports.Samples() with { Title = string.Concat(Enumerable.Repeat("長い題名の報告", 12)) };
        using var document = PresentationDocument.Open(new MemoryStream(SlideReport.Of(content)), false);
        Assert.Empty(OfficeReports.Errors(document));
        Assert.Equal("ja", document.PackageProperties.Language);
        foreach (var shapes in document.PresentationPart!.SlideParts.Select(s => s.Slide.CommonSlideData!.ShapeTree!.Elements<DocumentFormat.OpenXml.Presentation.Shape>().ToList()))
        {
            Assert.Single(shapes, s => s.Descendants<DocumentFormat.OpenXml.Presentation.PlaceholderShape>().Any(p => p.Type?.Value == DocumentFormat.OpenXml.Presentation.PlaceholderValues.Title) && s.InnerText.Length > 0);
            Assert.All(
                shapes.Where(s => s.NonVisualShapeProperties!.NonVisualDrawingProperties!.Name?.Value is "bar" or "page"),
                s => Assert.Contains("decorative", s.NonVisualShapeProperties!.NonVisualDrawingProperties!.OuterXml, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_theme_has_its_slide_with_chart_and_voices()
    {
        var content = OfficeReports.Samples();
        using var document = PresentationDocument.Open(new MemoryStream(SlideReport.Of(content)), false);
        var slides = document.PresentationPart!.SlideParts.ToList();
        foreach (var theme in content.Themes)
        {
            var slide = slides.Single(s => s.Slide.CommonSlideData!.ShapeTree!.Elements<DocumentFormat.OpenXml.Presentation.Shape>().First().InnerText == theme.Name);
            Assert.Equal(theme.Chart is not null, slide.ChartParts.Any());
            Assert.All(theme.Quotations.Take(3), q => Assert.Contains(q.Words.ReplaceLineEndings(string.Empty), slide.Slide.InnerText, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_long_title_stands_in_smaller_letters()
    {
        var content = OfficeReports.Samples();
        var name = string.Concat(Enumerable.Repeat("長い名前のテーマ", 12));
        using var document = PresentationDocument.Open(new MemoryStream(SlideReport.Of(content with { Themes = [content.Themes[0] with { Name = name }] })), false);
        var sizes = document.PresentationPart!.SlideParts.Select(s => s.Slide.CommonSlideData!.ShapeTree!.Elements<DocumentFormat.OpenXml.Presentation.Shape>().First())
            .Where(s => s.InnerText == name).Select(s => s.Descendants<DocumentFormat.OpenXml.Drawing.RunProperties>().Single().FontSize?.Value);
        Assert.InRange(Assert.Single(sizes) ?? 2600, 1000, 2000);
    }

    [Fact]
    public void Hostile_words_leave_it_valid()
    {
        using var document = PresentationDocument.Open(new MemoryStream(SlideReport.Of(OfficeReports.Hostile())), false);
        Assert.Empty(OfficeReports.Errors(document));
    }
}
