using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Themes.Codebooks;

/// <summary>The codebook of the exchange format REFI-QDA 1.5 (<c>.qdc</c>), that NVivo, MAXQDA, ATLAS.ti and others read and write.</summary>
/// <remarks>
/// What the format has no place for goes into the description, a line each behind the definition (含む: …), and comes back from it.
/// docs/guide/codebook.md.
/// </remarks>
public static class QdaCodebook
{
    private const int Deepest = 32;
    private const int MostCharacters = 20_000_000;
    private const string TermSeparator = " | ";
    private const string Origin = "FeedbackLab";

    private static readonly XNamespace Space = "urn:QDA-XML:codebook:1.0";
    private static readonly (string Mark, string Field)[] Lines =
        [("ID: ", "id"), ("English: ", "en"), ("English definition: ", "definition"), ("含む: ", "include"), ("除く: ", "exclude"), ("語: ", "terms"), ("例: ", "examples")];

    /// <summary>The file's text: UTF-8, LF at line ends, codes in order, parts within their parents.</summary>
    /// <param name="codebook">The codebook.</param>
    public static string Write(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        var root = new XElement(
            Space + "CodeBook",
            new XAttribute("origin", Origin),
            new XElement(Space + "Codes", codebook.Codes.Where(c => c.Parent is null).Select(c => Code(c, codebook))));
        using var text = new Utf8Text();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) }))
        {
            root.Save(writer);
        }

        return text + "\n";
    }

    /// <summary>The codebook of a text, and what of it has no place here.</summary>
    /// <param name="xml">The text.</param>
    /// <param name="name">What the codebook is called.</param>
    /// <exception cref="DefinitionException">It is no such file, is nested too deep, or too large.</exception>
    public static QdaReading Read(string xml, string name)
    {
        ArgumentNullException.ThrowIfNull(xml);
        return Read(xml.Length, settings => XmlReader.Create(new StringReader(xml.TrimStart('\uFEFF')), settings), name);
    }

    /// <summary>The codebook of a file, in the encoding that it declares, and what of it has no place here.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="name">What the codebook is called.</param>
    /// <exception cref="DefinitionException">It is no such file, is nested too deep, too large, or in an encoding that is not known.</exception>
    public static QdaReading Read(byte[] file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Read(file.Length, settings => XmlReader.Create(new MemoryStream(file), settings), name);
    }

    private static QdaReading Read(int size, Func<XmlReaderSettings, XmlReader> open, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var root = Root(size, open);
        if (root.Name.LocalName != "CodeBook" || Child(root, "Codes") is not { } list)
        {
            throw Wrong(root, "REFI-QDA のコードブック（CodeBook と Codes）ではありません。", "This is no REFI-QDA codebook (CodeBook with Codes).");
        }

        var codes = ImmutableArray.CreateBuilder<Code>();
        foreach (var element in Children(list, "Code"))
        {
            Add(element, null, codes, 1, (string?)root.Attribute("origin") == Origin);
        }

        var sets = Child(root, "Sets") is { } all ? Children(all, "Set").Select(s => (string?)s.Attribute("name") ?? "?").ToList() : [];
        return codes.Count == 0
            ? throw Wrong(list, "コードが一つもありません。", "There is not a single code.")
            : new QdaReading(
                new Codebook(name, codes.ToImmutable()),
                [.. sets.Select(s => new BilingualText($"セット「{s}」は取り込めません。コードの組をここでは持たないためです。", $"The set \"{s}\" is left out: there are no sets of codes here."))]);
    }

    private static XElement Code(Code code, Codebook codebook)
    {
        var description = Description(code);
        return new XElement(
            Space + "Code",
            new XAttribute("guid", (code.ExchangeId ?? NameGuid.Of(code.Id)).ToString()),
            new XAttribute("name", Allowed(code.Name.Ja)),
            new XAttribute("isCodable", code.IsCodable ? "true" : "false"),
            code.Color is null ? null : new XAttribute("color", code.Color),
            description.Length == 0 ? null : new XElement(Space + "Description", Allowed(description)),
            codebook.Codes.Where(c => c.Parent == code.Id).Select(c => Code(c, codebook)));
    }

    private static string Description(Code code)
    {
        var lines = new List<string>();
        void Line(string mark, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                lines.Add(mark + value.ReplaceLineEndings(" "));
            }
        }

        if (code.Definition.Ja.Length > 0)
        {
            // A line of the definition that looks like one of ours gets a mark of its own.
            lines.AddRange(code.Definition.Ja.ReplaceLineEndings("\n").Split('\n')
                .Select(l => l.StartsWith('\\') || Lines.Any(k => l.StartsWith(k.Mark, StringComparison.Ordinal)) ? '\\' + l : l));
        }

        Line("含む: ", code.Include);
        Line("除く: ", code.Exclude);
        Line("語: ", string.Join(TermSeparator, code.Terms.Select(Escaped)));
        Line("例: ", string.Join(TermSeparator, code.Examples.Select(Escaped)));
        Line("English: ", code.Name.En == code.Name.Ja ? null : code.Name.En);
        Line("English definition: ", code.Definition.En == code.Definition.Ja ? null : code.Definition.En);
        Line("ID: ", code.Id);
        return string.Join('\n', lines);
    }

    private static XElement Root(int size, Func<XmlReaderSettings, XmlReader> open)
    {
        if (size > MostCharacters)
        {
            throw new DefinitionException(1, new BilingualText("コードブックとして大きすぎます。", "Too large for a codebook."));
        }

        // The document type is refused before anything of it is looked at.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters };
        try
        {
            using var reader = open(settings);
            while (reader.Read())
            {
                if (reader.Depth > Deepest + 4)
                {
                    throw new DefinitionException(((IXmlLineInfo)reader).LineNumber, new BilingualText("コードの入れ子が深すぎます。", "Codes are nested too deep."));
                }
            }

            using var again = open(settings);
            return XDocument.Load(again, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException e)
        {
            throw new DefinitionException(
                Math.Max(1, e.LineNumber),
                new BilingualText("XML として読めません（DTD のあるもの、宣言と違う文字コードのものも読みません）。", "It cannot be read as XML (nor is anything with a DTD, or in another encoding than it declares)."),
                e);
        }
    }

    private static void Add(XElement element, string? parent, ImmutableArray<Code>.Builder codes, int depth, bool isOurs)
    {
        if (depth > Deepest)
        {
            throw Wrong(element, "コードの入れ子が深すぎます。", "Codes are nested too deep.");
        }

        var name = (string?)element.Attribute("name");
        if (string.IsNullOrWhiteSpace(name) || !Guid.TryParse((string?)element.Attribute("guid"), out var guid))
        {
            throw Wrong(element, "コードに name と guid が要ります。", "A code needs a name and a guid.");
        }

        if (codes.Any(c => (c.ExchangeId ?? NameGuid.Of(c.Id)) == guid))
        {
            throw Wrong(element, $"guid {guid} のコードが二つあります。", $"Two codes have the guid {guid}.");
        }

        // Lines of another program's description mean nothing but what they say.
        var lines = ((string?)Child(element, "Description") ?? string.Empty).ReplaceLineEndings("\n").Split('\n');
        var fields = lines
            .Select(l => (Line: l, Known: Lines.FirstOrDefault(k => isOurs && l.StartsWith(k.Mark, StringComparison.Ordinal))))
            .ToLookup(l => l.Known.Field ?? string.Empty, l => l.Known.Mark is null ? isOurs && l.Line.StartsWith('\\') ? l.Line[1..] : l.Line : l.Line[l.Known.Mark.Length..], StringComparer.Ordinal);
        var definition = string.Join('\n', fields[string.Empty]).Trim();
        var id = fields["id"].FirstOrDefault(i => i.Length > 0 && !i.Any(char.IsWhiteSpace)) ?? "q" + guid.ToString("N")[..8];
        for (var number = 2; codes.Any(c => c.Id == id); number++)
        {
            id = string.Create(CultureInfo.InvariantCulture, $"q{guid.ToString("N")[..8]}-{number}");
        }

        codes.Add(new Code(
            id,
            new BilingualText(name, fields["en"].FirstOrDefault() ?? name),
            new BilingualText(definition, fields["definition"].FirstOrDefault() ?? definition),
            fields["include"].FirstOrDefault() ?? string.Empty,
            fields["exclude"].FirstOrDefault() ?? string.Empty,
            List(fields["terms"]),
            List(fields["examples"]))
        {
            Parent = parent,
            ExchangeId = guid == NameGuid.Of(id) ? null : guid,
            Color = Color((string?)element.Attribute("color")),
            IsCodable = (string?)element.Attribute("isCodable") is not ("false" or "0"),
        });
        foreach (var child in Children(element, "Code"))
        {
            Add(child, id, codes, depth + 1, isOurs);
        }
    }

    private static ImmutableArray<string> List(IEnumerable<string> lines) =>
        [.. lines.SelectMany(l => l.Split(TermSeparator, StringSplitOptions.RemoveEmptyEntries)).Select(Unescaped)];

    // A bar within a term is no separator.
    private static string Escaped(string term) => term.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Unescaped(string term)
    {
        var text = new StringBuilder(term.Length);
        for (var i = 0; i < term.Length; i++)
        {
            i += term[i] == '\\' && i + 1 < term.Length ? 1 : 0;
            text.Append(term[i]);
        }

        return text.ToString();
    }

    // #rgb is #rrggbb with every digit twice.
    private static string? Color(string? color) => color switch
    {
        ['#', var r, var g, var b] => $"#{r}{r}{g}{g}{b}{b}".ToLowerInvariant(),
        { Length: 7 } when color[0] == '#' => color.ToLowerInvariant(),
        _ => null,
    };

    // Half a surrogate pair, and control characters, have no place in XML.
    private static string Allowed(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => Rune.IsControl(r) && r.Value is not ('\n' or '\t') ? " " : r.ToString()));

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(e => e.Name.LocalName == name);

    private static DefinitionException Wrong(XElement element, string ja, string en) =>
        new(Math.Max(1, ((IXmlLineInfo)element).LineNumber), new BilingualText(ja, en));

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => new UTF8Encoding(false);
    }
}

/// <summary>A codebook of another program.</summary>
/// <param name="Codebook">The codebook.</param>
/// <param name="Losses">What of the file has no place here.</param>
public sealed record QdaReading(Codebook Codebook, ImmutableArray<BilingualText> Losses);
