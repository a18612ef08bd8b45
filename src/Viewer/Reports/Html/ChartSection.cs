using System.Collections.Immutable;
using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>The charts, each with its table.</summary>
internal static class ChartSection
{
    public static void Write(MarkupWriter page, ReportContext context)
    {
        page.Start("section", ("id", "charts")).Element("h2", context.Pick("図", "Charts"));
        var findings = context.Findings;
        Figure(page, context, ThemeBars.Of(findings, context.Language, string.Empty), Themes);
        if (RespondentHeatmap.Of(findings, context.Language, string.Empty) is { } byRespondent)
        {
            Figure(page, context, byRespondent, Respondents);
        }

        if (YearHeatmap.Of(findings, context.Language, string.Empty) is { } byYear)
        {
            Figure(page, context, byYear, Years);
        }

        page.End();
    }

    private static void Figure(MarkupWriter page, ReportContext context, Chart chart, Action<MarkupWriter, ReportContext> table)
    {
        page.Start("figure", ("id", "chart-" + chart.Name));
        page.Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", chart.Title));
        page.Raw(chart.Svg).End();
        page.Start("details").Element("summary", context.Pick("この図の表", "The table of this chart"));
        table(page, context);
        page.End().End();
    }

    private static void Themes(MarkupWriter page, ReportContext context)
    {
        Sheet.Start(page, context, context.Pick("テーマ", "theme"), context.Pick("回答者", "respondents"), context.Pick("意見", "comments"), context.Pick("会議", "meetings"), context.Pick("うち回答者の数に入らないもの", "count in no respondent"));
        foreach (var theme in context.Findings.Themes)
        {
            var anchor = Anchor.Theme(theme.Code.Id);
            page.Start("tr").Start("th", ("scope", "row")).Element("a", context.Pick(theme.Code.Name), ("href", "#" + anchor)).End();
            page.Start("td", ("class", "n"));
            ReportContext.Share(page, theme.Respondents, anchor, Anchor.Respondents);
            page.End().Start("td", ("class", "n"));
            ReportContext.Share(page, theme.Comments, anchor, Anchor.Comments);
            page.End().Start("td", ("class", "n"));
            ReportContext.Share(page, theme.Meetings, anchor, Anchor.Meetings);
            page.End().Start("td", ("class", "n"));
            ReportContext.Count(page, theme.WithoutRespondent, Anchor.ThemeRespondent(theme.Code.Id, -1));
            page.End().End();
        }

        Sheet.End(page);
    }

    private static void Respondents(MarkupWriter page, ReportContext context)
    {
        var themes = context.Findings.Themes.Where(t => !t.ByRespondent.IsEmpty).ToImmutableArray();
        Sheet.Start(page, context, Sheet.Matrix, [context.Pick("回答者", "respondent"), .. themes.Select(t => context.Pick(t.Code.Name))]);
        var counts = themes.Select(t => t.ByRespondent.ToDictionary(m => m.Respondent, m => m.CommentIds.Length, StringComparer.Ordinal)).ToList();
        for (var i = 0; i < context.Findings.Respondents.Length; i++)
        {
            var respondent = context.Findings.Respondents[i];
            page.Start("tr").Start("th", ("scope", "row")).Element("a", respondent, ("href", "#" + Anchor.Respondent(i))).End();
            for (var t = 0; t < themes.Length; t++)
            {
                page.Start("td", ("class", "n"));
                ReportContext.Count(page, counts[t].GetValueOrDefault(respondent), Anchor.ThemeRespondent(themes[t].Code.Id, i));
                page.End();
            }

            page.End();
        }

        Sheet.End(page);
    }

    private static void Years(MarkupWriter page, ReportContext context)
    {
        var years = context.Findings.Years;
        Sheet.Start(page, context, [context.Pick("テーマ", "theme"), .. years.SelectMany(y => new[] { context.Pick($"{y}年 回答者", $"{y} respondents"), context.Pick($"{y}年 意見", $"{y} comments") })]);
        foreach (var theme in context.Findings.Themes.Where(t => t.Comments.Count > 0))
        {
            page.Start("tr").Element("th", context.Pick(theme.Code.Name), ("scope", "row"));
            foreach (var year in years)
            {
                var mentions = theme.ByYear.FirstOrDefault(m => m.Year == year);
                var anchor = Anchor.ThemeYear(theme.Code.Id, year);
                page.Start("td", ("class", "n"));
                ReportContext.Share(page, mentions?.Respondents ?? default, anchor, Anchor.Respondents);
                page.End().Start("td", ("class", "n"));
                ReportContext.Share(page, mentions?.Comments ?? default, anchor, Anchor.Comments);
                page.End();
            }

            page.End();
        }

        Sheet.End(page);
    }
}
