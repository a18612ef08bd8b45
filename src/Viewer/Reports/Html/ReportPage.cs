using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>Writes <c>report.html</c>: one file that needs nothing else, for screen, telephone and paper.</summary>
public static partial class ReportPage
{
    /// <summary>The page; every number in it links to the comments behind it.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="run">What made them.</param>
    /// <param name="language">The language of the words around the comments.</param>
    public static string Of(AnalysisFindings findings, RunInfo run, ScreenLanguage language) => Of(
        ReportContent.Of(
            findings,
            run,

            // Without the pictures that this page leaves out, or draws itself.
            ReportSettings.Default with { Include = [.. ReportSettings.Default.Include.Where(p => p is not (ReportPart.Network or ReportPart.Respondents or ReportPart.Clusters))] },
            language,
            PublishedText.AsIs),
        isWhole: true);

    /// <summary>The page of a report: with every comment, and every number a link to those behind it, where the settings hold every theme and part and nothing is to be published.</summary>
    /// <param name="content">What the report says.</param>
    public static string Of(ReportContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var isChosen = !content.Settings.Themes.IsEmpty || ReportSettings.Default.Include.Except(content.Settings.Include).Any();
        return Of(content, isWhole: !isChosen && !content.Words.IsForPublication);
    }

    private static string Of(ReportContent content, bool isWhole)
    {
        var context = new ReportContext(content);
        var page = new MarkupWriter();
        page.Raw("<!DOCTYPE html>\n").Start("html", ("lang", content.Language.Tag()));
        page.Start("head");
        page.Empty("meta", ("charset", "utf-8"));
        page.Empty("meta", ("http-equiv", "Content-Security-Policy"), ("content", ReportStyle.Policy));
        page.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        page.Empty("meta", ("name", "referrer"), ("content", "no-referrer"));
        page.Element("title", content.Title);
        page.Start("style").Raw(ReportStyle.Sheet).End();
        page.End();
        page.Start("body").Start("div", ("class", "page"));
        if (!isWhole)
        {
            ChosenPage.Write(page, context);
            page.End().End().End();
            return WithoutDeadLinks(page.Finish());
        }

        Contents(page, context);
        page.Start("main");
        foreach (var section in Sections(context))
        {
            page.Raw(section);
        }

        page.End().End().End().End();
        return page.Finish();
    }

    /// <summary>The charts of the findings: bars, then heatmaps where there is something to compare.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="linkBase">What stands before the # of a link: empty within the report.</param>
    public static IReadOnlyList<Chart> Charts(AnalysisFindings findings, ScreenLanguage language, string linkBase) =>
        [.. new[]
        {
            ThemeBars.Of(findings, language, linkBase),
            RespondentHeatmap.Of(findings, language, linkBase),
            YearHeatmap.Of(findings, language, linkBase),
        }.OfType<Chart>()];

    // Each is written by itself, on whichever core is free.
    private static ImmutableArray<string> Sections(ReportContext context)
    {
        ImmutableArray<Action<MarkupWriter, ReportContext>> writers =
        [
            OverviewSection.Write,
            ChartSection.Write,
            ChangeSection.Write,
            SourceSection.Write,
            ThemeSection.Write,
            DiscussionSection.Write,
            ClusterSection.Write,
            TableSection.Write,
            CommentSection.Write,
            LeftOutSection.Write,
            MethodSection.Write,
        ];
        return AtOnce.Made(writers.Length, s =>
        {
            var page = new MarkupWriter();
            writers[s](page, context);
            return page.Finish();
        });
    }

    private static void Contents(MarkupWriter page, ReportContext context)
    {
        page.Start("nav", ("aria-label", context.Pick("目次", "Contents"))).Start("ul");
        Entry(page, "overview", context.Pick("概要", "Overview"));
        Entry(page, "charts", context.Pick("図", "Charts"));
        if (context.Content.Years is not null)
        {
            Entry(page, ChangeSection.Anchor, context.Pick("前の年からの変化", "Changes"));
        }

        Entry(page, "sources", context.Pick("読んだ資料", "What was read"));
        page.Start("li").Element("a", context.Pick("テーマ", "Themes"), ("href", "#themes")).Start("ul");
        foreach (var theme in context.Findings.Themes.Where(t => t.Comments.Count > 0))
        {
            Entry(page, Anchor.Theme(theme.Code.Id), context.Pick(theme.Code.Name));
        }

        Entry(page, Anchor.NoTheme, context.Pick("テーマなし", "Without a theme"));
        page.End().End();
        if (!context.Findings.Discussions.IsEmpty)
        {
            Entry(page, Anchor.Discussion, context.Pick("資料の考察", "The sources' discussion"));
        }

        Entry(page, "clusters", context.Pick("意見グループ（下書き）", "Groups of comments (drafts)"));
        Entry(page, "new-themes", context.Pick("新しいテーマの候補", "Possible new themes"));
        if (!context.Findings.Corpus.Tables.IsEmpty)
        {
            Entry(page, "tables", context.Pick("件数の表", "Tables of counts"));
        }

        Entry(page, Anchor.Comments, context.Pick("すべての意見", "All comments"));
        Entry(page, Anchor.LeftOut, context.Pick("分析しなかったもの", "What was not analysed"));
        Entry(page, "method", context.Pick("分析の方法", "How it was made"));
        page.End().End();
    }

    // Pictures link to what only the page with every comment has.
    private static string WithoutDeadLinks(string page)
    {
        var places = Place().Matches(page).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return Link().Replace(page, m => places.Contains(m.Groups[1].Value) ? m.Value : string.Empty);
    }

    [GeneratedRegex(" id=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex("(?<=<a(?: [a-z-]+=\"[^\"]*\")*) href=\"#([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    private static void Entry(MarkupWriter page, string anchor, string words) =>
        page.Start("li").Element("a", words, ("href", "#" + anchor)).End();
}
