using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;
using FeedbackLab.Viewer.Reports.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FeedbackLab.Viewer.Reports.Templates;

/// <summary>Fills a council's own Word file: <c>{{概要}}</c> and its like within a text, <c>{{図:テーマ}}</c> and its like on paragraphs of their own.</summary>
public static partial class WordTemplate
{
    /// <summary>
    /// The filled document, or what is wrong with the template: each unknown placeholder with its paragraph; for publication tracked changes too, and nothing is left of who wrote it.
    /// </summary>
    /// <param name="template">The template's bytes.</param>
    /// <param name="content">What the report says.</param>
    /// <param name="raster">Draws pictures for programs that do not show SVG.</param>
    public static FilledTemplate Fill(byte[] template, ReportContent content, SvgRaster raster)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(content);
        using var stream = new MemoryStream();
        stream.Write(template);
        var failures = ImmutableArray.CreateBuilder<BilingualText>();
        try
        {
            using (var document = Open(stream))
            {
                if (document.MainDocumentPart?.Document?.Body is not { } body)
                {
                    return new FilledTemplate(null, [NotWord]);
                }

                if (content.Words.IsForPublication)
                {
                    failures.AddRange(TemplateTraces.Failures(document.MainDocumentPart));
                }

                Fill(document.MainDocumentPart, body, content, raster, failures);
                if (content.Words.IsForPublication && failures.Count == 0)
                {
                    TemplateTraces.TakeOut(document, content);
                }

                if (failures.Count == 0 && document.DocumentType != WordprocessingDocumentType.Document)
                {
                    document.ChangeDocumentType(WordprocessingDocumentType.Document);
                }
            }

            return failures.Count > 0 ? new FilledTemplate(null, failures.ToImmutable()) : new FilledTemplate(FixedPackage.Of(stream.ToArray()), []);
        }
        catch (Exception e) when (e is OpenXmlPackageException or IOException or InvalidDataException or FormatException or System.Xml.XmlException)
        {
            return new FilledTemplate(null, [NotWord]);
        }
    }

    // Of parts that are missing or misnamed the library throws as of a wrong call.
    private static WordprocessingDocument Open(Stream stream)
    {
        try
        {
            return WordprocessingDocument.Open(stream, isEditable: true);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static readonly BilingualText InHeader = new("ヘッダーかフッター", "a header or footer");
    private static readonly BilingualText InNote = new("脚注か文末脚注", "a footnote or endnote");

    private static readonly BilingualText NotWord = new(
        "Word の文書（docx）として開けません。Word で開いて「名前を付けて保存」で docx にしてください。",
        "This cannot be opened as a Word document (docx). Open it in Word and save it as docx.");

    private static void Fill(MainDocumentPart main, W.Body body, ReportContent content, SvgRaster raster, ImmutableArray<BilingualText>.Builder failures)
    {
        if (main.ThemePart is null)
        {
            // Without a theme the charts would be black.
            OfficePackage.Fill(main.AddNewPart<ThemePart>("flTheme"), OfficePackage.Carried("theme.xml"));
        }

        var blocks = new WordBlocks(main, content.Language, raster);
        var sections = new WordSections(content, blocks);
        var texts = new PlaceholderText(content);
        var contents = new List<W.Paragraph>();
        var number = 0;
        foreach (var paragraph in body.Descendants<W.Paragraph>().ToList())
        {
            number++;
            var where = new BilingualText($"{number} 番目の段落", $"paragraph {number}");
            if (Alone(paragraph) is { } written && PlaceholderText.Parse(written) is var (name, argument))
            {
                if (name == "目次" && argument is null)
                {
                    contents.Add(paragraph);
                    continue;
                }

                if (Blocks(name, argument, sections, texts) is { } made)
                {
                    Replace(paragraph, made());
                    continue;
                }
            }

            Inline(paragraph, sections, texts, where, failures);
        }

        foreach (var paragraph in contents)
        {
            Replace(paragraph, blocks.Contents());
        }

        WordBlocks.TakeOffDeadLinks(body);
        List<(OpenXmlElement? Root, BilingualText Place)> beside =
        [
            .. main.HeaderParts.Select(p => ((OpenXmlElement?)p.Header, InHeader)),
            .. main.FooterParts.Select(p => ((OpenXmlElement?)p.Footer, InHeader)),
            (main.FootnotesPart?.Footnotes, InNote),
            (main.EndnotesPart?.Endnotes, InNote),
        ];
        foreach (var (root, place) in beside)
        {
            foreach (var paragraph in root?.Descendants<W.Paragraph>().ToList() ?? [])
            {
                Inline(paragraph, sections, texts, place, failures);
            }
        }
    }

    // What makes the blocks of a placeholder; null where it stands for none.
    private static Func<IEnumerable<OpenXmlElement>>? Blocks(string name, string? argument, WordSections sections, PlaceholderText texts) =>
        (name, argument is null ? null : PlaceholderText.InJapanese(argument)) switch
        {
            ("概要", null) => null,
            ("テーマ", null) => sections.Themes,
            ("出典", null) => sections.Places,
            ("考察", null) => sections.Discussions,
            ("方法", null) => sections.Method,
            ("変化", null) => sections.Changes,
            ("図", "テーマ") => sections.ThemesChart,
            ("図", "年") => sections.YearsChart,
            ("図", "回答者" or "回答者数") => sections.Respondents,
            ("図", "語のつながり") => sections.Network,
            ("図", "対応図") => sections.Map,
            ("図", "意見グループ") => sections.Clusters,
            ("表", "テーマ") => sections.ThemesTable,
            ("表", "年") => sections.YearsTable,
            ("表", "件数の表" or "件数") => sections.Counts,
            ("テーマ", not null) when texts.Theme(argument!) is { } theme => () => sections.Theme(theme, withHeading: true),
            ("図", not null) when texts.Theme(argument!) is { } theme => () => sections.Chart(theme),
            ("引用", not null) when texts.Theme(argument!) is { } theme => () => sections.Voices(theme),
            _ => null,
        };

    // What stands between the braces where a paragraph holds one placeholder and nothing else.
    private static string? Alone(W.Paragraph paragraph)
    {
        var text = string.Concat(TextsOf(paragraph).Select(t => t.Text)).Trim();
        return Placeholder().Match(text) is { Success: true } match && match.Length == text.Length ? match.Groups["name"].Value : null;
    }

    // A section break that the paragraph carries stays; a cell must end with a paragraph.
    private static void Replace(W.Paragraph paragraph, IEnumerable<OpenXmlElement> blocks)
    {
        OpenXmlElement? last = null;
        foreach (var block in blocks)
        {
            paragraph.InsertBeforeSelf(block);
            last = block;
        }

        if (paragraph.ParagraphProperties?.SectionProperties is not null || (paragraph.Parent is not W.Body && last is not W.Paragraph))
        {
            paragraph.RemoveAllChildren<W.Run>();
        }
        else
        {
            paragraph.Remove();
        }
    }

    private static void Inline(W.Paragraph paragraph, WordSections sections, PlaceholderText texts, BilingualText where, ImmutableArray<BilingualText>.Builder failures)
    {
        var nodes = TextsOf(paragraph).ToList();
        var whole = string.Concat(nodes.Select(n => n.Text));
        foreach (var match in Placeholder().Matches(whole).Reverse())
        {
            var written = match.Groups["name"].Value;
            var (name, argument) = PlaceholderText.Parse(written);
            if (texts.Of(name, argument) is { } text)
            {
                Put(nodes, match.Index, match.Index + match.Length, text);
                continue;
            }

            failures.Add(
                (name, argument) is ("目次", null) || Blocks(name, argument, sections, texts) is not null
                    ? new BilingualText($"{where.Ja}の {{{{{written}}}}} は、それだけの段落に置いてください。", $"{{{{{written}}}}} in {where.En} must stand alone in a paragraph of the text.")
                : argument is not null && PlaceholderText.TakesTheme(name)
                    ? new BilingualText($"{where.Ja}の {{{{{written}}}}}: 「{argument}」というテーマは報告書にありません。", $"{{{{{written}}}}} in {where.En}: the report has no theme \"{argument}\".")
                    : new BilingualText($"{where.Ja}の {{{{{written}}}}} が分かりません。使えるのは {texts.Names} です。", $"{{{{{written}}}}} in {where.En} is not known. There are {texts.Names}."));
        }
    }

    // The text goes where the placeholder begins, in that run's format; what the other runs held of it goes.
    private static void Put(List<W.Text> nodes, int start, int end, string text)
    {
        var at = 0;
        var isPut = false;
        foreach (var node in nodes)
        {
            var (first, last) = (at, at + node.Text.Length);
            at = last;
            var (from, to) = (Math.Max(start, first), Math.Min(end, last));
            if (from >= to)
            {
                continue;
            }

            var before = node.Text[..(from - first)];
            var after = node.Text[(to - first)..];
            node.Text = before + (isPut ? string.Empty : OfficeText.Clean(text.ReplaceLineEndings(" "))) + after;
            node.Space = SpaceProcessingModeValues.Preserve;
            isPut = true;
        }
    }

    // Not those of a text box that stands in the paragraph: its paragraphs come by themselves.
    private static IEnumerable<W.Text> TextsOf(W.Paragraph paragraph) =>
        paragraph.Descendants<W.Text>().Where(t => t.Ancestors<W.Paragraph>().First() == paragraph);

    [GeneratedRegex(@"(\{\{|｛｛)\s*(?<name>[^{}｛｝]+?)\s*(\}\}|｝｝)", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}

/// <summary>A template that was filled, or why it was not.</summary>
/// <param name="Document">The document's bytes; null where something is wrong.</param>
/// <param name="Failures">What is wrong, with the paragraph.</param>
public sealed record FilledTemplate(byte[]? Document, ImmutableArray<BilingualText> Failures);
