using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Columns;

/// <summary>Reads the year of a table out of what stands above it.</summary>
internal static class TitleYear
{
    /// <summary>The fiscal year that the rows above the headers and the sheet's name tell; null where they tell none, or several.</summary>
    /// <remarks>A year that is called none (2024年アンケート) counts where no fiscal year is named; a day (作成日 令和7年4月10日) is not the survey's year.</remarks>
    /// <param name="sheet">The sheet.</param>
    /// <param name="headerRow">Row number of the first header, 1-based.</param>
    public static int? Of(Sheet sheet, int headerRow)
    {
        var titles = sheet.Titles.Concat(sheet.Rows.TakeWhile(r => r.Number < headerRow).SelectMany(r => r.Cells)).Append(sheet.Name ?? string.Empty).Where(t => !string.IsNullOrWhiteSpace(t)).ToList();
        return Only(titles.Where(t => JapaneseText.Fold(t).Contains("年度", StringComparison.Ordinal)))
            ?? Only(titles.Where(t => (IsYearName(t) || t == sheet.Name) && JapaneseDate.Day(t) is null));
    }

    private static int? Only(IEnumerable<string> titles)
    {
        var years = titles.Select(JapaneseDate.Year).OfType<int>().Distinct().Take(2).ToList();
        return years.Count == 1 ? years[0] : null;
    }

    // A bare number above a table may be anything.
    private static bool IsYearName(string title) => title.Contains('年', StringComparison.Ordinal) || !char.IsAsciiDigit(JapaneseText.Fold(title)[0]);
}
