using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats.Tables.Cells;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <summary>
/// Reads an answer sheet of one respondent as councils hand them out (様式): names beside their labels, also two pairs in a row, and below them
/// the questions with their answers beside or under them.
/// </summary>
internal static partial class AnswerForm
{
    private const int MostRows = 300;
    private const int LongestLabel = 40;
    private const int LongestPlainLabel = 8;

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

        var rows = sheet.Rows.Where(r => Words(r).Count > 0).ToList();
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
            { Titles = sheet.Titles, Columns = [.. walk.Asked().Select(q => new ColumnReading(q, ColumnRole.Text))] }
            : null;
    }

    // （記入欄） is printed where the answer goes.
    private static List<string> Words(SheetRow row) => [.. row.Words.Select(c => Box().Replace(c, "")).Where(c => c.Length > 0)];

    private static bool IsNumberAlone(string cell) => NumberAlone().IsMatch(JapaneseText.Fold(cell));

    private static bool AsksInWords(string cell) => Asks().IsMatch(JapaneseText.Fold(cell));

    // 「問1と同じ」 is an answer.
    private static bool HasNumber(string cell) => ShortAnswers.HasNumber(cell) && !SameAs().IsMatch(JapaneseText.Fold(cell));

    /// <summary>Whether a cell is the label beside which a respondent's name stands.</summary>
    /// <param name="cell">The cell.</param>
    public static bool NamesRespondent(string cell) => RespondentColumns.Names(cell) && EndsAsName().IsMatch(JapaneseText.Fold(cell));

    /// <summary>Whether a cell is the label of a respondent's name, of what is known about the respondent, or of the year.</summary>
    /// <param name="cell">The cell.</param>
    public static bool IsLabel(string cell) => cell.TrimEnd('：', ':', ' ', '　') is { Length: > 0 and <= LongestLabel } label
        && !HasNumber(label) && (NamesRespondent(label) || ColumnRoles.NamesPerson(label) || ShortAnswers.NamesFact(label) || YearColumns.Names(label));

    // Where one label in a row of pairs is known, the others stand before their values, too.
    private static bool ArePairs(List<string> cells) =>
        cells.Count is 4 or 6 && cells.Where((_, i) => i % 2 == 0).Any(NamesRespondent)
        && cells.Where((_, i) => i % 2 == 0).All(c => IsLabel(c) || (c.Length <= LongestPlainLabel && !HasNumber(c) && !ColumnRoles.NamesAnswer(c) && !JapaneseText.EndsSentence(c)))
        && !cells.Where((_, i) => i % 2 == 1).Any(c => IsLabel(c) || TableLabels.HeadsColumn(c));

    // 「センター名：みさき」 in one cell.
    private static IEnumerable<string> LabelAndValue(string cell) =>
        Colon().Match(cell) is { Success: true } match && IsLabel(match.Groups["label"].Value) ? [match.Groups["label"].Value, match.Groups["value"].Value.Trim()] : [cell];

    [GeneratedRegex(@"^[(（【\[［](ご|御)?(記入|回答|記述|自由記述)欄[)）】\]］]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Box();

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
