using System.Globalization;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Layout;

/// <summary>Years and days as Japanese documents write them.</summary>
public static partial class JapaneseDate
{
    /// <summary>The first fiscal year (年度) that the text names, else its first year; null where it names none.</summary>
    /// <remarks>A number of something (2000円, 1950人) is no year. Reads 令和5年度, 令和元年, R5, H31年度, 2023年度, 2023; spaces and full-width digits do not matter. 平成31年度 is 2019.</remarks>
    /// <param name="text">Any text; null reads as empty.</param>
    public static int? Year(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var folded = JapaneseText.Fold(text);
        int? first = null;
        foreach (Match match in YearPattern().Matches(folded))
        {
            var year = Gregorian(match);
            if (match.Groups["fiscal"].Success)
            {
                return year;
            }

            first ??= year;
        }

        return first;
    }

    /// <summary>The first fiscal year (年度) that the text names; null where it names none.</summary>
    /// <param name="text">Any text; null reads as empty.</param>
    public static int? FiscalYear(string? text) =>
        string.IsNullOrEmpty(text) ? null : YearPattern().Matches(JapaneseText.Fold(text)).FirstOrDefault(m => m.Groups["fiscal"].Success) is { } match ? Gregorian(match) : null;

    /// <summary>Whether a day lies in a fiscal year, which begins in April.</summary>
    /// <param name="day">The day.</param>
    /// <param name="year">The fiscal year.</param>
    public static bool IsInFiscalYear(DateOnly day, int year) => day.AddMonths(-3).Year == year;

    /// <summary>The first day that the text names, in the Gregorian calendar; null where it names none or one that does not exist.</summary>
    /// <param name="text">Any text; null reads as empty.</param>
    public static DateOnly? Day(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var match = DayPattern().Match(JapaneseText.Fold(text));
        if (!match.Success)
        {
            return null;
        }

        var date = string.Create(CultureInfo.InvariantCulture, $"{Gregorian(match):D4}-{match.Groups["m"].Value.PadLeft(2, '0')}-{match.Groups["d"].Value.PadLeft(2, '0')}");
        return DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private static int Gregorian(Match match)
    {
        if (match.Groups["ad"].Success)
        {
            return int.Parse(match.Groups["ad"].Value, CultureInfo.InvariantCulture);
        }

        var year = match.Groups["n"].Value == "元" ? 1 : int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
        return year + match.Groups["era"].Value switch
        {
            "令和" or "R" or "r" => 2018,
            "平成" or "H" or "h" => 1988,
            _ => 1925,
        };
    }

    private const string EraYear = @"(?:(?<era>令和|平成|昭和|(?<![A-Za-z])[RrHh]\.?(?=[0-9]))\.?(?<n>元|[0-9]{1,2})|(?<![0-9])(?<ad>(?:19|20)[0-9]{2})(?![円人名件点歳回個本台校社%]|,[0-9]|\.[0-9]+%|時間|日間|か所|か月))";

    [GeneratedRegex(EraYear + @"(?:\([0-9]{4}\))?(?<fiscal>年度)?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();

    [GeneratedRegex(EraYear + @"(?:\([0-9]{4}\))?[年./\-](?<m>[0-9]{1,2})[月./\-](?<d>[0-9]{1,2})", RegexOptions.CultureInvariant)]
    private static partial Regex DayPattern();
}
