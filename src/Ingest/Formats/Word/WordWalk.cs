using System.Xml.Linq;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>Walks through a document in order and gathers its parts.</summary>
/// <param name="styles">Its styles.</param>
/// <param name="numbering">Its lists.</param>
internal sealed class WordWalk(WordStyles styles, WordNumbering numbering)
{
    private int paragraphs;
    private int tables;

    /// <summary>The parts found so far.</summary>
    public List<WordPart> Parts { get; } = [];

    /// <summary>How many paragraphs hold hidden words, which are left out.</summary>
    public int HiddenParagraphs { get; private set; }

    /// <summary>How many documents of other formats are embedded, which are left out.</summary>
    public int EmbeddedDocuments { get; private set; }

    /// <summary>Gathers what a body holds.</summary>
    /// <param name="body">The element <c>w:body</c>.</param>
    public void Run(XElement body) => Walk(body, new WordStory(
        paragraph => Parts.Add(paragraph with { Number = ++paragraphs }),
        table =>
        {
            var (rows, merged) = TableRows.Read(table, Lines);
            Parts.Add(new WordTable(++tables, rows, merged));
        }));

    private void Walk(XElement container, WordStory story)
    {
        Blocks(container, story);
        Flush(story);
    }

    private void Blocks(XElement container, WordStory story)
    {
        foreach (var child in container.Chosen())
        {
            switch (WordXml.NameOf(child))
            {
                case "p":
                    Paragraph(child, story);
                    break;
                case "tbl":
                    Flush(story);
                    story.AddTable(child);
                    break;
                case "sdt" when !WordControls.IsUnfilled(child) && child.Child("sdtContent") is { } content:
                    Blocks(content, story);
                    break;
                case "customXml" or "ins" or "moveTo":
                    Blocks(child, story);
                    break;
                case "altChunk":
                    EmbeddedDocuments++;
                    break;
                default:
                    break;
            }
        }
    }

    private void Paragraph(XElement paragraph, WordStory story)
    {
        var format = paragraph.Child("pPr");
        var words = new ParagraphWords(styles, format.Value("pStyle"));
        words.Add(paragraph);
        HiddenParagraphs += words.HidesWords ? 1 : 0;
        story.Open.Append(words.Text);
        story.Boxes.AddRange(words.Boxes);
        var mark = format.Child("rPr");
        if (mark.Child("del") is not null || mark.Child("moveFrom") is not null)
        {
            story.OpenFormat = format;
            return;
        }

        story.OpenFormat = null;
        if (story.Open.Length > 0 || mark.Switch("vanish") is not true)
        {
            Close(format, story);
        }
    }

    /// <summary>Ends a paragraph whose own end was deleted where nothing follows that it could run into.</summary>
    private void Flush(WordStory story)
    {
        if (story.OpenFormat is { } format && story.Open.Length > 0)
        {
            Close(format, story);
        }

        story.OpenFormat = null;
    }

    private void Close(XElement? format, WordStory story)
    {
        var style = format.Value("pStyle");
        var (marker, level) = numbering.Next(format.Child("numPr"), styles.List(style), style);
        var heading = format.Number("outlineLvl") is { } outline ? WordStyles.Level(outline) : styles.HeadingLevel(style);
        story.AddParagraph(new WordParagraph(0, story.Open.ToString().Trim('\n'), heading, marker, level));
        story.Open.Clear();
        var boxes = story.Boxes.ToList();
        story.Boxes.Clear();
        foreach (var box in boxes)
        {
            Walk(box, new WordStory(story.AddParagraph, story.AddTable));
        }
    }

    /// <summary>The lines of a cell.</summary>
    private List<string> Lines(XElement cell)
    {
        var lines = new List<string>();
        Walk(cell, new WordStory(
            paragraph => lines.Add(paragraph.Line),
            table => lines.AddRange(TableRows.Read(table, Lines).Rows.Select(row => string.Join('\t', row)))));
        return lines;
    }
}
