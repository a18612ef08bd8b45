namespace FeedbackLab.Ingest.Layout;

/// <summary>A line with words on it, as the layout rules see it.</summary>
/// <param name="Number">Its number in the file, 1-based.</param>
/// <param name="Page">Its page, 1-based; null where the file has no form feeds.</param>
/// <param name="Raw">The line untouched, without its line end.</param>
/// <param name="Text">The line without white space at its ends.</param>
/// <param name="Indent">White space before the first word, two for a full-width space.</param>
/// <param name="Trailing">Whether white space follows the last word: programs that take text out of PDFs leave it at the end of a paragraph.</param>
/// <param name="Width">Columns that its words take (see <see cref="JapaneseText.Width"/>).</param>
/// <param name="Gap">Whether more blank lines stand before it than between two lines of one paragraph of this document.</param>
public sealed record TextLine(int Number, int? Page, string Raw, string Text, int Indent, bool Trailing, int Width, bool Gap);
