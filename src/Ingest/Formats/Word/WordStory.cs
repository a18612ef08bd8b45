using System.Text;
using System.Xml.Linq;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>A stretch of paragraphs and tables under way: the body, a cell, a text box.</summary>
/// <param name="addParagraph">Takes each paragraph, its number not yet given.</param>
/// <param name="addTable">Takes each table (<c>w:tbl</c>).</param>
internal sealed class WordStory(Action<WordParagraph> addParagraph, Action<XElement> addTable)
{
    /// <summary>Takes each paragraph.</summary>
    public Action<WordParagraph> AddParagraph { get; } = addParagraph;

    /// <summary>Takes each table.</summary>
    public Action<XElement> AddTable { get; } = addTable;

    /// <summary>The words of the paragraph under way: those of several where the ends between them were deleted.</summary>
    public StringBuilder Open { get; } = new();

    /// <summary>The text boxes that it anchors.</summary>
    public List<XElement> Boxes { get; } = [];

    /// <summary>The format of a paragraph whose end was deleted; null where none is open.</summary>
    public XElement? OpenFormat { get; set; }
}
