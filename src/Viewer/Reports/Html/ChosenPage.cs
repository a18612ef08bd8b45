using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Reports.Html;

/// <summary>The page of a report whose themes or parts were chosen, and of every one for publication: what the other formats say in sentences, tables and quotations.</summary>
/// <remarks>It has no list of all comments: that would show what was not chosen, and small counts could be counted again from it.</remarks>
internal static class ChosenPage
{
    public static void Write(MarkupWriter page, ReportContext context)
    {
        var content = context.Content;
        var sections = content.Settings.Include.Select(part => SectionOf(part, page, context)).OfType<Section>().ToList();
        page.Start("nav", ("aria-label", context.Pick("目次", "Contents"))).Start("ul");
        Entry(page, "overview", context.Pick("はじめに", "Overview"));
        foreach (var section in sections)
        {
            Entry(page, section.Anchor, section.Entry);
            foreach (var (anchor, words) in section.Below)
            {
                Entry(page, anchor, "　" + words);
            }
        }

        page.End().End();
        page.Start("main").Start("header", ("id", "overview")).Element("h1", content.Title);
        OverviewSection.Cover(page, content.Settings);
        if (content.Words.IsForPublication)
        {
            page.Element("p", content.Words.HowSmallIsHidden, ("class", "note")).End();
        }
        else
        {
            OverviewSection.Caution(page, context);
            page.End();
        }

        foreach (var section in sections)
        {
            section.Write();
        }

        page.End();
    }

    // Null where there is nothing to say in a part.
    private static Section? SectionOf(ReportPart part, MarkupWriter page, ReportContext context)
    {
        var content = context.Content;
        var words = content.Words;
        return part switch
        {
            ReportPart.Summary => Titled(page, "summary", words.Pick("概要", "Summary"), words.Pick("概要", "Summary"), () =>
            {
                foreach (var paragraph in content.Summary)
                {
                    page.Element("p", paragraph);
                }

                if (!words.IsForPublication)
                {
                    page.Element("p", LedgerText.Of(content.Findings.Ledger.Total, content.Language), ("class", "note"));
                    Figure(page, ReportPicture.Of(ThemeBars.Of(content.Findings, content.Language, string.Empty)));
                }

                ReportTable.Write(page, context, ReportTables.ThemesInWords(content.Findings, words));
            }),
            ReportPart.Changes when content.Years is { } years => Titled(
                page,
                ChangeSection.Anchor,
                words.Pick("前の年からの変化", "Changes"),
                words.Pick($"{years.Earlier}年度から{years.Later}年度への変化", $"From {years.Earlier} to {years.Later}"),
                () => ChangeSection.Table(page, context, years)),
            ReportPart.Themes => Titled(page, "themes", words.Pick("テーマ", "Themes"), words.Pick("テーマ", "Themes"), () =>
            {
                foreach (var theme in content.Themes)
                {
                    Theme(page, context, theme);
                }
            }) with
            {
                Below = content.Themes.Select(t => (Anchor.Theme(t.Code), t.Name)),
            },
            ReportPart.Respondents when content.Respondents is { } groups => Picture(page, groups),
            ReportPart.Network when content.Network is { } network => Picture(page, network),
            ReportPart.Map when content.Map is { } map => Picture(page, map),
            ReportPart.Clusters when content.ClusterMap is { } clusters => Picture(page, clusters),
            ReportPart.Discussion when !content.Findings.Discussions.IsEmpty => Titled(
                page, Anchor.Discussion, words.Pick("資料の考察", "The sources' discussion"), words.Pick("資料の考察との比べ合わせ", "Beside the sources' own discussion"), () =>
                {
                    foreach (var discussion in content.Findings.Discussions)
                    {
                        ReportTable.Write(page, context, ReportTables.Discussion(discussion, content.Findings.Codebook, words));
                    }
                }),
            ReportPart.Tables when !content.Findings.Corpus.Tables.IsEmpty => new Section("tables", words.Pick("件数の表", "Tables of counts"), () => TableSection.Write(page, context)),
            ReportPart.Places when content.Quotations.Any() => Titled(
                page,
                "places",
                words.Pick("引用の出典", "Where the quotations stand"),
                words.Pick("引用の出典", "Where the quotations stand"),
                () => ReportTable.Write(page, context, ReportTables.Without(ReportTables.Quotations(content.Quotations, words), "words", "code"))),
            ReportPart.Method => new Section("method", words.Pick("分析の方法", "How it was made"), () => MethodSection.Write(page, context)),
            _ => null,
        };
    }

    private static void Entry(MarkupWriter page, string anchor, string words) => page.Start("li").Element("a", words, ("href", "#" + anchor)).End();

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

        if (!context.Content.Words.IsForPublication && theme.Withheld > 0)
        {
            page.Element(
                "p",
                context.Pick($"引用の同意がない意見{theme.Withheld}件は、引用の候補から外しています。", $"{theme.Withheld} comments may not be quoted and were passed over."),
                ("class", "note"));
        }

        page.End();
    }

    private static Section Picture(MarkupWriter page, ReportPicture picture) => Titled(page, "picture-" + picture.Name, picture.Title, picture.Title, () => Figure(page, picture));

    private static void Figure(MarkupWriter page, ReportPicture picture)
    {
        page.Start("figure").Start("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", picture.Title));
        page.Raw(picture.Svg).End().End();
    }

    private static Section Titled(MarkupWriter page, string anchor, string entry, string title, Action write) => new(anchor, entry, () =>
    {
        page.Start("section", ("id", anchor)).Element("h2", title);
        write();
        page.End();
    });

    private static void Paragraph(MarkupWriter page, string words)
    {
        if (words.Length > 0)
        {
            page.Element("p", words);
        }
    }

    // A part of the page: its anchor, its entry in the contents, what writes it.
    private sealed record Section(string Anchor, string Entry, Action Write)
    {
        // Entries below its own.
        public IEnumerable<(string Anchor, string Words)> Below { get; init; } = [];
    }
}
