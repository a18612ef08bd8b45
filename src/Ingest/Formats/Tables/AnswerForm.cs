using System.Globalization;
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

        var rows = sheet.Rows.Select(Words).Where(r => r.Cells.Count > 0).ToList();
        var walk = new Walk(rows.Exists(r => HasNumber(r.Cells[0])));
        return rows.TrueForAll(r => walk.Take(r.Cells, r.Column)) && walk.Pairs() is { } pairs
            ? new Sheet(
                sheet.Name,
                [
                    new SheetRow(sheet.Rows[0].Number, [.. pairs.Select(p => p.Label)]) { LineStart = sheet.Rows[0].LineStart, LineEnd = sheet.Rows[0].LineStart },
                    new SheetRow(sheet.Rows[0].Number + 1, [.. pairs.Select(p => p.Value)]) { LineStart = sheet.Rows[0].LineStart, LineEnd = sheet.Rows[^1].LineEnd },
                ],
                [])
            : null;
    }

    private static (List<string> Cells, int Column) Words(SheetRow row)
    {
        var column = Array.FindIndex([.. row.Cells], c => !string.IsNullOrWhiteSpace(c));
        return ([.. row.Cells.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim())], column);
    }

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

    // What was read down to a row.
    private sealed class Walk(bool numbered)
    {
        private readonly List<Pair> _pairs = [];
        private readonly List<string> _titles = [];
        private Pair? _open;
        private int? _beside;

        /// <summary>Whether a row fits.</summary>
        /// <param name="cells">Its cells that are not blank.</param>
        /// <param name="column">Where the first of them stands.</param>
        public bool Take(List<string> cells, int column)
        {
            cells = _pairs.Exists(p => p.IsQuestion) ? cells : [.. cells.SelectMany(LabelAndValue)];
            if (IsLabel(cells[0]) && cells.Count > 1)
            {
                return TakeLabels(cells);
            }

            if (cells.Count == 1)
            {
                TakeLine(cells[0], column);
                return true;
            }

            var alone = NumberAlone().IsMatch(JapaneseText.Fold(cells[0]));
            if (alone && cells.Count == 2 && Asks().IsMatch(JapaneseText.Fold(cells[1])))
            {
                Ask($"{cells[0]} {cells[1]}", "");
                return true;
            }

            if (alone && cells.Count == 3)
            {
                Ask($"{cells[0]} {cells[1]}", cells[2]);
                return true;
            }

            if (cells.Count != 2 || (!IsQuestion(cells[0]) && (_pairs.Count == 0 || cells[0].Length > LongestLabel)))
            {
                return false;
            }

            if (numbered && !IsQuestion(cells[0]) && !_pairs.Exists(p => p.IsQuestion))
            {
                _pairs.Add(new Pair(cells[0]) { Value = cells[1] });
                return true;
            }

            // Parts of a question (課題, 対応) stand below it with a cell each.
            if (!IsQuestion(cells[0]) && _open is { Value.Length: 0 } group)
            {
                group.IsGroup = true;
                _pairs.Add(new Pair($"{group.Label}／{cells[0]}") { Value = cells[1], IsQuestion = true });
                return true;
            }

            Ask(cells[0], cells[1]);
            _beside = column;
            return true;
        }

        /// <summary>The labels and their values; null where no respondent is named or nothing is asked.</summary>
        public List<(string Label, string Value)>? Pairs()
        {
            var pairs = _pairs.Where(p => !p.IsGroup).Select(p => (p.Label, Value: p.Value.Trim())).ToList();
            if (!_pairs.Exists(p => p.IsQuestion && (HasNumber(p.Label) || ColumnRoles.NamesAnswer(p.Label)))
                || !pairs.Exists(p => NamesRespondent(p.Label) && p.Value.Length > 0)
                || pairs.Select(p => JapaneseText.Fold(p.Label)).Distinct(StringComparer.Ordinal).Count() < pairs.Count)
            {
                return null;
            }

            if (_titles.Select(JapaneseDate.Year).FirstOrDefault(y => y is not null) is { } year && !pairs.Exists(p => p.Label == "年度"))
            {
                pairs.Insert(0, ("年度", string.Create(CultureInfo.InvariantCulture, $"{year}年度")));
            }

            return pairs;
        }

        private bool IsQuestion(string cell) => IsPlainQuestion(cell) || (!numbered && ColumnRoles.NamesAnswer(cell));

        private bool IsPlainQuestion(string cell) => numbered ? HasNumber(cell) : Number().IsMatch(JapaneseText.Fold(cell)) && Asks().IsMatch(JapaneseText.Fold(cell));

        private void Ask(string label, string value)
        {
            _beside = null;
            _pairs.Add(_open = new Pair(label) { Value = value, IsQuestion = true });
        }

        // A label's value stands right of it; a label beside a label has none. What names a column of answers is no respondent, and
        // a respondent named below a question heads a list.
        private bool TakeLabels(List<string> cells)
        {
            _open = null;
            for (var i = 0; i < cells.Count; i++)
            {
                if (!IsLabel(cells[i]))
                {
                    return false;
                }

                var label = cells[i];
                var value = i + 1 < cells.Count && !IsLabel(cells[i + 1]) ? cells[++i] : "";
                var isHeader = NamesRespondent(label) && cells.Count == 2 && ColumnRoles.NamesAnswer(value) && !JapaneseText.EndsSentence(value);
                if (isHeader || HasNumber(value) || (NamesRespondent(label) && (value.Length == 0 || _pairs.Exists(p => p.IsQuestion))))
                {
                    return false;
                }

                _pairs.Add(new Pair(label.TrimEnd('：', ':')) { Value = value });
            }

            return true;
        }

        // Below a question with its answer beside it, what stands in the questions' column is the next question.
        private void TakeLine(string line, int column)
        {
            if (_beside >= column && line.Length <= LongestLabel && !JapaneseText.EndsSentence(line) && !Note().IsMatch(line))
            {
                Ask(line, "");
                _beside = column;
            }
            else if (_open is { } open && !(IsPlainQuestion(line) && (numbered || open.Value.Length > 0)))
            {
                if (!Note().IsMatch(line))
                {
                    open.Value = open.Value.Length == 0 ? line : $"{open.Value}\n{line}";
                }
            }
            else if (IsPlainQuestion(line) || (IsQuestion(line) && line.Length <= LongestLabel && !JapaneseText.EndsSentence(line)))
            {
                Ask(line, "");
            }
            else if (IsLabel(line))
            {
                _pairs.Add(new Pair(line));
            }
            else if (_pairs.Count == 0)
            {
                _titles.Add(line);
            }
        }
    }

    private sealed record Pair(string Label)
    {
        public string Value { get; set; } = "";

        public bool IsQuestion { get; init; }

        public bool IsGroup { get; set; }
    }
}
