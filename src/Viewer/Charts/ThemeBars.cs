using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Reports.Html;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Bars: how many respondents mention each theme, out of all asked.</summary>
public static class ThemeBars
{
    private const double Width = 720;
    private const double LabelWidth = 206;
    private const double BarLeft = ChartSheet.Margin + LabelWidth + 10;
    private const double BarWidth = 300;
    private const double Row = 34;
    private const double Thick = 18;
    private const double HeadRow = 24;

    /// <summary>The chart; by comments where no respondent is known.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="linkBase">What stands before the # of a link: empty within the report.</param>
    public static Chart Of(AnalysisFindings findings, ScreenLanguage language, string linkBase)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var byComments = findings.CountsComments;
        var themes = byComments ? findings.Themes.OrderByDescending(t => t.Comments.Count).ToList() : [.. findings.Themes];
        var words = Words(findings, themes, byComments, language);
        var sheet = new ChartSheet(words, Width, HeadRow + (Math.Max(1, themes.Count) * Row), linkBase);
        var valueX = BarLeft + BarWidth + 12;
        sheet.Text(valueX, sheet.Top + 14, language.Pick(byComments ? "意見" : "回答者", byComments ? "comments" : "respondents"), size: 12, fill: Palette.Muted);
        if (!byComments)
        {
            sheet.Text(Width - ChartSheet.Margin, sheet.Top + 14, language.Pick("意見", "comments"), "end", 12, fill: Palette.Muted);
        }

        var y = sheet.Top + HeadRow;
        foreach (var theme in themes)
        {
            var top = y;
            var name = language.Pick(theme.Code.Name);
            var shown = byComments ? theme.Comments : theme.Respondents;
            sheet.Mark(Title(theme, name, byComments, language), Anchor.Theme(theme.Code.Id), () =>
            {
                var middle = top + (Row / 2);
                var muted = theme.Comments.Count == 0 ? Palette.Muted : null;
                sheet.Label(ChartSheet.Margin + LabelWidth, middle, TextWidth.Wrap(name, LabelWidth / ChartSheet.FontSize, 2), "end", muted);
                sheet.Box(BarLeft, middle - (Thick / 2), BarWidth, Thick, Palette.Track);
                if (shown.Count > 0)
                {
                    sheet.Box(BarLeft, middle - (Thick / 2), BarWidth * shown.Count / shown.Of, Thick, Palette.Bar);
                    Interval(sheet, shown, middle);
                }

                sheet.Text(valueX, middle + 5, ChartText.Share(shown), bold: shown.Count > 0, fill: muted);
                if (!byComments)
                {
                    sheet.Text(Width - ChartSheet.Margin, middle + 5, $"{theme.Comments.Count}", "end", fill: Palette.Muted);
                }
            });
            y += Row;
        }

        return new Chart("themes", words.Title, sheet.Finish());
    }

    // A dark line with a light edge, so that it shows on the bar and beside it.
    private static void Interval(ChartSheet sheet, DocumentFrequency shown, double middle)
    {
        if (ChartText.IntervalOf(shown) is not { } interval)
        {
            return;
        }

        var (left, right) = (BarLeft + (BarWidth * interval.Low), BarLeft + (BarWidth * interval.High));
        sheet.Line(left - 1, middle, right + 1, middle, Palette.Paper, 4);
        sheet.Line(left, middle, right, middle, Palette.Ink, 1.5);
        sheet.Line(left, middle - 3, left, middle + 3, Palette.Ink, 1.5);
        sheet.Line(right, middle - 3, right, middle + 3, Palette.Ink, 1.5);
    }

    private static string Title(ThemeFinding theme, string name, bool byComments, ScreenLanguage language)
    {
        var comments = language.Pick(
            $"意見 {theme.Comments.Of}件のうち {theme.Comments.Count}件", $"{theme.Comments.Count} of {ScreenLanguages.InEnglish(theme.Comments.Of, "comment")}");
        return byComments
            ? $"{name}: {comments}"
            : language.Pick(
                $"{name}: 回答者 {theme.Respondents.Of}者のうち {theme.Respondents.Count}者、{comments}",
                $"{name}: {theme.Respondents.Count} of {ScreenLanguages.InEnglish(theme.Respondents.Of, "respondent")}, {comments}");
    }

    private static ChartWords Words(AnalysisFindings findings, List<ThemeFinding> themes, bool byComments, ScreenLanguage language)
    {
        var title = byComments
            ? language.Pick("テーマごとの意見の数", "Comments by theme")
            : language.Pick("テーマを挙げた回答者の数", "Respondents that mention each theme");
        var gist = string.Join(language.Pick("、", ", "), themes.Take(3).Select(t =>
            $"{language.Pick(t.Code.Name)} {ChartText.Share(byComments ? t.Comments : t.Respondents)}"));
        var comments = findings.Comments.Length;
        var anonymous = findings.Comments.Count(c => c.Comment.AskedRespondent is null);
        var note = byComments
            ? language.Pick(
                $"回答者の分かる回答がないため、意見の数（分母は {comments}件）で示します。",
                $"No answer names its respondent, so comments are counted (out of {comments}).")
            : language.Pick(
                $"分母は回答者 {findings.Respondents.Length}者。灰色の帯が全体、青い帯がテーマを挙げた回答者、細い線は割合の 95 % 区間（Clopper–Pearson）です。",
                $"Out of {ScreenLanguages.InEnglish(findings.Respondents.Length, "respondent")}: the grey bar is all of them, the blue one those that mention the theme, the thin line the share's 95 % interval (Clopper–Pearson).");
        var foot = new List<string>();
        if (!byComments && anonymous > 0)
        {
            foot.Add(language.Pick(
                $"右端は意見の数（全 {comments}件）。回答者の分からない意見や、会議の記録・意見書・報告書の {anonymous}件は、意見の数にだけ入っています。",
                $"At the right: comments (of {comments}). The {anonymous} of minutes, statements and reports, or without a known respondent, count among the comments only."));
        }

        foot.Add(ChartText.SourceLine(findings, language));
        return new ChartWords(title, gist, [note], foot);
    }
}
