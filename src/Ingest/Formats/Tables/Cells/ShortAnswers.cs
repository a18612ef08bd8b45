using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Formats.Tables.Rows;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Cells;

/// <summary>Tells short answers in words from ticked choices and facts.</summary>
internal static partial class ShortAnswers
{
    private const double Different = 0.7;
    private const double RecurringParts = 0.8;
    private const int LongestChoice = 20;

    /// <summary>Whether a column holds short answers in words: its header asks for no fact, and hardly two cells are alike.</summary>
    /// <param name="header">The header.</param>
    /// <param name="cells">The cells that are not blank.</param>
    public static bool Are(string header, ImmutableArray<string> cells)
    {
        var said = Said(cells);
        return Asks(header) && !MeanFacts(header, said) && said.Distinct(StringComparer.Ordinal).Count() >= Different * said.Count;
    }

    /// <summary>Whether a column that was not taken for answers may hold some all the same.</summary>
    /// <param name="header">The header.</param>
    /// <param name="cells">The cells that are not blank.</param>
    public static bool MayBe(string header, ImmutableArray<string> cells) =>
        (Asks(header) || ColumnRoles.NamesAnswer(header)) && !MeanFacts(header, Said(cells)) && !AreChoices(header, cells);

    /// <summary>Whether a question was put that nobody answered in words: its header asks for no fact and no choice, and no cell says anything.</summary>
    /// <param name="header">The header.</param>
    /// <param name="cells">The cells that are not blank.</param>
    public static bool AreUnanswered(string header, ImmutableArray<string> cells) =>
        Asks(header) && !NamesFact(header) && !Fact().IsMatch(JapaneseText.Fold(header).ToLowerInvariant()) && !AreChoices(header, cells) && cells.All(c => AnswerState.Of(c) is not null);

    /// <summary>Whether a header begins as a question does (問1, Q2), or asks for what only words say.</summary>
    /// <param name="header">The header.</param>
    public static bool Asks(string header)
    {
        var name = JapaneseText.Fold(header).ToLowerInvariant();
        return Numbered().IsMatch(name) || Words().IsMatch(name);
    }

    /// <summary>Whether a header begins with the number of a question (問1, Q2).</summary>
    /// <param name="header">The header.</param>
    public static bool HasNumber(string header) => Numbered().IsMatch(JapaneseText.Fold(header).ToLowerInvariant());

    /// <summary>Whether a column holds choices to tick: its cells can be nothing else, or its header says so, no cell is a sentence, and the same words recur.</summary>
    /// <param name="header">The header.</param>
    /// <param name="cells">The cells that are not blank.</param>
    public static bool AreChoices(string header, ImmutableArray<string> cells)
    {
        if (TickedChoices.Are(cells))
        {
            return true;
        }

        var name = JapaneseText.Fold(header).ToLowerInvariant();
        if (!Choose().IsMatch(name) || InWords().IsMatch(name) || cells.Any(JapaneseText.EndsSentence))
        {
            return false;
        }

        var parts = cells.SelectMany(c => Separators().Split(c)).Select(p => p.Trim()).Where(p => p.Length > 0).ToList();
        return cells.Length < 3 || parts.Distinct(StringComparer.Ordinal).Count() <= RecurringParts * parts.Count;
    }

    /// <summary>Whether a column whose header says nothing of choices holds some all the same: its cells are lists of few parts that recur.</summary>
    /// <param name="header">The header.</param>
    /// <param name="cells">The cells that are not blank.</param>
    public static bool MayBeChoices(string header, ImmutableArray<string> cells) =>
        !InWords().IsMatch(JapaneseText.Fold(header).ToLowerInvariant()) && TickedChoices.Recur(cells);

    /// <summary>Whether a header is one of a respondent's particulars (所在地, 定員, 記入日), which are no answers however long.</summary>
    /// <param name="header">The header.</param>
    public static bool NamesFact(string header) => Particular().IsMatch(JapaneseText.Fold(header).ToLowerInvariant());

    /// <summary>Whether half of the cells or more are sentences, as no name, address or choice is.</summary>
    /// <param name="cells">The cells that are not blank.</param>
    public static bool AreSentences(ImmutableArray<string> cells) => !cells.IsEmpty && 2 * cells.Count(JapaneseText.EndsSentence) >= cells.Length;

    private static List<string> Said(ImmutableArray<string> cells) => [.. cells.Where(c => AnswerState.Of(c) is null && !RowsAbove.IsDitto(c))];

    private static bool MeanFacts(string header, List<string> said) =>
        Fact().IsMatch(JapaneseText.Fold(header).ToLowerInvariant()) || 2 * said.Count(IsChoice) >= said.Count;

    // Folding makes ① a plain digit.
    private static bool IsChoice(string cell) => (cell[0] is >= '①' and <= '⑳' && cell.Length <= LongestChoice) || Choice().IsMatch(JapaneseText.Fold(cell));

    [GeneratedRegex("^第?[(]?(問|設問|質問|q)[.・]?[0-9一二三四五六七八九十]+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex("(取組|取り組み|ニーズ|工夫|方策|提案|希望|期待すること|悩み|不安|気づき|気付き|改善(点|策|案)?|対応策|解決策)(\\(.*\\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("(所在地?|市町村名?|住所|地域|圏域|種別|種類|区分|分類|職種|職名|役職|性別|年齢|年代|年数|[人件回日名員者]数|割合|率|有無|可否|頻度|期間|年月日?|定員|規模|主体|所属|名称?|満足度|理解度|重要度|達成度|程度|評価|点数)(は?(何|どこ|いくつ|どのくらい)?(です|でした)か)?(\\(.*\\))?[。?]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Fact();

    [GeneratedRegex("^(ご|御)?(所在地|圏域|地域|(市町村|市区町村|区市町村|自治体|都道府県)名?|[市区町村]名|役職名?|職名|職種|所属|部署名?|担当部署|(記入|回答|作成|提出)(年月)?日|代表者名?|定員|登録者数|職員数|開設(年月日?)?|設立(年月日?)?|設置主体|運営法人|事業所番号|(サービス|事業|障害)(の)?種別|mail|fax|tel)(\\(.*\\))?:?$", RegexOptions.CultureInvariant)]
    private static partial Regex Particular();

    [GeneratedRegex("複数選択|複数回答|単一選択|単数回答|択一|選択式|選択肢|選択してください|(選んで|お選び)(ください|下さい)|[当あ]てはまる(もの|番号|項目)|○(を|印を)?(つけ|付け)|\\((ma|sa)\\)", RegexOptions.CultureInvariant)]
    private static partial Regex Choose();

    [GeneratedRegex("理由|具体|自由|記述|詳しく|内容|意見|その他", RegexOptions.CultureInvariant)]
    private static partial Regex InWords();

    // Yes and no, degrees, quantities, numbers of a list.
    [GeneratedRegex(@"^(はい|いいえ|有り?|無し?|あり|なし|ある|ない|あった|なかった|[○◯×△◎✓]|男性?|女性?|その他|不明|未定|わからない|分からない|検討中|予定あり|予定なし|必要|不要|賛成|反対|可|不可|未?実施(済み?|中|予定)?|参加|不参加|(毎|隔)[日週月年].{0,6})$|^(非常に|大変|とても|大いに|やや|少し|あまり|ほとんど|ほぼ|まったく|全く|どちらかと(いえば|言えば|いうと)?|どちらとも|概ね|おおむね|十分|十分に|よく|常に|時々|たまに)?(満足|不満足?|普通|ふつう|同じ|(そう)?思う|(そう)?思わない|良い|よい|良好|悪い|多い|少ない|高い|低い|いえない|言えない|ある|ない|知っている|知らない|利用している|利用していない|している|していない|できている|できていない|できる|できない)(だ|です|である|している|していない|した)?$|^(約|およそ)?[0-9.,]+.{0,2}$|^(約|[週月年日第])?[0-9.,]+([~\-][0-9.,]+)?(人|名|件|回|日|年|歳|代|か月|ヶ月|ヵ月|時間|分|円|%|割|か所|箇所|台)?(間|度)?(以上|以下|未満|程度|くらい|ぐらい|目)?(([~\-])[0-9].{0,8})?$|^\(?[0-9]{1,2}[.):、]\S{1,20}$|^[ア-オa-e][.):]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Choice();

    [GeneratedRegex("[、,，;；\n]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
