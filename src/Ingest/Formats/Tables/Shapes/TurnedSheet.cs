using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Formats.Tables.Cells;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>Recognises sheets whose questions stand below each other on the left, and the answers of one respondent, or of several, on the right; and tables under a head that says whose they are.</summary>
public static partial class TurnedSheet
{
    // More rows are no questions to one respondent.
    private const int MostQuestions = 1000;

    // Rows of names below two headers.
    private const int LeastNames = 2;
    private const int LongestName = 20;
    private const int LongestHeader = 30;

    /// <summary>The sheet with its questions as headers and a row a respondent, where it is such a sheet; else the sheet as it is.</summary>
    /// <param name="sheet">The sheet.</param>
    public static Sheet Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Rows.Length > MostQuestions ? sheet : AnswerForm.Of(sheet) ?? StackedForms.Of(sheet) ?? OfficesAcross.Of(sheet) ?? OfficesBelow.Of(sheet) ?? SheetHead.Of(sheet) ?? TwoColumns(sheet) ?? sheet;
    }

    private static Sheet? TwoColumns(Sheet sheet)
    {
        var pairs = sheet.Rows.Select(r => (r.Number, Cells: r.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).ToList())).ToList();
        var asked = pairs.Where(p => p.Cells.Count is 1 or 2).ToList();
        if (asked.Count != pairs.Count || pairs.Count < 2 || sheet.Rows.Max(r => r.Cells.Length) > 3)
        {
            return null;
        }

        // The first column names things: one of them the respondent, not in the first row alone or below a question, as it would over a list.
        var labels = sheet.Rows.Select(r => r.Cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c)) ?? "").ToList();
        var names = labels.FindAll(RespondentColumns.Names).Count;
        var firstRowIsHeader = sheet.Rows[0].Cells.Count(c => RespondentColumns.Names(c) || ColumnRoles.NamesAnswer(c) || ShortAnswers.HasNumber(c)) > 1;
        var headsList = labels.TakeWhile(l => !RespondentColumns.Names(l)).Any(ShortAnswers.HasNumber) || HeadsColumns(pairs.ConvertAll(p => p.Cells));
        return names != 1 || firstRowIsHeader || headsList || labels.Distinct(StringComparer.Ordinal).Count() < labels.Count
            ? null
            : new Sheet(
                sheet.Name,
                [
                    new SheetRow(sheet.Rows[0].Number, [.. labels]) { LineStart = sheet.Rows[0].LineStart, LineEnd = sheet.Rows[0].LineStart },
                    new SheetRow(sheet.Rows[0].Number + 1, [.. pairs.Select(p => p.Cells.Count == 2 ? p.Cells[1] : "")]) { LineStart = sheet.Rows[0].LineStart, LineEnd = sheet.Rows[^1].LineEnd },
                ],
                []);
    }

    // 「センター名｜意見」 heads two columns: what stands beside the label is a header itself, and below it stand names, not labels. Where that
    // header is none of the usual ones (力を入れたい活動), none of the cells below may be a label.
    private static bool HeadsColumns(List<List<string>> rows)
    {
        var at = rows.FindIndex(r => r.Count > 0 && RespondentColumns.Names(r[0]));
        var below = rows.Skip(at + 1).Where(r => r.Count > 0).ToList();
        if (at < 0 || rows[at].Count < 2 || below.Count == 0)
        {
            return false;
        }

        var labels = below.Count(r => IsLabel(r[0]));
        return TableLabels.HeadsColumn(rows[at][1]) ? 2 * labels < below.Count
            : labels == 0 && below.Count >= LeastNames && rows.Take(at).All(r => r.Count == 1) && (IsHeader(rows[at][1]) || (!NamesOffice(rows[at][1]) && 2 * below.Count(r => NamesOffice(r[0])) > below.Count)) && below.TrueForAll(r => r[0].Length <= LongestName && !JapaneseText.EndsSentence(r[0]));
    }

    private static bool IsLabel(string cell) =>
        ShortAnswers.HasNumber(cell) || ShortAnswers.NamesFact(cell) || ColumnRoles.NamesPerson(cell) || TableLabels.HeadsColumn(cell) || ColumnRoles.AsksFor(cell) || YearColumns.Names(cell) || AnswerForm.IsLabel(cell) || IsWords(cell);

    // No name: 力を入れたい活動, ひとこと.
    private static bool IsWords(string cell) => Words().IsMatch(JapaneseText.Fold(cell));

    // What heads a column is no name of an office or a person, and no sentence.
    private static bool IsHeader(string cell) => cell.Length <= LongestHeader && !JapaneseText.EndsSentence(cell) && !NamesOffice(cell) && (IsWords(cell) || IsLabel(cell));

    private static bool NamesOffice(string cell) => NameLines.NamesOffice(JapaneseText.Tidy(cell));

    [GeneratedRegex("こと$|について|に関して|[てでにをいた](い|る|た|ない|ほしい)|活動|予定|計画|状況|内容|発言|要旨|概要|声$|取組|取り組み|支援|対応|一言|ひとこと|メッセージ|記述|欄$|記入|評価|目標|方針|意向|効果|成果|反省|抱負|連絡|備考|質問|回答|提案|メモ|所感|所見|見解|考え|思い|事項|特徴|特色|魅力|強み|弱み|良さ|よさ|苦労|悩み|不安|心配|期待|今後|現状|問題", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
