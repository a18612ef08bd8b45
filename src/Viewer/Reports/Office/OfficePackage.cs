using System.Reflection;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Viewer.Reports.Office;

/// <summary>What Word, Excel and PowerPoint files share: parts from XML, and a title without a time.</summary>
internal static class OfficePackage
{
    public static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    public static readonly XNamespace Relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Fills a part with XML.</summary>
    public static void Fill(OpenXmlPart part, XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = System.Xml.XmlWriter.Create(stream, new System.Xml.XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false }))
        {
            new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save(writer);
        }

        Fill(part, stream.ToArray());
    }

    /// <summary>Fills a part with bytes.</summary>
    public static void Fill(OpenXmlPart part, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        part.FeedData(stream);
    }

    /// <summary>A file that the program carries.</summary>
    public static byte[] Carried(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("office/" + name)
            ?? throw new InvalidOperationException($"The program carries no office/{name}.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Writes title, author and language; no time, so that the bytes stay the same.</summary>
    public static void Describe(OpenXmlPackage package, string title, string? organisation, ScreenLanguage language)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        Fill(
            package.AddNewPart<CoreFilePropertiesPart>("flCore"),
            new XElement(
                core + "coreProperties",
                new XAttribute(XNamespace.Xmlns + "cp", core),
                new XAttribute(XNamespace.Xmlns + "dc", dc),
                new XElement(dc + "title", OfficeText.Clean(title)),
                new XElement(dc + "creator", OfficeText.Clean(organisation ?? "FeedbackLab")),
                new XElement(dc + "language", language.Tag())));

        // By this a report is known again where it lies among the answers.
        XNamespace extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
        Fill(package.AddNewPart<ExtendedFilePropertiesPart>("flApp"), new XElement(extended + "Properties", new XElement(extended + "Application", OwnOutput.Application)));
    }
}
