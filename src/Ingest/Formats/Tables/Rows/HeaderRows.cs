using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Shapes;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Rows;

/// <summary>The headers of a sheet and where they stand.</summary>
/// <param name="Row">Row of the headers, 1-based.</param>
/// <param name="Rows">How many rows they take, 1 to 3.</param>
/// <param name="Headers">One a column, no two alike; 列3 where a cell is empty.</param>
public sealed partial record HeaderRows(int Row, int Rows, ImmutableArray<string> Headers)
{
    /// <summary>How far down a header row is looked for.</summary>
    public const int LastCandidate = 20;

    private const int Sample = 60;
    private const double Filled = 0.6;
    private const int LongestMean = 60;
    private const int MostRows = 3;

    // How far below a title its table begins, and how many cells a title's row has at most.
    private const int BelowTitle = 6;
    private const int TitleCells = 3;
    private const int LongestLabel = 8;

    /// <summary>A header that reads like somebody's answer, where none of them is a usual one: the table may have no headers; null where there is none.</summary>
    public string? Answer => SurveyForms.Of(Headers) is not null || Headers.Any(h => TableLabels.IsHeader(h) || RespondentColumns.Names(h) || YearColumns.Names(h) || ColumnRoles.NamesPerson(h))
        ? null
        : Headers.FirstOrDefault(h => (JapaneseText.EndsSentence(h) && !ColumnRoles.AsksFor(h) && !Asking().IsMatch(JapaneseText.Fold(h))) || (h.Length > 1 && AnswerState.Of(h) is not null));

    /// <summary>The headers of a sheet: the first row that is filled as its table is, titles and notes above it passed over.</summary>
    /// <param name="sheet">The sheet; at least one row.</param>
    /// <param name="row">The row that the user names, 1-based; null to look for it.</param>
    public static HeaderRows Find(Sheet sheet, int? row)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var width = sheet.Rows.Take(Sample).Max(r => r.WordCount);
        var at = row is { } named ? IndexOf(sheet, named) : -1;
        for (var i = 0; at < 0 && i < Math.Min(LastCandidate, sheet.Rows.Length); i++)
        {
            at = IsHeader(sheet, sheet.Rows[i], width) && (width > 1 || i == 0) && !IsTitle(sheet, i, width) ? i : -1;
        }

        at = Math.Max(at, 0);
        var columns = sheet.Rows.Max(r => r.Cells.Length);
        var rows = 1;
        while (rows < MostRows && at + rows < sheet.Rows.Length && GoesOn(sheet, at + rows - 1))
        {
            rows++;
        }

        var levels = Enumerable.Range(at, rows).Select(r => Across(sheet, sheet.Rows[r], columns)).ToList();
        return new HeaderRows(sheet.Rows[at].Number, rows, Distinct([.. Enumerable.Range(0, columns).Select(c => Header(levels.Select(l => l[c]), c))]));
    }

    private static int IndexOf(Sheet sheet, int number)
    {
        for (var i = 0; i < sheet.Rows.Length; i++)
        {
            if (sheet.Rows[i].Number == number)
            {
                return i;
            }
        }

        return -1;
    }

    // A question may be as long as it likes in the first row, and where another header tells that the row is no respondent's.
    private static bool IsHeader(Sheet sheet, SheetRow row, int width)
    {
        var cells = row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        var filled = cells.Count > 1 && cells.Exists(TableLabels.IsColumnName) ? Across(sheet, row, row.Cells.Length + Reach(sheet, row)).Count(c => c.Length > 0) : cells.Count;
        return filled >= Math.Max(Math.Min(2, width), Filled * width)
            && (cells.Average(c => c.Length) <= LongestMean || row == sheet.Rows[0] || cells.Exists(TableLabels.IsHeader))
            && 2 * cells.Count(c => Value().IsMatch(JapaneseText.Fold(c))) < cells.Count;
    }

    // How far the row's last cell reaches over those on its right.
    private static int Reach(Sheet sheet, SheetRow row) =>
        sheet.Merged.Where(m => m.FirstRow == row.Number).Select(m => m.LastColumn + 1 - row.Cells.Length).Append(0).Max();

    // A title and what stands beside it (a date, a form's number) can fill a small table's row, too: the headers follow.
    private static bool IsTitle(Sheet sheet, int at, int width)
    {
        var row = sheet.Rows[at];
        var cells = row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).ToList();
        return IsLabelAndValue(sheet, at, cells) || (cells.Count <= TitleCells && !cells.Exists(TableLabels.IsColumnName)
            && (cells.Exists(TableLabels.IsTitle) || (!GoesOn(sheet, at) && !cells.TrueForAll(TableLabels.IsQuestion)))
            && sheet.Rows.Skip(at + 1).Take(BelowTitle).Any(below => below.WordCount >= cells.Count && TableLabels.AreHeaders(below.Cells) && IsHeader(sheet, below, width)));
    }

    // 「対象年度｜令和6年度」 above headers of more columns, one of them for answers.
    private static bool IsLabelAndValue(Sheet sheet, int at, List<string> cells) =>
        cells.Count == 2 && (AnswerForm.IsLabel(cells[0]) || (cells[0].Length <= LongestLabel && !TableLabels.HeadsColumn(cells[0]) && !GoesOn(sheet, at))) && !AnswerForm.IsLabel(cells[1]) && !TableLabels.HeadsColumn(cells[1]) && !RespondentColumns.Names(cells[0])
        && sheet.Rows.Skip(at + 1).Take(BelowTitle).Any(below => below.WordCount > 2 && below.Cells.Count(c => c.Length > 0 && TableLabels.HeadsColumn(c)) > 1);

    // A group heading over several columns stands in the first of them.
    private static string[] Across(Sheet sheet, SheetRow row, int columns)
    {
        var cells = Enumerable.Range(0, columns).Select(c => Cell(row, c)).ToArray();
        foreach (var merged in sheet.Merged.Where(m => m.FirstRow == row.Number))
        {
            for (var c = merged.FirstColumn + 1; c <= Math.Min(merged.LastColumn, columns - 1); c++)
            {
                cells[c] = cells[merged.FirstColumn];
            }
        }

        return cells;
    }

    // Whether the headers go on in the next row.
    private static bool GoesOn(Sheet sheet, int at)
    {
        if (at + 1 == sheet.Rows.Length)
        {
            return false;
        }

        var (row, next) = (sheet.Rows[at], sheet.Rows[at + 1]);
        var grouped = sheet.Merged.Any(m => m.FirstRow == row.Number && m.LastRow == row.Number && m.LastColumn > m.FirstColumn
            && Enumerable.Range(m.FirstColumn, m.LastColumn - m.FirstColumn + 1).Count(c => Cell(next, c).Length > 0) > 1);
        var tall = sheet.Merged.Any(m => m.FirstRow == row.Number && m.LastRow >= next.Number && next.Number == row.Number + 1);
        return next.Number == row.Number + 1 && ((grouped && (tall || next.WordCount < row.WordCount || IsShort(next))) || SurveyForms.HasSubHeaders(row.Cells, next.Cells));
    }

    private static bool IsShort(SheetRow row) => row.Cells.Where(c => c.Length > 0).Average(c => c.Length) <= 20;

    private static string Header(IEnumerable<string> levels, int column)
    {
        var parts = new List<string>(MostRows);
        foreach (var level in levels.Select(l => JapaneseText.Tidy(l.Trim('\uFEFF'))).Where(l => l.Length > 0))
        {
            if (parts.Count == 0 || (parts[^1] != level && !SurveyForms.IsSubHeader(level)))
            {
                parts.Add(level);
            }
        }

        return parts.Count > 0 ? string.Join('／', parts) : string.Create(CultureInfo.InvariantCulture, $"列{column + 1}");
    }

    private static ImmutableArray<string> Distinct(ImmutableArray<string> headers)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. headers.Select(h =>
            {
                var count = seen[h] = seen.GetValueOrDefault(h) + 1;
                return count == 1 ? h : string.Create(CultureInfo.InvariantCulture, $"{h}（{count}）");
            }),
        ];
    }

    private static string Cell(SheetRow row, int column) => column < row.Cells.Length ? row.Cells[column] : "";

    [GeneratedRegex("(ください|下さい|願います|ですか|ますか|でしょうか|か[?]|[?])", RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex("^[-+]?[0-9.,:/]+%?$|^[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
