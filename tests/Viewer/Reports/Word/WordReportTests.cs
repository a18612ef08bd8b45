using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Analysis.Voices;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;
using FeedbackLab.Viewer.Reports.Settings;
using FeedbackLab.Viewer.Reports.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FeedbackLab.Viewer.Tests.Reports.Word;

public sealed class WordReportTests
{
    [Theory]
    [InlineData(ScreenLanguage.Japanese)]
    [InlineData(ScreenLanguage.English)]
    public void The_document_is_valid(ScreenLanguage language)
    {
        using var document = Open(WordReport.Of(OfficeReports.Samples(language), new SvgRaster()));
        Assert.Empty(OfficeReports.Errors(document));
    }

    [Fact]
    public void Hostile_words_leave_it_valid()
    {
        using var document = Open(WordReport.Of(OfficeReports.Hostile(), new SvgRaster()));
        Assert.Empty(OfficeReports.Errors(document));
        Assert.Contains("<題名> & \uFFFD\uFFFD", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_runs_give_the_same_bytes() =>
        Assert.Equal(WordReport.Of(OfficeReports.Samples(), new SvgRaster()), WordReport.Of(OfficeReports.Samples(), new SvgRaster()));

    [Fact]
    public void Every_chart_has_its_numbers_in_a_workbook_and_an_alternative_text()
    {
        var content = OfficeReports.Samples();
        using var document = Open(WordReport.Of(content, new SvgRaster()));
        var charts = document.MainDocumentPart!.ChartParts.ToList();
        Assert.Equal(1 + (content.YearsChart is null ? 0 : 1) + content.Themes.Count(t => t.Chart is not null), charts.Count);
        foreach (var chart in charts)
        {
            using var workbook = SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), false);
            Assert.Empty(OfficeReports.Errors(workbook));
            Assert.EndsWith(".xlsx", $"{chart.EmbeddedPackagePart!.Uri}", StringComparison.Ordinal);
            Assert.NotEmpty(chart.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>());
        }

        Assert.Equal(["image/png", "image/svg+xml"], document.MainDocumentPart.ImageParts.Select(p => p.ContentType).Distinct().Order());
        Assert.All(document.MainDocumentPart.ImageParts, p => Assert.EndsWith(p.ContentType == "image/png" ? ".png" : ".svg", $"{p.Uri}", StringComparison.Ordinal));
        Assert.All(
            document.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>(),
            d => Assert.False(string.IsNullOrWhiteSpace(d.Description?.Value)));
    }

    [Fact]
    public void Quotations_are_word_for_word_and_lead_to_their_place()
    {
        var content = OfficeReports.Samples();
        using var document = Open(WordReport.Of(content, new SvgRaster()));
        var body = document.MainDocumentPart!.Document.Body!;
        var quoted = body.Elements<W.Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Quote").Select(p => p.InnerText).ToList();
        Assert.Equal(content.Quotations.Select(q => q.Words.ReplaceLineEndings(string.Empty)), quoted);
        var texts = content.Findings.Corpus.Comments.ToLookup(c => c.Id, c => c.Text);
        Assert.All(content.Quotations, q => Assert.Contains(texts[q.CommentId], t => Quoting.IsVerbatim(q.Words, t)));
        var bookmarks = body.Descendants<W.BookmarkStart>().Select(b => b.Name!.Value!).ToHashSet();
        Assert.All(body.Descendants<W.Hyperlink>(), h => Assert.Contains(h.Anchor!.Value!, bookmarks));
    }

    [Fact]
    public void Headings_captions_contents_and_page_numbers_are_Words_own()
    {
        using var document = Open(WordReport.Of(OfficeReports.Samples(), new SvgRaster()));
        var main = document.MainDocumentPart!;
        var body = main.Document.Body!;
        Assert.Contains(body.Descendants<W.FieldCode>(), f => f.Text.Contains("TOC", StringComparison.Ordinal));
        Assert.Contains(body.Descendants<W.SimpleField>(), f => f.Instruction!.Value!.Contains("SEQ 図", StringComparison.Ordinal));
        Assert.Contains(main.FooterParts.Single().Footer.Descendants<W.SimpleField>(), f => f.Instruction!.Value!.Contains("PAGE", StringComparison.Ordinal));
        Assert.Contains(body.Elements<W.Paragraph>(), p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1" && p.InnerText == "概要");
        Assert.All(body.Elements<W.Table>(), t => Assert.NotNull(t.Descendants<W.TableHeader>().FirstOrDefault()));
    }

    [Fact]
    public void No_page_ends_with_a_tables_head_or_begins_with_its_last_row()
    {
        using var document = Open(WordReport.Of(OfficeReports.Samples(), new SvgRaster()));
        var tables = document.MainDocumentPart!.Document.Body!.Elements<W.Table>()
            .Select(t => t.Elements<W.TableRow>().Select(r => r.Descendants<W.ParagraphProperties>().Select(p => p.KeepNext is not null).Distinct().Single()).ToList())
            .ToList();
        Assert.Contains(tables, t => t.Count > 8);
        Assert.Contains(tables, t => t.Count is > 2 and < 8);
        Assert.All(tables.Where(t => t.Count > 8), t => Assert.Equal([true, .. t[1..^2].Select(_ => false), true, false], t));
        Assert.All(tables.Where(t => t.Count < 8), t => Assert.Equal([.. t[..^1].Select(_ => true), false], t));
    }

    [Fact]
    public void Rows_stay_whole_by_their_lines_for_LibreOffice_loses_rows_that_must_not_split()
    {
        using var document = Open(WordReport.Of(OfficeReports.Samples(), new SvgRaster()));
        var body = document.MainDocumentPart!.Document.Body!;
        Assert.Empty(body.Descendants<W.CantSplit>());
        Assert.All(body.Descendants<W.TableCell>().SelectMany(c => c.Elements<W.Paragraph>()), p => Assert.NotNull(p.ParagraphProperties?.KeepLines));
    }

    [Fact]
    public void Without_themes_there_is_no_part_of_them_and_appendices_are_numbered_from_one()
    {
        using var document = Open(WordReport.Of(
            OfficeReports.Samples() with { Themes = [] }, new SvgRaster()));
        var headings = document.MainDocumentPart!.Document.Body!.Elements<W.Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1").Select(p => p.InnerText).ToList();
        Assert.DoesNotContain("テーマごとの意見", headings);
        Assert.Contains("付録1　分析の方法", headings);
    }

    [Fact]
    public void No_level_of_headings_is_left_out_and_the_language_is_told()
    {
        using var document = Open(WordReport.Of(OfficeReports.Samples(ScreenLanguage.English), new SvgRaster()));
        var levels = document.MainDocumentPart!.Document.Body!.Elements<W.Paragraph>().Select(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value)
            .Where(s => s?.StartsWith("Heading", StringComparison.Ordinal) == true).Select(s => s![^1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
        Assert.Equal("en", document.PackageProperties.Language);
    }

    [Fact]
    public void A_chart_of_many_bars_is_cut_into_several_on_one_scale()
    {
        var chart = OfficeReports.Samples().ThemesChart! with { Highest = null, Categories = [.. Enumerable.Range(1, 36).Select(i => $"テーマ{i}")], Series = [new("数", [.. Enumerable.Range(1, 36).Select(i => (double?)(40 - i))])] };
        var parts = ChartParts.Of(chart, 26).ToList();
        Assert.Equal([18, 18], parts.Select(p => p.Categories.Length));
        Assert.All(parts, p => Assert.Equal(39, p.Highest));
        Assert.Equal(chart.Categories, parts.SelectMany(p => p.Categories));
        Assert.Equal(chart.Series[0].Values, parts.SelectMany(p => p.Series[0].Values));
        Assert.EndsWith("…", Assert.Single(ChartParts.Of(chart with { Categories = [new string('長', 80)], Series = [new("数", [1])] }, 26)).Categories[0], StringComparison.Ordinal);
        using var document = Open(WordReport.Of(OfficeReports.Samples() with { ThemesChart = chart }, new SvgRaster()));
        Assert.Contains("(2/2)", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.Empty(OfficeReports.Errors(document));
    }

    [Fact]
    public void Pictures_that_could_not_be_drawn_are_told_from_a_program_that_is_missing()
    {
        var (missing, failing) = (new SvgRaster(null), new SvgRaster("/bin/false"));
        Assert.Null(missing.Notice);
        Assert.Null(missing.Png("<svg/>", 10));
        Assert.Null(failing.Png("<svg/>", 10));
        Assert.Contains("がない", missing.Notice!.Ja, StringComparison.Ordinal);
        Assert.Contains("描けなかった", failing.Notice!.Ja, StringComparison.Ordinal);
    }

    [Fact]
    public void A_map_is_drawn_where_the_settings_name_an_attribute()
    {
        var content = OfficeReports.Samples(settings: ReportSettings.Default with { Map = "question", Include = [ReportPart.Map] });
        Assert.NotNull(content.Map);
        using var document = Open(WordReport.Of(content, new SvgRaster()));
        Assert.Equal(2, document.MainDocumentPart!.ImageParts.Count());
        Assert.Empty(OfficeReports.Errors(document));
    }

    [Fact]
    public void Only_the_parts_that_the_settings_name_are_there()
    {
        using var document = Open(WordReport.Of(
            OfficeReports.Samples(settings: ReportSettings.Default with { Include = [ReportPart.Summary], Foreword = "前書き。" }), new SvgRaster()));
        Assert.Equal(
            ["はじめに", "概要"],
            document.MainDocumentPart!.Document.Body!.Elements<W.Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading1").Select(p => p.InnerText));
    }

    [Fact]
    public void What_may_not_be_published_stands_in_no_format()
    {
        var content = OfficeReports.HandMade(new PublishedText(
            f => f with
            {
                Respondents = [.. f.Respondents.Select(_ => "Ａセンター")],
                Comments = [.. f.Comments.Select(c => c with { Comment = c.Comment with { Respondent = c.Comment.Respondent is null ? null : "Ａセンター" } })],
            },
            c => c.Count is > 0 and < 3 ? null : c));
        using var document = Open(WordReport.Of(content, new SvgRaster()));
        Assert.DoesNotContain("はるかぜ", document.MainDocumentPart!.Document.InnerText, StringComparison.Ordinal);
        Assert.Contains("秘匿", document.MainDocumentPart.Document.InnerText, StringComparison.Ordinal);
        Assert.Empty(document.MainDocumentPart.ChartParts.First().ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>());
    }

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), false);
}
