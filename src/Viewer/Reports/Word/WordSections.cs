using System.Globalization;
using DocumentFormat.OpenXml;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Office;

namespace FeedbackLab.Viewer.Reports.Word;

/// <summary>The parts of a report as blocks, without the headings of the parts: a template has its own.</summary>
/// <param name="content">What the report says.</param>
/// <param name="blocks">Makes the blocks.</param>
internal sealed class WordSections(ReportContent content, WordBlocks blocks)
{
    private const double HighestChart = 20;
    private const double AroundBars = 2.2;

    private ReportWords Words => content.Words;

    public IEnumerable<OpenXmlElement> Summary()
    {
        foreach (var paragraph in content.Summary)
        {
            yield return blocks.Text(paragraph);
        }

        yield return blocks.Text(
            LedgerText.Of(content.Findings.Ledger.Total, content.Language), "Note");
        foreach (var block in ThemesChart().Concat(ThemesTable()))
        {
            yield return block;
        }
    }

    public IEnumerable<OpenXmlElement> ThemesChart() => content.ThemesChart is { } chart
        ? Whole(chart)
        : content.Findings.Themes.Any(t => t.Comments.Count < 0)
        ? [Missing("数を示せるテーマがないため、図はありません。", "Of no theme may the numbers be shown, so there is no chart.")]
        : [Missing("テーマのある意見がないため、図はありません。", "No comment has a theme, so there is no chart.")];

    public IEnumerable<OpenXmlElement> ThemesTable() => blocks.Table(ReportTables.ThemesInWords(content.Findings, Words));

    public IEnumerable<OpenXmlElement> YearsChart() => content.YearsChart is { } chart
        ? Whole(chart)
        : content.Years is null
        ? [Missing("比べられる年が一つしかないため、図はありません。", "There is but one year, so there is no chart.")]
        : [Missing("年ごとの数を示せるテーマがないため、図はありません。", "Of no theme may the numbers by year be shown, so there is no chart.")];

    public IEnumerable<OpenXmlElement> YearsTable() => content.Years is { } years
        ? blocks.Table(ReportTables.ChangesInWords(years, Words))
        : [Missing("比べられる年が一つしかありません。", "There is but one year.")];

    public IEnumerable<OpenXmlElement> Changes()
    {
        if (content.Years is { } years)
        {
            yield return blocks.Text(Words.Compared(years));
        }

        foreach (var block in YearsChart().Concat(content.Years is null ? [] : YearsTable()))
        {
            yield return block;
        }

        if (content.Years is not null)
        {
            yield return blocks.Text(Words.BothYears, "Note");
        }
    }

    public IEnumerable<OpenXmlElement> Themes() => content.Themes.SelectMany(t => Theme(t, withHeading: true));

    public IEnumerable<OpenXmlElement> Theme(ReportTheme theme, bool withHeading)
    {
        if (withHeading)
        {
            yield return blocks.Heading(2, theme.Name);
        }

        yield return blocks.Text(theme.Lead, "Lead");
        if (theme.Definition.Length > 0)
        {
            yield return blocks.Text(theme.Definition, "Note");
        }

        if (theme.Change is { } change)
        {
            yield return blocks.Text(change);
        }

        if (theme.Terms.Length > 0)
        {
            yield return blocks.Text(Words.Pick($"特徴的な語: {theme.Terms}", $"Telling terms: {theme.Terms}"), "Note");
        }

        foreach (var block in Chart(theme).Concat(Beside(theme)).Concat(Voices(theme)))
        {
            yield return block;
        }
    }

    public IEnumerable<OpenXmlElement> Chart(ReportTheme theme) => theme.Chart is { } chart
        ? blocks.Chart(chart, chart.IsHorizontal ? Height(chart) : 4.6)
        : Words.IsForPublication ? [Missing("示せる数が少ないため、図はありません。", "Too few of its numbers may be shown for a chart.")]
        : [Missing("意見がないため、図はありません。", "There are no comments, so there is no chart.")];

    private IEnumerable<OpenXmlElement> Beside(ReportTheme theme) => ReportTables.Beside(content.Findings, theme.Finding, Words) is { } beside
        ? [
            .. blocks.Table(ReportTables.Without(beside with { Notes = [] }, "place")),
            blocks.Text(Words.Pick(ReportTables.BesideCaution) + Words.Pick("出典: ", " Places: ")
                + string.Join(Words.Pick("、", ", "), beside.Rows.Select(r => r[^1] as string).Where(p => !string.IsNullOrEmpty(p)).Distinct(StringComparer.Ordinal)), "Note"),
        ]
        : [];

    public IEnumerable<OpenXmlElement> Voices(ReportTheme theme)
    {
        if (theme.Quotations.IsEmpty)
        {
            yield return Missing("引用できる意見はありませんでした。", "There is no comment to quote.");
        }

        foreach (var block in theme.Quotations.SelectMany(blocks.Quotation))
        {
            yield return block;
        }

        if (theme.Withheld > 0)
        {
            yield return blocks.Text(
                Words.Pick($"引用の同意がない意見{theme.Withheld}件は、引用の候補から外しています。", $"{theme.Withheld} comments may not be quoted and were passed over."), "Note");
        }
    }

    public IEnumerable<OpenXmlElement> Respondents() => content.Respondents is { } picture
        ? blocks.Picture(picture)
        : [Missing("回答者の分かる回答がないため、図はありません。", "No answer names its respondent, so there is no picture.")];

    public IEnumerable<OpenXmlElement> Network() => content.Network is { } picture
        ? blocks.Picture(picture)
        : [Missing("意見が少ないため、図はありません。", "There are too few comments for a picture.")];

    public IEnumerable<OpenXmlElement> Clusters() => content.ClusterMap is { } picture
        ? [blocks.Text(Words.Pick(
            "コードブックを使わず、使われている語の近さだけで意見をまとめたものです（下書き）。テーマを考える手がかりとして見てください。",
            "Made without the codebook, by the words that comments share (a draft): hints for themes, not results."), "Note"), .. blocks.Picture(picture)]
        : [Missing("意見グループの図はありません。", "There is no map of groups.")];

    public IEnumerable<OpenXmlElement> Map() => content.Map is { } picture
        ? blocks.Picture(picture)
        : [Missing("図に分ける属性が設定にないか、数が少なすぎるため、図はありません。", "The settings name no attribute for a map, or the numbers are too small.")];

    public IEnumerable<OpenXmlElement> Counts() => content.Findings.Corpus.Tables.IsEmpty
        ? [Missing("資料に件数の表はありませんでした。", "The sources hold no tables of counts.")]
        : content.Findings.Corpus.Tables.SelectMany(t => blocks.Table(ReportTables.Counts(t, Words)));

    public IEnumerable<OpenXmlElement> Discussions() => content.Findings.Discussions.IsEmpty
        ? [Missing("資料に考察はありませんでした。", "The sources hold no discussion.")]
        : content.Findings.Discussions.SelectMany(d => blocks.Table(ReportTables.Discussion(d, content.Findings.Codebook, Words)));

    public IEnumerable<OpenXmlElement> Places() => content.Quotations.Any()
        ? blocks.Table(
            ReportTables.Without(ReportTables.Quotations(content.Quotations, Words), "words", "code", "reason"),
            row => WordBlocks.QuotationBookmark((int)row[0]!))
        : [Missing("引用はありません。", "There are no quotations.")];

    public IEnumerable<OpenXmlElement> Method()
    {
        foreach (var (heading, text) in content.Method.Paragraphs)
        {
            yield return blocks.Heading(2, heading, isListed: false);
            yield return blocks.Text(text);
        }

        yield return blocks.Heading(2, Words.Pick("作り直すために", "To make it again"), isListed: false);
        foreach (var (name, value) in content.Method.Facts)
        {
            yield return blocks.Text(string.Create(CultureInfo.InvariantCulture, $"{name}: {value}"), "Note");
        }

        foreach (var block in blocks.Table(ReportTables.Sources(content.Method.Sources)))
        {
            yield return block;
        }
    }

    // In as many charts as pages are needed.
    private IEnumerable<OpenXmlElement> Whole(NativeChart chart) =>
        ChartParts.Of(chart, (int)((HighestChart - AroundBars) / BarHeight(chart))).SelectMany(part => blocks.Chart(part, Height(part)));

    // Tall enough that every bar has its name beside it.
    private static double Height(NativeChart chart) => Math.Clamp(AroundBars + (chart.Categories.Length * BarHeight(chart)), 3.6, HighestChart);

    private static double BarHeight(NativeChart chart) => chart.Series.Length > 1 ? 0.95 : 0.68;

    private DocumentFormat.OpenXml.Wordprocessing.Paragraph Missing(string ja, string en) => blocks.Text(Words.Pick(ja, en), "Note");
}
