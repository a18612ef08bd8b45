using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Statistics.CrossTables;

namespace FeedbackLab.Viewer.Charts;

/// <summary>
/// Small pictures side by side, one a theme: the share that mentions it year by year, with its interval. Years stand as far apart as they are; no
/// line leads to or from one in which fewer than <see cref="SmallNumbers.FewestOfShare"/> were asked.
/// </summary>
public static class ThemeTrends
{
    private const int Across = 3;
    private const double PanelWidth = 296;
    private const double PanelHeight = 150;
    private const double PlotTop = 40;
    private const double PlotHeight = 78;
    private const double PlotLeft = 40;
    private const double PlotRight = 20;
    private const double YearWidth = 30;
    private const double ShortYearWidth = 17;

    /// <summary>The chart; null where there are fewer than two years, or nobody mentions anything.</summary>
    /// <param name="table">Themes by year.</param>
    /// <param name="findings">What it was made of.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="addressOf">The page that a theme in a year leads to, or (null) the whole theme.</param>
    /// <param name="subject">Which comments, where not all; empty for all.</param>
    public static Chart? Of(CrossTable table, AnalysisFindings findings, ScreenLanguage language, Func<CrossRow?, CrossGroup?, string?> addressOf, string subject)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(addressOf);
        ArgumentNullException.ThrowIfNull(subject);
        if (table.Groups.Length < 2 || table.Themes.IsEmpty)
        {
            return null;
        }

        var words = Words(table, findings, language, subject);
        var lines = (table.Themes.Length + Across - 1) / Across;
        var sheet = new ChartSheet(words, (2 * ChartSheet.Margin) + (Across * PanelWidth), lines * PanelHeight, string.Empty);
        for (var t = 0; t < table.Themes.Length; t++)
        {
            Panel(sheet, table, table.Themes[t], (ChartSheet.Margin + (t % Across * PanelWidth), sheet.Top + (t / Across * PanelHeight)), language, addressOf);
        }

        return new Chart("trend", words.Title, sheet.Finish());
    }

    private static void Panel(
        ChartSheet sheet, CrossTable table, CrossRow row, (double X, double Y) at, ScreenLanguage language, Func<CrossRow?, CrossGroup?, string?> addressOf)
    {
        var name = language.Pick(row.Code.Name);
        var (left, right) = (at.X + PlotLeft, at.X + PanelWidth - PlotRight);
        var years = Years(table);
        double X(int group) => left + 14 + ((right - left - 28) * (years[group] - years[0]) / (years[^1] - years[0]));
        double Y(double share) => at.Y + PlotTop + (PlotHeight * (1 - share));
        sheet.Mark(name, null, () => sheet.Text(at.X + 4, at.Y + 20, TextWidth.Wrap(name, (PanelWidth - 30) / ChartSheet.FontSize, 1)[0], bold: true), addressOf(row, null));
        foreach (var share in new[] { 0, 0.5, 1 })
        {
            sheet.Line(left, Y(share), right, Y(share));
            sheet.Text(left - 6, Y(share) + 4, string.Create(CultureInfo.InvariantCulture, $"{100 * share:0}%"), "end", 11, fill: Palette.Muted);
        }

        for (var y = 1; y < table.Groups.Length; y++)
        {
            if (Joined(row.Cells[y - 1]) is { } before && Joined(row.Cells[y]) is { } after)
            {
                sheet.Line(X(y - 1), Y(before), X(y), Y(after), Palette.Bar, 2);
            }
        }

        var isShort = Enumerable.Range(1, years.Length - 1).Any(y => X(y) - X(y - 1) < YearWidth);
        var written = double.NegativeInfinity;
        for (var y = 0; y < table.Groups.Length; y++)
        {
            var year = table.Groups[y];
            if (X(y) - written >= (isShort ? ShortYearWidth : YearWidth))
            {
                written = X(y);
                sheet.Text(written, at.Y + PlotTop + PlotHeight + 18, isShort ? year.Name[^2..] : year.Name, "middle", 11, fill: Palette.Muted);
            }

            if (row.Cells[y] is not { Of: > 0 } cell)
            {
                continue;
            }

            var (x, middle, interval) = (X(y), Y((double)cell.Count / cell.Of), ChartText.IntervalOf(cell));
            var (fill, stroke) = Joined(cell) is null ? (Palette.Paper, Palette.Bar) : (Palette.Bar, Palette.Paper);
            sheet.Mark(
                language.Pick(
                    $"{name}、{year.Name}年度: {ChartText.Share(cell)}" + (interval is { } ja ? string.Create(CultureInfo.InvariantCulture, $"、95% 区間 {100 * ja.Low:0}～{100 * ja.High:0}%") : string.Empty),
                    $"{name}, {year.Name}: {ChartText.Share(cell)}" + (interval is { } en ? string.Create(CultureInfo.InvariantCulture, $", 95 % interval {100 * en.Low:0}–{100 * en.High:0} %") : string.Empty)),
                null,
                () =>
                {
                    if (interval is { } drawn)
                    {
                        sheet.Line(x, Y(drawn.Low), x, Y(drawn.High), Palette.Muted, 1.5);
                    }

                    sheet.Circle(x, middle, 5, fill, stroke);
                },
                row.Comments[y].IsEmpty ? null : addressOf(row, year));
        }
    }

    private static ImmutableArray<int> Years(CrossTable table) => [.. table.Groups.Select(g => int.Parse(g.Name, CultureInfo.InvariantCulture))];

    // The share that a line may lead to.
    private static double? Joined(DocumentFrequency? cell) => cell is { Of: >= SmallNumbers.FewestOfShare } f ? (double)f.Count / f.Of : null;

    private static IEnumerable<string> Few(CrossTable table, ScreenLanguage language)
    {
        var few = table.Groups.Where((_, i) => table.Themes.Any(t => t.Cells[i] is { Of: > 0 and < SmallNumbers.FewestOfShare })).Select(g => g.Name).ToList();
        if (few.Count > 0)
        {
            yield return language.Pick(
                $"白い点（{string.Join('、', few)}年度）は分母が {SmallNumbers.FewestOfShare} に足りず、移り変わりを言うには少なすぎるため、線を引いていません。",
                $"White points ({string.Join(", ", few)}): out of fewer than {SmallNumbers.FewestOfShare}, too few to tell of a change; no line is drawn.");
        }
    }

    private static ChartWords Words(CrossTable table, AnalysisFindings findings, ScreenLanguage language, string subject)
    {
        var (first, last) = (table.Groups[0].Name, table.Groups[^1].Name);
        return new ChartWords(
            language.Pick($"年ごとの移り変わり、{first}〜{last}年度", $"Year by year, {first}–{last}"),
            string.Join(language.Pick("、", ", "), table.Themes.Select(t => $"{language.Pick(t.Code.Name)} {Ends(t.Cells[0])} → {Ends(t.Cells[^1])}")),
            [
                .. subject.Length > 0 ? [subject] : ImmutableArray<string>.Empty,
                table.Unit == CrossUnit.Respondents
                    ? language.Pick("点はその年に尋ねた回答者のうち挙げた割合、縦の線は 95 % 区間（Clopper–Pearson）。", "Points: share of those asked that year that mention it; upright lines: 95 % intervals (Clopper–Pearson).")
                    : language.Pick("点はその年の意見のうちの割合、縦の線は 95 % 区間（Clopper–Pearson）。", "Points: share of that year's comments; upright lines: 95 % intervals (Clopper–Pearson)."),
            ],
            [
                .. Few(table, language),
                language.Pick("年により答えた人が違うことがあります。同じ回答者どうしの比較は「二つの年」にあります。", "Who answered may differ from year to year; “Two years” compares the same respondents."),
                ChartText.SourceLine(findings, language),
            ]);

        static string Ends(DocumentFrequency? cell) => cell is { } f ? ChartText.Share(f) : "–";
    }
}
