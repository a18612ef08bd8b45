using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Gathers the words of one paragraph as its readers see them, and the text boxes that it anchors.</summary>
/// <param name="styles">The styles of the document.</param>
/// <param name="style">The style of the paragraph; null for the usual one.</param>
internal sealed class ParagraphWords(WordStyles styles, string? style)
{
    private readonly StringBuilder text = new();
    private readonly Stack<bool> fields = new();
    private int openCodes;

    /// <summary>The contents of its text boxes (<c>w:txbxContent</c>), in order.</summary>
    public List<XElement> Boxes { get; } = [];

    /// <summary>Whether hidden words were left out.</summary>
    public bool HidesWords { get; private set; }

    /// <summary>The words.</summary>
    public string Text => text.ToString();

    /// <summary>Adds what a paragraph, or an element inside it, holds.</summary>
    public void Add(XElement parent)
    {
        foreach (var child in parent.Chosen())
        {
            switch (WordXml.NameOf(child))
            {
                case "r":
                    AddRun(child);
                    break;
                case "ins" or "moveTo" or "hyperlink" or "smartTag" or "customXml" or "fldSimple" or "bdo" or "dir":
                    Add(child);
                    break;
                case "sdt" when !WordControls.IsUnfilled(child) && child.Child("sdtContent") is { } content:
                    Add(content);
                    break;
                case "m:oMath" or "m:oMathPara":
                    Append(string.Concat(child.Descendants().Where(e => WordXml.NameOf(e) == "m:t").Select(e => e.Value)), hidden: false);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddRun(XElement run)
    {
        var format = run.Child("rPr");
        var hidden = format.Switch("vanish") ?? (styles.IsHidden(format.Value("rStyle")) || styles.IsHidden(style));
        foreach (var child in run.Chosen())
        {
            switch (WordXml.NameOf(child))
            {
                case "t":
                    Append(Words(child), hidden);
                    break;
                case "tab" or "ptab":
                    Append("\t", hidden);
                    break;
                case "br" or "cr":
                    Append("\n", hidden);
                    break;
                case "noBreakHyphen":
                    Append("-", hidden);
                    break;
                case "sym":
                    Append(Symbol(child), hidden);
                    break;
                case "fldChar":
                    MarkField(child.Setting("fldCharType"));
                    break;
                case "ruby" when !hidden && child.Child("rubyBase") is { } below:
                    Add(below);
                    break;
                case "drawing" or "pict" or "object" when !hidden:
                    FindBoxes(child);
                    break;
                default:
                    break;
            }
        }
    }

    private void Append(string words, bool hidden)
    {
        if (openCodes > 0)
        {
            return;
        }

        if (!hidden)
        {
            text.Append(words);
        }
        else
        {
            HidesWords |= !string.IsNullOrWhiteSpace(words);
        }
    }

    /// <summary>Between the begin of a field and its separator stands its code, after it its result.</summary>
    private void MarkField(string? type)
    {
        if (type is "separate" or "end" && fields.TryPop(out var code))
        {
            openCodes -= code ? 1 : 0;
        }
        else if (type != "begin")
        {
            return;
        }

        if (type != "end")
        {
            fields.Push(type == "begin");
            openCodes += type == "begin" ? 1 : 0;
        }
    }

    private void FindBoxes(XElement element)
    {
        foreach (var child in element.Chosen())
        {
            if (WordXml.NameOf(child) == "txbxContent")
            {
                Boxes.Add(child);
            }
            else
            {
                FindBoxes(child);
            }
        }
    }

    private static string Words(XElement words)
    {
        var text = words.Value.Replace("\u00AD", "", StringComparison.Ordinal);
        return words.Attribute(XNamespace.Xml + "space")?.Value == "preserve" ? text : text.Trim(' ', '\t', '\r', '\n');
    }

    private static string Symbol(XElement symbol) =>
        int.TryParse(symbol.Setting("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && code is > ' ' and <= char.MaxValue && !char.IsSurrogate((char)code)
            ? BulletSigns.Of(((char)code).ToString(), symbol.Setting("font"))
            : "";
}
