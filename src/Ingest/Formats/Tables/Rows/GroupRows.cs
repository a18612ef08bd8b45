using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Rows;

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

    /// <summary>Whether a row numbers the columns: (1) (2) (3) from left to right, one below each header.</summary>
    /// <remarks>The first respondent may have number 1 and tick 2 and 3: then the next row has number 2, or numbers in other columns, too.</remarks>
    /// <param name="row">The row.</param>
    /// <param name="width">How many headers there are.</param>
    /// <param name="next">The row below it; null where there is none.</param>
    public static bool NumberColumns(SheetRow row, int width, SheetRow? next)
    {
        var cells = row.Words.ToList();
        if (cells.Count < 2 || cells.Count < width || !cells.Select(Number).SequenceEqual(Enumerable.Range(1, cells.Count)))
        {
            return false;
        }

        var isPlain = cells.Exists(IsPlain);
        var below = next?.Cells.Select(c => c.Trim()).ToList() ?? [];
        return below.Count > 0 && Number(below[0]) != 2 && !below.Skip(1).Any(c => isPlain ? TableLabels.IsCount(c) : Number(c) > 0 && !IsPlain(c)) && (!isPlain || cells.Count >= LeastPlainNumbers);
    }

    // Folding makes ① a plain digit.
    private static bool IsPlain(string cell) => char.IsAsciiDigit(JapaneseText.Fold(cell)[0]) && cell[0] is not (>= '①' and <= '⑳');

    private static int Number(string cell) => ColumnNumber().Match(JapaneseText.Fold(cell)) is { Success: true } match ? int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;

    // Names may stand in brackets.
    [GeneratedRegex("^第[0-9一二三四五六七八九十]+[章節部編款条]", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedChapter();

    [GeneratedRegex("^(第[0-9一二三四五六七八九十]+[章節部編款条]|【[^】]+】$|<[^>]+>$|〈[^〉]+〉$|《[^》]+》$|[■◆▼●◎][^0-9■◆▼●◎▲○])", RegexOptions.CultureInvariant)]
    private static partial Regex Chapter();

    [GeneratedRegex("^[(<\\[]?(?<n>[0-9]{1,2})[)>\\]]?列?$", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnNumber();
}
