using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Packages;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>The parts of a Word file that are read.</summary>
/// <param name="Body">The element <c>w:body</c>.</param>
/// <param name="Styles">The style sheet; null where there is none.</param>
/// <param name="Numbering">The lists; null where there are none.</param>
internal sealed record WordPackage(XElement Body, XElement? Styles, XElement? Numbering)
{
    /// <summary>The longest part that is read, in characters.</summary>
    private const long LongestPart = 50_000_000;

    private const int Deepest = 200;

    private static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = LongestPart,
    };

    /// <summary>The parts, or the problem that keeps them from being read; exactly one of them.</summary>
    /// <param name="file">The file as the user named it, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    public static (WordPackage? Package, Problem? Problem) Open(string file, byte[] bytes)
    {
        if (Kind(file, bytes) is { } kind)
        {
            return (null, kind);
        }

        if (PackageGuard.Check(file, bytes) is { } unsafe_)
        {
            return (null, unsafe_);
        }

        try
        {
            using var stream = new MemoryStream();
            stream.Write(bytes);
            using var document = WordprocessingDocument.Open(stream, isEditable: true, new OpenSettings
            {
                AutoSave = false,
                MaxCharactersInPart = LongestPart,
                RelationshipErrorHandlerFactory = RelationshipErrorHandler.CreateRewriterFactory((_, _, _) => "about:blank"),
            });
            if (document.MainDocumentPart is not { } main)
            {
                return (null, WordProblems.NoWord(file));
            }

            var (styles, numbering) = (main.StyleDefinitionsPart, main.NumberingDefinitionsPart);
            if (IsTooDeep(main) || IsTooDeep(styles) || IsTooDeep(numbering))
            {
                return (null, WordProblems.TooDeep(file));
            }

            return Load(main).Child("body") is { } body
                ? (new WordPackage(body, styles is null ? null : Load(styles), numbering is null ? null : Load(numbering)), null)
                : (null, WordProblems.NoWord(file));
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException
            or FormatException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return (null, WordProblems.Damaged(file));
        }
    }

    private static Problem? Kind(string file, byte[] bytes) => bytes switch
    {
        [] => FileProblems.Empty(file),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => bytes.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0 ? WordProblems.Encrypted(file) : WordProblems.OldFormat(file),
        [(byte)'P', (byte)'K', 3, 4, ..] => null,
        _ => WordProblems.NoWord(file),
    };

    /// <summary>Whether the elements of a part stand too deep in each other to be walked through, which no document of Word's does.</summary>
    private static bool IsTooDeep(OpenXmlPart? part)
    {
        if (part is null)
        {
            return false;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                return true;
            }
        }

        return false;
    }

    private static XElement Load(OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, Settings);
        return XElement.Load(reader);
    }
}
