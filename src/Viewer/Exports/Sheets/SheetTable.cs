using System.Collections.Immutable;

namespace FeedbackLab.Viewer.Exports.Sheets;

/// <summary>A sheet of a workbook: a header, then rows of typed cells.</summary>
/// <param name="Name">Its name; what Excel does not allow in one is replaced (<see cref="WorkbookFile.Names"/>).</param>
/// <param name="Columns">Its columns, one at least.</param>
/// <param name="Rows">
/// Its rows, a cell a column: a text, a whole number, a <see cref="double"/>, a <see cref="bool"/>, a <see cref="DateOnly"/>, a
/// <see cref="DateTimeOffset"/> (shown by its own clock) or null for an empty cell. A text is never a formula.
/// </param>
public sealed record SheetTable(string Name, ImmutableArray<SheetColumn> Columns, IReadOnlyList<ImmutableArray<object?>> Rows)
{
    /// <summary>A table of results as a sheet, its texts in one language; its notes are left out.</summary>
    /// <param name="name">The sheet's name.</param>
    /// <param name="table">The table.</param>
    /// <param name="language">The language.</param>
    public static SheetTable Of(string name, ExportTable table, ScreenLanguage language)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new SheetTable(
            name,
            [
                .. table.Columns.Select((c, i) => new SheetColumn(
                    language.Pick(c.Title),
                    table.Rows.Any(r => r[i] is string { Length: > 24 }) ? 40 : 14,
                    c.Decimals switch { 0 => SheetFormat.Plain, <= 2 => SheetFormat.Hundredths, _ => SheetFormat.TenThousandths })),
            ],
            table.Rows);
    }
}

/// <summary>A column of a sheet.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Width">Its width in characters of the sheet's font (a full-width one counts two), 1 to 255.</param>
/// <param name="Format">How its cells are shown.</param>
public sealed record SheetColumn(string Title, double Width = 14, SheetFormat Format = SheetFormat.Plain)
{
    /// <summary>
    /// What its cells may be chosen from, as Excel's data validation writes it: <c>"a,b"</c> (255 characters at most) or a range of the
    /// workbook (<c>Codes!$A$2:$A$9</c>); null for anything. Other values are allowed after a question.
    /// </summary>
    public string? Choices { get; init; }
}

/// <summary>How a column's cells are shown; texts stand at the top left in any of them.</summary>
public enum SheetFormat
{
    /// <summary>Numbers as they are, texts on one line.</summary>
    Plain,

    /// <summary>Texts on as many lines as they need.</summary>
    Wrapped,

    /// <summary>Numbers with two decimals.</summary>
    Hundredths,

    /// <summary>Numbers with four decimals, such as p.</summary>
    TenThousandths,

    /// <summary>Shares of 0 to 1 in per cent.</summary>
    Percent,
}
