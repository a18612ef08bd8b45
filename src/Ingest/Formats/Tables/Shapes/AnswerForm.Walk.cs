using System.Globalization;
using FeedbackLab.Ingest.Formats.Tables.Cells;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Shapes;

/// <content>The way down the rows of an answer sheet.</content>
internal static partial class AnswerForm
{
    // What was read down to a row.
    private sealed class Walk(bool numbered, bool asksBesideNumbers)
    {
        private readonly List<Pair> _pairs = [];
        private readonly List<string> _titles = [];
        private Pair? _open;
        private int? _beside;
        private bool _isList;
        private InnerTable? _inner;

        /// <summary>Whether a row fits.</summary>
        /// <param name="row">The row; some cell of it is not blank.</param>
        public bool Take(SheetRow row)
        {
            var cells = Words(row);
            var column = Column(row, 0);
            cells = _pairs.Exists(p => p.IsQuestion) ? cells : [.. cells.SelectMany(LabelAndValue)];
            if (TakeInner(row, cells) || TakeTicked(cells) || TakeHead(cells))
            {
                return true;
            }

            var inPairs = ArePairs(cells);
            if ((IsLabel(cells[0]) || inPairs) && cells.Count > 1)
            {
                return TakeLabels(cells, inPairs);
            }

            if (cells.Count == 1)
            {
                TakeLine(cells[0], column);
                return true;
            }

            // Where a question stands beside its number once, it does so everywhere.
            var alone = IsNumberAlone(cells[0]);
            if (alone && cells.Count == 2 && (asksBesideNumbers || _isList))
            {
                Ask($"{cells[0]} {cells[1]}", "");
                _open!.Column = Column(row, 1);
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

            if (_open is { IsTicked: true } ticked && !IsQuestion(cells[0]))
            {
                Ask($"{ticked.Label}／{cells[0]}", cells[1]);
                _open!.Column = column;
                return true;
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
            if (!_pairs.Exists(p => p.IsQuestion && (_isList || HasNumber(p.Label) || ColumnRoles.NamesAnswer(p.Label)))
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

        /// <summary>The questions of a list (No, 設問, 回答) that have answers in words, or none: 「2 生活支援 特になし」 was asked for words, too.</summary>
        public IEnumerable<string> Asked() =>
            !_isList ? [] : _pairs
                .Where(p => p is { IsQuestion: true, IsGroup: false } && !ShortAnswers.NamesFact(p.Label) && (AnswerState.Of(p.Value.Trim()) is not null || JapaneseText.EndsSentence(p.Value.Trim())) && !ShortAnswers.AreChoices(p.Label, [p.Value]))
                .Select(p => p.Label);

        private bool IsQuestion(string cell) => IsPlainQuestion(cell) || (!numbered && ColumnRoles.NamesAnswer(cell));

        private bool IsPlainQuestion(string cell) => numbered ? HasNumber(cell) : Number().IsMatch(JapaneseText.Fold(cell)) && Asks().IsMatch(JapaneseText.Fold(cell));

        // Titles with what stands beside them, and the headers of a list of questions: No, 設問, 回答.
        private bool TakeHead(List<string> cells)
        {
            if (_pairs.Count == 0 && cells.Count > 1 && cells.TrueForAll(TableLabels.IsTitle))
            {
                _titles.AddRange(cells);
                return true;
            }

            var isHead = !_pairs.Exists(p => p.IsQuestion) && cells.Count is 2 or 3 && cells.TrueForAll(TableLabels.IsColumnName) && !cells.Exists(RespondentColumns.Names)
                && cells.Exists(ColumnRoles.NamesQuestion) && !ColumnRoles.NamesQuestion(cells[^1]) && _pairs.Exists(p => NamesRespondent(p.Label));
            _isList |= isHead;
            return isHead;
        }

        // Boxes to tick stand side by side below their question.
        private bool TakeTicked(List<string> cells)
        {
            if (_open is not { IsGroup: false } open || !TickedChoices.Are([string.Join('\n', cells)]))
            {
                return false;
            }

            open.IsTicked |= open.Value.Length == 0;
            open.Value = open.Value.Length == 0 ? string.Join('\n', cells) : $"{open.Value}\n{string.Join('\n', cells)}";
            return true;
        }

        // A table below a question has headers of its own: each of its cells is asked for by question, row and column.
        private bool TakeInner(SheetRow row, List<string> cells)
        {
            var isRow = cells.Count > 1 && !HasNumber(cells[0]) && !IsNumberAlone(cells[0]) && !RespondentColumns.Names(cells[0]) && !ColumnRoles.NamesPerson(cells[0]);
            if (_inner is { } inner && isRow && inner.Cells(row) is { } values)
            {
                inner.Question.IsGroup = true;
                _pairs.AddRange(values.Select(v => new Pair($"{inner.Question.Label}／{v.Label}") { Value = v.Value, IsQuestion = true }));
                return true;
            }

            _inner = isRow && cells.Count > 2 && _open is { Value.Length: 0, IsGroup: false } open && cells.TrueForAll(c => c.Length <= LongestLabel && !JapaneseText.EndsSentence(c) && !TableLabels.IsCount(c)) && !TickedChoices.Are([string.Join('\n', cells)])
                ? new InnerTable(open, row)
                : null;
            return _inner is not null;
        }

        private void Ask(string label, string value)
        {
            _beside = null;
            _pairs.Add(_open = new Pair(label) { Value = value, IsQuestion = true });
        }

        // A label's value stands right of it; a label beside a label has none. What names a column of answers is no respondent, and
        // a respondent named below a question heads a list.
        private bool TakeLabels(List<string> cells, bool inPairs)
        {
            _open = null;
            for (var i = 0; i < cells.Count; i++)
            {
                if (!IsLabel(cells[i]) && !inPairs)
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
            // A short numbered line left of where the answers stand is a heading.
            if (_open?.Column > column && line.Length <= LongestLabel && Number().IsMatch(JapaneseText.Fold(line)) && !JapaneseText.EndsSentence(line))
            {
                return;
            }

            if (_open is { IsTicked: true } ticked && line.Length <= LongestLabel && !JapaneseText.EndsSentence(line) && !IsPlainQuestion(line) && !Note().IsMatch(line))
            {
                Ask($"{ticked.Label}／{line}", "");
                _open!.Column = column;
            }
            else if (_beside >= column && line.Length <= LongestLabel && !JapaneseText.EndsSentence(line) && !Note().IsMatch(line))
            {
                Ask(line, "");
                _beside = column;
            }
            else if (_open is { } open && !(IsPlainQuestion(line) && (numbered || open.Value.Length > 0)))
            {
                if (!Note().IsMatch(line))
                {
                    open.IsGroup = false;
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

        public bool IsTicked { get; set; }

        // The first column in which its answer may stand.
        public int Column { get; set; }
    }

    // A table that begins with its headers.
    private sealed record InnerTable(Pair Question, SheetRow Head)
    {
        /// <summary>What a row says under the headers; null where it has no label, or a cell without a header.</summary>
        public List<(string Label, string Value)>? Cells(SheetRow row)
        {
            var label = Column(Head, 0);
            if (Cell(row, label).Length == 0 || Enumerable.Range(0, row.Cells.Length).Any(c => Cell(row, c).Length > 0 && Cell(Head, c).Length == 0))
            {
                return null;
            }

            return [.. Enumerable.Range(label + 1, Head.Cells.Length - label - 1).Where(c => Cell(Head, c).Length > 0).Select(c => ($"{Cell(row, label)}／{Cell(Head, c)}", Cell(row, c)))];
        }

        private static string Cell(SheetRow row, int column) => column < row.Cells.Length ? row.Cells[column].Trim() : "";
    }

    // Where the nth cell that is not blank stands.
    private static int Column(SheetRow row, int n) => Enumerable.Range(0, row.Cells.Length).Where(c => !string.IsNullOrWhiteSpace(row.Cells[c])).ElementAt(n);
}
