using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Formats.Tables.Cells;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Columns;

/// <summary>Recognises tables that count answers (選択肢｜件数｜割合), which hold none themselves.</summary>
internal static partial class CountColumns
{
    private const int LeastRows = 2;
    private const int LongestLabel = 20;

    /// <summary>Whether a table counts something: beside the label of each row stand numbers only, whose headers say that they count, and the label is no answer in words.</summary>
    /// <remarks>Opinions with the number of those who share them (主な意見｜件数) are answers, and so are those beside what is known of a person (回答｜年齢).</remarks>
    /// <param name="headers">The headers.</param>
    /// <param name="cells">For each column its cells that are not blank.</param>
    public static bool Are(ImmutableArray<string> headers, ImmutableArray<string>[] cells)
    {
        var filled = Enumerable.Range(0, headers.Length).Where(c => !cells[c].IsEmpty && !TableLabels.IsNumber(headers[c])).ToList();
        var labels = filled.FindAll(c => !cells[c].All(IsNumber));
        var counts = filled.Except(labels).ToList();
        var names = counts.ConvertAll(c => JapaneseText.Fold(headers[c]).ToLowerInvariant());
        var beside = new Beside(counts.Count, names.Count(Degree().IsMatch) > 1, counts.Exists(c => 2 * cells[c].Count(n => n.Contains('%', StringComparison.Ordinal) || n.Contains('％', StringComparison.Ordinal)) > cells[c].Length));
        return names.Exists(n => Counting().IsMatch(n) || Degree().IsMatch(n)) && !names.Exists(PersonalNumber().IsMatch)
            && labels.Count > 0 && labels.Max(c => cells[c].Length) >= LeastRows && labels.TrueForAll(c => IsLabel(headers[c], cells[c], beside));
    }

    private static bool IsNumber(string cell) => Number().IsMatch(JapaneseText.Fold(cell));

    private static bool IsLabel(string header, ImmutableArray<string> cells, Beside beside)
    {
        var name = JapaneseText.Fold(header).ToLowerInvariant();
        if (Choices().IsMatch(name))
        {
            return true;
        }

        // Statements are rated by degrees (そう思う｜思わない); other sentences, and 特になし, somebody has said.
        var isSaid = cells.Any(JapaneseText.EndsSentence) || (!beside.HasShares && cells.Any(c => Nothing().IsMatch(JapaneseText.Fold(c))));
        return isSaid ? beside.HasDegrees && Asked().IsMatch(name)
            : Asked().IsMatch(name) ? true
            : Label().IsMatch(name) ? cells.Average(c => c.Length) <= LongestLabel
            : beside.HasShares && cells.Any(c => Rest().IsMatch(JapaneseText.Fold(c))) ? !RespondentColumns.Names(header) && cells.Average(c => c.Length) <= LongestLabel
            : beside.Counts > 1 && !Words().IsMatch(name) && !ColumnRoles.NamesAnswer(header) && !RespondentColumns.Names(header) && !ShortAnswers.Asks(header);
    }

    // What the columns of numbers are: how many, whether they count degrees of an answer, whether one of them holds shares.
    private sealed record Beside(int Counts, bool HasDegrees, bool HasShares);

    [GeneratedRegex("^[-+△▲]?[0-9.,]+(%|件|人|名|票|点|か?所|[かケヶ箇]所)?([(][-+△▲]?[0-9.,]+(%|件|人|名)?[)])?$|^[-－―‐–—ー…*]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^(件|人|者|回答|回答者|票|度|延べ|総|利用者|登録者|事業所|施設|団体)数([(].*[)])?$|^(件|票|名|人|計|合計|総計|全体)$|割合|比率|構成比|[%]|率([(].*[)])?$|回答数|件数|人数|年度", RegexOptions.CultureInvariant)]
    private static partial Regex Counting();

    [GeneratedRegex("^(はい|いいえ|無回答|わからない|どちらとも(いえない|言えない)|その他|(とても|大変|非常に|やや|少し|あまり|まったく|全く|どちらかと(いえば|いうと))?(そう|良いと|よいと)?(思う|思わない|満足|不満足?|普通|ふつう|良い|よい|悪い|あてはまる|あてはまらない|当てはまる|当てはまらない|ある|ない|できている|できていない))([(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Degree();

    // What is known of a person, or how good somebody finds something.
    [GeneratedRegex("年齢|学年|^組$|クラス|点数?$|評価|受付|番号|回数|年数", RegexOptions.CultureInvariant)]
    private static partial Regex PersonalNumber();

    [GeneratedRegex("^(特に)?(なし|無し|ない|ありません)(です)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();

    // No one answer is called so.
    [GeneratedRegex("^(その他|無回答|合?計)([(].*[)])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex("^選択肢[0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Choices();

    [GeneratedRegex("^(設問|質問|問|項目|調査項目|質問項目|評価項目)[0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("^(区分|分類|カテゴリー?|内訳|回答|回答内容|回答区分|年代|年齢|性別|学年|種別|種類|職種|業種|地区|地域|圏域|市町村名?)[0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("(内容|概要|要旨|声|こと|点|工夫|取組|取り組み|事例|理由)([(].*[)])?$|^主な", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
