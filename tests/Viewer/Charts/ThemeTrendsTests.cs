using System.Globalization;
using System.Xml.Linq;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Tests.Commands;

namespace FeedbackLab.Viewer.Tests.Charts;

public sealed class ThemeTrendsTests
{
    [Fact]
    public void Years_stand_as_far_apart_as_they_are_and_no_line_leads_to_one_with_few_respondents()
    {
        var svg = Trends((2019, 6), (2020, 6), (2025, 2));
        var points = Elements(svg, "circle").ToList();
        Assert.Equal(3, points.Count);
        Assert.Equal([Palette.Bar, Palette.Bar, Palette.Paper], points.Select(p => p.Attribute("fill")!.Value));
        var x = points.Select(p => Number(p, "cx")).ToList();
        Assert.Equal(5, (x[2] - x[1]) / (x[1] - x[0]), 0.02);
        var line = Assert.Single(Elements(svg, "line"), l => l.Attribute("stroke")!.Value == Palette.Bar);
        Assert.Equal((x[0], x[1]), (Number(line, "x1"), Number(line, "x2")));
        Assert.Contains("2025年度", svg.Value, StringComparison.Ordinal);
        Assert.Contains("少なすぎる", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_years_that_stand_close_do_not_lie_upon_each_other()
    {
        var svg = Trends((2005, 5), (2023, 5), (2024, 5), (2025, 5));
        var names = Elements(svg, "text").Where(t => t.Value is "05" or "23" or "24" or "25").ToList();
        Assert.Equal(["05", "23", "25"], names.Select(n => n.Value));
        Assert.DoesNotContain("少なすぎる", svg.Value, StringComparison.Ordinal);
    }

    private static XElement Trends(params (int Year, int Respondents)[] years)
    {
        using var folder = new TemporaryFolder();
        var rows = years.SelectMany(y => Enumerable.Range(1, y.Respondents).Select(r => $"所{r},{y.Year},利用料が高い。{y.Year}年の{r}番です。\n"));
        var corpus = CorpusReader.Read([folder.Write("a.csv", "回答者,年度,ご意見\n" + string.Concat(rows))], new ReadOptions());
        var codebook = CodebookReader.Read("codes:\n- {id: fees, name: 利用料, definition: 利用料の話, terms: [利用料]}\n");
        var findings = FeedbackAnalysis.Run(corpus, codebook, LexiconReader.Default, new AnalysisOptions { Clusters = 1, Runs = 1 });
        var table = CrossTable.Of(findings, new CrossAttribute(CrossKind.Year, string.Empty), CrossUnit.Respondents);
        return XElement.Parse(ThemeTrends.Of(table, findings, ScreenLanguage.Japanese, (_, _) => null, string.Empty)!.Svg);
    }

    private static IEnumerable<XElement> Elements(XElement svg, string name) => svg.Descendants().Where(e => e.Name.LocalName == name);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
