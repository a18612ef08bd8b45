using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedbackLab.Viewer.Reports;
using FeedbackLab.Viewer.Reports.Html;
using FeedbackLab.Viewer.Reports.Office;
using FeedbackLab.Viewer.Reports.Settings;

namespace FeedbackLab.Viewer.Tests.Reports;

public sealed partial class MarkdownReportTests
{
    [Fact]
    public void Pictures_go_by_the_name_of_what_is_drawn_in_their_files()
    {
        var files = ReportOutput.Of(OfficeReports.Samples(), [ReportFormat.Md], null, null, new SvgRaster()).Files;
        var pictures = Picture().Matches(Encoding.UTF8.GetString(files["report.md"])).Select(m => (Words: m.Groups[1].Value, File: m.Groups[2].Value)).ToList();
        Assert.Contains(pictures, p => p.File == "charts/themes-by-year.svg");
        Assert.All(pictures, p => Assert.StartsWith(p.Words, XElement.Parse(Encoding.UTF8.GetString(files[p.File])).Attribute("aria-label")!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void What_numbers_of_years_are_out_of_stands_in_every_format_that_has_them()
    {
        var content = OfficeReports.Samples();
        var notes = new[] { content.Words.Asked(content.Years!), content.Words.BothYears };
        Assert.Equal("分母はその年に尋ねたセンター（2024年度 22センター、2025年度 36センター）。増減を言うのは、両方の年に尋ねた20センターどうしを比べたときだけです。", notes[0]);
        var markdown = Encoding.UTF8.GetString(ReportOutput.Of(content, [ReportFormat.Md], null, null, new SvgRaster()).Files["report.md"]);
        var page = ReportPage.Of(content);
        Assert.All(notes, n => Assert.Contains(n, markdown, StringComparison.Ordinal));
        Assert.All(notes, n => Assert.Contains(n, page, StringComparison.Ordinal));
        Assert.Contains(content.ThemesChart!.Note, markdown, StringComparison.Ordinal);
        Assert.Contains("尋ねたのは38センターです", content.Summary[0], StringComparison.Ordinal);
    }

    [GeneratedRegex(@"!\[([^\]]*)\]\(([^)]*)\)")]
    private static partial Regex Picture();
}
