using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Tests.Exports;

public sealed class TableTextTests
{
    private static readonly ExportTable Table = new(
        new BilingualText("表", "Table"),
        [new ExportColumn("p", new BilingualText("p", "p"), 4), new ExportColumn("difference", new BilingualText("差", "Difference"), 4)],
        [[0.0000234, 0.0000234], [0.00005, 0.0], [1.0, -0.5]],
        []);

    [Fact]
    public void No_probability_is_shown_as_zero()
    {
        Assert.Contains("| <0.0001 | 0.0000 |", TableText.Markdown(Table, ScreenLanguage.Japanese).Replace("&lt;", "<", StringComparison.Ordinal).Replace("\\<", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["p < 0.0001", "p = 0.0312"], new[] { 1e-9, 0.0312 }.Select(TableText.P));
    }

    [Fact]
    public void For_a_spreadsheet_it_stays_a_number() =>
        Assert.Equal("\uFEFFp,差\r\n2.34E-5,0.0000\r\n0.0001,0.0000\r\n1.0000,-0.5000\r\n", TableText.Csv(Table, ScreenLanguage.Japanese));
}
