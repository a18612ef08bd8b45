using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Viewer.Exports.Sheets;

namespace FeedbackLab.Viewer.Reports.Office;

/// <summary>Where a chart's numbers stand: names in row 1, values from row 2 on.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Categories">The column of the categories, 0-based.</param>
/// <param name="Series">The columns of the series, 0-based.</param>
internal sealed record ChartRange(string Sheet, int Categories, ImmutableArray<int> Series)
{
    /// <summary>The cell with a series' name.</summary>
    public string NameOf(int series) => $"{Quoted}!${SheetPart.ColumnName(Series[series])}$1";

    /// <summary>The cells with a series' values.</summary>
    public string ValuesOf(int series, int count) => Range(Series[series], count);

    /// <summary>The cells with the categories.</summary>
    public string CategoryCells(int count) => Range(Categories, count);

    private string Quoted => "'" + Sheet.Replace("'", "''", StringComparison.Ordinal) + "'";

    private string Range(int column, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{Quoted}!${SheetPart.ColumnName(column)}$2:${SheetPart.ColumnName(column)}${count + 1}");
}
