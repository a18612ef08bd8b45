using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>
/// Reads an answer sheet of one respondent as councils hand them out (様式): names beside their labels, also two pairs in a row, and below them
/// the questions with their answers beside or under them.
/// </summary>
internal static partial class AnswerForm
{
    private const int MostRows = 300;
    private const int LongestLabel = 40;

    /// <summary>The sheet with its labels and questions as headers and one row; null where it is no such sheet.</summary>
    /// <remarks>
    /// It must name its respondent and ask something, and nothing may be left that fits neither. Titles, headings and thanks are passed over;
    /// the title's year becomes a column 年度.
    /// </remarks>
    /// <param name="sheet">The sheet.</param>
    public static Sheet? Of(Sheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (sheet.Rows.IsEmpty || sheet.Rows.Length > MostRows)
        {
            return null;
        }

        var rows = sheet.Rows.Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))).ToList();
        var first = rows.ConvertAll(Words);
        var walk = new Walk(first.Exists(c => HasNumber(c[0])), first.Exists(c => c.Count == 2 && IsNumberAlone(c[0]) && AsksInWords(c[1])));
        return rows.TrueForAll(walk.Take) && walk.Pairs() is { } pairs
            ? new Sheet(
                sheet.Name,
                [
                    new SheetRow(sheet.Rows[0].Number, [.. pairs.Select(p => p.Label)]) { LineStart = sheet.Rows[0].LineStart, LineEnd = sheet.Rows[0].LineStart },
                    new SheetRow(sheet.Rows[0].Number + 1, [.. pairs.Select(p => p.Value)]) { LineStart = sheet.Rows[0].LineStart, LineEnd = sheet.Rows[^1].LineEnd },
                ],
                [])
            : null;
    }

    private static List<string> Words(SheetRow row) => [.. row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim())];

    private static bool IsNumberAlone(string cell) => NumberAlone().IsMatch(JapaneseText.Fold(cell));

    private static bool AsksInWords(string cell) => Asks().IsMatch(JapaneseText.Fold(cell));

    // 「問1と同じ」 is an answer.
    private static bool HasNumber(string cell) => ShortAnswers.HasNumber(cell) && !SameAs().IsMatch(JapaneseText.Fold(cell));

    private static bool NamesRespondent(string cell) => RespondentColumns.Names(cell) && EndsAsName().IsMatch(JapaneseText.Fold(cell));

    private static bool IsLabel(string cell) => cell.TrimEnd('：', ':', ' ', '　') is { Length: > 0 and <= LongestLabel } label
        && !HasNumber(label) && (NamesRespondent(label) || ColumnRoles.NamesPerson(label) || ShortAnswers.NamesFact(label));

    // 「センター名：みさき」 in one cell.
    private static IEnumerable<string> LabelAndValue(string cell) =>
        Colon().Match(cell) is { Success: true } match && IsLabel(match.Groups["label"].Value) ? [match.Groups["label"].Value, match.Groups["value"].Value.Trim()] : [cell];

    [GeneratedRegex("^問[0-9]+(と|に|の(とおり|通り|回答))", RegexOptions.CultureInvariant)]
    private static partial Regex SameAs();

    [GeneratedRegex(@"(名|名称|者|様|氏名|名前|センター|事業所|施設)(\(.*\))?:?$", RegexOptions.CultureInvariant)]
    private static partial Regex EndsAsName();

    [GeneratedRegex(@"^(?<label>[^：:\n]{1,20})[：:](?<value>[^\n]*\S)$", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(@"^[(]?[0-9]{1,2}[).:、]?(?=\D)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^第?[(]?(問|設問|質問|q)?[.・]?[0-9]{1,2}[).:]?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberAlone();

    [GeneratedRegex("(ください|下さい|ですか|ますか|何か|か[?]|について)[。?)]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex("^[※*]|ありがとうございました|以上です。?$|^以上$|締め?切|提出先|返送先|送付先|問い?合わ?せ先", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
