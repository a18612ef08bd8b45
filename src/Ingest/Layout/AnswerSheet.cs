using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>One respondent's answers in running text: who answers, then each question with the answer below it (問1 … ⏎ words).</summary>
/// <param name="Respondent">Who answers; null where the sheet does not say.</param>
/// <param name="Style">The form of the questions' numbers (see <see cref="LineMark.Style"/>); 問 for those that name themselves questions.</param>
/// <param name="Again">The words of the numbered lines that each of several respondents has below their name.</param>
internal sealed partial record AnswerSheet(string? Respondent, string Style, ImmutableHashSet<string> Again)
{
    private const string Named = "問";
    private const int LongestNumber = 16;

    // Where no title tells that it is a sheet, so many sentences ask for an answer.
    private const int LeastAsked = 2;

    /// <summary>The sheet that a document is; null where it is none, such as a report of what many answered.</summary>
    /// <param name="blocks">The document's blocks.</param>
    public static AnswerSheet? Of(ImmutableArray<Block> blocks)
    {
        var first = IndexOf(blocks, b => NamedQuestion(b) is not null);
        var style = first < 0 ? null : Named;
        var sheets = SheetsAt(blocks);
        var again = Recurring(blocks, sheets);
        if (first < 0 && !again.IsEmpty)
        {
            (first, style) = (sheets[0], blocks[sheets[0]].Mark.Style);
        }
        else if (first < 0)
        {
            first = IndexOf(blocks, b => b.Mark is { Kind: MarkKind.Number, Number: 1 } && Asks(b.Text));
            style = first < 0 ? null : blocks[first].Mark.Style;
        }

        if (style is null || blocks.Skip(first).Any(b => b.IsName) || blocks.Any(b => b.Mark.Kind is MarkKind.Field or MarkKind.Bracket && MeetingFields.KindOf(b.Mark.Label) == MeetingField.Date))
        {
            return null;
        }

        var above = blocks.Take(first).Where(b => b.Table is null).SelectMany(b => b.Lines).Select(l => l.Text).ToList();
        var respondent = above.Select(RespondentIn).FirstOrDefault(r => r is not null) ?? above.Select(CorporationIn).FirstOrDefault(r => r is not null);
        var titles = above.Select(JapaneseText.Fold).ToList();
        var asked = blocks.Skip(first).Where(b => b.Mark.Kind == MarkKind.Number).ToList();
        var isBelowName = sheets.Contains(first) && (style == Named || !again.IsEmpty);
        var isSheet = isBelowName || (titles.Exists(t => SheetTitle().IsMatch(t)) ? respondent is not null || style == Named
            : respondent is not null && (titles.Exists(t => SurveyTitle().IsMatch(t)) || asked.Count(b => PassageWords.Asks(b.Text)) >= LeastAsked
                || blocks.Skip(first).Count(b => NumberedAnswer().IsMatch(b.Lines[0].Text)) >= LeastAsked
                || (above.Exists(NamesWriter) && asked.Count(b => b.Mark.Style == style) >= LeastAsked && asked.Where(b => b.Mark.Style == style).All(b => Asks(b.Text)))));
        return isSheet && (!again.IsEmpty || !titles.Exists(t => ResultsTitle().IsMatch(t))) ? new AnswerSheet(respondent, style, again) : null;
    }

    // Where a first question stands directly below the line that says who answers.
    private static List<int> SheetsAt(ImmutableArray<Block> blocks) =>
        [.. Enumerable.Range(1, Math.Max(0, blocks.Length - 1)).Where(i => blocks[i] is { Table: null, IsName: false } block && IsFirst(block) && blocks[i - 1] is { Table: null } above && NamesOne(above.Lines[^1].Text))];

    private static bool IsFirst(Block block) => block.Mark is { Kind: MarkKind.Number, Number: 1 } || NamedQuestion(block) is not null;

    // Two or more respondents with the same first question below their names answer the same sheet: what else comes again is a question, too.
    private static ImmutableHashSet<string> Recurring(ImmutableArray<Block> blocks, List<int> sheets) =>
        sheets.Count < LeastAsked || sheets.Exists(i => blocks[i].Text != blocks[sheets[0]].Text || blocks[i].Mark.Style != blocks[sheets[0]].Mark.Style)
            ? []
            : [.. blocks.Skip(sheets[0]).Where(b => b.Mark.Kind == MarkKind.Number && b.Mark.Style == blocks[sheets[0]].Mark.Style).CountBy(b => b.Text, StringComparer.Ordinal).Where(b => b.Value >= LeastAsked).Select(b => b.Key)];

    /// <summary>Who a line says that answers (センター名：…); null where it is none, or the place is empty.</summary>
    /// <param name="line">One line, trimmed.</param>
    public static string? RespondentIn(string line) => Value(RespondentField().Match(line));

    /// <summary>Whether a line begins the sheet of one respondent, be it a person whose name is not kept (氏名：…).</summary>
    /// <param name="line">One line, trimmed.</param>
    public static bool NamesOne(string line) => RespondentIn(line) is not null || PersonField().IsMatch(line);

    /// <summary>Whether a line says who wrote the answers, or when: 記入者：….</summary>
    /// <param name="line">One line, trimmed.</param>
    public static bool NamesWriter(string line) => Writer().IsMatch(line);

    /// <summary>The answer without the word that it is one: （回答）….</summary>
    /// <param name="text">The words of a block.</param>
    public static string WithoutLabel(string text) => AnswerLabel().Replace(text, string.Empty);

    /// <summary>A block's words without the number of the answer before them: A1　….</summary>
    /// <param name="block">A block of words.</param>
    public static string WithoutNumber(Block block) =>
        NumberedAnswer().Match(block.Lines[0].Text) is { Success: true } match && JapaneseText.WithoutSpaces(match.Value) is var label && block.Verbatim.StartsWith(label, StringComparison.Ordinal) ? block.Verbatim[label.Length..] : block.Text;

    /// <summary>Whether a field's label says that its words are an answer: 回答：….</summary>
    /// <param name="label">The label.</param>
    public static bool IsLabel(string label) => AnswerLabel().Match(label + "：") is { Success: true } match && match.Length == label.Length + 1;

    /// <summary>Whether a line thanks for the answers, or says that there are no more questions.</summary>
    /// <param name="text">The words of a block.</param>
    public static bool Thanks(string text) => PassageWords.Closes(text) || Thanking().IsMatch(JapaneseText.Fold(text));

    /// <summary>Whether a line does nothing but number the sheets below each other: ■回答者２.</summary>
    /// <param name="line">One line, trimmed.</param>
    public static bool NumbersSheet(string line) => line.Length <= LongestNumber && SheetNumber().IsMatch(JapaneseText.Fold(line));

    /// <summary>The words of the question that a block is; null where it is none.</summary>
    /// <param name="block">A block that is no table.</param>
    /// <param name="last">The number of the question before; 0 for none.</param>
    public string? QuestionIn(Block block, int last) =>
        Style == Named ? NamedQuestion(block)
        : block.Mark.Kind == MarkKind.Number && block.Mark.Style == Style && block.Mark.Number == last + 1 && (Again.Contains(block.Text) || Asks(block.Text)) ? block.Text
        : null;

    private static string? CorporationIn(string line) => Value(CorporationField().Match(line));

    // 「センター名：みさき　記入者：架空」: the next label is no part of the name.
    private static string? Value(Match match) => match.Success && JapaneseText.Tidy(NextLabel().Replace(match.Groups["who"].Value, string.Empty)) is { Length: > 0 } name ? name : null;

    private static int IndexOf(ImmutableArray<Block> blocks, Func<Block, bool> isWanted) =>
        Enumerable.Range(0, blocks.Length).FirstOrDefault(i => blocks[i].Table is null && isWanted(blocks[i]), -1);

    private static string? NamedQuestion(Block block)
    {
        if (block.Mark is { Kind: MarkKind.Number, Style: Named })
        {
            return block.Text;
        }

        if (block.Mark.Kind == MarkKind.Field)
        {
            return QuestionNumber().Match(block.Mark.Label) is { Success: true } number && number.Length == block.Mark.Label.Length ? block.Text : null;
        }

        var words = block.Mark.Kind == MarkKind.Bracket ? block.Mark.Label : block.Text;
        return block.Mark.Kind is MarkKind.Bracket or MarkKind.Bullet or MarkKind.None && QuestionNumber().Match(words) is { Success: true } match
            ? words[match.Length..] is { Length: > 0 } rest ? rest : words
            : null;
    }

    private static bool Asks(string text) => text.Length <= 120 && Asking().IsMatch(JapaneseText.Fold(text)) && !Identity().IsMatch(text);

    [GeneratedRegex(@"^(?:設問|質問|問|[QＱ])\s*[0-9０-９]{1,2}(?:[-－ー‐][0-9０-９]{1,2})?(?:\s*[.．、：:)）]\s*|[\s　]+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionNumber();

    [GeneratedRegex("(ください|下さい|ますか|ですか|でしょうか|願います|お願いします|について|に関すること|こと|点|要望|意見|課題|その他|感想|理由)(等|など)?([(][^()]*[)])?[。?]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex("^[^。：:]{1,12}[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Identity();

    [GeneratedRegex(@"^(?:[（(]?[0-9０-９①-⑳]{1,2}[)）.．]?\s*|[・○■◆●]\s*)?[【［\[]?\s*(?:(?:セ\s*ン\s*タ\s*ー|事\s*業\s*所|施\s*設|機\s*関|団\s*体|学\s*校|園|企\s*業|会\s*社|組\s*織|市\s*町\s*村|自\s*治\s*体)\s*名(?:\s*称)?|回答(?:者|機関|団体|事業所|施設|センター)(?:\s*名)?|所\s*属(?:\s*名)?)\s*(?:[】］\]]\s*[：:]?|[：:]|[\s　])\s*(?<who>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex RespondentField();

    [GeneratedRegex(@"^(?:[（(]?[0-9０-９①-⑳]{1,2}[)）.．]?\s*|[・○■◆●]\s*)?[【［\[]?\s*法\s*人\s*名(?:\s*称)?\s*(?:[】］\]]\s*[：:]?|[：:]|[\s　])\s*(?<who>\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex CorporationField();

    [GeneratedRegex(@"[\s　]+[^\s：:]{1,8}\s*[：:].*$", RegexOptions.CultureInvariant)]
    private static partial Regex NextLabel();

    [GeneratedRegex(@"^[AＡ]\s?[0-9０-９]{1,2}(?:[\s　]+|\s*[：:．.、]\s*)(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedAnswer();

    [GeneratedRegex(@"^[・○■◆●]?\s*(?:氏\s*名|(?:お\s*)?名\s*前)[\s　]*[：:]\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex PersonField();

    [GeneratedRegex(@"^[・○■◆●]?\s*(?:記\s*入\s*者|記\s*載\s*者|回\s*答\s*者|作\s*成\s*者|(?:御|ご)?担\s*当\s*者|氏\s*名|役\s*職|記\s*入\s*日|回\s*答\s*日|連\s*絡\s*先)\s*(?:氏?名)?[\s　]*[：:]", RegexOptions.CultureInvariant)]
    private static partial Regex Writer();

    [GeneratedRegex(@"^[\p{P}\p{S}]*(?:回答者?|回答票|調査票|受付番号|整理番号|受付|No\.?|番号|通し番号)[:.]?[0-9]{1,4}[\p{P}\p{S}]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SheetNumber();

    [GeneratedRegex("(回答|解答|記入)(票|書|用紙|様式|シート|フォーム)", RegexOptions.CultureInvariant)]
    private static partial Regex SheetTitle();

    [GeneratedRegex("アンケート|調査|質問(票|紙)|照会|ヒアリング|聞き取り", RegexOptions.CultureInvariant)]
    private static partial Regex SurveyTitle();

    [GeneratedRegex("結果|集計|まとめ|報告書|抜粋|の声|一覧|考察|概要", RegexOptions.CultureInvariant)]
    private static partial Regex ResultsTitle();

    [GeneratedRegex(@"^(?:[（(【［\[]\s*(?:御|ご|お)?(?:回\s*答|答え)(?:欄)?\s*[）)】］\]]\s*[：:]?|(?:御|ご|お)?(?:回答|答え)\s*[：:]|(?:答|[AＡ][0-9０-９]{0,2})\s*[：:．.])\s*", RegexOptions.CultureInvariant)]
    private static partial Regex AnswerLabel();

    [GeneratedRegex("^(質問は?以上|以上で(質問|アンケート)|(ご|御)(協力|回答)).{0,30}(す|た|終わり|終了)[。!]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thanking();
}
