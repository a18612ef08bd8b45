using System.Globalization;
using FeedbackLab.Viewer.Reports.Html;

namespace FeedbackLab.Viewer.Charts;

/// <summary>The sheet that a chart is drawn on: heading above, source below, marks that say what they are and link to their comments.</summary>
internal sealed class ChartSheet
{
    public const double Margin = 16;
    public const double FontSize = 13;

    private const string Fonts = "'Hiragino Sans','Yu Gothic Medium','Yu Gothic',Meiryo,'Noto Sans CJK JP','Noto Sans JP',sans-serif";
    private const double TitleSize = 17;
    private const double NoteSize = 12;
    private const double NoteLine = 18;

    private readonly MarkupWriter _svg = new();
    private readonly string _linkBase;
    private readonly List<string> _foot;
    private readonly double _height;

    /// <summary>A sheet with its heading.</summary>
    /// <param name="words">What is written around the chart.</param>
    /// <param name="width">Width of the sheet.</param>
    /// <param name="bodyHeight">Height that the marks need.</param>
    /// <param name="linkBase">What stands before the # of a link: empty within the report.</param>
    public ChartSheet(ChartWords words, double width, double bodyHeight, string linkBase)
    {
        _linkBase = linkBase;
        var ems = (width - (2 * Margin)) / NoteSize;
        var title = TextWidth.Wrap(words.Title, (width - (2 * Margin)) / TitleSize, 2);
        var head = words.Notes.SelectMany(n => TextWidth.Wrap(n, ems, 4)).ToList();
        _foot = [.. words.Foot.SelectMany(n => TextWidth.Wrap(n, ems, 6))];
        Top = Margin + (title.Count * 24) + (head.Count * NoteLine) + 10;
        _height = Top + bodyHeight + 10 + (_foot.Count * NoteLine) + (Margin / 2);
        BodyBottom = Top + bodyHeight;

        // A group: what has the role of a picture can hold no links.
        _svg.Start(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("viewBox", $"0 0 {N(width)} {N(_height)}"),
            ("width", N(width)),
            ("height", N(_height)),
            ("role", "group"),
            ("aria-label", words.Title + " " + words.Gist),
            ("font-family", Fonts),
            ("font-size", N(FontSize)),
            ("fill", Palette.Ink));
        _svg.Element("title", words.Title);
        _svg.Element("desc", words.Gist);
        Box(0, 0, width, _height, Palette.Paper);
        var y = Margin + 16;
        foreach (var line in title)
        {
            Text(Margin, y, line, size: TitleSize, bold: true);
            y += 24;
        }

        foreach (var line in head)
        {
            Text(Margin, y - 3, line, size: NoteSize, fill: Palette.Muted);
            y += NoteLine;
        }
    }

    /// <summary>Where the marks begin.</summary>
    public double Top { get; }

    private double BodyBottom { get; }

    public static string N(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>A mark that says what it is.</summary>
    /// <param name="title">What it is.</param>
    /// <param name="anchor">The place in the report that it leads to; null for none.</param>
    /// <param name="draw">Draws it.</param>
    /// <param name="address">A page that it leads to instead; null for none.</param>
    public void Mark(string title, string? anchor, Action draw, string? address = null)
    {
        var link = address ?? (anchor is null ? null : $"{_linkBase}#{anchor}");
        _svg.Start(link is null ? "g" : "a", ("href", link));
        _svg.Element("title", title);
        draw();
        _svg.End();
    }

    public void Box(double x, double y, double width, double height, string fill, string? stroke = null) => _svg.Empty(
        "rect", ("x", N(x)), ("y", N(y)), ("width", N(width)), ("height", N(height)), ("fill", fill), ("stroke", stroke));

    public void Line(double x1, double y1, double x2, double y2, string stroke = Palette.Rule, double width = 1) => _svg.Empty(
        "line",
        ("x1", N(x1)),
        ("y1", N(y1)),
        ("x2", N(x2)),
        ("y2", N(y2)),
        ("stroke", stroke),
        ("stroke-width", width == 1 ? null : N(width)));

    public void Circle(double x, double y, double radius, string fill, string stroke) => _svg.Empty(
        "circle", ("cx", N(x)), ("cy", N(y)), ("r", N(radius)), ("fill", fill), ("stroke", stroke));

    public void Text(
        double x,
        double y,
        string text,
        string anchor = "start",
        double size = FontSize,
        bool bold = false,
        string? fill = null,
        double turn = 0,
        bool haloed = false) => _svg.Element(
            "text",
            text,
            ("x", N(x)),
            ("y", N(y)),
            ("text-anchor", anchor == "start" ? null : anchor),
            ("font-size", size == FontSize ? null : N(size)),
            ("font-weight", bold ? "700" : null),
            ("fill", fill),
            ("stroke", haloed ? Palette.Paper : null),
            ("stroke-width", haloed ? "3" : null),
            ("paint-order", haloed ? "stroke" : null),
            ("transform", turn == 0 ? null : $"rotate({N(turn)} {N(x)} {N(y)})"));

    /// <summary>Lines of text around a middle height.</summary>
    public void Label(double x, double middle, IReadOnlyList<string> lines, string anchor, string? fill = null)
    {
        var y = middle + (FontSize * 0.36) - ((lines.Count - 1) * FontSize * 0.6);
        foreach (var line in lines)
        {
            Text(x, y, line, anchor, fill: fill);
            y += FontSize * 1.2;
        }
    }

    /// <summary>The finished chart.</summary>
    public string Finish()
    {
        var y = BodyBottom + 10 + 12;
        foreach (var line in _foot)
        {
            Text(Margin, y, line, size: NoteSize, fill: Palette.Muted);
            y += NoteLine;
        }

        return _svg.End().Finish();
    }
}

/// <summary>What is written around a chart.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Gist">What it says, for those who cannot see it; made from counts.</param>
/// <param name="Notes">Under the title: what is counted, out of how many.</param>
/// <param name="Foot">Below the marks: what was left out, and the source.</param>
internal sealed record ChartWords(string Title, string Gist, IReadOnlyList<string> Notes, IReadOnlyList<string> Foot);
