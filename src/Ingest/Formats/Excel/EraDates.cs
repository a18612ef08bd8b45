using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FeedbackLab.Ingest.Formats.Excel;

/// <summary>Dates in formats with a Japanese era, which the package that reads workbooks takes for numbers.</summary>
internal static partial class EraDates
{
    // The day number of 1904-01-01, from which workbooks of old Macs count.
    private const int DaysTo1904 = 1462;
    private const double LastDay = 2_958_465;

    private static readonly (DateTime First, string Letter, string Name)[] Eras =
    [
        (new DateTime(2019, 5, 1), "R", "令和"),
        (new DateTime(1989, 1, 8), "H", "平成"),
        (new DateTime(1926, 12, 25), "S", "昭和"),
        (new DateTime(1912, 7, 30), "T", "大正"),
        (new DateTime(1868, 1, 25), "M", "明治"),
    ];

    /// <summary>The date as the cell shows it: R6.5.1, 令和6年5月1日, 令和6年度. The era stands before its year where the format leaves it out. Null where the format shows no such year.</summary>
    /// <param name="number">The cell's number, in days.</param>
    /// <param name="format">The cell's format; null where it is one that Japanese Excel has built in.</param>
    /// <param name="index">The format's number.</param>
    /// <param name="from1904">Whether the workbook counts its days from 1904.</param>
    public static string? Text(double number, string? format, int index, bool from1904)
    {
        format = string.IsNullOrEmpty(format) || format == "General" ? BuiltIn(index) : format.Split(';')[0];
        var days = number + (from1904 ? DaysTo1904 : 0);
        if (format is null || days is not (>= 1 and <= LastDay) || !HasEra(format))
        {
            return null;
        }

        // Before March 1900 Excel counts a day that there was not.
        var day = DateTime.FromOADate(days < 60 ? days + 1 : days);
        var gannen = format.Contains("gannen", StringComparison.OrdinalIgnoreCase);
        var codes = Codes().Matches(format).Select(m => m.Value).Where(c => c[0] != '[').ToList();
        var text = new StringBuilder();
        for (var i = 0; i < codes.Count; i++)
        {
            text.Append(Shown(codes, i, day, gannen));
        }

        return text.ToString().Trim();
    }

    // Words apart, what is left of a format says whether it is one of dates: a number's has digits, and its E a sign.
    private static bool HasEra(string format)
    {
        var bare = Words().Replace(format, "");
        return !bare.Contains("general", StringComparison.OrdinalIgnoreCase) && !bare.Contains("標準", StringComparison.Ordinal) && !bare.AsSpan().ContainsAny('0', '#', '?') && EraYear().IsMatch(bare);
    }

    private static string Shown(List<string> codes, int at, DateTime day, bool gannen)
    {
        var code = codes[at];
        var (first, letter, name) = Eras.First(e => e.First <= day || e.Letter == "M");
        var year = day.Year - first.Year + 1;
        return char.ToLowerInvariant(code[0]) switch
        {
            'g' => code.Length switch { 1 => letter, 2 => name[..1], _ => name },
            'e' => (codes.Exists(c => c[0] is 'g' or 'G') ? "" : name) + (gannen && year == 1 ? "元" : year.ToString(code.Length == 1 ? "0" : "00", CultureInfo.InvariantCulture)),
            'y' => day.ToString(code.Length <= 2 ? "yy" : "yyyy", CultureInfo.InvariantCulture),
            'm' when IsMinute(codes, at) => day.Minute.ToString(code.Length == 1 ? "0" : "00", CultureInfo.InvariantCulture),
            'm' => day.Month.ToString(code.Length == 2 ? "00" : "0", CultureInfo.InvariantCulture),
            'd' => code.Length <= 2 ? day.Day.ToString(code.Length == 1 ? "0" : "00", CultureInfo.InvariantCulture) : day.ToString(code.Length == 3 ? "ddd" : "dddd", CultureInfo.InvariantCulture),
            'a' => "日月火水木金土"[(int)day.DayOfWeek] + (code.Length > 3 ? "曜日" : ""),
            'h' => day.Hour.ToString(code.Length == 1 ? "0" : "00", CultureInfo.InvariantCulture),
            's' => day.Second.ToString(code.Length == 1 ? "0" : "00", CultureInfo.InvariantCulture),
            '"' => code.Trim('"'),
            '\\' or '!' => code[1..],
            '_' => " ",
            '*' or '@' => "",
            _ => code,
        };
    }

    private static bool IsMinute(List<string> codes, int at) =>
        codes.Take(at).LastOrDefault(IsCode) is ['h' or 'H', ..] || codes.Skip(at + 1).FirstOrDefault(IsCode) is ['s' or 'S', ..];

    private static bool IsCode(string code) => code[0] is not ('"' or '\\' or '!') && char.IsAsciiLetter(code[0]);

    // ECMA-376 Part 1, 18.8.30: formats of Japanese Excel that files name by their number alone.
    private static string? BuiltIn(int index) => index switch
    {
        27 or 36 or 50 or 57 => "ge.m.d",
        28 or 29 or 51 or 54 or 58 => "ggge年m月d日",
        _ => null,
    };

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\!_*].|g+|e+|y+|m+|d+|a+|h+|s+|.", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Codes();

    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\!_*].", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Words();

    [GeneratedRegex("g|e(?![+-])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EraYear();
}
