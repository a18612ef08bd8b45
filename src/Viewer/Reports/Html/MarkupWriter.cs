using System.Text;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>Writes well-formed HTML and SVG: every text is escaped, every element is closed.</summary>
/// <remarks>
/// What XML has no place for (control characters, lone surrogates) and what would turn the direction of the text around it becomes
/// U+FFFD. Elements that hold elements begin and end on lines of their own; nothing is inserted where text stands.
/// </remarks>
public sealed class MarkupWriter
{
    private static readonly HashSet<string> OnLines = new(StringComparer.Ordinal)
    {
        "html", "head", "body", "main", "nav", "header", "footer", "section", "article", "figure", "div", "details", "table", "thead",
        "tbody", "tfoot", "tr", "ul", "ol", "dl", "svg", "g",
    };

    private static readonly HashSet<string> EndsLine = new(StringComparer.Ordinal)
    {
        "h1", "h2", "h3", "h4", "p", "li", "td", "th", "dt", "dd", "caption", "figcaption", "summary", "title", "desc", "style", "meta",
        "text", "rect", "line",
    };

    private readonly StringBuilder _markup = new();
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="attributes">Names and values; one whose value is null is left out.</param>
    public MarkupWriter Start(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        _markup.Append('>');
        _open.Push(name);
        return OnLines.Contains(name) ? Break() : this;
    }

    /// <summary>Closes the element opened last.</summary>
    public MarkupWriter End()
    {
        var name = _open.Pop();
        _markup.Append("</").Append(name).Append('>');
        return OnLines.Contains(name) || EndsLine.Contains(name) ? Break() : this;
    }

    /// <summary>An element without content.</summary>
    /// <param name="name">Its name: a void element of HTML, or any of SVG.</param>
    /// <param name="attributes">Names and values; one whose value is null is left out.</param>
    public MarkupWriter Empty(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        _markup.Append(" />");
        return EndsLine.Contains(name) ? Break() : this;
    }

    /// <summary>An element that holds nothing but text.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The text.</param>
    /// <param name="attributes">Names and values; one whose value is null is left out.</param>
    public MarkupWriter Element(string name, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Tag(name, attributes);
        _markup.Append('>');
        _open.Push(name);
        return Text(text).End();
    }

    /// <summary>Text.</summary>
    /// <param name="text">The text.</param>
    public MarkupWriter Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>Markup that another writer made.</summary>
    /// <param name="markup">The markup, well-formed by itself.</param>
    public MarkupWriter Raw(string markup)
    {
        _markup.Append(markup);
        return this;
    }

    /// <summary>The markup so far.</summary>
    /// <exception cref="InvalidOperationException">An element is still open.</exception>
    public string Finish() =>
        _open.Count == 0 ? _markup.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is still open.");

    private MarkupWriter Break()
    {
        _markup.Append('\n');
        return this;
    }

    private void Tag(string name, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _markup.Append('<').Append(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                _markup.Append(' ').Append(attribute).Append("=\"");
                Escape(value);
                _markup.Append('"');
            }
        }
    }

    private void Escape(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                _markup.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => _markup.Append("&amp;"),
                '<' => _markup.Append("&lt;"),
                '>' => _markup.Append("&gt;"),
                '"' => _markup.Append("&quot;"),
                '\t' or '\n' => _markup.Append(c),
                '\r' => _markup.Append("&#13;"),
                _ => _markup.Append(IsHarmful(c) ? '\uFFFD' : c),
            };
        }
    }

    internal static bool IsHarmful(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
