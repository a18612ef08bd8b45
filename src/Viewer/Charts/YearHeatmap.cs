using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Reports.Html;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Heatmap: the share that mentions each theme, year by year.</summary>
public static class YearHeatmap
{
    private const double LabelWidth = 206;
    private const double CellWidth = 104;
    private const double CellHeight = 28;
    private const double HeadHeight = 26;

    /// <summary>The chart; null where the comments name fewer than two years.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="linkBase">What stands before the # of a link: empty within the report.</param>
    public static Chart? Of(AnalysisFindings findings, ScreenLanguage language, string linkBase)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var themes = findings.Themes.Where(t => t.Comments.Count > 0).ToList();
        if (findings.Years.Length < 2 || themes.Count == 0)
        {
            return null;
        }

        var byComments = findings.CountsComments;
        var left = ChartSheet.Margin + LabelWidth + 10;
        var words = Words(findings, byComments, language);
        var width = Math.Max(left + (findings.Years.Length * CellWidth) + ChartSheet.Margin, 680);
        var sheet = new ChartSheet(words, width, HeadHeight + (themes.Count * CellHeight) + ShareSteps.KeyHeight, linkBase);
        for (var i = 0; i < findings.Years.Length; i++)
        {
            sheet.Text(left + ((i + 0.5) * CellWidth), sheet.Top + 17, language.Pick($"{findings.Years[i]}年", $"{findings.Years[i]}"), "middle", bold: true);
        }

        var y = sheet.Top + HeadHeight;
        foreach (var theme in themes)
        {
            var name = language.Pick(theme.Code.Name);
            var middle = y + (CellHeight / 2);
            sheet.Mark(name, Anchor.Theme(theme.Code.Id), () =>
                sheet.Label(left - 10, middle, TextWidth.Wrap(name, LabelWidth / ChartSheet.FontSize, 1), "end"));
            for (var i = 0; i < findings.Years.Length; i++)
            {
                var year = findings.Years[i];
                var mentions = theme.ByYear.FirstOrDefault(m => m.Year == year);
                Cell(sheet, theme, name, year, mentions, byComments, left + (i * CellWidth), y, language);
            }

            y += CellHeight;
        }

        ShareSteps.Key(sheet, left, y, language.Pick("割合", "share"));
        return new Chart("themes-by-year", words.Title, sheet.Finish());
    }

    private static void Cell(
        ChartSheet sheet, ThemeFinding theme, string name, int year, YearMentions? mentions, bool byComments, double x, double y, ScreenLanguage language)
    {
        var respondents = mentions?.Respondents ?? default;
        var comments = mentions?.Comments ?? default;
        var shown = byComments ? comments : respondents;
        var fill = ShareSteps.Colour(shown);
        var text = shown.Of == 0 ? "–" : ChartText.Share(shown);
        sheet.Mark(
            language.Pick(
                $"{name}、{year}年: 回答者 {respondents.Of}者のうち {respondents.Count}者、意見 {comments.Of}件のうち {comments.Count}件",
                $"{name}, {year}: {respondents.Count} of {ScreenLanguages.InEnglish(respondents.Of, "respondent")}, {comments.Count} of {ScreenLanguages.InEnglish(comments.Of, "comment")}"),
            comments.Count == 0 ? null : Anchor.ThemeYear(theme.Code.Id, year),
            () =>
            {
                sheet.Box(x, y, CellWidth, CellHeight, fill, Palette.Rule);
                sheet.Text(x + (CellWidth / 2), y + 19, text, "middle", fill: shown.Count == 0 ? Palette.Muted : Palette.On(fill));
            });
    }

    private static ChartWords Words(AnalysisFindings findings, bool byComments, ScreenLanguage language) => new(
        byComments
            ? language.Pick("テーマごとの意見の割合、年ごと", "Share of comments by theme and year")
            : language.Pick("テーマを挙げた回答者の割合、年ごと", "Share of respondents by theme and year"),
        language.Pick(
            $"{findings.Years[0]}年から{findings.Years[^1]}年までの{findings.Years.Length}か年。",
            $"{findings.Years.Length} years, {findings.Years[0]} to {findings.Years[^1]}."),
        [byComments
            ? language.Pick("分母はその年の意見。", "Out of that year's comments.")
            : language.Pick(
                "分母はその年に尋ねた回答者。–は回答者の分かる回答がない年。",
                "Out of those asked that year. –: no known respondent that year.")],
        [
            language.Pick("年により資料や質問、尋ねた相手が違うことがあります。", "Sources, questions and those asked may differ from year to year."),
            ChartText.SourceLine(findings, language),
        ]);
}
