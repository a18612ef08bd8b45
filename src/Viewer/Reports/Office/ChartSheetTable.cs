using System.Collections.Immutable;
using FeedbackLab.Viewer.Exports.Sheets;
using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Reports.Office;

/// <summary>The numbers behind a chart as a sheet: what opens when somebody chooses “edit data”.</summary>
internal static class ChartSheetTable
{
    /// <summary>The name of the sheet.</summary>
    public const string SheetName = "data";

    /// <summary>The sheet: the categories in column A from row 2 on, a series a column with its name in row 1.</summary>
    public static SheetTable Of(NativeChart chart) => new(
        SheetName,
        [new SheetColumn(string.Empty, 30), .. chart.Series.Select(s => new SheetColumn(s.Name, 16, chart.IsShare ? SheetFormat.Percent : SheetFormat.Plain))],
        [.. chart.Categories.Select((c, i) => ImmutableArray.Create<object?>([c, .. chart.Series.Select(s => (object?)s.Values[i])]))]);
}
