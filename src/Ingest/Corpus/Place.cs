namespace FeedbackLab.Ingest.Corpus;

/// <summary>Where in its source a passage stands.</summary>
/// <param name="LineStart">First line, 1-based; lines end at LF, CR LF or CR. In a workbook the row.</param>
/// <param name="LineEnd">Last line, 1-based, inclusive; at least <paramref name="LineStart"/>.</param>
/// <param name="Page">Page, 1-based, where the source has form feeds; otherwise null.</param>
/// <param name="Row">Row of a table, 1-based, the header row included; null for running text.</param>
/// <param name="Column">Header of the table's column; null for running text.</param>
/// <param name="Sheet">Name of the workbook's sheet, or of the document's table; null where there is none.</param>
/// <param name="Item">Number of the bullet in a cell that was split, 1-based; null where the cell is whole.</param>
public sealed record Place(
    int LineStart, int LineEnd, int? Page = null, int? Row = null, string? Column = null, string? Sheet = null, int? Item = null);
