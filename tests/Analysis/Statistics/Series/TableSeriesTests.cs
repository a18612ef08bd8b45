using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Series;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Statistics.Series;

public sealed class TableSeriesTests
{
    private static readonly CountTable Meetings = new(
        "報告.txt",
        "①令和5年度、令和6年度に開いた支援会議の件数",
        [new("令和5年度", 2023), new("令和6年度", 2024)],
        [new("北", [4, 6], 11), new("南", [2, null], 12)],
        new("合計", [6, 6], 13),
        new Place(10, 13));

    [Fact]
    public void Columns_that_name_years_give_a_series_a_row()
    {
        var series = TableSeries.Of([Meetings]);
        Assert.Equal([("北", false, "2023=4 2024=6"), ("合計", true, "2023=6 2024=6")], series.Select(s => (s.Label, s.IsTotal, Written(s))));
        Assert.All(series, s => Assert.Equal("開いた支援会議の件数", s.Title));
        Assert.Equal(11, series[0].Points[0].Line);
    }

    [Fact]
    public void Tables_that_differ_in_the_year_of_their_title_are_one_series()
    {
        static CountTable Of(string title, int year, int value, int line) =>
            new("年報.txt", title, [new("知的", year), new("身体", year)], [new("面談", [value, 1], line)], null, new Place(line, line));
        var series = TableSeries.Of([Of("表－３．回数 ＜令和６年度＞", 2024, 9, 20), Of("表－３．回数 ＜令和５年度＞", 2023, 7, 30)]);
        Assert.Equal([("表－３．回数", "面談・知的", "2023=7 2024=9"), ("表－３．回数", "面談・身体", "2023=1 2024=1")], series.Select(s => (s.Title, s.Label, Written(s))));
    }

    [Fact]
    public void Two_numbers_for_one_cell_and_year_or_one_year_alone_give_none()
    {
        Assert.DoesNotContain(TableSeries.Of([Meetings, Meetings with { Rows = [new("北", [5, 6], 40)], Total = null }]), s => s.Label == "北");
        Assert.Empty(TableSeries.Of([Meetings with { Columns = [new("令和5年度", 2023), new("備考", null)] }]));
        Assert.Empty(TableSeries.Of([Meetings with { Title = "令和5年度" }]));
        Assert.Empty(TableSeries.Of([]));
    }

    [Fact]
    public void A_table_stands_beside_the_theme_that_its_title_is_about()
    {
        var codebook = new Codebook("見本", [Code("会議"), Code("料金")]);
        var corpus = Samples.Corpus([Samples.Comment("会議。", "北", 2023, 1), Samples.Comment("料金。", "南", 2024, 2)]) with { Tables = [Meetings] };
        var findings = FeedbackAnalysis.Run(corpus, codebook, Samples.ByCharacterClass(), new AnalysisOptions { Clusters = 1, Runs = 1 });
        Assert.Equal(["会議"], findings.Tables.Select(t => t.Code));
    }

    private static string Written(TableSeries series) => string.Join(' ', series.Points.Select(p => FormattableString.Invariant($"{p.Year}={p.Value}")));

    private static Code Code(string word) => new(word, new(word, word), new(word, word), string.Empty, string.Empty, [word, "支援" + word], []);
}
