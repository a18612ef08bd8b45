using System.Globalization;
using System.Xml.Linq;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Names of WordprocessingML, transitional and strict alike.</summary>
internal static class WordXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Formula = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictFormula = "http://purl.oclc.org/ooxml/officeDocument/math";

    /// <summary>The local name of an element of Word's own; <c>mc:…</c> and <c>m:…</c> for compatibility and formulas; empty for any other.</summary>
    public static string NameOf(XElement element) => element.Name.NamespaceName switch
    {
        Transitional or Strict => element.Name.LocalName,
        Compatibility => "mc:" + element.Name.LocalName,
        Formula or StrictFormula => "m:" + element.Name.LocalName,
        _ => "",
    };

    /// <summary>The first child of Word's own with this name.</summary>
    public static XElement? Child(this XElement? element, string name) => element?.Elements().FirstOrDefault(child => NameOf(child) == name);

    /// <summary>The children of Word's own with this name.</summary>
    public static IEnumerable<XElement> Children(this XElement? element, string name) => element?.Elements().Where(child => NameOf(child) == name) ?? [];

    /// <summary>The attribute with this local name, in whatever namespace.</summary>
    public static string? Setting(this XElement? element, string name) => element?.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    /// <summary>The <c>val</c> of a child.</summary>
    public static string? Value(this XElement? element, string child) => element.Child(child).Setting("val");

    /// <summary>The <c>val</c> of a child as a number; null where there is none.</summary>
    public static int? Number(this XElement? element, string child) =>
        int.TryParse(element.Value(child), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch: null where it is not mentioned.</summary>
    public static bool? Switch(this XElement? element, string child) =>
        element.Child(child) is { } found ? found.Setting("val") is not ("0" or "false" or "off") : null;

    /// <summary>The children that count: of alternatives, those of the first choice.</summary>
    public static IEnumerable<XElement> Chosen(this XElement element)
    {
        var open = new Stack<IEnumerator<XElement>>([element.Elements().GetEnumerator()]);
        while (open.TryPeek(out var children))
        {
            if (!children.MoveNext())
            {
                open.Pop();
            }
            else if (NameOf(children.Current) != "mc:AlternateContent")
            {
                yield return children.Current;
            }
            else if ((children.Current.Child("mc:Choice") ?? children.Current.Child("mc:Fallback")) is { } chosen)
            {
                open.Push(chosen.Elements().GetEnumerator());
            }
        }
    }
}
