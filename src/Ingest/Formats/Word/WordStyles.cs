using System.Globalization;
using System.Xml.Linq;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>What the styles of a document say, each with what it takes over from the style that it is based on.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 32;
    private readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> headings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> hidden = new(StringComparer.Ordinal);
    private readonly string? usual;

    /// <summary>Reads the style sheet.</summary>
    /// <param name="root">The element <c>w:styles</c>; null where there is none.</param>
    public WordStyles(XElement? root)
    {
        foreach (var style in root.Children("style"))
        {
            if (style.Setting("styleId") is { } id && styles.TryAdd(id, style)
                && style.Setting("type") == "paragraph" && style.Setting("default") is "1" or "true" or "on")
            {
                usual = id;
            }
        }
    }

    /// <summary>The heading level, 1 to 9, of paragraphs in a style; 0 where they are none.</summary>
    public int HeadingLevel(string? id)
    {
        id ??= usual;
        if (id is null || headings.TryGetValue(id, out var level))
        {
            return id is null ? 0 : headings.GetValueOrDefault(id);
        }

        foreach (var style in Chain(id))
        {
            level = style.Child("pPr").Number("outlineLvl") is { } outline ? Level(outline) : Named(style.Value("name"));
            if (level > 0 || style.Child("pPr").Child("outlineLvl") is not null)
            {
                break;
            }
        }

        return headings[id] = level;
    }

    /// <summary>The heading level of an outline level: 1 to 9, or 0 for running words.</summary>
    public static int Level(int outline) => outline is >= 0 and <= 8 ? outline + 1 : 0;

    /// <summary>Whether words in a style are hidden.</summary>
    public bool IsHidden(string? id)
    {
        if (id is null)
        {
            return false;
        }

        if (!hidden.TryGetValue(id, out var found))
        {
            found = Chain(id).Select(style => style.Child("rPr").Switch("vanish")).FirstOrDefault(value => value is not null) ?? false;
            hidden[id] = found;
        }

        return found;
    }

    /// <summary>The list that a style puts its paragraphs in; null where it does not.</summary>
    public XElement? List(string? id) =>
        (id ?? usual) is { } style ? Chain(style).Select(s => s.Child("pPr").Child("numPr")).FirstOrDefault(list => list is not null) : null;

    private IEnumerable<XElement> Chain(string id)
    {
        for (var i = 0; i < LongestChain && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.Value("basedOn") ?? "";
        }
    }

    private static int Named(string? name)
    {
        if (name is null)
        {
            return 0;
        }

        var digits = name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) ? name[8..] : name.StartsWith("見出し", StringComparison.Ordinal) ? name[3..].Trim() : "";
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9 ? level : 0;
    }
}
