using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Formats;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>Opens the XML of the exchange formats as programs write it: in the encoding that it declares, or in UTF-8 where it declares another than it is in.</summary>
internal static partial class QdaXml
{
    /// <summary>The root of a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="mostCharacters">How many characters it may have.</param>
    /// <param name="deepest">How deep its elements may be nested.</param>
    /// <param name="what">What is said where it cannot be read.</param>
    /// <exception cref="DefinitionException">It cannot be read, has a document type, or is nested too deep.</exception>
    public static XElement Root(byte[] file, long mostCharacters, int deepest, BilingualText what)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

        // The document type is refused before anything of it is looked at.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = mostCharacters };
        try
        {
            return Read(() => XmlReader.Create(new MemoryStream(file), settings), deepest);
        }
        catch (XmlException e)
        {
            try
            {
                // encoding="utf-16" before UTF-8, a blank line before the declaration.
                var text = Declaration().Replace(StrictUtf8.Of(file).TrimStart('\uFEFF', ' ', '\r', '\n', '\t'), "<?xml version=\"1.0\"?>", 1);
                return Read(() => XmlReader.Create(new StringReader(text), settings), deepest);
            }
            catch (Exception again) when (again is XmlException or ArgumentException)
            {
                throw new DefinitionException(Math.Max(1, e.LineNumber), what, e);
            }
        }
    }

    /// <summary>The GUID that an attribute holds, bare or in braces; what is none has the GUID of its name; null for nothing.</summary>
    public static Guid? IdOf(string? written) =>
        Guid.TryParse(written, out var id) ? id : string.IsNullOrWhiteSpace(written) ? null : NameGuid.Of("refi " + written.Trim());

    private static XElement Read(Func<XmlReader> open, int deepest)
    {
        using (var reader = open())
        {
            while (reader.Read())
            {
                if (reader.Depth > deepest)
                {
                    throw new DefinitionException(((IXmlLineInfo)reader).LineNumber, new BilingualText("要素の入れ子が深すぎます。", "Its elements are nested too deep."));
                }
            }
        }

        using var again = open();
        return XDocument.Load(again, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace).Root!;
    }

    [GeneratedRegex("^<\\?xml[^>]*\\?>", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
