using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>The report's head: what it rests on and the most mentioned themes, made of counts only.</summary>
internal static class OverviewSection
{
    public static void Write(MarkupWriter page, ReportContext context)
    {
        var findings = context.Findings;
        page.Start("header", ("id", "overview"));
        page.Element("h1", context.Content.Title);
        Cover(page, context.Content.Settings);
        page.Element("p", ChartText.SourceLine(findings, context.Language), ("class", "note"));
        Paragraph(page, context);
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
        Caution(page, context);
        page.End();
    }

    /// <summary>What the settings put on the cover beside the title, and the foreword, a paragraph a line.</summary>
    public static void Cover(MarkupWriter page, ReportSettings settings)
    {
        foreach (var line in new[] { string.Join("　", new[] { settings.Organisation, settings.Date }.OfType<string>()) }
            .Concat((settings.Foreword ?? string.Empty).Split('\n', StringSplitOptions.TrimEntries)).Where(l => l.Length > 0))
        {
            page.Element("p", line);
        }
    }

    /// <summary>That the report is not for everybody.</summary>
    public static void Caution(MarkupWriter page, ReportContext context) =>
        page.Element(
            "p",
            context.Pick(
                "この報告書には回答者の名前と意見の原文が載っています。内部での利用に限ってください。公表するときは、名前や個人が分かる記述を確かめてください。",
                "This report holds respondents' names and their own words. It is for internal use; check names and what could point at a person before you publish any of it."),
            ("class", "private"));

    // Counts only, each with the way to what was counted.
    private static void Paragraph(MarkupWriter page, ReportContext context)
    {
        var findings = context.Findings;
        var total = findings.Ledger.Total;
        page.Start("p", ("class", "lead"));
        Linked(page, context.Pick("資料 ", "From "), findings.Corpus.Sources.Length, "sources", context.Pick("件から ", " sources "));
        Linked(page, string.Empty, total.RowsIn, "ledger", context.Pick("件を読み取り、意見 ", " passages were read; "));
        Linked(page, string.Empty, total.Analysed, Anchor.Comments, context.Pick("件を分析しました。", " of them are comments and were analysed. "));
        TopThemes(page, context);
        Linked(page, context.Pick("どのテーマにも当てはまらない意見は ", " "), total.WithoutTheme, Anchor.NoTheme, context.Pick("件あります。", " comments fit no theme."));
        page.End();
    }

    private static void TopThemes(MarkupWriter page, ReportContext context)
    {
        var findings = context.Findings;
        var byComments = findings.CountsComments;
        var top = LargestThemes.Of(findings);
        if (top.IsEmpty)
        {
            page.Text(context.Pick("コードブックのテーマに当てはまる意見はありませんでした。", "No comment fits a theme of the codebook."));
            return;
        }

        page.Text(byComments
            ? context.Pick("意見の多いテーマは順に、", "The themes with most comments: ")
            : context.Pick("挙げた回答者の多いテーマは順に、", "The themes that most respondents mention: "));
        for (var i = 0; i < top.Length; i++)
        {
            page.Text(i == 0 ? string.Empty : context.Pick("、", ", "));
            page.Element("a", context.Pick($"「{top[i].Code.Name.Ja}」", top[i].Code.Name.En), ("href", "#" + Anchor.Theme(top[i].Code.Id)));
            page.Text(" " + ChartText.Share(byComments ? top[i].Comments : top[i].Respondents));
        }

        page.Text(context.Pick("です。", "."));
    }

    private static void Linked(MarkupWriter page, string before, int count, string anchor, string after)
    {
        page.Text(before);
        page.Element("a", $"{count}", ("href", "#" + anchor));
        page.Text(after);
    }

    private static void Tile(MarkupWriter page, int count, string anchor, string words)
    {
        page.Start("li");
        page.Element("a", $"{count}", ("href", "#" + anchor));
        page.Text(words).End();
    }
}
