using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Reports.Html;

namespace FeedbackLab.Viewer.Charts;

/// <summary>Heatmap: how many comments each respondent gave to each theme.</summary>
public static class RespondentHeatmap
{
    /// <summary>Most respondents that one chart shows; the table beside it has them all.</summary>
    public const int MostRows = 40;

    private const double CellWidth = 38;
    private const double CellHeight = 26;
    private const double HeadEms = 13;
    private const double LabelEms = 22;
    private const double Slope = 0.72;

    /// <summary>The chart; null where no known respondent mentions any theme.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="linkBase">What stands before the # of a link: empty within the report.</param>
    public static Chart? Of(AnalysisFindings findings, ScreenLanguage language, string linkBase)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var themes = findings.Themes.Where(t => !t.ByRespondent.IsEmpty).ToImmutableArray();
        if (themes.IsEmpty)
        {
            return null;
        }

        var rows = Rows(findings, themes);
        var shown = rows.Take(MostRows).ToList();
        var labelWidth = Math.Clamp(shown.Max(r => TextWidth.Of(r.Name)), 6, LabelEms) * ChartSheet.FontSize;
        var heads = themes.Select(t => TextWidth.Wrap(language.Pick(t.Code.Name), HeadEms, 1)[0]).ToList();
        var headHeight = (heads.Max(TextWidth.Of) * 12 * Slope) + 14;
        var left = ChartSheet.Margin + labelWidth + 10;
        var overhang = Math.Max(heads.Select((h, i) => (TextWidth.Of(h) * 12 * Slope) - ((heads.Count - i - 0.5) * CellWidth)).Max(), 0);
        var width = Math.Max(left + (themes.Length * CellWidth) + overhang + ChartSheet.Margin, 420);
        var steps = Steps.Of(shown.SelectMany(r => r.Counts).Max());
        var words = Words(findings, rows, themes.Length, language);
        var sheet = new ChartSheet(words, width, headHeight + ((shown.Count + 1) * CellHeight) + 44, linkBase);
        var top = sheet.Top + headHeight;

        for (var t = 0; t < themes.Length; t++)
        {
            Head(sheet, themes[t], heads[t], left + (t * CellWidth), top, top + (shown.Count * CellHeight), language);
        }

        for (var r = 0; r < shown.Count; r++)
        {
            RowOf(sheet, shown[r], themes, left, top + (r * CellHeight), steps, language);
        }

        sheet.Label(left - 10, top + ((shown.Count + 0.5) * CellHeight), [language.Pick("挙げた回答者", "respondents")], "end", Palette.Muted);
        Legend(sheet, steps, left, top + ((shown.Count + 1) * CellHeight) + 16, language);
        return new Chart("themes-by-respondent", words.Title, sheet.Finish());
    }

    private static void Head(ChartSheet sheet, ThemeFinding theme, string head, double x, double top, double bottom, ScreenLanguage language) =>
        sheet.Mark(
            $"{language.Pick(theme.Code.Name)}: {ChartText.Share(theme.Respondents)}",
            Anchor.Theme(theme.Code.Id),
            () =>
            {
                sheet.Text(x + (CellWidth / 2) + 2, top - 6, head, size: 12, turn: -46);
                sheet.Text(x + (CellWidth / 2), bottom + 18, $"{theme.Respondents.Count}", "middle", bold: true);
            });

    private static void RowOf(
        ChartSheet sheet, HeatmapRow row, ImmutableArray<ThemeFinding> themes, double left, double y, Steps steps, ScreenLanguage language)
    {
        var middle = y + (CellHeight / 2);
        sheet.Mark(
            row.Name,
            Anchor.Respondent(row.Respondent),
            () => sheet.Label(left - 10, middle, TextWidth.Wrap(row.Name, LabelEms, 1), "end", row.Comments == 0 ? Palette.Muted : null));
        if (row.Comments == 0)
        {
            sheet.Mark(
                language.Pick($"{row.Name}: 意見なし", $"{row.Name}: no comments"),
                null,
                () => sheet.Text(left + 6, middle + 5, language.Pick("意見なし", "no comments"), size: 12, fill: Palette.Muted));
            return;
        }

        for (var t = 0; t < themes.Length; t++)
        {
            var (x, count, name) = (left + (t * CellWidth), row.Counts[t], language.Pick(themes[t].Code.Name));
            var fill = count == 0 ? Palette.Paper : steps.Colour(count);
            sheet.Mark(
                language.Pick($"{row.Name} × {name}: 意見 {count}件", $"{row.Name} × {name}: {ScreenLanguages.InEnglish(count, "comment")}"),
                count == 0 ? null : Anchor.ThemeRespondent(themes[t].Code.Id, row.Respondent),
                () =>
                {
                    sheet.Box(x, y, CellWidth, CellHeight, fill, Palette.Rule);
                    if (count > 0)
                    {
                        sheet.Text(x + (CellWidth / 2), middle + 5, $"{count}", "middle", fill: Palette.On(fill));
                    }
                });
        }
    }

    private static void Legend(ChartSheet sheet, Steps steps, double x, double y, ScreenLanguage language)
    {
        var label = language.Pick("意見の数", "comments");
        sheet.Text(x - 10, y + 13, label, "end", 12, fill: Palette.Muted);
        foreach (var (text, colour) in steps.Legend)
        {
            sheet.Box(x, y, CellWidth, 18, colour, Palette.Rule);
            sheet.Text(x + (CellWidth / 2), y + 13, text, "middle", 12, fill: Palette.On(colour));
            x += CellWidth;
        }
    }

    // Those who mention most themes first, then most comments: the pattern shows from the top left; ties by name.
    private static List<HeatmapRow> Rows(AnalysisFindings findings, ImmutableArray<ThemeFinding> themes)
    {
        var comments = findings.Comments.Where(c => c.Comment.AskedRespondent is not null)
            .CountBy(c => c.Comment.AskedRespondent!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var mentions = themes.Select(t => t.ByRespondent.ToDictionary(m => m.Respondent, m => m.CommentIds.Length, StringComparer.Ordinal)).ToList();
        return [.. findings.Respondents
            .Select((name, i) => new HeatmapRow(i, name, comments.GetValueOrDefault(name), [.. mentions.Select(m => m.GetValueOrDefault(name))]))
            .OrderByDescending(r => r.Counts.Count(c => c > 0))
            .ThenByDescending(r => r.Comments)
            .ThenBy(r => r.Respondent)];
    }

    private static ChartWords Words(AnalysisFindings findings, List<HeatmapRow> rows, int themes, ScreenLanguage language)
    {
        var silent = findings.Themes.Length - themes;
        var foot = new List<string>();
        if (rows.Count > MostRows)
        {
            foot.Add(language.Pick(
                $"挙げたテーマの多い順に 回答者 {MostRows}者を示しています。残りの {rows.Count - MostRows}者は報告書の表にあります。",
                $"The {MostRows} respondents that mention most themes; the other {rows.Count - MostRows} are in the report's table."));
        }

        if (silent > 0)
        {
            foot.Add(language.Pick($"どの回答者も挙げていないテーマ {silent}件は省いています。", $"{silent} themes that no respondent mentions are left out."));
        }

        foot.Add(ChartText.SourceLine(findings, language));
        var most = rows[0];
        return new ChartWords(
            language.Pick("どの回答者がどのテーマを挙げたか", "Which respondent mentions which theme"),
            language.Pick(
                $"{most.Name}が最も多い{most.Counts.Count(c => c > 0)}テーマを挙げています。",
                $"{most.Name} mentions the most themes, {most.Counts.Count(c => c > 0)}."),
            [language.Pick(
                $"数字は意見の数。回答者 {findings.Respondents.Length}者、空欄はそのテーマを挙げていないことを示します。",
                $"Numbers of comments; {ScreenLanguages.InEnglish(findings.Respondents.Length, "respondent")}. An empty cell: not mentioned.")],
            foot);
    }

    private sealed record HeatmapRow(int Respondent, string Name, int Comments, ImmutableArray<int> Counts);
}
