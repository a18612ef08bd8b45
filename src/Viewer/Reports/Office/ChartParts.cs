using System.Globalization;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Reports.Content;

namespace FeedbackLab.Viewer.Reports.Office;

/// <summary>Cuts a chart of many bars into several that a page or a slide has room for.</summary>
public static class ChartParts
{
    // Of longer names, which take two lines, programs leave out every second one.
    private const double LongestName = 24;

    /// <summary>The parts, about as long as each other and on one scale, long names cut; one part where the chart fits.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="most">Most names that one may have.</param>
    public static IEnumerable<NativeChart> Of(NativeChart chart, int most)
    {
        var all = chart.Categories.Length;
        chart = chart with { Categories = [.. chart.Categories.Select(c => TextWidth.Wrap(c, LongestName, 1)[0])] };
        if (all <= most)
        {
            return [chart];
        }

        var parts = (all + most - 1) / most;
        var highest = chart.Highest ?? chart.Series.SelectMany(s => s.Values).Max();
        return Enumerable.Range(0, parts).Select(i =>
        {
            var cut = (i * all / parts)..((i + 1) * all / parts);
            return chart with
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{chart.Name}-{i + 1}"),
                Title = string.Create(CultureInfo.InvariantCulture, $"{chart.Title} ({i + 1}/{parts})"),
                Highest = highest,
                Categories = chart.Categories[cut],
                Series = [.. chart.Series.Select(s => s with { Values = s.Values[cut] })],
            };
        });
    }
}
