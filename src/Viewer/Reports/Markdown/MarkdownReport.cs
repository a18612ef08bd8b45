using System.Globalization;
using System.Text;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Reports.Markdown;

/// <summary>Writes the report as Markdown (CommonMark with tables), for a repository, a wiki or a page maker.</summary>
public static class MarkdownReport
{
    /// <summary>The text, LF at line ends; pictures are looked for in <c>charts/</c> beside it.</summary>
    /// <param name="content">What the report says.</param>
    /// <param name="hasCharts">Whether the pictures are written beside it.</param>
    public static string Of(ReportContent content, bool hasCharts)
    {
        ArgumentNullException.ThrowIfNull(content);
        var text = new StringBuilder();
        var words = content.Words;
        Heading(1, content.Title);
        Paragraph(string.Join("　", new[] { content.Settings.Organisation, content.Settings.Date }.OfType<string>()));
        Paragraph(content.Settings.Foreword ?? string.Empty);
        foreach (var part in content.Settings.Include)
        {
            switch (part)
            {
                case ReportPart.Summary:
                    Heading(2, words.Pick("概要", "Summary"));
                    foreach (var paragraph in content.Summary)
                    {
                        Paragraph(paragraph);
                    }

                    Picture("themes", content.ThemesChart);
                    Table(ReportTables.ThemesInWords(content.Findings, words));
                    break;
                case ReportPart.Changes when content.Years is { } years:
                    Heading(2, words.Pick($"{years.Earlier}年度からの変化", $"Changes since {years.Earlier}"));
                    Picture("themes-by-year", content.YearsChart);
                    Table(ReportTables.ChangesInWords(years, words));
                    if (words.Questions(years).Trim() is { Length: > 0 } questions)
                    {
                        Paragraph(questions);
                    }

                    break;
                case ReportPart.Themes:
                    Heading(2, words.Pick("テーマごとの意見", "The themes"));
                    foreach (var theme in content.Themes)
                    {
                        Theme(theme);
                    }

                    break;
                case ReportPart.Respondents when content.Respondents is not null && hasCharts:
                    Heading(2, words.Pick($"{words.Unit}とテーマ", $"{words.Unit} and themes"));
                    text.Append("![").Append(Escaped(content.Respondents.Title)).Append("](charts/themes-by-respondent.svg)\n\n");
                    break;
                case ReportPart.Network when content.Network is not null && hasCharts:
                    Heading(2, words.Pick("語のつながり", "Words that come together"));
                    text.Append("![").Append(Escaped(content.Network.Title)).Append("](charts/network.svg)\n\n");
                    break;
                case ReportPart.Map when content.Map is not null && hasCharts:
                    Heading(2, content.Map.Title);
                    text.Append("![").Append(Escaped(content.Map.Title)).Append("](charts/").Append(content.Map.Name).Append(".svg)\n\n");
                    break;
                case ReportPart.Tables when !content.Findings.Corpus.Tables.IsEmpty:
                    Heading(2, words.Pick("資料の件数の表", "Tables of counts"));
                    foreach (var table in content.Findings.Corpus.Tables)
                    {
                        Table(ReportTables.Counts(table, words));
                    }

                    break;
                case ReportPart.Discussion when !content.Findings.Discussions.IsEmpty:
                    Heading(2, words.Pick("資料の考察との比べ合わせ", "Beside the sources' own discussion"));
                    foreach (var discussion in content.Findings.Discussions)
                    {
                        Table(ReportTables.Discussion(discussion, content.Findings.Codebook, words));
                    }

                    break;
                case ReportPart.Places when content.Quotations.Any():
                    Heading(2, words.Pick("引用の出典", "Where the quotations stand"));
                    Table(ReportTables.Without(ReportTables.Quotations(content.Quotations, words), "words", "code"));
                    break;
                case ReportPart.Method:
                    Method();
                    break;
                default:
                    break;
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";

        void Heading(int level, string words) => text.Append('#', level).Append(' ').Append(Escaped(words)).Append("\n\n");

        void Paragraph(string words)
        {
            if (words.Length > 0)
            {
                text.Append(Escaped(words)).Append("\n\n");
            }
        }

        void Table(ExportTable table) => text.Append(TableText.Markdown(table, content.Language)).Append('\n');

        void Picture(string file, NativeChart? chart)
        {
            if (hasCharts && chart is not null)
            {
                text.Append("![").Append(Escaped(chart.Title)).Append("](charts/").Append(file).Append(".svg)\n\n");
            }
        }

        void Theme(ReportTheme theme)
        {
            Heading(3, theme.Name);
            text.Append("**").Append(Escaped(theme.Lead)).Append("**\n\n");
            Paragraph(theme.Definition);
            Paragraph(theme.Change ?? string.Empty);
            Paragraph(theme.Terms.Length == 0 ? string.Empty : words.Pick($"特徴的な語: {theme.Terms}", $"Telling terms: {theme.Terms}"));
            foreach (var quotation in theme.Quotations)
            {
                var year = quotation.Year is { } y ? words.Pick($"（{y}年度）", $" ({y})") : string.Empty;
                text.Append("> ").Append(Escaped(quotation.Words).Replace("\n", "  \n> ", StringComparison.Ordinal)).Append("  \n> ― ")
                    .Append(Escaped(string.Create(CultureInfo.InvariantCulture, $"{quotation.Speaker}{year}　{quotation.ReasonWords}　［{quotation.Number}］"))).Append("\n\n");
            }
        }

        void Method()
        {
            Heading(2, words.Pick("作り方", "How it was made"));
            foreach (var (heading, paragraph) in content.Method.Paragraphs)
            {
                Heading(3, heading);
                Paragraph(paragraph);
            }

            foreach (var (name, value) in content.Method.Facts)
            {
                text.Append("- ").Append(Escaped($"{name}: {value}")).Append('\n');
            }

            text.Append('\n');
            Table(ReportTables.Sources(content.Method.Sources));
        }
    }

    private static string Escaped(string text) => HitsMarkdown.Escaped(text.ReplaceLineEndings("\n"));
}
