namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>A paragraph, empty ones included.</summary>
/// <param name="Number">1-based among all paragraphs outside tables; those of a text box come after the one that anchors it.</param>
/// <param name="Text">Its words without the list marker, spaces kept; <c>\n</c> where a line breaks, <c>\t</c> for a tab.</param>
/// <param name="HeadingLevel">1 to 9; 0 where it is no heading.</param>
/// <param name="Marker">The list marker as Word shows it, without the space behind it; empty where it is no list item. Bullets out of symbol fonts are given as the common sign that looks like them.</param>
/// <param name="Level">The level of the list, 0 to 8; 0 where it is no list item.</param>
public sealed record WordParagraph(int Number, string Text, int HeadingLevel, string Marker, int Level) : WordPart
{
    /// <summary>The paragraph as it reads in plain text: its marker, a space and its words; the marker alone is no words.</summary>
    public string Line => Marker.Length == 0 || string.IsNullOrWhiteSpace(Text) ? Text : $"{Marker} {Text}";
}
