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
    public void Where_nobody_was_asked_twice_nothing_is_new_or_gone()
    {
        var kinds = Compare([("A", 2024, "利用料の話"), ("B", 2024, "利用料の話")], [("C", 2025, "利用料の話"), ("D", 2025, "会議の話")])
            .Themes.ToDictionary(t => t.Code.Id, t => t.Kind);
        Assert.Equal((ChangeKind.Incomparable, ChangeKind.Incomparable, ChangeKind.NotMentioned), (kinds["fee"], kinds["meeting"], kinds["bus"]));
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
    public void A_theme_of_somebody_who_was_asked_in_the_other_year_alone_is_neither_new_nor_gone()
    {
        var comparison = Compare(
            [("A", 2024, "会議の話"), ("B", 2024, "利用料の話"), ("C", 2024, "送迎の話")],
            [("A", 2025, "利用料の話"), ("C", 2025, "庭の話"), ("E", 2025, "会議の話")]);
        var kinds = comparison.Themes.ToDictionary(t => t.Code.Id, t => (t.Kind, t.Before.Count, t.After.Count));
        Assert.Equal((ChangeKind.Grown, 1, 1), kinds["fee"]);
        Assert.Equal((ChangeKind.Shrunk, 1, 1), kinds["meeting"]);
        Assert.Equal((ChangeKind.Gone, 1, 0), kinds["bus"]);
    }

    [Fact]
    public void A_theme_that_only_a_question_of_one_year_brought_is_not_new()
    {
        var names = Enumerable.Range(0, 8).Select(i => "R" + i).ToList();
        var findings = Findings(
            [
                .. names.Select(n => Answer(n, 2024, "利用料の話", "設問1　利用料について")),
                .. names.Select(n => Answer(n, 2025, "利用料の話", "問２．利用料について（自由記述）")),
                .. names.Select(n => Answer(n, 2025, "送迎の話", "問３．送迎について")),
            ]);
        var comparison = YearComparison.Of(findings, 2024, 2025);
        var bus = comparison.Themes.Single(t => t.Code.Id == "bus");
        Assert.Equal((ChangeKind.NotMentioned, 0, 8, 8), (bus.Kind, bus.EarlierApart, bus.LaterApart, bus.After.Of));
        Assert.Null(bus.P);
        Assert.Equal((ChangeKind.Same, 8, 0), (comparison.Themes.Single(t => t.Code.Id == "fee").Kind, comparison.Volume.Same, comparison.Volume.Up));
        Assert.Equal(8, comparison.Questions.Apart);
        var only = Assert.Single(comparison.Questions.OnlySome);
        Assert.Equal(("問３．送迎について", "2025"), (only.Name, string.Join(',', only.Years)));
        Assert.Equal(8, PairedRespondents.Of(findings.Themes.Single(t => t.Code.Id == "bus"), findings, 2024, 2025).Neither.Count);
    }

    [Fact]
    public void A_question_that_one_respondent_was_not_asked_stands_apart_for_that_one_alone()
    {
        var findings = Findings(
            [
                Answer("A", 2024, "利用料の話", "利用料"), Answer("B", 2024, "利用料の話", "利用料"), Answer("A", 2024, "会議の話", "送迎"),
                Answer("A", 2025, "利用料の話", "利用料"), Answer("B", 2025, "利用料の話", "利用料"), Answer("A", 2025, "送迎の話", "送迎"), Answer("B", 2025, "送迎の話", "送迎"),
            ],
            Samples.Out(LeftOutReason.NotAsked, "B", 2024) with { Question = "送迎" },
            Samples.Out(LeftOutReason.NotAsked, "C", 2024) with { Question = "送迎" });
        var bus = YearComparison.Of(findings, 2024, 2025).Themes.Single(t => t.Code.Id == "bus");
        Assert.Equal((new PairedMentions(0, 0, 1, 1), 0, 1), (bus.Pairs, bus.EarlierApart, bus.LaterApart));
    }

    [Fact]
    public void Where_nobody_answered_a_question_or_a_filter_left_none_it_was_put_all_the_same()
    {
        var findings = Findings(
            [Answer("A", 2024, "利用料の話", "利用料"), Answer("A", 2025, "利用料の話", "利用料"), Answer("A", 2025, "送迎の話", "送迎")],
            Samples.Out(LeftOutReason.Blank, "A", 2024) with { Question = "送迎" });
        Assert.Equal(ChangeKind.New, YearComparison.Of(findings, 2024, 2025).Themes.Single(t => t.Code.Id == "bus").Kind);
        var narrowed = findings with { Corpus = findings.Corpus with { LeftOut = [] } };
        Assert.Equal(1, YearComparison.Of(narrowed, 2024, 2025).Questions.Apart);
        Assert.Equal(0, YearComparison.Of(narrowed, 2024, 2025, read: findings.Corpus).Questions.Apart);
    }

    [Fact]
    public void Without_a_question_in_common_or_with_running_text_everything_is_compared()
    {
        var apart = YearComparison.Of(Findings([Answer("A", 2024, "送迎の話", "ご意見"), Answer("A", 2025, "利用料の話", "困りごと")]), 2024, 2025);
        Assert.Equal((true, 0, 2), (apart.Questions.IsNoneCommon, apart.Questions.Apart, apart.Questions.OnlySome.Length));
        Assert.Equal(ChangeKind.New, apart.Themes.Single(t => t.Code.Id == "fee").Kind);
        var text = YearComparison.Of(
            Findings([Answer("A", 2024, "会議の話", "困りごと"), Answer("A", 2025, "会議の話", "困りごと"), Samples.Comment("利用料の話", "A", 2025, line: 9, question: "ご意見")]), 2024, 2025);
        Assert.Equal((false, 0, 0), (text.Questions.IsNoneCommon, text.Questions.Apart, text.Questions.OnlySome.Length));
        Assert.Equal(ChangeKind.New, text.Themes.Single(t => t.Code.Id == "fee").Kind);
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

    // A cell of a table.
    private static Comment Answer(string who, int year, string text, string question)
    {
        var comment = Samples.Comment(text, who, year, source: $"{who}{year}{question}", question: question);
        return comment with { Place = comment.Place with { Column = question } };
    }

    private static AnalysisFindings Findings((string Who, int Year, string Text)[] comments, params LeftOut[] leftOut) =>
        Findings(comments.Select((c, i) => Samples.Comment(c.Text, c.Who, c.Year, line: i + 1)), leftOut);

    private static AnalysisFindings Findings(IEnumerable<Comment> comments, params LeftOut[] leftOut) => FeedbackAnalysis.Run(
        Samples.Corpus(comments, leftOut),
        Codes,
        Samples.ByCharacterClass(),
        new AnalysisOptions { Clusters = 1, Runs = 1 });
}
