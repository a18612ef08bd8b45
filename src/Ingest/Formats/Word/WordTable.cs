using System.Collections.Immutable;
using FeedbackLab.Ingest.Formats.Tables;

namespace FeedbackLab.Ingest.Formats.Word;

/// <summary>A table.</summary>
/// <param name="Number">1-based among the tables of the document; tables inside a cell belong to the cell.</param>
/// <param name="Rows">
/// The texts of the cells, one for each column that the cell takes: a cell over several columns or rows carries its words in the first and is empty in the others.
/// The paragraphs of a cell are lines, list markers in front of them; so are the rows of a table inside it, their cells parted by tabs.
/// Rows that end early are filled up with empty cells, to at most 64.
/// </param>
/// <param name="Merged">The cells over several rows, or over several columns that the row below divides.</param>
public sealed record WordTable(int Number, ImmutableArray<ImmutableArray<string>> Rows, ImmutableArray<MergedCells> Merged) : WordPart;
