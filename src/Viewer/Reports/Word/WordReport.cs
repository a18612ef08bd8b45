using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;
using FeedbackLab.Viewer.Reports.Settings;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FeedbackLab.Viewer.Reports.Word;

/// <summary>Writes the report as a Word document.</summary>
public static class WordReport
{
    /// <summary>The document's bytes; the same content and pictures give the same bytes.</summary>
    /// <param name="content">What the report says.</param>
    /// <param name="raster">Draws pictures for programs that do not show SVG.</param>
    public static byte[] Of(ReportContent content, SvgRaster raster)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "flMain");
            Carry(main.AddNewPart<ThemePart>("flTheme"), "theme.xml");
            Carry(main.AddNewPart<FontTablePart>("flFonts"), "fonts.xml");
            Carry(main.AddNewPart<DocumentSettingsPart>("flSettings"), "settings.xml");
            OfficePackage.Describe(document, content.Title, content.Settings.Organisation, content.Language);
            var blocks = new WordBlocks(main, content.Language, raster);
            var body = Body(content, blocks, new WordSections(content, blocks));
            var footer = main.AddNewPart<FooterPart>("flFooter");
            footer.Footer = new W.Footer(new W.Paragraph(blocks.Style("Footer"), Field(" PAGE "), new W.Run(new W.Text(" / ") { Space = SpaceProcessingModeValues.Preserve }), Field(" NUMPAGES ")));
            var header = main.AddNewPart<HeaderPart>("flHeader");
            header.Header = new W.Header(new W.Paragraph([blocks.Style("Header"), .. WordBlocks.Runs(content.Title)]));
            main.Document = new W.Document(new W.Body([.. body, Page()]));
            WordBlocks.TakeOffDeadLinks(main.Document);
        }

        return FixedPackage.Of(stream.ToArray());
    }

    private static List<OpenXmlElement> Body(ReportContent content, WordBlocks blocks, WordSections sections)
    {
        var words = content.Words;
        var parts = new List<OpenXmlElement>();
        var appendices = 0;
        if (content.Settings.Foreword is { Length: > 0 } foreword)
        {
            Part(words.Pick("はじめに", "Foreword"), foreword.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => blocks.Text(p)));
        }

        foreach (var part in content.Settings.Include)
        {
            switch (part)
            {
                case ReportPart.Summary:
                    Part(words.Pick("概要", "Summary"), sections.Summary());
                    break;
                case ReportPart.Changes when content.Years is { } years:
                    Part(words.Pick($"{years.Earlier}年度からの変化", $"Changes since {years.Earlier}"), sections.Changes());
                    break;
                case ReportPart.Themes when !content.Themes.IsEmpty:
                    Part(words.Pick("テーマごとの意見", "The themes"), sections.Themes());
                    break;
                case ReportPart.Respondents when content.Respondents is { } picture:
                    Part(words.IsForPublication ? picture.Title : words.Pick($"{words.Unit}とテーマ", $"{char.ToUpperInvariant(words.Unit[0])}{words.Unit[1..]} and themes"), sections.Respondents());
                    break;
                case ReportPart.Network when content.Network is not null:
                    Part(words.Pick("語のつながり", "Words that come together"), sections.Network());
                    break;
                case ReportPart.Map when content.Map is { } map:
                    Part(map.Title, sections.Map());
                    break;
                case ReportPart.Clusters when content.ClusterMap is not null:
                    Part(words.Pick("意見グループ（下書き）", "Groups of comments (drafts)"), sections.Clusters());
                    break;
                case ReportPart.Tables when !content.Findings.Corpus.Tables.IsEmpty:
                    Part(words.Pick("資料の件数の表", "Tables of counts"), sections.Counts());
                    break;
                case ReportPart.Discussion when !content.Findings.Discussions.IsEmpty:
                    Part(words.Pick("資料の考察との比べ合わせ", "Beside the sources' own discussion"), sections.Discussions());
                    break;
                case ReportPart.Places when content.Quotations.Any():
                    Part(words.Pick($"付録{++appendices}　引用の出典", $"Appendix {appendices}: where the quotations stand"), sections.Places());
                    break;
                case ReportPart.Method:
                    Part(words.Pick($"付録{++appendices}　分析の方法", $"Appendix {appendices}: how it was made"), sections.Method());
                    break;
                default:
                    break;
            }
        }

        // The headings are known only now.
        var cover = new List<OpenXmlElement> { blocks.Text(content.Title, "Title") };
        var under = string.Join("　", new[] { content.Settings.Organisation, content.Settings.Date }.OfType<string>());
        if (under.Length > 0)
        {
            cover.Add(blocks.Text(under, "Subtitle"));
        }

        return [.. cover, blocks.Text(words.Pick("目次", "Contents"), "TOCHeading"), .. blocks.Contents(), .. parts];

        void Part(string title, IEnumerable<OpenXmlElement> content)
        {
            var heading = blocks.Heading(1, title);
            heading.ParagraphProperties!.AppendChild(new W.PageBreakBefore());
            parts.Add(heading);
            parts.AddRange(content);
        }
    }

    private static W.SimpleField Field(string instruction) => new(new W.Run(new W.Text("1"))) { Instruction = instruction };

    // A4 with margins of 25 mm.
    private static W.SectionProperties Page() => new(
        new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = "flHeader" },
        new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = "flFooter" },
        new W.PageSize { Width = 11906, Height = 16838 },
        new W.PageMargin { Top = 1418, Right = 1418, Bottom = 1418, Left = 1418, Header = 709, Footer = 709, Gutter = 0 },
        new W.TitlePage());

    private static void Carry(OpenXmlPart part, string name) => OfficePackage.Fill(part, OfficePackage.Carried(name));
}
