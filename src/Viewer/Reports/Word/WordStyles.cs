using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FeedbackLab.Viewer.Reports.Office;

namespace FeedbackLab.Viewer.Reports.Word;

/// <summary>The styles of a document: the council's own where its file has one of that name, ours where not.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    private WordStyles()
    {
    }

    /// <summary>The id in this document of one of our styles.</summary>
    public string this[string ours] => _ids[ours];

    /// <summary>The styles of a document, after those that it lacks were added.</summary>
    public static WordStyles Of(MainDocumentPart main)
    {
        var part = main.StyleDefinitionsPart;
        if (part is null)
        {
            part = main.AddNewPart<StyleDefinitionsPart>("flStyles");
            OfficePackage.Fill(part, OfficePackage.Carried("styles.xml"));
        }

        var ours = new Styles(XElement.Parse(Encoding.UTF8.GetString(OfficePackage.Carried("styles.xml"))).ToString(SaveOptions.DisableFormatting));
        var theirs = part.Styles ??= new Styles();
        var styles = new WordStyles();
        foreach (var style in ours.Elements<Style>().ToList())
        {
            var name = style.StyleName!.Val!.Value!;
            var known = theirs.Elements<Style>().FirstOrDefault(s => s.Type?.Value == style.Type?.Value && string.Equals(s.StyleName?.Val?.Value, name, StringComparison.OrdinalIgnoreCase));
            styles._ids[style.StyleId!.Value!] = known?.StyleId?.Value ?? styles.Add(theirs, style);
        }

        return styles;
    }

    private string Add(Styles theirs, Style style)
    {
        var copy = (Style)style.CloneNode(true);
        if (theirs.Elements<Style>().Any(s => s.StyleId?.Value == copy.StyleId?.Value))
        {
            copy.StyleId = "FeedbackLab" + copy.StyleId!.Value;
        }

        copy.Default = null;
        if (copy.BasedOn?.Val?.Value is { } parent)
        {
            copy.BasedOn.Val = _ids.GetValueOrDefault(parent, parent);
        }

        if (copy.NextParagraphStyle?.Val?.Value is { } next)
        {
            copy.NextParagraphStyle.Val = _ids.GetValueOrDefault(next, next);
        }

        theirs.AppendChild(copy);
        return copy.StyleId!.Value!;
    }
}
