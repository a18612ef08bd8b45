using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Formats.Tables.Columns;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Recognises what councils write into tables beside the answers: headers, titles, totals and notes.</summary>
internal static partial class TableLabels
{
    // A longer one says something.
    private const int LongestHeader = 20;

    /// <summary>Whether a cell can only be a header: センター名, No., 御意見, 問1 ….</summary>
    public static bool IsHeader(string cell) => IsColumnName(cell) || IsQuestion(cell);

    /// <summary>Whether a cell is the usual header of a column, a question's number aside.</summary>
    public static bool IsColumnName(string cell) => ColumnName().IsMatch(JapaneseText.Fold(cell).ToLowerInvariant());

    /// <summary>Whether a row's cells name columns: one a respondent's name or number, or two of them anything. One alone may be an answer's kind (要望).</summary>
    public static bool AreHeaders(ImmutableArray<string> cells) =>
        cells.Any(c => Name().IsMatch(JapaneseText.Fold(c).ToLowerInvariant())) || cells.Count(IsColumnName) > 1;

    /// <summary>Whether a cell can head a column of answers, and is no answer or name itself: 意見, 主な課題, 問1 ….</summary>
    public static bool HeadsColumn(string cell) =>
        IsHeader(cell) || (ColumnRoles.NamesAnswer(cell) && cell.Length <= LongestHeader && !JapaneseText.EndsSentence(cell) && !NameLines.NamesOffice(JapaneseText.Tidy(cell)));

    /// <summary>Whether a cell begins with a question's number: 問1, 設問2, Q3.</summary>
    public static bool IsQuestion(string cell) => Question().IsMatch(JapaneseText.Fold(cell));

    /// <summary>Whether a header is one for the rows' numbers.</summary>
    public static bool IsNumber(string header) => Number().IsMatch(JapaneseText.Fold(header).ToLowerInvariant());

    /// <summary>Whether a cell is what stands beside or in a title: 様式1, 令和6年5月1日現在, … アンケート結果.</summary>
    public static bool IsTitle(string cell) => Title().IsMatch(JapaneseText.Fold(cell));

    /// <summary>Whether a cell names a total, or what a row below the answers counts (回答数, 回答率).</summary>
    public static bool IsTotal(string cell) => Total().IsMatch(JapaneseText.Fold(cell));

    /// <summary>Whether a cell is a count: 12, 3件, 45.0%.</summary>
    public static bool IsCount(string cell) => Count().IsMatch(JapaneseText.Fold(cell));

    /// <summary>Whether a cell is a note on the table, or its end: ※ …, （注）…, 以上.</summary>
    public static bool IsNote(string cell) => Note().IsMatch(JapaneseText.Fold(cell));

    [GeneratedRegex("^(no\\.?|番号|#|年度|圏域|地区|区分|種別|(設問|質問|問|(調査|聞き取り|ヒアリング|確認)?項目)(名|文|番号|内容)?|[ご御]?(意見|要望|回答|感想|課題|理由|コメント|自由記述|記述|記載|内容)[・等欄内容]*|(.{0,6}(センター|事業所|施設|機関|団体|法人|所属))名称?|センター|事業所|施設|(回答者|発言者|お?名前|氏名)名?)$", RegexOptions.CultureInvariant)]
    private static partial Regex ColumnName();

    [GeneratedRegex("^(no\\.?|.{0,6}(センター|事業所|施設|機関|団体|法人|所属)名称?|(回答者|発言者|お?名前|氏名)名?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[【<\\[(]?(設問|質問|問い?|Q)[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex("^(no\\.?|番号|#|通し番号|整理番号|連番)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("(現在|時点|アンケート|調査|一覧表?|結果|集計表?|名簿)[)]?$|^[(【]?(様式|別紙|別添|別表|資料|参考)[0-9]*[-0-9]*[)】]?$|[0-9元]年[0-9]+月[0-9]+日(作成|更新)?$|^[(]?単位:", RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex("^(合計|総合計|総計|小計|計|平均値?|総数|(有効|総|延べ)?(回答|回収|記入|記載|意見)(者|件|総)?(数|率)|無回答(者|件)?(数|率)|件数|人数|割合|比率|構成比)([(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    [GeneratedRegex("^[0-9.,]+(%|件|人|名|回|か?所|[かケヶ箇]所|センター|事業所|施設|団体|機関|法人|社)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex("^([※*]|[(]?(注|備考|出典|資料)([0-9]*[):]|[0-9]+$)|(注|備考)[0-9]*[).:]|以上$)", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
