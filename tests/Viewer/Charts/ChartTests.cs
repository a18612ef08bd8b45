using System.Collections.Immutable;
using System.Xml.Linq;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Reports.Html;

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
        Assert.Contains("回答者の分かる意見がないため", chart.Svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Three_hundred_respondents_are_limited_with_a_note()
    {
        var findings = Small with { Respondents = [.. Small.Respondents, .. Enumerable.Range(1, 297).Select(i => $"事業所{i}")] };
        var svg = XElement.Parse(RespondentHeatmap.Of(findings, ScreenLanguage.Japanese, string.Empty)!.Svg);
        var words = string.Concat(svg.Elements(Svg + "text").Select(t => t.Value)).Replace(" ", string.Empty, StringComparison.Ordinal); // a line may break at a space
        Assert.Contains("残りの260は報告書の表にあります", words, StringComparison.Ordinal);
        Assert.Equal(RespondentHeatmap.MostRows, svg.Elements(Svg + "a").Count(a => a.Attribute("href")!.Value.StartsWith("#r-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Years_are_as_recorded() =>
        ExpectedFile.Matches(YearHeatmap.Of(Small, ScreenLanguage.Japanese, string.Empty)!.Svg, "Charts", "Expected", "themes-by-year.svg");

    [Fact]
    public void One_year_gives_no_chart_of_years() => Assert.Null(YearHeatmap.Of(Small with { Years = [2024] }, ScreenLanguage.Japanese, string.Empty));

    [Fact]
    public void Every_cell_can_be_read_on_its_colour() =>
        Assert.All(Palette.Ramp, c => Assert.True(Palette.Contrast(Palette.On(c), c) >= 4.5, c));

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
