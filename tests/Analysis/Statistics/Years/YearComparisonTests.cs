using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Statistics.Years;

public sealed class YearComparisonTests
{
    private static readonly Codebook Codes = CodebookReader.Read("""
        codes:
          - {id: fee, name: 利用料, terms: [利用料]}
          - {id: meeting, name: 会議, terms: [会議]}
          - {id: bus, name: 送迎, terms: [送迎]}
        """);

    [Fact]
    public void The_same_respondents_are_compared_and_those_who_came_or_went_stand_apart()
    {
        var comparison = Compare(
            [("A", 2024, "利用料の話"), ("B", 2024, "会議の話"), ("C", 2024, "会議の話"), ("D", 2024, "利用料の話")],
            [("A", 2025, "利用料の話"), ("B", 2025, "利用料の話"), ("C", 2025, "利用料の話"), ("E", 2025, "送迎の話")]);
        Assert.Equal(["A", "B", "C"], comparison.Paired);
        Assert.Equal(["D"], comparison.Missing);
        Assert.Equal(["E"], comparison.New);

        var fee = comparison.Themes.Single(t => t.Code.Id == "fee");
        Assert.Equal((ChangeKind.Grown, new PairedMentions(1, 0, 2, 0)), (fee.Kind, fee.Pairs));
        Assert.Equal((new DocumentFrequency(2, 4), new DocumentFrequency(3, 4)), (fee.Before, fee.After));
        Assert.Null(fee.P);
        Assert.False(fee.IsClear);

        Assert.Equal(ChangeKind.Gone, comparison.Themes.Single(t => t.Code.Id == "meeting").Kind);

        // Nobody asked twice mentions it: one who is new does not make a theme new.
        Assert.Equal(ChangeKind.NotMentioned, comparison.Themes.Single(t => t.Code.Id == "bus").Kind);
    }

    [Fact]
    public void Seven_of_seven_that_changed_one_way_are_enough_to_say_so()
    {
        var names = Enumerable.Range(0, 8).Select(i => "R" + i).ToList();
        var comparison = Compare(
            [.. names.Select(n => (n, 2024, "送迎の話"))],
            [.. names.Select((n, i) => (n, 2025, i == 0 ? "送迎の話" : "利用料の話"))]);
        var fee = comparison.Themes.Single(t => t.Code.Id == "fee");
        Assert.Equal(ChangeKind.New, fee.Kind);
        Assert.Equal(2.0 / 128, fee.P!.Value, 1e-12);
        Assert.Equal(4.0 / 128, fee.AdjustedP!.Value, 1e-12);
        Assert.True(fee.IsClear);
    }

    [Fact]
    public void Who_was_not_asked_is_in_no_denominator_and_who_had_nothing_to_say_is()
    {
        var findings = Findings(
            [("A", 2024, "利用料の話"), ("B", 2024, "利用料の話"), ("A", 2025, "利用料の話")],
            Samples.Out(LeftOutReason.NothingToSay, "B", 2025),
            Samples.Out(LeftOutReason.NotAsked, "C", 2025));
        var comparison = YearComparison.Of(findings, 2024, 2025);
        Assert.Equal(["A", "B"], comparison.Paired);
        Assert.Empty(comparison.New);
        Assert.Equal(new PairedMentions(1, 1, 0, 0), comparison.Themes.Single(t => t.Code.Id == "fee").Pairs);
        Assert.Throws<ArgumentException>(() => YearComparison.Of(findings, 2025, 2025));
    }

    [Fact]
    public void A_change_of_a_codes_meaning_between_the_years_stands_beside_its_theme()
    {
        CodeLedgerEntry Entry(int version, CodeOperation operation, string[] from, string[] to) =>
            new(version, version, default, "佐倉", new CodeStep(operation, [.. from], [.. to]), string.Empty);
        var ledger = new CodeLedger(
        [
            Entry(2, CodeOperation.Redefined, ["bus"], ["bus"]),
            Entry(3, CodeOperation.Merged, ["toll", "price"], ["fee"]),
            Entry(4, CodeOperation.Renamed, ["meeting"], ["meeting"]),
            Entry(4, CodeOperation.Retired, ["old"], []),
            Entry(5, CodeOperation.Redefined, ["meeting"], ["meeting"]),
        ]);
        var findings = Findings([("A", 2024, "利用料の話"), ("A", 2025, "会議の話")]);

        // The earlier year came in under version 2, the later one under 4; of the earlier one three comments were decided before version 5.
        var codes = new CodesOfYears(ledger, new YearCoding(2024, 2, [new DecidedComments("meeting", 2, 3), new DecidedComments("meeting", 5, 1), new DecidedComments("fee", 2, 2)]), new YearCoding(2025, 4, []));
        var comparison = YearComparison.Of(findings, 2024, 2025, codes);
        var breaks = comparison.Themes.ToDictionary(t => t.Code.Id, t => t.Breaks);
        Assert.Empty(breaks["bus"]);
        Assert.Equal((CodeOperation.Merged, true, 2, 0), breaks["fee"].Select(b => (b.Entry.Step.Operation, b.IsBetweenYears, b.EarlierDecided, b.LaterDecided)).Single());
        Assert.Equal((CodeOperation.Redefined, false, 3, 0), breaks["meeting"].Select(b => (b.Entry.Step.Operation, b.IsBetweenYears, b.EarlierDecided, b.LaterDecided)).Single());
        Assert.Equal(["old"], Assert.Single(comparison.Retired).Entry.Step.From.AsEnumerable());
        Assert.All(YearComparison.Of(findings, 2024, 2025).Themes, t => Assert.Empty(t.Breaks));
    }

    private static YearComparison Compare((string, int, string)[] earlier, (string, int, string)[] later) =>
        YearComparison.Of(Findings([.. earlier, .. later]), 2024, 2025);

    private static AnalysisFindings Findings((string Who, int Year, string Text)[] comments, params LeftOut[] leftOut) => FeedbackAnalysis.Run(
        Samples.Corpus(comments.Select((c, i) => Samples.Comment(c.Text, c.Who, c.Year, line: i + 1)), leftOut),
        Codes,
        Samples.ByCharacterClass(),
        new AnalysisOptions { Clusters = 1, Runs = 1 });
}
