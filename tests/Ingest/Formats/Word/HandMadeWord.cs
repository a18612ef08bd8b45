using System.IO.Compression;
using System.Text;
using FeedbackLab.Ingest.Formats.Word;

namespace FeedbackLab.Ingest.Tests.Formats.Word;

/// <summary>Word files written as XML, for what no program writes on request.</summary>
internal static class HandMadeWord
{
    public const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Names = "xmlns:w=\"W\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>The parts of a document with this body; no problem may arise.</summary>
    public static IReadOnlyList<WordPart> Parts(string body, string? numbering = null, string? styles = null)
    {
        var reading = WordReader.Read("made.docx", Bytes(body, numbering, styles));
        Assert.Empty(reading.Problems);
        return reading.Parts;
    }

    /// <summary>The paragraphs of a document with this body.</summary>
    public static IReadOnlyList<WordParagraph> Paragraphs(string body, string? numbering = null, string? styles = null) =>
        [.. Parts(body, numbering, styles).OfType<WordParagraph>()];

    public static IEnumerable<string> Texts(string body) => Paragraphs(body).Select(paragraph => paragraph.Text);

    /// <summary>A package with this body, lists and styles.</summary>
    public static byte[] Bytes(string body, string? numbering = null, string? styles = null, string links = "", string words = Transitional, string relations = Relations) => Zip(
        [
            ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Types}document.main+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"{Types}numbering+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{Types}styles+xml\"/></Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{relations}numbering\" Target=\"numbering.xml\"/><Relationship Id=\"r2\" Type=\"{relations}styles\" Target=\"styles.xml\"/>{links}</Relationships>"),
            ("word/document.xml", Part("document", $"<w:body>{body}</w:body>", words)),
            ("word/numbering.xml", Part("numbering", numbering ?? "", words)),
            ("word/styles.xml", Part("styles", styles ?? "", words)),
        ]);

    public static byte[] Zip(IEnumerable<(string Name, string Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }

    public static string P(string text, string format = "") => $"<w:p><w:pPr>{format}</w:pPr>{R(text)}</w:p>";

    public static string R(string text, string format = "") => $"<w:r><w:rPr>{format}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    public static string Item(int list, int level = 0, string text = "x") => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Level(int level, string format, string pattern, string more = "", int start = 1) =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{pattern}\"/></w:lvl>";

    public static string Lists(string levels) => $"<w:abstractNum w:abstractNumId=\"7\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>";

    private static string Part(string name, string content, string words) => $"<w:{name} {Names.Replace("\"W\"", $"\"{words}\"", StringComparison.Ordinal)}>{content}</w:{name}>";
}
