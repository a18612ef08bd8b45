using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>One table of cells: a sheet of a workbook, a table of a document, or a whole CSV file.</summary>
/// <param name="Name">Its name; null for a CSV file.</param>
/// <param name="Rows">Its rows in order; empty rows may be missing.</param>
/// <param name="Merged">Cells that look like one.</param>
public sealed record Sheet(string? Name, ImmutableArray<SheetRow> Rows, ImmutableArray<MergedCells> Merged)
{
    /// <summary>What stands above it and is none of its rows; a title may tell its year.</summary>
    public ImmutableArray<string> Titles { get; init; } = [];

    /// <summary>The office that a heading above it names, whose answers it holds; null where none does.</summary>
    public string? Office { get; init; }

    /// <summary>What stands before its headers, since a table beside it has the same ones; null where none has.</summary>
    public string? Caption { get; init; }

    /// <summary>What its columns hold, where whoever laid it out knows; empty where that is to be guessed.</summary>
    public ImmutableArray<ColumnReading> Columns { get; init; } = [];
}

/// <summary>A row of a sheet.</summary>
/// <param name="Number">Row number, 1-based.</param>
/// <param name="Cells">The cells' texts, empty for an empty cell; empty cells at the end may be missing.</param>
public sealed record SheetRow(int Number, ImmutableArray<string> Cells)
{
    /// <summary>First line in the file, 1-based; the row's number where the file has no lines.</summary>
    public int LineStart { get; init; } = Number;

    /// <summary>Last line in the file, inclusive.</summary>
    public int LineEnd { get; init; } = Number;

    /// <summary>What its cells say that are not blank, trimmed, from left to right.</summary>
    public IEnumerable<string> Words => Cells.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim());

    /// <summary>How many of its cells are not blank.</summary>
    /// <remarks>A table may have very many rows: no query for each.</remarks>
    public int WordCount
    {
        get
        {
            var filled = 0;
            foreach (var cell in Cells)
            {
                filled += string.IsNullOrWhiteSpace(cell) ? 0 : 1;
            }

            return filled;
        }
    }
}

/// <summary>Cells merged into one; the text stands in the first.</summary>
/// <param name="FirstRow">First row, 1-based.</param>
/// <param name="LastRow">Last row, inclusive.</param>
/// <param name="FirstColumn">First column, 0-based.</param>
/// <param name="LastColumn">Last column, inclusive.</param>
public sealed record MergedCells(int FirstRow, int LastRow, int FirstColumn, int LastColumn);
