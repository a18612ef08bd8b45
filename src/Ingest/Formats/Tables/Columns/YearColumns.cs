using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Formats.Tables.Rows;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Columns;

/// <summary>Reads years out of a column of them.</summary>
public static partial class YearColumns
{
    // Longer cells are sentences that name a year.
    private const int Longest = 12;

    // 19年 and later was said in 平成 only until 令和 has as many years.
    private const int LastOfReiwa = 18;
    private const int LastOfHeisei = 31;

    /// <summary>The Gregorian year in a cell; null where there is none.</summary>
    /// <remarks>A number without an era (6年度, 6) is a year of the era that the header names, else of 令和 up to 18 and of 平成 up to 31, where the header says no more than 年度.</remarks>
    /// <param name="cell">令和5年度, R5, 令5, 2023, 2023年度, 5年度.</param>
    /// <param name="header">The column's header.</param>
    public static int? Of(string cell, string header)
    {
        if (JapaneseDate.Year(cell) is { } year)
        {
            return year;
        }

        var match = Short().Match(JapaneseText.Fold(cell));
        var name = JapaneseText.Fold(header);
        if (!match.Success || (!match.Groups["era"].Success && !Bare().IsMatch(name)))
        {
            return null;
        }

        var n = match.Groups["n"].Value == "元" ? 1 : int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        return match.Groups["era"].Value switch
        {
            "令" => 2018 + n,
            "平" => 1988 + n,
            "昭" => 1925 + n,
            _ => n == 0 ? null
                : name.Contains("令和", StringComparison.Ordinal) ? 2018 + n
                : name.Contains("平成", StringComparison.Ordinal) ? 1988 + n
                : n <= LastOfReiwa ? 2018 + n
                : n <= LastOfHeisei ? 1988 + n
                : null,
        };
    }

    /// <summary>Whether a column holds years: its header says so, and all cells name one, or more than half of them where they are short.</summary>
    /// <param name="header">The header.</param>
    /// <param name="cells">Its cells that are not blank; without any, the header decides.</param>
    public static bool Are(string header, ImmutableArray<string> cells)
    {
        var name = JapaneseText.Fold(header).ToLowerInvariant();
        if (!Header().IsMatch(name) || OfSomething().IsMatch(name))
        {
            return false;
        }

        var said = cells.Where(c => !RowsAbove.IsDitto(c)).ToList();
        var years = said.Count(c => Of(c, header) is not null);
        return years == said.Count || (2 * years > said.Count && said.TrueForAll(c => c.Length <= Longest));
    }

    /// <summary>Whether a header or label stands for the year and nothing else: 年度, 対象年度.</summary>
    /// <param name="header">The header.</param>
    public static bool Names(string header) => Bare().IsMatch(JapaneseText.Fold(header));

    [GeneratedRegex("年度|^年$|実施年|調査年|^year$|fiscal", RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    // When something began or will be, not when somebody was asked.
    [GeneratedRegex("(開設|開所|開館|開校|開園|設立|創立|創設|設置|建設|建築|竣工|完成|築|指定|認可|着工|着手|開始|終了|完了|入社|入所|入学|入居|入会|加入|卒業|採用|就任|就職|取得|購入|導入|改修|更新|見直し|予定|目標|計画|最終)の?年度?", RegexOptions.CultureInvariant)]
    private static partial Regex OfSomething();

    [GeneratedRegex("^(対象|調査|実施|回答|事業|会計)?年度?(\\((令和|平成|和暦|元号)\\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    [GeneratedRegex("^(?<era>令|平|昭)?(?<n>元|[0-9]{1,2})(年度?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Short();
}
