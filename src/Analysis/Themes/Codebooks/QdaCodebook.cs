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

    /// <summary>What the files that this program writes name as their origin.</summary>
    internal const string Origin = "FeedbackLab";

    private static readonly XNamespace Space = "urn:QDA-XML:codebook:1.0";
    private static readonly (string Mark, string Field)[] Lines =
        [("ID: ", "id"), ("English: ", "en"), ("English definition: ", "definition"), ("含む: ", "include"), ("除く: ", "exclude"), ("語: ", "terms"), ("ルール: ", "rules"), ("例: ", "examples"), ("No.: ", "number")];

    /// <summary>The file's text: UTF-8, LF at line ends, codes in order, parts within their parents.</summary>
    /// <param name="codebook">The codebook.</param>
    public static string Write(Codebook codebook)
    {
        ArgumentNullException.ThrowIfNull(codebook);

        var root = new XElement(Space + "CodeBook", new XAttribute("origin", Origin), Codes(Space, codebook));
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
        return Read(Encoding.UTF8.GetBytes(xml), name);
    }

    /// <summary>The codebook of a file, in the encoding that it declares, and what of it has no place here.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <param name="name">What the codebook is called.</param>
    /// <exception cref="DefinitionException">It is no such file, is nested too deep, too large, or in an encoding that is not known.</exception>
    public static QdaReading Read(byte[] file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        if (file.Length > MostCharacters)
        {
            throw new DefinitionException(1, new BilingualText("コードブックとして大きすぎます。", "Too large for a codebook."));
        }

        var root = QdaXml.Root(file, MostCharacters, Deepest + 4, new BilingualText(
            "XML として読めません（DTD のあるもの、宣言と違う文字コードのものも読みません）。", "It cannot be read as XML (nor is anything with a DTD, or in another encoding than it declares)."));
        if (root.Name.LocalName != "CodeBook" || Child(root, "Codes") is not { } list)
        {
            throw Wrong(root, "REFI-QDA のコードブック（CodeBook と Codes）ではありません。", "This is no REFI-QDA codebook (CodeBook with Codes).");
        }

        var sets = Child(root, "Sets") is { } all ? Children(all, "Set").Select(s => (string?)s.Attribute("name") ?? "?").ToList() : [];
        return Of(list, (string?)root.Attribute("origin") == Origin, name, sets);
    }

    /// <summary>The element <c>Codes</c> of a codebook, in the namespace of the file that it goes into.</summary>
    internal static XElement Codes(XNamespace space, Codebook codebook)
    {
        // Nesting puts parts behind their parents; where they stood elsewhere, each code says its number.
        var isOrdered = Nested(codebook, null).SequenceEqual(codebook.Codes.Select(c => c.Id), StringComparer.Ordinal);
        return new XElement(space + "Codes", codebook.Codes.Where(c => c.Parent is null).Select(c => Code(space, c, codebook, isOrdered)));
    }

    /// <summary>What other programs know a code by.</summary>
    internal static Guid IdOf(Code code) => code.ExchangeId ?? NameGuid.Of(code.Id);

    /// <summary>The codebook of an element <c>Codes</c>.</summary>
    /// <exception cref="DefinitionException">It holds no codes, or wrong ones.</exception>
    internal static QdaReading Of(XElement list, bool isOurs, string name, IReadOnlyList<string> sets)
    {
        var reading = new Reading(isOurs);
        foreach (var element in Children(list, "Code"))
        {
            Add(element, null, reading, 1);
        }

        return reading.Codes.Count == 0
            ? throw Wrong(list, "コードが一つもありません。", "There is not a single code.")
            : new QdaReading(
                new Codebook(name, reading.InOrder()),
                [
                    .. reading.Losses,
                    .. sets.Select(s => new BilingualText($"セット「{s}」は取り込めません。コードの組をここでは持たないためです。", $"The set \"{s}\" is left out: there are no sets of codes here.")),
                ]);
    }

    private static IEnumerable<string> Nested(Codebook codebook, string? parent) =>
        codebook.Codes.Where(c => c.Parent == parent).SelectMany(c => Nested(codebook, c.Id).Prepend(c.Id));

    private static XElement Code(XNamespace space, Code code, Codebook codebook, bool isOrdered)
    {
        var description = Description(code, isOrdered ? null : codebook.Codes.IndexOf(code) + 1);
        return new XElement(
            space + "Code",
            new XAttribute("guid", IdOf(code).ToString()),
            new XAttribute("name", Allowed(code.Name.Ja)),
            new XAttribute("isCodable", code.IsCodable ? "true" : "false"),
            code.Color is null ? null : new XAttribute("color", code.Color),
            description.Length == 0 ? null : new XElement(space + "Description", Allowed(description)),
            codebook.Codes.Where(c => c.Parent == code.Id).Select(c => Code(space, c, codebook, isOrdered)));
    }

    private static string Description(Code code, int? number)
    {
        var lines = new List<string>();
        void Line(string mark, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                lines.Add(mark + value);
            }
        }

        if (code.Definition.Ja.Length > 0)
        {
            // A line of the definition that looks like one of ours gets a mark of its own.
            lines.AddRange(code.Definition.Ja.ReplaceLineEndings("\n").Split('\n')
                .Select(l => l.StartsWith('\\') || Lines.Any(k => l.StartsWith(k.Mark, StringComparison.Ordinal)) ? '\\' + l : l));
        }

        Line("含む: ", OnOneLine(code.Include));
        Line("除く: ", OnOneLine(code.Exclude));
        Line("語: ", string.Join(TermSeparator, code.Terms.Select(Escaped)));
        Line("ルール: ", string.Join(TermSeparator, code.Rules.Select(Escaped)));
        Line("例: ", string.Join(TermSeparator, code.Examples.Select(Escaped)));
        Line("English: ", code.Name.En == code.Name.Ja ? null : OnOneLine(code.Name.En));
        Line("English definition: ", code.Definition.En == code.Definition.Ja ? null : OnOneLine(code.Definition.En));
        Line("ID: ", code.Id);
        Line("No.: ", number?.ToString(CultureInfo.InvariantCulture));
        return string.Join('\n', lines);
    }

    private static void Add(XElement element, string? parent, Reading reading, int depth)
    {
        var (codes, isOurs) = (reading.Codes, reading.IsOurs);
        if (depth > Deepest)
        {
            throw Wrong(element, "コードの入れ子が深すぎます。", "Codes are nested too deep.");
        }

        var name = (string?)element.Attribute("name");
        if (string.IsNullOrWhiteSpace(name) || QdaXml.IdOf((string?)element.Attribute("guid")) is not { } guid)
        {
            throw Wrong(element, "コードに name と guid が要ります。", "A code needs a name and a guid.");
        }

        if (codes.Any(c => IdOf(c) == guid))
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
            new BilingualText(name, fields["en"].FirstOrDefault() is { } en ? Unescaped(en) : name),
            new BilingualText(definition, fields["definition"].FirstOrDefault() is { } english ? Unescaped(english) : definition),
            Unescaped(fields["include"].FirstOrDefault() ?? string.Empty),
            Unescaped(fields["exclude"].FirstOrDefault() ?? string.Empty),
            List(fields["terms"]),
            List(fields["examples"]))
        {
            Rules = List(fields["rules"]),
            Parent = parent,
            ExchangeId = guid == NameGuid.Of(id) ? null : guid,
            Color = Color(element, name, reading),
            IsCodable = ((string?)element.Attribute("isCodable"))?.Trim().ToLowerInvariant() switch
            {
                null or "" or "true" or "1" or "yes" => true,
                "false" or "0" or "no" => false,
                var other => throw Wrong(element, $"コード「{name}」の isCodable「{other}」は true か false でなければなりません。", $"isCodable of the code \"{name}\" must be true or false, not \"{other}\"."),
            },
        });
        reading.Numbers.Add(int.TryParse(fields["number"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null);
        foreach (var child in Children(element, "Code"))
        {
            Add(child, id, reading, depth + 1);
        }
    }

    private static ImmutableArray<string> List(IEnumerable<string> lines) =>
        [.. lines.SelectMany(l => l.Split(TermSeparator, StringSplitOptions.RemoveEmptyEntries)).Select(Unescaped)];

    // A bar within a term is no separator.
    private static string Escaped(string term) => OnOneLine(term).Replace("|", "\\|", StringComparison.Ordinal);

    private static string OnOneLine(string text) => text.ReplaceLineEndings("\n").Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Unescaped(string term)
    {
        var text = new StringBuilder(term.Length);
        for (var i = 0; i < term.Length; i++)
        {
            var isEscaped = term[i] == '\\' && i + 1 < term.Length;
            i += isEscaped ? 1 : 0;
            text.Append(isEscaped && term[i] == 'n' ? '\n' : term[i]);
        }

        return text.ToString();
    }

    // #rgb is #rrggbb with every digit twice. A colour says nothing of what a code means: a wrong one is left out, and told.
    private static string? Color(XElement element, string name, Reading reading)
    {
        switch (((string?)element.Attribute("color"))?.Trim())
        {
            case null or "":
                return null;
            case ['#', var r, var g, var b] when char.IsAsciiHexDigit(r) && char.IsAsciiHexDigit(g) && char.IsAsciiHexDigit(b):
                return $"#{r}{r}{g}{g}{b}{b}".ToLowerInvariant();
            case { Length: 7 } color when color[0] == '#' && color.Skip(1).All(char.IsAsciiHexDigit):
                return color.ToLowerInvariant();
            case var other:
                reading.Losses.Add(new BilingualText(
                    $"{LineOf(element)}行目: コード「{name}」の色「{other}」は #rrggbb の形ではないので、取り込みません。", $"Line {LineOf(element)}: the colour \"{other}\" of the code \"{name}\" is not like #rrggbb and is left out."));
                return null;
        }
    }

    // Half a surrogate pair, and control characters, have no place in XML.
    private static string Allowed(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => (Rune.IsControl(r) && r.Value is not ('\n' or '\t')) || r.Value is 0xFFFE or 0xFFFF ? " " : r.ToString()));

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static IEnumerable<XElement> Children(XElement element, string name) => element.Elements().Where(e => e.Name.LocalName == name);

    private static DefinitionException Wrong(XElement element, string ja, string en) =>
        new(LineOf(element), new BilingualText(ja, en));

    private static int LineOf(XElement element) => Math.Max(1, ((IXmlLineInfo)element).LineNumber);

    // What is read so far.
    private sealed record Reading(bool IsOurs)
    {
        public ImmutableArray<Code>.Builder Codes { get; } = ImmutableArray.CreateBuilder<Code>();

        public List<int?> Numbers { get; } = [];

        public List<BilingualText> Losses { get; } = [];

        public ImmutableArray<Code> InOrder() => Numbers.TrueForAll(n => n is not null)
            ? [.. Codes.Zip(Numbers).OrderBy(c => c.Second).Select(c => c.First)]
            : Codes.ToImmutable();
    }

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => new UTF8Encoding(false);
    }
}

/// <summary>A codebook of another program.</summary>
/// <param name="Codebook">The codebook.</param>
/// <param name="Losses">What of the file has no place here.</param>
public sealed record QdaReading(Codebook Codebook, ImmutableArray<BilingualText> Losses);
