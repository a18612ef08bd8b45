using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Recognises rows of a table that head the rows below them (第1章 総論, ＜会議について＞), and rows that number its columns.</summary>
internal static partial class GroupRows
{
    private const int LongestHeading = 60;
    private const int LeastPlainNumbers = 3;

    /// <summary>What the rows below are about; null where the row is none of headings.</summary>
    /// <remarks>Its only filled cell reaches over the whole table, or begins as a chapter does, or stands in words where the others have their numbers.</remarks>
    /// <param name="sheet">The sheet.</param>
    /// <param name="row">The row; one cell of it is filled.</param>
    /// <param name="header">The header above that cell; null where answers may stand there.</param>
    /// <param name="width">How many headers there are.</param>
    public static string? Heading(Sheet sheet, SheetRow row, string? header, int width)
    {
        var at = Enumerable.Range(0, row.Cells.Length).First(c => !string.IsNullOrWhiteSpace(row.Cells[c]));
        var words = row.Cells[at].Trim();
        if (at > 0 || width < 2 || words.Length > LongestHeading || JapaneseText.EndsSentence(words) || !words.Any(JapaneseText.IsWide) || TableLabels.IsCount(words))
        {
            return null;
        }

        var isWhole = sheet.Merged.Any(m => m.FirstRow == row.Number && m.LastRow == row.Number && m.FirstColumn == 0 && m.LastColumn >= width - 1);
        return isWhole || (header is not null && ((RespondentColumns.Names(header) ? NumberedChapter() : Chapter()).IsMatch(JapaneseText.Fold(words)) || (TableLabels.IsNumber(header) && words.Length > 1))) ? JapaneseText.Tidy(words) : null;
    }

    /// <summary>Whether a row numbers the columns: (1) (2) (3) from left to right.</summary>
    /// <param name="row">The row.</param>
    public static bool NumberColumns(SheetRow row)
    {
        var cells = row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim()).ToList();
        return cells.Count > 1
            && cells.Select(c => ColumnNumber().Match(JapaneseText.Fold(c))).Select(m => m.Success ? int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture) : 0).SequenceEqual(Enumerable.Range(1, cells.Count))
            && (cells.Count >= LeastPlainNumbers || cells.TrueForAll(c => !char.IsAsciiDigit(JapaneseText.Fold(c)[0]) || c[0] is >= '①' and <= '⑳'));
    }

    // Names may stand in brackets.
    [GeneratedRegex("^第[0-9一二三四五六七八九十]+[章節部編款条]", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedChapter();

    [GeneratedRegex("^(第[0-9一二三四五六七八九十]+[章節部編款条]|【[^】]+】$|<[^>]+>$|〈[^〉]+〉$|《[^》]+》$|[■◆▼●◎]\\D)", RegexOptions.CultureInvariant)]
    private static partial Regex Chapter();

    [GeneratedRegex("^[(<\\[]?(?<n>[0-9]{1,2})[)>\\]]?列?$", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnNumber();
}
