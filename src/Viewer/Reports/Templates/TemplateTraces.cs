using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FeedbackLab.Viewer.Reports.Templates;

/// <summary>What a template tells of those who wrote it, which must not leave the council with a report.</summary>
internal static class TemplateTraces
{
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>What stands against publishing with a template: tracked changes, of which only the council knows whether they hold.</summary>
    /// <param name="main">The template.</param>
    public static ImmutableArray<BilingualText> Failures(MainDocumentPart main)
    {
        var paragraphs = main.Document!.Body!.Descendants<W.Paragraph>().ToList();
        var first = Roots(main).SelectMany(r => r.Descendants()).FirstOrDefault(IsTracked);
        if (first is null)
        {
            return [];
        }

        var number = paragraphs.FindIndex(p => p == first || p.Descendants().Contains(first)) + 1;
        var where = number > 0 ? new BilingualText($"{number} 番目の段落など", $"paragraph {number}") : new BilingualText("本文以外のところなど", "a part other than the text");
        return
        [
            new BilingualText(
                $"ひな形に変更履歴が残っています（{where.Ja}）。公表用の報告書には、変更した人の名前と消した文が残ってしまいます。Word の「校閲」で変更をすべて承諾するか元に戻し、保存してからやり直してください。",
                $"The template has tracked changes ({where.En}), which hold names and deleted words. Accept or reject all of them in Word, save, and publish again."),
        ];
    }

    /// <summary>Takes out who wrote the template and when, its comments, what is stored beside its text, and where its own template lies; title and organisation are the report's.</summary>
    /// <param name="document">The document.</param>
    /// <param name="content">The report.</param>
    public static void TakeOut(WordprocessingDocument document, ReportContent content)
    {
        foreach (var part in new OpenXmlPart?[] { document.CoreFilePropertiesPart, document.ExtendedFilePropertiesPart, document.CustomFilePropertiesPart, document.ThumbnailPart }.OfType<OpenXmlPart>())
        {
            document.DeletePart(part);
        }

        OfficePackage.Describe(document, content.Title, content.Settings.Organisation, content.Language);
        var main = document.MainDocumentPart!;
        foreach (var part in main.Parts.Select(p => p.OpenXmlPart)
            .Where(p => p is WordprocessingCommentsPart or WordprocessingCommentsExPart or WordprocessingCommentsIdsPart or WordCommentsExtensiblePart or WordprocessingPeoplePart or CustomXmlPart).ToList())
        {
            main.DeletePart(part);
        }

        foreach (var element in Roots(main).SelectMany(r => r.Descendants()).Where(e => e is W.CommentRangeStart or W.CommentRangeEnd or W.CommentReference or W.DataBinding).ToList())
        {
            element.Remove();
        }

        if (main.DocumentSettingsPart is { Settings: { } settings } kept)
        {
            settings.RemoveAllChildren<W.AttachedTemplate>();
            settings.RemoveAllChildren<W.DocumentVariables>();
            settings.RemoveAllChildren<W.MailMerge>();
            foreach (var relationship in kept.ExternalRelationships.ToList())
            {
                kept.DeleteExternalRelationship(relationship);
            }
        }
    }

    private static IEnumerable<OpenXmlElement> Roots(MainDocumentPart main) => new OpenXmlElement?[] { main.Document }
        .Concat(main.HeaderParts.Select(p => p.Header)).Concat(main.FooterParts.Select(p => p.Footer))
        .Append(main.FootnotesPart?.Footnotes).Append(main.EndnotesPart?.Endnotes).OfType<OpenXmlElement>();

    // Insertions, deletions, moves and changes of formats all name their author.
    private static bool IsTracked(OpenXmlElement element) => element.GetAttributes().Any(a => a.LocalName == "author" && a.NamespaceUri == WordNamespace);
}
