using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Reports.Content;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Reports.Markdown;

/// <summary>Writes the report as Markdown (CommonMark with tables), for a repository, a wiki or a page maker.</summary>
public static class MarkdownReport
{
    /// <summary>The text, LF at line ends; pictures are looked for in <c>charts/</c> beside it.</summary>
    /// <param name="content">What the report says.</param>
    /// <param name="charts">The charts that are written beside it; none in a report for publication.</param>
    public static string Of(ReportContent content, ImmutableArray<Chart> charts)
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

                    Chart("themes");
                    Table(ReportTables.ThemesInWords(content.Findings, words));
                    Paragraph(content.ThemesChart?.Note ?? string.Empty);
                    break;
                case ReportPart.Changes when content.Years is { } years:
                    Heading(2, words.Pick($"{years.Earlier}年度からの変化", $"Changes since {years.Earlier}"));
                    Paragraph(words.Compared(years));
                    Chart("themes-by-year");
                    Table(ReportTables.ChangesInWords(years, words));
                    Paragraph(words.Asked(years));
                    Paragraph(words.BothYears);
                    break;
                case ReportPart.Themes:
                    Heading(2, words.Pick("テーマごとの意見", "The themes"));
                    foreach (var theme in content.Themes)
                    {
                        Theme(theme);
                    }

                    break;
                case ReportPart.Respondents when content.Respondents is not null && !charts.IsEmpty:
                    Heading(2, words.Pick($"{words.Unit}とテーマ", $"{words.Unit} and themes"));
                    Chart("themes-by-respondent");
                    break;
                case ReportPart.Network when content.Network is { } network && !charts.IsEmpty:
                    Heading(2, words.Pick("語のつながり", "Words that come together"));
                    Picture(network.Name, network.Title);
                    break;
                case ReportPart.Map when content.Map is { } map && !charts.IsEmpty:
                    Heading(2, map.Title);
                    Picture(map.Name, map.Title);
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

        return $"{text.ToString().TrimEnd('\n')}\n\n{OwnOutput.MarkdownMark}\n";

        void Heading(int level, string words) => text.Append('#', level).Append(' ').Append(Escaped(words)).Append("\n\n");

        void Paragraph(string words)
        {
            if (words.Length > 0)
            {
                text.Append(Escaped(words)).Append("\n\n");
            }
        }

        void Table(ExportTable table) => text.Append(TableText.Markdown(table, content.Language)).Append('\n');

        // By its own title: the chart in the file may hold more than the report's numbers, such as all years and not two.
        void Chart(string name)
        {
            if (charts.FirstOrDefault(c => c.Name == name) is { } chart)
            {
                Picture(chart.Name, chart.Title);
            }
        }

        void Picture(string file, string title) => text.Append("![").Append(Escaped(title)).Append("](charts/").Append(file).Append(".svg)\n\n");

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
            Heading(2, words.Pick("分析の方法", "How it was made"));
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
