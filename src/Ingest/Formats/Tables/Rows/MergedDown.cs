namespace FeedbackLab.Ingest.Formats.Tables.Rows;

/// <summary>Lays rows out under the headers, with what cells say that are merged over several rows.</summary>
internal sealed class MergedDown
{
    private readonly int _width;

    // The first row of the merged cell that a cell below belongs to.
    private readonly Dictionary<(int Row, int Column), int> _firstRows = [];
    private readonly Dictionary<int, TableRow> _first = [];

    /// <summary>The merged cells of a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="firstRow">The first row below its headers; what is merged further up is a header.</param>
    /// <param name="width">How many headers there are.</param>
    public MergedDown(Sheet sheet, int firstRow, int width)
    {
        _width = width;
        if (sheet.Merged.IsEmpty)
        {
            return;
        }

        var byNumber = sheet.Rows.ToDictionary(r => r.Number);
        foreach (var merged in sheet.Merged.Where(m => m.FirstRow >= firstRow && m.LastRow > m.FirstRow && m.FirstColumn < width))
        {
            for (var row = merged.FirstRow + 1; row <= Math.Min(merged.LastRow, sheet.Rows[^1].Number); row++)
            {
                _firstRows[(row, merged.FirstColumn)] = merged.FirstRow;
            }

            _first[merged.FirstRow] = TableRow.Of(byNumber.GetValueOrDefault(merged.FirstRow) ?? new SheetRow(merged.FirstRow, []), width, TableSection.First);
        }
    }

    /// <summary>A row, as wide as the headers.</summary>
    /// <param name="row">The row of the sheet.</param>
    /// <param name="section">The table that it belongs to.</param>
    public TableRow Row(SheetRow row, TableSection section)
    {
        var read = TableRow.Of(row, _width, section);
        return _firstRows.Count == 0 ? read : Under(read);
    }

    private TableRow Under(TableRow row)
    {
        var over = Enumerable.Range(0, _width).Select(c => row.Cells[c].Length == 0 && _firstRows.TryGetValue((row.Number, c), out var first) ? _first[first] : null).ToArray();
        var read = row with { Over = over, Filled = [.. row.Cells.Select((text, c) => over[c] is { } first ? first.Cells[c] : text)] };
        if (_first.ContainsKey(row.Number))
        {
            // What is merged below this row may itself stand under a name merged from above.
            _first[row.Number] = read;
        }

        return read;
    }
}

/// <summary>A row below the headers.</summary>
/// <param name="Number">Row number, 1-based.</param>
/// <param name="LineStart">First line.</param>
/// <param name="LineEnd">Last line.</param>
/// <param name="Cells">A trimmed text a header.</param>
/// <param name="Filled">The same with what cells merged over several rows say.</param>
/// <param name="Section">The table that the row belongs to.</param>
internal sealed record TableRow(int Number, int LineStart, int LineEnd, string[] Cells, string[] Filled, TableSection Section)
{
    /// <summary>For each column the row in which the merged cell begins that reaches over this row; null where there is none.</summary>
    public TableRow?[]? Over { get; init; }

    /// <summary>A row of a sheet by itself.</summary>
    /// <param name="row">The row.</param>
    /// <param name="width">How many headers there are.</param>
    /// <param name="section">The table that it belongs to.</param>
    public static TableRow Of(SheetRow row, int width, TableSection section)
    {
        var cells = new string[width];
        for (var c = 0; c < width; c++)
        {
            cells[c] = c < row.Cells.Length ? row.Cells[c].Replace("\r\n", "\n", StringComparison.Ordinal).Trim() : "";
        }

        return new TableRow(row.Number, row.LineStart, row.LineEnd, cells, cells, section);
    }
}
