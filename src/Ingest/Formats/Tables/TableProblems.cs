using System.Collections.Immutable;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Rows;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>What tables leave open and how it was read, in the words that users read.</summary>
internal static class TableProblems
{
    // More row numbers say no more than their count.
    private const int MostNamed = 10;

    /// <summary>Notices of rows that go on with the respondent above, of years that cannot be read, of replies, and of columns that may hold answers.</summary>
    public static IEnumerable<Problem> Of(
        string file, string? sheet, ImmutableArray<ColumnReading> columns, List<TableRow> rows, ImmutableArray<TableRow> goOn, ImmutableArray<string> replies, ImmutableArray<string> doubtful)
    {
        var respondent = columns.FirstOrDefault(c => c.Role == ColumnRole.Respondent)?.Header;
        if (!goOn.IsEmpty && respondent is not null)
        {
            yield return Notice(
                file, goOn[0].LineStart,
                $"{Ja(sheet)}「{respondent}」が空欄の {goOn.Length} 行は、上の行の回答者の続きとして読みました（{Ja(goOn)}）。",
                $"{En(sheet)}{goOn.Length} rows with a blank “{respondent}” were read as more answers of the respondent above ({En(goOn)}).",
                "別の回答者の行なら、その欄に名前か「無記名1」のような仮の名前を入れてください。",
                "If they are another respondent's, put a name or a stand-in such as “Anonymous 1” there.");
        }

        var year = Array.FindIndex([.. columns], c => c.Role == ColumnRole.Year);
        var unread = year < 0 ? [] : rows.Where(r => r.Filled[year].Length > 0 && YearColumns.Of(r.Filled[year], columns[year].Header) is null).ToImmutableArray();
        if (!unread.IsEmpty)
        {
            yield return Notice(
                file, unread[0].LineStart,
                $"{Ja(sheet)}「{columns[year].Header}」の {unread.Length} 行は、年として読めませんでした（{Ja(unread)}）。",
                $"{En(sheet)}In {unread.Length} rows “{columns[year].Header}” could not be read as a year ({En(unread)}).",
                "「令和6年度」「R6」「2024」のように書き直してください。", "Write it as in 令和6年度, R6 or 2024.");
        }

        if (!replies.IsEmpty)
        {
            yield return Notice(
                file, null,
                $"{Ja(sheet)}{string.Concat(replies.Select(h => $"「{h}」"))}は意見への返答とみて、属性として読みました（意見に数えていません）。",
                $"{En(sheet)}{string.Join(", ", replies.Select(h => $"“{h}”"))} reply to the opinions and were read as attributes, not as comments.",
                "意見なら「見出し=text」のように指定してください。", "If they hold comments, name them as in “header=text”.");
        }

        if (!doubtful.IsEmpty && columns.Any(c => c.Role == ColumnRole.Text))
        {
            var more = doubtful.Length > MostNamed ? " …" : "";
            yield return Notice(
                file, null,
                $"{Ja(sheet)}{string.Concat(doubtful.Take(MostNamed).Select(h => $"「{h}」"))}{more}は同じ短い言葉が多いので、選択肢とみて属性として読みました（意見に数えていません）。",
                $"{En(sheet)}{string.Join(", ", doubtful.Take(MostNamed).Select(h => $"“{h}”"))}{more} repeat the same short words and were read as choices (attributes), not as comments.",
                "意見なら「見出し=text」のように指定してください。", "If they hold comments, name them as in “header=text”.");
        }
    }

    /// <summary>The notice of a first row that reads like answers and was taken for headers.</summary>
    public static Problem NoHeaders(string file, string? sheet, int row, string answer) => Notice(
        file, row,
        $"{Ja(sheet)}行 {row} を見出しとして読みました（「{Short(answer)}」など）。この行は意見に数えていません。",
        $"{En(sheet)}Row {row} was read as the headers (“{Short(answer)}” …) and is not counted.",
        "見出しのない表なら、1行目に「センター名」「意見」のような見出しを入れてください。", "If the table has no headers, put a row such as “センター名”, “意見” above it.");

    private static string Short(string words) => words.Length <= 20 ? words : words[..20] + "…";

    /// <summary>The notice of rows that take the name of their group from above.</summary>
    public static Problem Grouped(string file, string? sheet, RowsOfGroup group) => Notice(
        file, group.Rows[0].LineStart,
        $"{Ja(sheet)}「{group.Header}」が空欄の {group.Rows.Length} 行は、上の行と同じとして読みました（{Ja(group.Rows)}）。",
        $"{En(sheet)}{group.Rows.Length} rows with a blank “{group.Header}” were read as of the same one as the row above ({En(group.Rows)}).",
        "違うなら、その欄に値を入れてください。", "If they are not, fill that cell in.");

    /// <summary>The notice of rows that show how to fill the table in.</summary>
    public static Problem Examples(string file, string? sheet, List<SheetRow> rows) => Notice(
        file, rows[0].LineStart,
        $"{Ja(sheet)}行 {string.Join("、", rows.Take(MostNamed).Select(r => r.Number))} は記入例とみて、意見に数えていません。",
        $"{En(sheet)}Row {string.Join(", ", rows.Take(MostNamed).Select(r => r.Number))} was taken for an example and is not counted.",
        "回答なら、「例」の文字を消してください。", "If it is somebody's answer, delete the word 例.");

    private static string Ja(string? sheet) => sheet is null ? "" : $"「{sheet}」の";

    private static string En(string? sheet) => sheet is null ? "" : $"“{sheet}”: ";

    private static string Ja(ImmutableArray<TableRow> rows) => $"行 {string.Join("、", rows.Take(MostNamed).Select(r => r.Number))}{(rows.Length > MostNamed ? " …" : "")}";

    private static string En(ImmutableArray<TableRow> rows) => $"row {string.Join(", ", rows.Take(MostNamed).Select(r => r.Number))}{(rows.Length > MostNamed ? " …" : "")}";

    private static Problem Notice(string file, int? line, string ja, string en, string doJa, string doEn) =>
        new(ProblemSeverity.Notice, file, line, new BilingualText(ja, en), new BilingualText(doJa, doEn));
}
