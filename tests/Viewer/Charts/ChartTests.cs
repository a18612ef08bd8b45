using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.Standouts;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Reports.Html;
using FeedbackLab.Viewer.Tests.Reports;

namespace FeedbackLab.Viewer.Tests.Charts;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private static readonly AnalysisFindings Small = HandMadeFindings.Of();

    [Fact]
    public void Bars_are_as_recorded() =>
        ExpectedFile.Matches(ThemeBars.Of(Small, ScreenLanguage.Japanese, "../report.html").Svg, "Charts", "Expected", "themes.svg");

    [Fact]
    public void The_heatmap_is_as_recorded() => ExpectedFile.Matches(
        RespondentHeatmap.Of(Small, ScreenLanguage.English, string.Empty)!.Svg, "Charts", "Expected", "themes-by-respondent.svg");

    [Fact]
    public void Every_mark_has_a_title_and_text_stays_text()
    {
        var svg = XElement.Parse(RespondentHeatmap.Of(Small, ScreenLanguage.Japanese, string.Empty)!.Svg);
        Assert.All(svg.Elements().Where(e => e.Name == Svg + "g" || e.Name == Svg + "a"), e => Assert.NotEmpty(e.Element(Svg + "title")!.Value));
        Assert.Contains(svg.Descendants(Svg + "text"), t => t.Value == "みなと就業・生活支援センター＜南＞");
        Assert.Empty(svg.Descendants(Svg + "path"));
    }

    [Fact]
    public void Without_known_respondents_bars_count_comments()
    {
        var chart = ThemeBars.Of(Small with { Respondents = [] }, ScreenLanguage.Japanese, string.Empty);
        Assert.Contains("回答者の分かる回答がないため", chart.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_hundred_respondents_are_limited_with_a_note()
    {
        var findings = Small with { Respondents = [.. Small.Respondents, .. Enumerable.Range(1, 297).Select(i => $"事業所{i}")] };
        var svg = XElement.Parse(RespondentHeatmap.Of(findings, ScreenLanguage.Japanese, string.Empty)!.Svg);
        var words = string.Concat(svg.Elements(Svg + "text").Select(t => t.Value)).Replace(" ", string.Empty, StringComparison.Ordinal); // a line may break at a space
        Assert.Contains("残りの260者は報告書の表にあります", words, StringComparison.Ordinal);
        Assert.Equal(RespondentHeatmap.MostRows, svg.Elements(Svg + "a").Count(a => a.Attribute("href")!.Value.StartsWith("#r-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Between_two_years_the_numbers_are_of_the_respondents_that_the_points_are_of()
    {
        var comparison = YearComparison.Of(OfficeReports.SampleFindings, 2024, 2025);
        Assert.Contains(comparison.Themes, t => t.Before.Of != t.Pairs.All);
        var svg = XElement.Parse(ChangeChart.Of(comparison, OfficeReports.SampleFindings, ScreenLanguage.Japanese, (_, _) => "/", string.Empty)!.Svg);
        var shares = svg.Descendants(Svg + "text").Select(t => t.Value).Where(t => Regex.IsMatch(t, "^[0-9]+/[0-9]+$")).ToList();
        var expected = comparison.Themes.Where(t => t.Kind != ChangeKind.NotMentioned && t.Difference is not null)
            .SelectMany(t => new[] { $"{t.Pairs.Both + t.Pairs.OnlyEarlier}/{t.Pairs.All}", $"{t.Pairs.Both + t.Pairs.OnlyLater}/{t.Pairs.All}" });
        Assert.Equal(expected, shares);
    }

    [Fact]
    public void On_the_map_every_group_has_a_look_of_its_own_and_no_name_stands_over_another()
    {
        const double LabelSize = 14;
        var findings = FeedbackAnalysis.Run(
            CorpusReader.Read([Path.Combine(Repository.Root, "corpora", "samples")], new ReadOptions()), CodebookReader.Default, LexiconReader.Default, new AnalysisOptions { Clusters = 12, Runs = 1 });
        Assert.True(findings.Clusters.Length > Palette.Groups.Length - 1);
        var svg = XElement.Parse(CommentMapChart.Of(findings, ScreenLanguage.Japanese, string.Empty)!.Svg);
        var looks = svg.Elements(Svg + "a").GroupBy(a => a.Element(Svg + "title")!.Value.Split(':')[0])
            .Select(g => Assert.Single(g.Select(a => (a.Element(Svg + "circle")!.Attribute("fill")!.Value, a.Element(Svg + "circle")!.Attribute("stroke")!.Value)).Distinct())).ToList();
        Assert.True(looks.Count > Palette.Groups.Length - 1);
        Assert.Distinct(looks);

        var names = svg.Elements(Svg + "text").Where(t => t.Attribute("paint-order") is not null)
            .Select(t => (X: (double)t.Attribute("x")!, Y: (double)t.Attribute("y")!, Width: TextWidth.Of(t.Value) * LabelSize)).ToList();
        Assert.Equal(findings.Clusters.Length, names.Count);
        Assert.All(names, n => Assert.DoesNotContain(names, o => o != n && Math.Abs(o.Y - n.Y) < LabelSize && Math.Abs(o.X - n.X) < (o.Width + n.Width) / 2));
    }

    [Fact]
    public void Of_fewer_than_five_a_bar_has_no_interval()
    {
        Assert.DoesNotContain("stroke-width=\"1.5\"", ThemeBars.Of(Small, ScreenLanguage.Japanese, string.Empty).Svg, StringComparison.Ordinal);
        Assert.Contains("stroke-width=\"1.5\"", ThemeBars.Of(OfficeReports.SampleFindings, ScreenLanguage.Japanese, string.Empty).Svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 respondent")]
    [InlineData(0, "0 respondents")]
    [InlineData(1200, "1,200 respondents")]
    public void A_number_in_English_has_its_plural(int count, string words) => Assert.Equal(words, ScreenLanguages.InEnglish(count, "respondent"));

    [Fact]
    public void Of_fewer_than_five_respondents_none_is_said_to_be_mentioned_most() =>
        Assert.DoesNotContain(StandoutList.Of(Small), s => s.Kind == StandoutKind.MostMentioned);

    [Fact]
    public void Years_are_as_recorded() =>
        ExpectedFile.Matches(YearHeatmap.Of(Small, ScreenLanguage.Japanese, string.Empty)!.Svg, "Charts", "Expected", "themes-by-year.svg");

    [Fact]
    public void One_year_gives_no_chart_of_years() => Assert.Null(YearHeatmap.Of(Small with { Years = [2024] }, ScreenLanguage.Japanese, string.Empty));

    [Fact]
    public void Every_cell_can_be_read_on_its_colour() =>
        Assert.All(Palette.Ramp, c => Assert.True(Palette.Contrast(Palette.On(c), c) >= 4.5, c));

    [Fact]
    public void Every_cell_can_be_read_in_the_dark_as_well()
    {
        var dark = Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "Viewer", "wwwroot", "tokens.css")), "--([a-z0-9-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)")
            .ToDictionary(m => m.Groups[1].Value, m => (Light: m.Groups[2].Value, Dark: m.Groups[3].Value));
        foreach (var (step, colour) in Palette.Ramp.Index())
        {
            var token = dark[$"ramp-{step + 1}"];
            Assert.Equal(colour, token.Light);
            Assert.InRange(Palette.Contrast(dark[Palette.On(colour) == Palette.Ink ? "ink" : "paper"].Dark, token.Dark), 4.5, 21);
        }
    }

    [Fact]
    public void A_heatmap_of_shares_tells_its_steps_by_a_key_and_not_by_dark_or_light()
    {
        var svg = YearHeatmap.Of(Small, ScreenLanguage.English, string.Empty)!.Svg;
        Assert.All(["0%", "1–20%", "21–40%", "41–60%", "61–80%", "81–100%"], r => Assert.Contains($">{r}<", svg, StringComparison.Ordinal));
        Assert.DoesNotContain("darker", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void The_ramp_darkens_step_by_step_so_that_grey_print_keeps_its_order() => Assert.Equal(
        Palette.Ramp, Palette.Ramp.OrderBy(c => Palette.Contrast(c, Palette.Paper)).ToImmutableArray());

    [Theory]
    [InlineData("支援", 2)]
    [InlineData("ab", 1.1)]
    [InlineData("ｱ", 0.55)]
    [InlineData("𠮷", 1)]
    public void Widths_follow_East_Asian_width(string text, double ems) => Assert.Equal(ems, TextWidth.Of(text), 6);

    [Fact]
    public void A_long_label_wraps_after_a_middle_dot_and_ends_in_an_ellipsis() => Assert.Equal(
        ["職場開拓・就職・", "再就職の後の長…"], TextWidth.Wrap("職場開拓・就職・再就職の後の長い支援のこと", 8.5, 2));

    [Fact]
    public void Distinct_codes_have_distinct_anchors() =>
        Assert.NotEqual(Anchor.Theme("利用"), Anchor.Theme("利川"));
}
