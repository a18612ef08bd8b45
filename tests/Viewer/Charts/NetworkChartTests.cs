using System.Globalization;
using System.Xml.Linq;
using FeedbackLab.Analysis.Networks;
using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Tests.Charts;

public sealed class NetworkChartTests
{
    private static readonly TermNetwork Network = new(
        [
            new("引継", "引継ぎ <b>", 9, 4, 0, 1, 1, 0),
            new("時期", "時期", 5, 3, 0, 0, 0, 1),
            new("連絡", "連絡", 4, 2, 11, 0, 2, 1),
        ],
        [new(0, 1, 4, 0.4), new(0, 2, 2, 0.15)],
        20);

    [Fact]
    public void Every_word_and_pair_is_a_mark_that_says_its_counts()
    {
        var svg = XDocument.Parse(NetworkChart.Of(Network, "会議", ScreenLanguage.Japanese).Svg);
        var names = svg.Descendants().Where(e => e.Name.LocalName == "circle" || e.Name.LocalName == "line").Select(e => e.Name.LocalName).ToList();
        Assert.Equal(["line", "line", "circle", "circle", "circle"], names);
        var titles = svg.Descendants().Where(e => e.Name.LocalName == "title").Select(e => e.Value).ToList();
        Assert.Contains("引継ぎ <b>: 意見 9 件、回答者 4 者、まとまり 1、媒介中心性 1.00", titles);
        Assert.Contains("引継ぎ <b> – 時期: 両方ある意見 4 件、Jaccard 0.40", titles);
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "text" && e.Value == "連絡");
    }

    [Fact]
    public void Numbers_are_written_the_same_on_every_machine()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Contains("Jaccard 0.40", NetworkChart.Of(Network, string.Empty, ScreenLanguage.English).Svg, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_stronger_pair_is_thicker_and_the_more_central_word_larger_and_all_lie_on_the_sheet()
    {
        var svg = XDocument.Parse(NetworkChart.Of(Network, string.Empty, ScreenLanguage.English).Svg);
        double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
        var lines = svg.Descendants().Where(e => e.Name.LocalName == "line").ToList();
        Assert.True(Number(lines[1], "stroke-width") > Number(lines[0], "stroke-width"));
        var circles = svg.Descendants().Where(e => e.Name.LocalName == "circle").ToList();
        Assert.True(Number(circles[0], "r") > Number(circles[1], "r"));
        var (width, height) = (Number(svg.Root!, "width"), Number(svg.Root!, "height"));
        Assert.All(circles, c =>
        {
            Assert.InRange(Number(c, "cx"), Number(c, "r"), width - Number(c, "r"));
            Assert.InRange(Number(c, "cy"), Number(c, "r"), height - Number(c, "r"));
        });
    }

    [Fact]
    public void Without_words_there_is_a_sheet_that_says_so() =>
        Assert.Contains("意見 0 件", NetworkChart.Of(new TermNetwork([], [], 0), string.Empty, ScreenLanguage.Japanese).Svg, StringComparison.Ordinal);

    [Fact]
    public void The_colours_of_groups_let_text_be_read() => Assert.All(Palette.Groups, c => Assert.True(Palette.Contrast(Palette.Ink, c) >= 4.5));
}
