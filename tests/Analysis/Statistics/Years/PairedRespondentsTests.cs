using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Tests.Statistics.Years;

public sealed class PairedRespondentsTests
{
    private static readonly AnalysisFindings Findings = FeedbackAnalysis.Run(
        Samples.Corpus(new (string Who, int Year, string Text)[]
        {
            ("A", 2024, "利用料の話"), ("B", 2024, "利用料の話"), ("C", 2024, "会議の話"), ("D", 2024, "会議の話"), ("E", 2024, "利用料の話"),
            ("A", 2025, "利用料の話"), ("B", 2025, "会議の話"), ("C", 2025, "利用料の話"), ("D", 2025, "会議の話"), ("F", 2025, "利用料の話"),
        }.Select((c, i) => Samples.Comment(c.Text, c.Who, c.Year, line: i + 1))),
        CodebookReader.Read("""
            codes:
              - {id: fee, name: 利用料, terms: [利用料]}
              - {id: meeting, name: 会議, terms: [会議]}
            """),
        Samples.ByCharacterClass(),
        new AnalysisOptions { Clusters = 1, Runs = 1 });

    [Fact]
    public void Everybody_asked_both_times_is_in_one_of_four_groups_and_nobody_else_in_any()
    {
        var fee = PairedRespondents.Of(Findings.Themes.Single(t => t.Code.Id == "fee"), Findings, 2024, 2025);
        Assert.Equal("A|B|C|D", string.Join('|', new[] { fee.Both, fee.OnlyEarlier, fee.OnlyLater, fee.Neither }.Select(r => string.Join(',', r))));
    }

    [Fact]
    public void They_are_as_many_as_the_comparison_counts()
    {
        var comparison = YearComparison.Of(Findings, 2024, 2025);
        Assert.All(comparison.Themes, change => Assert.Equal(
            change.Pairs, PairedRespondents.Of(Findings.Themes.Single(t => t.Code.Id == change.Code.Id), Findings, 2024, 2025).Count));
        Assert.Equal(comparison.Paired.Length, comparison.Themes[0].Pairs.All);
    }
}
