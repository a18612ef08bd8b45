using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>A section a theme: what it is, how often it comes up, and every comment that carries it; then the comments without one.</summary>
internal static class ThemeSection
{
    public static void Write(MarkupWriter page, ReportContext context)
    {
        page.Start("section", ("id", "themes"));
        page.Element("h2", context.Pick("テーマ", "Themes"));
        page.Element(
            "p",
            context.Pick(
                "回答者の多い順です。意見の言葉は原文のままで、そのテーマと判断したもとになった語に印を付けています。",
                "By number of respondents. Comments are in their own words; what decided for the theme is marked."),
            ("class", "note"));
        foreach (var theme in context.Findings.Themes)
        {
            Theme(page, context, theme);
        }

        WithoutTheme(page, context);
        page.End();
    }

    private static void Theme(MarkupWriter page, ReportContext context, ThemeFinding theme)
    {
        page.Start("section").Element("h3", context.Pick(theme.Code.Name), ("id", Anchor.Theme(theme.Code.Id)));
        page.Element("p", context.Pick(theme.Code.Definition));
        if (theme.Comments.Count == 0)
        {
            page.Element("p", context.Pick("このテーマに当てはまる意見はありませんでした。", "No comment carries this theme."), ("class", "empty")).End();
            return;
        }

        Facts(page, context, theme);
        Voices(page, context, theme);
        Years(page, context, theme);
        Tables(page, context, theme);
        AllOf(page, context, theme);
        page.End();
    }

    private static void Voices(MarkupWriter page, ReportContext context, ThemeFinding theme)
    {
        if (context.Theme(theme.Code.Id) is not { } said)
        {
            return;
        }

        page.Element("h4", context.Pick("声", "Voices"));
        page.Start("div", ("class", "best"));
        foreach (var quotation in said.Quotations)
        {
            page.Start("article", ("class", "comment"));
            page.Element("p", quotation.Words, ("class", "words"));
            page.Start("p", ("class", "meta")).Element("span", quotation.Speaker, ("class", "who"));
            page.Element("span", quotation.ReasonWords, ("class", "chip"));
            page.Element("a", quotation.Place, ("class", "place"), ("href", "#" + Anchor.Comment(quotation.CommentId))).End().End();
        }

        page.End();
        if (said.Withheld > 0)
        {
            page.Element(
                "p",
                context.Pick($"引用の同意がない意見{said.Withheld}件は、引用の候補から外しています。", $"{said.Withheld} comments may not be quoted and were passed over."),
                ("class", "note"));
        }

        if (said.Change is { } change)
        {
            page.Element("p", change);
        }
    }

    private static void Facts(MarkupWriter page, ReportContext context, ThemeFinding theme)
    {
        var all = AllAnchor(theme);
        page.Start("dl", ("class", "facts"));
        if (theme.Respondents.Of > 0)
        {
            page.Element("dt", context.Pick("回答者", "respondents")).Start("dd");
            ReportContext.Share(page, theme.Respondents, all, Anchor.Respondents);
            if (context.Content.Words.Interval(theme.Respondents) is { Length: > 1 } interval)
            {
                page.Text(context.Pick($"　95%信頼区間 {interval}", $", 95% interval {interval}"));
            }

            page.End();
        }

        page.Element("dt", context.Pick("意見", "comments")).Start("dd");
        ReportContext.Share(page, theme.Comments, all, Anchor.Comments);
        if (theme.WithoutRespondent > 0)
        {
            page.Text(context.Pick("、うち回答者の数に入らないもの ", ", of which count in no respondent: "));
            ReportContext.Count(page, theme.WithoutRespondent, Anchor.ThemeRespondent(theme.Code.Id, -1));
        }

        page.End();
        if (theme.Meetings.Of > 0)
        {
            page.Element("dt", context.Pick("会議", "meetings")).Start("dd");
            ReportContext.Share(page, theme.Meetings, all, Anchor.Meetings);
            page.End();
        }

        foreach (var discussion in context.Findings.Discussions)
        {
            page.Element("dt", context.Pick("資料の考察", "the source's discussion"));
            page.Start("dd").Element(
                "a",
                discussion.Themes.First(t => t.Code == theme.Code.Id).IsNamed
                    ? context.Pick("このテーマに触れています", "names this theme")
                    : context.Pick("このテーマに触れていません", "does not name this theme"),
                ("href", "#" + Anchor.Discussion));
            page.Text(context.Pick($"（{discussion.Source}）", $" ({discussion.Source})")).End();
        }

        if (!theme.Terms.IsEmpty)
        {
            page.Element("dt", context.Pick("特徴的な語", "telling terms"));
            page.Element("dd", string.Join(context.Pick("、", ", "), theme.Terms));
        }

        page.End();
    }

    private static void Years(MarkupWriter page, ReportContext context, ThemeFinding theme)
    {
        if (context.Findings.Years.Length < 2)
        {
            return;
        }

        page.Element("h4", context.Pick("年ごと", "By year"));
        page.Start("ul", ("class", "note"));
        foreach (var year in theme.ByYear.Where(y => y.Comments.Count > 0))
        {
            page.Start("li", ("id", Anchor.ThemeYear(theme.Code.Id, year.Year)));
            page.Text(context.Pick(
                $"{year.Year}年: 回答者 {Charts.ChartText.Share(year.Respondents)}、意見 {Charts.ChartText.Share(year.Comments)} — ",
                $"{year.Year}: respondents {Charts.ChartText.Share(year.Respondents)}, comments {Charts.ChartText.Share(year.Comments)} — "));
            for (var i = 0; i < year.CommentIds.Length; i++)
            {
                if (!context.Shows(year.CommentIds[i]))
                {
                    continue;
                }

                page.Text(i == 0 ? string.Empty : " ").Element("a", $"{i + 1}", ("href", "#" + Anchor.Comment(year.CommentIds[i])));
            }

            page.End();
        }

        page.End();
    }

    // Numbers that the sources count, beside what is said: totals where a table has them, else its first rows.
    private static void Tables(MarkupWriter page, ReportContext context, ThemeFinding theme)
    {
        if (ReportTables.Beside(context.Findings, theme, context.Content.Words) is not { } beside)
        {
            return;
        }

        page.Element("h4", context.Pick("資料の件数の表", "What the sources count"));
        page.Element("p", context.Pick(ReportTables.BesideCaution), ("class", "note"));
        ReportTable.Write(page, context, beside);
    }

    // On paper the list at the end holds every comment once; a theme would repeat most of them.
    private static void AllOf(MarkupWriter page, ReportContext context, ThemeFinding theme)
    {
        page.Element(
            "p",
            context.Pick(
                $"このテーマの意見 {theme.Comments.Count}件は、巻末の「すべての意見」にコードとともに載っています。",
                $"All {theme.Comments.Count} comments on it stand in the list at the end, with their codes."),
            ("class", "paper note"));
        page.Start("div", ("class", "screen"));
        CommentsBySpeaker(page, context, theme);
        page.End();
    }

    private static void CommentsBySpeaker(MarkupWriter page, ReportContext context, ThemeFinding theme)
    {
        page.Element("h4", context.Pick($"すべての意見 {theme.Comments.Count}件", $"All {ScreenLanguages.InEnglish(theme.Comments.Count, "comment")}"), ("id", AllAnchor(theme)));
        context.SayWhereTheRestIs(page);
        foreach (var mentions in theme.ByRespondent)
        {
            var place = context.RespondentPlace(mentions.Respondent);
            page.Start("div", ("id", Anchor.ThemeRespondent(theme.Code.Id, place)));
            page.Start("p").Element("strong", mentions.Respondent);
            page.Text(context.Pick($"（{mentions.CommentIds.Length}件）", $" ({mentions.CommentIds.Length})")).End();
            foreach (var id in mentions.CommentIds.Where(context.Shows))
            {
                CommentCard.Quoted(page, context, context.Comment(id), theme.Code.Id, withSpeaker: false);
            }

            page.End();
        }

        var nameless = theme.CommentIds.Where(id => context.Comment(id).Comment.AskedRespondent is null).ToList();
        if (nameless.Count == 0)
        {
            return;
        }

        page.Start("div", ("id", Anchor.ThemeRespondent(theme.Code.Id, -1)));
        page.Start("p").Element("strong", context.Pick("会議の記録や回答者の分からない意見など", "Minutes, respondent not known and the like"));
        page.Text(context.Pick($"（{nameless.Count}件）", $" ({nameless.Count})")).End();
        foreach (var id in nameless.Where(context.Shows))
        {
            CommentCard.Quoted(page, context, context.Comment(id), theme.Code.Id, withSpeaker: context.Comment(id).Comment is not { Respondent: null, Meeting: null });
        }

        page.End();
    }

    private static void WithoutTheme(MarkupWriter page, ReportContext context)
    {
        var without = context.Findings.Comments.Where(c => c.Codings.IsEmpty).ToList();
        page.Start("section").Element("h3", context.Pick("どのテーマにも当てはまらない意見", "Comments that fit no theme"), ("id", Anchor.NoTheme));
        page.Start("p").Text(context.Pick("意見 ", "Comments: "));
        ReportContext.Share(page, new DocumentFrequency(without.Count, context.Findings.Comments.Length), Anchor.NoTheme, Anchor.Comments);
        page.Text(context.Pick("。コードブックにない話題か、短くて判断できない意見です。", ". Topics that the codebook does not have, or too short to tell.")).End();
        foreach (var source in without.GroupBy(c => c.Comment.Source))
        {
            page.Start("div", ("id", Anchor.Aside(context.SourcePlace(source.Key), Anchor.NoTheme)));
            page.Element("h4", context.Pick($"{source.Key}（{source.Count()}件）", $"{source.Key} ({source.Count()})"));
            foreach (var comment in source.Where(c => context.Shows(c.Comment.Id)))
            {
                CommentCard.Quoted(page, context, comment, null, withSpeaker: true);
            }

            page.End();
        }

        page.End();
    }

    private static string AllAnchor(ThemeFinding theme) => Anchor.Theme(theme.Code.Id) + "--all";
}
