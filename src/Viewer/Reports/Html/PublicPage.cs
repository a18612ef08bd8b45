using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>The page of a report for publication: what is said in sentences, tables and quotations; no list from which a small count could be counted again.</summary>
internal static class PublicPage
{
    public static void Write(MarkupWriter page, ReportContext context)
    {
        var content = context.Content;
        var words = content.Words;
        Contents(page, context);
        page.Start("main").Start("header", ("id", "overview")).Element("h1", content.Title);
        Paragraph(page, string.Join("　", new[] { content.Settings.Organisation, content.Settings.Date }.OfType<string>()));
        Paragraph(page, content.Settings.Foreword ?? string.Empty);
        page.Element("p", words.HowSmallIsHidden, ("class", "note")).End();
        foreach (var part in content.Settings.Include)
        {
            switch (part)
            {
                case ReportPart.Summary:
                    Start(page, "summary", words.Pick("概要", "Summary"));
                    foreach (var paragraph in content.Summary)
                    {
                        page.Element("p", paragraph);
                    }

                    ChangeSection.Table(page, context, ReportTables.ThemesInWords(content.Findings, words));
                    page.End();
                    break;
                case ReportPart.Changes when content.Years is { } years:
                    Start(page, ChangeSection.Anchor, words.Pick($"{years.Earlier}年度から{years.Later}年度への変化", $"From {years.Earlier} to {years.Later}"));
                    ChangeSection.Table(page, context, ReportTables.ChangesInWords(years, words));
                    page.End();
                    break;
                case ReportPart.Themes:
                    Start(page, "themes", words.Pick("テーマ", "Themes"));
                    foreach (var theme in content.Themes)
                    {
                        Theme(page, context, theme);
                    }

                    page.End();
                    break;
                case ReportPart.Respondents when content.Respondents is { } groups:
                    Picture(page, groups);
                    break;
                case ReportPart.Network when content.Network is { } network:
                    Picture(page, network);
                    break;
                case ReportPart.Map when content.Map is { } map:
                    Picture(page, map);
                    break;
                case ReportPart.Discussion when !content.Findings.Discussions.IsEmpty:
                    Start(page, Anchor.Discussion, words.Pick("資料の考察との比べ合わせ", "Beside the sources' own discussion"));
                    foreach (var discussion in content.Findings.Discussions)
                    {
                        ChangeSection.Table(page, context, ReportTables.Discussion(discussion, content.Findings.Codebook, words));
                    }

                    page.End();
                    break;
                case ReportPart.Tables when !content.Findings.Corpus.Tables.IsEmpty:
                    TableSection.Write(page, context);
                    break;
                case ReportPart.Places when content.Quotations.Any():
                    Start(page, "places", words.Pick("引用の出典", "Where the quotations stand"));
                    ChangeSection.Table(page, context, ReportTables.Without(ReportTables.Quotations(content.Quotations, words), "words", "code"));
                    page.End();
                    break;
                case ReportPart.Method:
                    MethodSection.Write(page, context);
                    break;
                default:
                    break;
            }
        }

        page.End();
    }

    private static void Contents(MarkupWriter page, ReportContext context)
    {
        var themes = context.Content.Themes;
        page.Start("nav", ("aria-label", context.Pick("目次", "Contents"))).Start("ul");
        Entry("overview", context.Pick("はじめに", "Overview"));
        foreach (var part in context.Content.Settings.Include)
        {
            _ = part switch
            {
                ReportPart.Summary => Entry("summary", context.Pick("概要", "Summary")),
                ReportPart.Changes when context.Content.Years is not null => Entry(ChangeSection.Anchor, context.Pick("前の年からの変化", "Changes")),
                ReportPart.Themes => Entry("themes", context.Pick("テーマ", "Themes")) + themes.Sum(t => Entry(Anchor.Theme(t.Code), "　" + t.Name)),
                ReportPart.Respondents when context.Content.Respondents is { } groups => Entry("picture-" + groups.Name, groups.Title),
                ReportPart.Network when context.Content.Network is { } network => Entry("picture-" + network.Name, network.Title),
                ReportPart.Map when context.Content.Map is { } map => Entry("picture-" + map.Name, map.Title),
                ReportPart.Discussion when !context.Findings.Discussions.IsEmpty => Entry(Anchor.Discussion, context.Pick("資料の考察", "The sources' discussion")),
                ReportPart.Tables when !context.Findings.Corpus.Tables.IsEmpty => Entry("tables", context.Pick("件数の表", "Tables of counts")),
                ReportPart.Places when context.Content.Quotations.Any() => Entry("places", context.Pick("引用の出典", "Where the quotations stand")),
                ReportPart.Method => Entry("method", context.Pick("作り方", "How it was made")),
                _ => 0,
            };
        }

        page.End().End();

        int Entry(string anchor, string words)
        {
            page.Start("li").Element("a", words, ("href", "#" + anchor)).End();
            return 1;
        }
    }

    private static void Theme(MarkupWriter page, ReportContext context, ReportTheme theme)
    {
        page.Start("section").Element("h3", theme.Name, ("id", Anchor.Theme(theme.Code)));
        Paragraph(page, theme.Lead);
        Paragraph(page, theme.Definition);
        Paragraph(page, theme.Change ?? string.Empty);
        Paragraph(page, theme.Terms.Length == 0 ? string.Empty : context.Pick($"特徴的な語: {theme.Terms}", $"Telling terms: {theme.Terms}"));
        foreach (var quotation in theme.Quotations)
        {
            page.Start("article", ("class", "comment")).Element("p", quotation.Words, ("class", "words"));
            page.Start("p", ("class", "meta")).Element("span", quotation.Speaker, ("class", "who")).Element("span", quotation.ReasonWords, ("class", "chip"));
            page.Element("span", $"［{quotation.Number}］ {quotation.Place}", ("class", "place")).End().End();
        }

        page.End();
    }

    private static void Picture(MarkupWriter page, ReportPicture picture)
    {
        Start(page, "picture-" + picture.Name, picture.Title);
        page.Start("figure").Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", picture.Title));
        page.Raw(picture.Svg).End().End().End();
    }

    private static void Start(MarkupWriter page, string anchor, string title) => page.Start("section", ("id", anchor)).Element("h2", title);

    private static void Paragraph(MarkupWriter page, string words)
    {
        if (words.Length > 0)
        {
            page.Element("p", words);
        }
    }
}
