using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Reports;

/// <summary>The report's head: what it rests on and the most mentioned themes, made of counts only.</summary>
internal static class OverviewSection
{
    public static void Write(MarkupWriter page, ReportContext context, string title)
    {
        var findings = context.Findings;
        page.Start("header", ("id", "overview"));
        page.Element("h1", title);
        page.Element("p", ChartText.SourceLine(findings, context.Language), ("class", "note"));
        page.Element("p", Paragraph(context), ("class", "lead"));
        page.Start("ul", ("class", "tiles"));
        Tile(page, findings.Corpus.Sources.Length, "sources", context.Pick("資料", "sources"));
        Tile(page, findings.Comments.Length, Anchor.Comments, context.Pick("意見", "comments"));
        Tile(page, findings.Respondents.Length, Anchor.Respondents, context.Pick("回答者", "respondents"));
        if (!findings.Corpus.Meetings.IsEmpty)
        {
            Tile(page, findings.Corpus.Meetings.Length, Anchor.Meetings, context.Pick("会議", "meetings"));
        }

        Tile(page, findings.Themes.Count(t => t.Comments.Count > 0), "themes", context.Pick("見つかったテーマ", "themes found"));
        Tile(page, findings.Ledger.Total.WithoutTheme, Anchor.NoTheme, context.Pick("テーマなしの意見", "comments without a theme"));
        page.End();
        page.Start("p", ("class", "note")).Element("a", LedgerText.Of(findings.Ledger.Total, context.Language), ("href", "#ledger")).End();
        page.Element(
            "p",
            context.Pick(
                "この報告書には回答者の名前と意見の原文が載っています。内部での利用に限ってください。公表するときは、名前や個人が分かる記述を確かめてください。",
                "This report holds respondents' names and their own words. It is for internal use; check names and what could point at a person before you publish any of it."),
            ("class", "private"));
        page.End();
    }

    private static string Paragraph(ReportContext context)
    {
        var findings = context.Findings;
        var total = findings.Ledger.Total;
        var byComments = findings.Respondents.IsEmpty;
        var top = (byComments ? findings.Themes.OrderByDescending(t => t.Comments.Count) : findings.Themes.AsEnumerable())
            .Where(t => t.Comments.Count > 0).Take(3)
            .Select(t => context.Pick($"「{t.Code.Name.Ja}」", t.Code.Name.En) + " " + ChartText.Share(byComments ? t.Comments : t.Respondents))
            .ToList();
        var read = context.Pick(
            $"資料 {findings.Corpus.Sources.Length}件から {total.RowsIn}件を読み取り、意見 {total.Analysed}件を分析しました。",
            $"{total.RowsIn} passages were read from {findings.Corpus.Sources.Length} sources; {total.Analysed} of them are comments and were analysed.");
        var themes = top.Count == 0
            ? context.Pick("コードブックのテーマに当てはまる意見はありませんでした。", " No comment fits a theme of the codebook.")
            : context.Pick(
                byComments ? "意見の多いテーマは順に、" : $"挙げた回答者の多いテーマは順に（全 {findings.Respondents.Length}）、",
                byComments ? " The themes with most comments: " : $" The themes that most of the {findings.Respondents.Length} respondents mention: ")
                + string.Join(context.Pick("、", ", "), top) + context.Pick("です。", ".");
        var rest = context.Pick(
            $"どのテーマにも当てはまらない意見は {total.WithoutTheme}件あります。", $" {total.WithoutTheme} comments fit no theme.");
        return read + themes + rest;
    }

    private static void Tile(MarkupWriter page, int count, string anchor, string words)
    {
        page.Start("li");
        page.Element("a", $"{count}", ("href", "#" + anchor));
        page.Text(words).End();
    }
}
