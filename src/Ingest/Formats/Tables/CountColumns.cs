using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables;

/// <summary>Recognises tables that count answers (選択肢｜件数｜割合), which hold none themselves.</summary>
internal static partial class CountColumns
{
    private const int LeastRows = 2;
    private const int LongestLabel = 20;

    /// <summary>Whether a table counts something: beside the label of each row stand numbers only, and the label is no answer in words.</summary>
    /// <remarks>Opinions with the number of those who share them (主な意見｜件数) are answers.</remarks>
    /// <param name="headers">The headers.</param>
    /// <param name="cells">For each column its cells that are not blank.</param>
    public static bool Are(ImmutableArray<string> headers, ImmutableArray<string>[] cells)
    {
        var filled = Enumerable.Range(0, headers.Length).Where(c => !cells[c].IsEmpty && !TableLabels.IsNumber(headers[c])).ToList();
        var labels = filled.FindAll(c => !cells[c].All(IsNumber));
        var counts = filled.Count - labels.Count;
        return counts > 0 && labels.Count > 0 && labels.Max(c => cells[c].Length) >= LeastRows && labels.TrueForAll(c => IsLabel(headers[c], cells[c], counts));
    }

    private static bool IsNumber(string cell) => Number().IsMatch(JapaneseText.Fold(cell));

    private static bool IsLabel(string header, ImmutableArray<string> cells, int counts)
    {
        var name = JapaneseText.Fold(header).ToLowerInvariant();
        return Asked().IsMatch(name) || (Label().IsMatch(name) && !ShortAnswers.AreSentences(cells) && cells.Average(c => c.Length) <= LongestLabel) || (counts > 1 && !Words().IsMatch(name) && !ColumnRoles.NamesAnswer(header) && !RespondentColumns.Names(header) && !ShortAnswers.Asks(header) && !ShortAnswers.AreSentences(cells));
    }

    [GeneratedRegex("^[-+△▲]?[0-9.,]+(%|件|人|名|票|点|か?所|[かケヶ箇]所)?([(][-+△▲]?[0-9.,]+(%|件|人|名)?[)])?$|^[-－―‐–—ー…*]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex("^(設問|質問|問|項目|調査項目|質問項目|評価項目|選択肢)[0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex("^(区分|分類|カテゴリー?|内訳|回答|回答内容|回答区分|年代|年齢|性別|学年|種別|種類|職種|業種|地区|地域|圏域|市町村名?)[0-9]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("(内容|概要|要旨|声|こと|点|工夫|取組|取り組み|事例|理由)([(].*[)])?$|^主な", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
