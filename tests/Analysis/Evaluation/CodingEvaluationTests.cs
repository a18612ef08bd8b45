using System.Collections.Immutable;
using FeedbackLab.Analysis.Evaluation;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Analysis.Tests.Evaluation;

public sealed class CodingEvaluationTests
{
    private static readonly Codebook Codes = CodebookReader.Read("""
        codes:
          - {id: fee, name: 利用料, terms: [利用料]}
          - {id: meeting, name: 会議, terms: [会議]}
          - {id: bus, name: 送迎, terms: [送迎]}
        """);

    [Fact]
    public void Scores_by_hand()
    {
        CodedPair[] pairs =
        [
            new(["a", "b"], "a", ["a"], ["a", "b", "c"], 0.5),
            new(["b"], "b", ["a", "b"], ["a", "b", "c"], 0.4),
            new(["c"], "c", [], ["a", "b"], 0.1),
            new([], null, [], [], 0),
        ];
        var scores = CodingScores.Of(pairs);

        // Right: a, b. Given: 3. The person's: 4.
        Assert.Equal((2.0 / 3, 2.0 / 4, 4.0 / 7), (scores.Precision!.Value, scores.Recall!.Value, scores.MicroF1!.Value));

        // a: 2·1/(1+2), b: 2·1/(2+1), c: 0.
        Assert.Equal(((2.0 / 3) + (2.0 / 3)) / 3, scores.MacroF1!.Value, 1e-12);
        Assert.Equal((1.0 / 3, 2.0 / 3), (scores.TopOne!.Value, scores.TopThree!.Value));

        // A fifth of four is one: the first, which is right.
        Assert.Equal(1, scores.SureFifth);
        Assert.Equal(2, scores.WithoutCode);
        Assert.Equal(0.5, CodingScores.Surest(pairs, 0.5));
        Assert.Null(CodingScores.Of([]).MicroF1);
        Assert.Equal([new Confusion("b", "a", 1)], Confusion.Of([pairs[1] with { Given = ["a"] }, pairs[0]]));
    }

    [Fact]
    public void A_code_that_only_holds_others_together_is_never_given()
    {
        var codes = CodebookReader.Read("codes:\n- {id: money, name: お金, definition: お金の話, codable: false}\n- {id: fee, name: 利用料, terms: [利用料], parent: money}\n");
        ImmutableArray<GoldComment> gold = [new("1", null, "利用料が高い。", ["fee"], "fee", []), new("2", null, "お金の話をした。", [], null, [])];
        var scores = CodingEvaluation.Of(gold, codes, Samples.ByCharacterClass(), new EvaluationOptions { Splits = 1, Resamples = 1 }).Untaught;
        Assert.Equal((1, 1), (scores.Precision, scores.Recall));
    }

    [Fact]
    public void Words_that_the_codebook_lacks_are_learnt_and_the_same_seed_gives_the_same_figures()
    {
        var gold = Gold();
        var result = Evaluate(gold);
        Assert.True(result.Taught.MicroF1 > result.Untaught.MicroF1 + 0.2, $"{result.Untaught.MicroF1} {result.Taught.MicroF1}");
        Assert.Equal(gold.Length / 2, result.Taught.Comments);
        Assert.InRange(result.Untaught.MicroF1!.Value, result.UntaughtIntervals.MicroF1!.Value.Low, result.UntaughtIntervals.MicroF1!.Value.High);
        Assert.All(result.ByCode.Where(c => c.KappaInterval is not null), c => Assert.True(c.KappaInterval!.Value.Low <= c.KappaInterval.Value.High && c.Alpha <= 1));
        Assert.All(result.BySureness.Where(p => p.Untaught is not null), p => Assert.InRange(p.Untaught!.Value, p.UntaughtInterval!.Value.Low, p.UntaughtInterval.Value.High));
        Assert.Equal(10, result.BySureness.Length);
        Assert.True(result.Curve[^1].Random >= result.Curve[0].Random);
        var again = Evaluate(gold);
        Assert.Equal((result.Taught, result.UntaughtIntervals, result.TaughtIntervals), (again.Taught, again.UntaughtIntervals, again.TaughtIntervals));
        Assert.Equal(result.Curve, again.Curve);
        Assert.Equal(7, result.Clusters.Length);
    }

    [Fact]
    public void Coded_comments_are_read_by_line()
    {
        var gold = GoldReader.Read("\uFEFF{\"text\":\"利用料\",\"codes\":[\"fee\",\"fee\"],\"types\":[\"懸念\"]}\n\n{\"id\":\"x\",\"text\":\"b\",\"codes\":[],\"primary\":\"bus\"}\r\n");
        Assert.Equal(["1", "x"], gold.Select(g => g.Id));
        Assert.Equal(["fee"], gold[0].Codes.AsEnumerable());
        Assert.Equal(("fee", CommentType.Concern), (gold[0].Primary, gold[0].Types[0]));
        Assert.Equal(["bus"], gold[1].Codes.AsEnumerable());
    }

    [Theory]
    [InlineData("{\"text\":\"a\",\"codes\":[\"fee\"],\"primary\":\"\"}", 1)]
    [InlineData("{\"text\":\"a\",\"codes\":[],\"primary\":\" \"}", 0)]
    public void An_empty_primary_names_none(string json, int codes)
    {
        var gold = Assert.Single(GoldReader.Read(json));
        Assert.Equal((null, codes), (gold.Primary, gold.Codes.Length));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("{\"text\":\"a\",\"codes\":[]}\n{\"text\":\"a\"}", 2)]
    [InlineData("{\"text\":\"a\",\"codes\":[]}\n{", 2)]
    [InlineData("[]", 1)]
    [InlineData("{\"text\":\"a\",\"codes\":5}", 1)]
    [InlineData("{\"text\":\"a\",\"codes\":[],\"types\":[\"x\"]}", 1)]
    public void What_is_no_coded_comment_is_refused_with_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<DefinitionException>(() => GoldReader.Read(text)).Line);

    private static CodingEvaluation Evaluate(ImmutableArray<GoldComment> gold) =>
        CodingEvaluation.Of(gold, Codes, Samples.ByCharacterClass(), new EvaluationOptions { Splits = 4, Resamples = 50 });

    // Half of the comments say it in words that the codebook does not have.
    private static ImmutableArray<GoldComment> Gold()
    {
        (string Code, string Word, string Other)[] themes = [("fee", "利用料", "財布"), ("meeting", "会議", "打合"), ("bus", "送迎", "車両")];
        string[] rest = ["朝", "夕方", "夏", "冬", "雨", "雪", "隣町", "山", "海", "川"];
        return
        [
            .. themes.SelectMany(t => rest.SelectMany(r => new[] { $"{t.Word}と{r}", $"{t.Other}と{r}" }.Select(text => (t.Code, text))))
                .Select((c, i) => new GoldComment($"{i}", null, c.text, [c.Code], c.Code, [])),
        ];
    }
}
