using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Viewer.Reports.Office;
using FeedbackLab.Viewer.Reports.Templates;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FeedbackLab.Viewer.Tests.Reports.Templates;

public sealed class WordTemplateTests
{
    [Fact]
    public void Texts_are_put_in_where_they_stand_even_split_over_runs()
    {
        using var filled = Filled(Template(Split("全体で", "{{意", "見数}}", "件。"), Split("｛｛件数：利用料・自己負担｝｝")));
        Assert.Equal(["全体で5件。", "3センターのうち2センター（67%）"], filled.MainDocumentPart!.Document.Body!.Elements<W.Paragraph>().Select(p => p.InnerText));
        Assert.Empty(OfficeReports.Errors(filled));
    }

    [Fact]
    public void A_placeholder_alone_becomes_charts_tables_and_headings()
    {
        using var filled = Filled(Template(Split("{{図:テーマ}}"), Split("{{テーマ}}"), Split("{{表:年}}"), Split("{{出典}}"), Split("{{方法}}"), Split("{{目次}}"), Split("{{引用:fees}}")));
        var main = filled.MainDocumentPart!;
        Assert.NotEmpty(main.ChartParts);
        Assert.NotEmpty(main.Document.Body!.Elements<W.Table>());
        Assert.DoesNotContain("{{", main.Document.InnerText, StringComparison.Ordinal);
        Assert.Empty(OfficeReports.Errors(filled));
    }

    [Fact]
    public void The_councils_own_styles_are_used_by_their_names()
    {
        using var filled = Filled(Template(Split("{{テーマ:fees}}")), document =>
        {
            var styles = document.MainDocumentPart!.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new W.Styles(new W.Style { Type = W.StyleValues.Paragraph, StyleId = "2", StyleName = new W.StyleName { Val = "heading 2" } });
        });
        Assert.Contains(filled.MainDocumentPart!.Document.Body!.Elements<W.Paragraph>(), p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "2");
    }

    [Fact]
    public void A_quotation_leads_nowhere_where_the_document_has_no_places()
    {
        using var without = Filled(Template(Split("{{引用:fees}}")));
        using var with = Filled(Template(Split("{{引用:fees}}"), Split("{{出典}}")));
        Assert.Empty(without.MainDocumentPart!.Document.Descendants<W.Hyperlink>());
        Assert.NotEmpty(with.MainDocumentPart!.Document.Descendants<W.Hyperlink>());
    }

    [Fact]
    public void Places_that_stand_twice_and_a_filled_report_as_template_keep_every_name_once()
    {
        W.Paragraph[] wanted = [Split("{{図:テーマ}}"), Split("{{図:回答者}}"), Split("{{テーマ}}"), Split("{{出典}}"), Split("{{出典}}")];
        using var once = Filled(Template(wanted));
        Assert.Empty(OfficeReports.Errors(once));
        Assert.Equal(NamesOf(once).Distinct(), NamesOf(once));
        using var twice = Filled(Template([.. wanted.Select(p => (W.Paragraph)p.CloneNode(true))]), document =>
        {
            var (main, body) = (document.MainDocumentPart!, once.MainDocumentPart!.Document.Body!);
            foreach (var part in once.MainDocumentPart.Parts.Where(p => p.OpenXmlPart is ChartPart or ImagePart))
            {
                main.AddPart(part.OpenXmlPart, part.RelationshipId);
            }

            foreach (var block in body.ChildElements.Where(e => e is not W.SectionProperties).Reverse())
            {
                main.Document.Body!.PrependChild(block.CloneNode(true));
            }
        });
        Assert.Empty(OfficeReports.Errors(twice));
        Assert.Equal(NamesOf(twice).Distinct(), NamesOf(twice));
        Assert.Equal(2 * once.MainDocumentPart!.ChartParts.Count(), twice.MainDocumentPart!.ChartParts.Count());
    }

    private static IEnumerable<string?> NamesOf(WordprocessingDocument document) => document.MainDocumentPart!.Document.Descendants<W.BookmarkStart>().Select(b => b.Name?.Value);

    [Fact]
    public void Headers_take_texts()
    {
        using var filled = Filled(Template(Split("本文")), document =>
        {
            var header = document.MainDocumentPart!.AddNewPart<HeaderPart>("h1");
            header.Header = new W.Header(Split("{{題名}}"));
        });
        Assert.Equal("意見の分析報告", filled.MainDocumentPart!.HeaderParts.Single().Header.InnerText);
    }

    [Fact]
    public void For_publication_nothing_is_left_of_who_wrote_the_template()
    {
        var template = Template([Split("{{概要}}")], document =>
        {
            document.PackageProperties.Creator = "山田太郎";
            document.PackageProperties.LastModifiedBy = "佐藤花子";
            document.PackageProperties.Title = "昨年の報告書";
            document.AddNewPart<ExtendedFilePropertiesPart>().Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(new DocumentFormat.OpenXml.ExtendedProperties.Manager("鈴木一郎"));
            document.MainDocumentPart!.AddNewPart<WordprocessingCommentsPart>().Comments = new W.Comments(new W.Comment(Split("山田のメモ")) { Id = "1", Author = "山田太郎" });
            document.MainDocumentPart.Document.Body!.Elements<W.Paragraph>().First().PrependChild(new W.CommentRangeStart { Id = "1" });
        });
        var filled = WordTemplate.Fill(template, Published(), new SvgRaster());
        Assert.Empty(filled.Failures);
        using var document = WordprocessingDocument.Open(new MemoryStream(filled.Document!), false);
        Assert.Equal(("意見の分析報告", "FeedbackLab", null), (document.PackageProperties.Title, document.PackageProperties.Creator, document.PackageProperties.LastModifiedBy));
        Assert.Equal(("FeedbackLab", null), (document.ExtendedFilePropertiesPart!.Properties!.Application!.Text, document.ExtendedFilePropertiesPart.Properties.Manager));
        Assert.Null(document.MainDocumentPart!.WordprocessingCommentsPart);
        Assert.Empty(document.MainDocumentPart.Document.Descendants<W.CommentRangeStart>());
        Assert.Empty(OfficeReports.Errors(document));
    }

    [Fact]
    public void For_publication_a_template_with_tracked_changes_is_refused()
    {
        var template = Template([Split("一"), new W.Paragraph(new W.InsertedRun(new W.Run(new W.Text("書き足し"))) { Id = "1", Author = "山田太郎" })], _ => { });
        var failure = Assert.Single(WordTemplate.Fill(template, Published(), new SvgRaster()).Failures);
        Assert.StartsWith("ひな形に変更履歴が残っています（2 番目の段落など）", failure.Ja, StringComparison.Ordinal);
        Assert.Empty(WordTemplate.Fill(template, OfficeReports.HandMade(), new SvgRaster()).Failures);
    }

    [Theory]
    [InlineData("{{図:意見グループ}}")]
    [InlineData("{{chart:clusters}}")]
    public void The_chart_of_the_groups_stands_alone_in_either_language(string placeholder)
    {
        var failure = Assert.Single(WordTemplate.Fill(Template(Split($"文中の {placeholder} は")), OfficeReports.HandMade(), new SvgRaster()).Failures);
        Assert.Contains("それだけの段落に置いてください", failure.Ja, StringComparison.Ordinal);
        Assert.Empty(WordTemplate.Fill(Template(Split(placeholder)), OfficeReports.HandMade(), new SvgRaster()).Failures);
    }

    [Fact]
    public void What_is_not_known_is_told_with_its_paragraph_and_nothing_is_made()
    {
        var filled = WordTemplate.Fill(Template(Split("はじめ"), Split("{{概用}}"), Split("文中の {{図:テーマ}} は"), Split("{{引用:nope}}")), OfficeReports.HandMade(), new SvgRaster());
        Assert.Null(filled.Document);
        Assert.Collection(
            filled.Failures,
            f => Assert.StartsWith("2 番目の段落の {{概用}} が分かりません", f.Ja, StringComparison.Ordinal),
            f => Assert.Contains("3 番目の段落の {{図:テーマ}} は、それだけの段落に", f.Ja, StringComparison.Ordinal),
            f => Assert.Contains("4 番目の段落の {{引用:nope}}: 「nope」というテーマは", f.Ja, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_Word_document_is_told()
    {
        var filled = WordTemplate.Fill([1, 2, 3], OfficeReports.HandMade(), new SvgRaster());
        Assert.Null(filled.Document);
        Assert.Single(filled.Failures);
    }

    [Theory]
    [InlineData("[Content_Types].xml", "ContentType=\"application/", "ContentType=\"no type at all/")]
    [InlineData("[Content_Types].xml", "</Types>", "<Override PartName=\"word.xml\" ContentType=\"text/xml\"/></Types>")]
    [InlineData("_rels/.rels", "Target=\"/word/document.xml\"", "Target=\"/word/nowhere.xml\"")]
    public void A_damaged_package_is_told(string part, string was, string becomes)
    {
        using var stream = new MemoryStream();
        stream.Write(Template(Split("{{概要}}")));
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            Assert.Contains(was, text, StringComparison.Ordinal);
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(text.Replace(was, becomes, StringComparison.Ordinal));
        }

        var filled = WordTemplate.Fill(stream.ToArray(), OfficeReports.HandMade(), new SvgRaster());
        Assert.Null(filled.Document);
        Assert.Contains("Word の文書（docx）として開けません", Assert.Single(filled.Failures).Ja, StringComparison.Ordinal);
    }

    private static W.Paragraph Split(params string[] runs) => new(runs.Select(r => new W.Run(new W.Text(r) { Space = SpaceProcessingModeValues.Preserve })));

    private static byte[] Template(params W.Paragraph[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new W.Document(new W.Body(paragraphs));
        }

        return stream.ToArray();
    }

    private static byte[] Template(W.Paragraph[] paragraphs, Action<WordprocessingDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(Template(paragraphs));
        using (var document = WordprocessingDocument.Open(stream, true))
        {
            change(document);
        }

        return stream.ToArray();
    }

    private static FeedbackLab.Viewer.Reports.Content.ReportContent Published() =>
        OfficeReports.HandMade(FeedbackLab.Viewer.Reports.Content.PublishedText.AsIs with { Smallest = 3 });

    private static WordprocessingDocument Filled(byte[] template, Action<WordprocessingDocument>? change = null)
    {
        if (change is not null)
        {
            using var stream = new MemoryStream();
            stream.Write(template);
            using (var document = WordprocessingDocument.Open(stream, true))
            {
                change(document);
            }

            template = stream.ToArray();
        }

        var filled = WordTemplate.Fill(template, OfficeReports.HandMade(), new SvgRaster());
        Assert.Empty(filled.Failures);
        return WordprocessingDocument.Open(new MemoryStream(filled.Document!), false);
    }
}
