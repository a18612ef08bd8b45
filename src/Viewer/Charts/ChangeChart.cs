using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Viewer.Commands;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Two years beside each other: how the share among the same respondents changed, with its interval and what may be said of it.</summary>
public static class ChangeChart
{
    private const double LabelWidth = 206;
    private const double SharesWidth = 150;
    private const double PlotWidth = 360;
    private const double VerdictWidth = 150;
    private const double RowHeight = 28;
    private const double HeadHeight = 30;

    /// <summary>The chart; null where no respondent was asked both times.</summary>
    /// <param name="comparison">The two years.</param>
    /// <param name="findings">What it was made of.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="addressOf">The page that a theme in a year leads to.</param>
    /// <param name="subject">Which comments, where not all; empty for all.</param>
    public static Chart? Of(YearComparison comparison, AnalysisFindings findings, ScreenLanguage language, Func<Code, int, string> addressOf, string subject)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(addressOf);
        ArgumentNullException.ThrowIfNull(subject);
        var themes = comparison.Themes.Where(t => t.Kind != ChangeKind.NotMentioned && t.Difference is not null).ToList();
        if (themes.Count == 0)
        {
            return null;
        }

        var left = ChartSheet.Margin + LabelWidth + 10;
        var plot = left + SharesWidth + 20;
        var words = Words(comparison, findings, language, subject);
        var sheet = new ChartSheet(words, plot + PlotWidth + VerdictWidth + ChartSheet.Margin, HeadHeight + (themes.Count * RowHeight) + 10, string.Empty);
        double X(double difference) => plot + (PlotWidth * (difference + 1) / 2);
        var (top, bottom) = (sheet.Top + HeadHeight, sheet.Top + HeadHeight + (themes.Count * RowHeight));
        sheet.Text(left + (SharesWidth * 0.25), sheet.Top + 18, $"{comparison.Earlier}", "middle", 12, bold: true);
        sheet.Text(left + (SharesWidth * 0.75), sheet.Top + 18, $"{comparison.Later}", "middle", 12, bold: true);
        foreach (var line in new[] { -1.0, -0.5, 0, 0.5, 1 })
        {
            sheet.Line(X(line), top, X(line), bottom, line == 0 ? Palette.Muted : Palette.Rule, line == 0 ? 1.5 : 1);
            sheet.Text(X(line), sheet.Top + 18, string.Create(CultureInfo.InvariantCulture, $"{100 * line:+0;−0;±0}"), "middle", 12, fill: Palette.Muted);
        }

        for (var i = 0; i < themes.Count; i++)
        {
            Row(sheet, comparison, themes[i], (left, plot, top + ((i + 0.5) * RowHeight)), X, language, addressOf);
        }

        return new Chart("years", words.Title, sheet.Finish());
    }

    private static void Row(
        ChartSheet sheet,
        YearComparison comparison,
        ThemeChange theme,
        (double Left, double Plot, double Middle) at,
        Func<double, double> x,
        ScreenLanguage language,
        Func<Code, int, string> addressOf)
    {
        var name = language.Pick(theme.Code.Name);
        var verdict = language.Pick(CompareCommand.Verdict(theme));
        sheet.Label(at.Left - 10, at.Middle, TextWidth.Wrap(name, LabelWidth / ChartSheet.FontSize, 1), "end");
        var pairs = theme.Pairs;
        foreach (var (year, share, all, place) in new[]
        {
            (comparison.Earlier, new DocumentFrequency(pairs.Both + pairs.OnlyEarlier, pairs.All), theme.Before, 0.25),
            (comparison.Later, new DocumentFrequency(pairs.Both + pairs.OnlyLater, pairs.All), theme.After, 0.75),
        })
        {
            sheet.Mark(
                language.Pick($"{name}、{year}年度: {ChartText.Share(share)}。その年に尋ねた全員では {ChartText.Share(all)}", $"{name}, {year}: {ChartText.Share(share)}; of all asked that year {ChartText.Share(all)}"),
                null,
                () => sheet.Text(at.Left + (SharesWidth * place), at.Middle + 5, $"{share.Count}/{share.Of}", "middle"),
                all.Count == 0 ? null : addressOf(theme.Code, year));
        }

        var (interval, difference) = (theme.Difference!.Value, (double)(theme.Pairs.OnlyLater - theme.Pairs.OnlyEarlier) / theme.Pairs.All);
        sheet.Mark(
            language.Pick(
                string.Create(CultureInfo.InvariantCulture, $"{name}: 新たに挙げた {theme.Pairs.OnlyLater}、挙げなくなった {theme.Pairs.OnlyEarlier}、差 {100 * difference:+0;−0;0} ポイント（95% 区間 {100 * interval.Low:+0;−0;0}～{100 * interval.High:+0;−0;0}）。{verdict}"),
                string.Create(CultureInfo.InvariantCulture, $"{name}: {theme.Pairs.OnlyLater} anew, {theme.Pairs.OnlyEarlier} no longer, difference {100 * difference:+0;−0;0} points (95 % interval {100 * interval.Low:+0;−0;0} to {100 * interval.High:+0;−0;0}). {verdict}")),
            null,
            () =>
            {
                sheet.Line(x(interval.Low), at.Middle, x(interval.High), at.Middle, theme.IsClear ? Palette.Bar : Palette.Muted, theme.IsClear ? 3 : 1.5);
                sheet.Circle(x(difference), at.Middle, 5.5, theme.IsClear ? Palette.Bar : Palette.Paper, theme.IsClear ? Palette.Bar : Palette.Muted);
            });
        sheet.Text(at.Plot + PlotWidth + 14, at.Middle + 5, verdict, size: 12, bold: theme.IsClear, fill: theme.IsClear ? null : Palette.Muted);
    }

    private static ChartWords Words(YearComparison comparison, AnalysisFindings findings, ScreenLanguage language, string subject)
    {
        var clear = comparison.Themes.Where(t => t.IsClear).Select(t => language.Pick(t.Code.Name)).ToList();
        return new ChartWords(
            language.Pick($"{comparison.Earlier}年度と{comparison.Later}年度、同じ{comparison.Paired.Length}の回答者で", $"{comparison.Earlier} and {comparison.Later}, the same {comparison.Paired.Length} respondents"),
            clear.Count == 0
                ? language.Pick("増えた・減ったと言えるテーマはありません。", "No theme clearly changed.")
                : language.Pick("変わったと言えるテーマ: ", "Themes that clearly changed: ") + string.Join(language.Pick("、", ", "), clear),
            [
                .. subject.Length > 0 ? [subject] : ImmutableArray<string>.Empty,
                language.Pick(
                    "点は両方の年に尋ねた回答者での増減（ポイント）、横の線は 95 % 区間（Newcombe）。塗った点は、偶然では説明しにくい変化です（McNemar の正確検定、Holm の補正）。",
                    "Points: change among those asked both times, in percentage points; lines: 95 % intervals (Newcombe). Filled: hard to explain by chance (McNemar's exact test, Holm)."),
            ],
            [
                language.Pick(
                    $"変わった回答者が {YearComparison.FewestChanged} 者に満たないテーマは、少なすぎて言えません。左の数も、両方の年に尋ねた回答者での数です。その年に尋ねた全員での数は、この図の表にあります。",
                    $"Fewer than {YearComparison.FewestChanged} respondents that changed are too few to say. Numbers on the left, too, are of those asked both times; those of all asked a year stand in the table of this chart."),
                .. QuestionsText.Of(comparison.Questions, isOfTests: false).Select(note => language.Pick(note)),
                ChartText.SourceLine(findings, language),
            ]);
    }
}
