using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Formats.Tables.Columns;

/// <summary>Parts captions (【令和5年度】) and headers (前回（令和4年度）の課題) into the year that they name and what else they say.</summary>
internal static partial class YearLabels
{
    private static readonly char[] Around = [.. "【】[]［］〈〉＜＞<>《》「」()（）■□◆◇●○▼・／/：:　 "];

    /// <summary>The year that a label names; null where it names none, or several, or asks something of its own.</summary>
    /// <param name="label">A caption or header.</param>
    public static int? Of(string label) =>
        !TableLabels.IsQuestion(label) && !JapaneseText.EndsSentence(label) && Years().Matches(JapaneseText.Tidy(label)) is { Count: 1 } ? JapaneseDate.Year(label) : null;

    /// <summary>What a label says besides its year; empty where it says no more.</summary>
    /// <param name="label">A caption or header.</param>
    public static string Rest(string label) => Years().Replace(JapaneseText.Tidy(label), "").Trim(Around) is var rest && Of(label) is null ? rest : Time().Replace(rest, "").Trim(Around);

    /// <summary>Whether a label says nothing besides its year that could be asked: nothing at all, or a title's word (調査結果, の回答).</summary>
    /// <param name="label">A caption or header.</param>
    public static bool SaysNoMore(string label) => JapaneseText.Fold(Rest(label)) is var rest && (TableLabels.IsTitle(rest) || Generic().IsMatch(rest));

    /// <summary>The year of each column whose header says it of a question that another column asks for another year; null for the others.</summary>
    /// <remarks>A header that nobody else shares may ask about another year (令和8年度に望むこと): it says nothing of when it was asked.</remarks>
    /// <param name="headers">The headers of the columns of answers; null for a column of another kind.</param>
    public static ImmutableArray<int?> Across(IReadOnlyList<string?> headers)
    {
        if (headers.Any(h => h is not null && Of(h) is not null))
        {
            headers = [.. headers.Select(h => h is null ? null : FirstYears().Replace(JapaneseText.Tidy(h), "${letter}${n}年度"))];
        }

        var years = headers.Select(h => h is null ? null : Of(h)).ToList();
        var rests = headers.Select((h, i) => years[i] is null ? null : JapaneseText.Fold(Rest(h!))).ToList();
        return [.. years.Select((year, i) => year is not null && years.Where((other, j) => other is not null && other != year && rests[j] == rests[i]).Any() ? year : null).Select((year, i) => year ?? AmongYears(years, rests, i))];
    }

    // 「2024年の取組」 beside 「2023年」 and 「2024年」 is asked of its own year, too.
    private static int? AmongYears(List<int?> years, List<string?> rests, int at) =>
        years[at] is { } year && years.Where((y, j) => rests[j]?.Length == 0 && y is not null).Distinct().ToList() is { Count: > 1 } bare && bare.Contains(year) ? year : null;

    /// <summary>The headers of columns of answers, null for the others.</summary>
    /// <param name="columns">The columns.</param>
    public static ImmutableArray<int?> Across(ImmutableArray<ColumnReading> columns) => Across([.. columns.Select(c => c.Role == ColumnRole.Text ? c.Header : null)]);

    // 「前回の課題（令和5年度）」 asks 課題.
    [GeneratedRegex("^(前回|今回|前々?年度?|昨年度?|今年度?|本年度?|当年度?)の?", RegexOptions.CultureInvariant)]
    private static partial Regex Time();

    // Beside a year that is beyond doubt they are years.
    [GeneratedRegex("(?<![A-Za-zＡ-Ｚａ-ｚ])(?<letter>[RrＲｒ])(?<n>[12１２])(?![0-9０-９年A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex FirstYears();

    [GeneratedRegex("^(参考|再掲)?[:・]?(の|に?おける)?(ご|御)?(回答|結果|意見|集計|調査|アンケート|一覧|分|内容|概要|実施)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Generic();

    // R1 and R2 alone may be rounds, H1 and H2 halves of a year.
    [GeneratedRegex("(前回|今回|前々?年度?|昨年度?|今年度?|本年度?|当年度?)?[（(]?((令和|平成)[0-9０-９元]{1,2}|(?<![A-Za-zＡ-Ｚａ-ｚ])[RrHhＲＨｒｈ](?:[1-9１-９][0-9０-９]|[3-9３-９]|[12１２](?=年))|(?<![0-9０-９])(19|20|１９|２０)[0-9０-９]{2})(年度?|度)?(?![0-9０-９月])[）)]?(分|時点)?の?", RegexOptions.CultureInvariant)]
    private static partial Regex Years();
}
