using FeedbackLab.Analysis.Findings;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Tests.Exports;

public sealed class TableTextTests
{
    private static readonly ExportTable Shares = new(
        new BilingualText("テーマ × 地域", "Themes by area"),
        [new("theme", new BilingualText("テーマ", "Theme")), new("group1", new BilingualText("北", "North")), new("p", new BilingualText("p", "p"), 4)],
        [
            ["費用", new DocumentFrequency(7, 14), 0.5],
            ["送迎", "尋ねていない", null],
        ],
        []);

    [Fact]
    public void A_count_and_its_denominator_are_two_columns_of_a_spreadsheet_which_would_take_them_for_a_day()
    {
        Assert.Equal("\uFEFFテーマ,北,北／全,p\r\n費用,7,14,0.5000\r\n送迎,尋ねていない,,\r\n", TableText.Csv(Shares, ScreenLanguage.Japanese));
    }

    [Fact]
    public void Elsewhere_a_count_stands_with_its_denominator()
    {
        Assert.Contains("| 費用 | 7/14 | 0.5000 |", TableText.Markdown(Shares, ScreenLanguage.Japanese), StringComparison.Ordinal);
        Assert.Contains("\"group1\": \"7/14\"", TableText.Json(Shares, ScreenLanguage.Japanese), StringComparison.Ordinal);
    }

    private static readonly ExportTable Probabilities = new(
        new BilingualText("表", "Table"),
        [new ExportColumn("p", new BilingualText("p", "p"), 4), new ExportColumn("difference", new BilingualText("差", "Difference"), 4)],
        [[0.0000234, 0.0000234], [0.00005, 0.0], [1.0, -0.5]],
        []);

    [Fact]
    public void No_probability_is_shown_as_zero()
    {
        Assert.Contains("| <0.0001 | 0.0000 |", TableText.Markdown(Probabilities, ScreenLanguage.Japanese).Replace("&lt;", "<", StringComparison.Ordinal).Replace("\\<", "<", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["p < 0.0001", "p = 0.0312"], new[] { 1e-9, 0.0312 }.Select(TableText.P));
    }

    [Fact]
    public void For_a_spreadsheet_it_stays_a_number() =>
        Assert.Equal("\uFEFFp,差\r\n2.34E-5,0.0000\r\n0.0001,0.0000\r\n1.0000,-0.5000\r\n", TableText.Csv(Probabilities, ScreenLanguage.Japanese));
}
