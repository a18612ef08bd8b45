using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Association;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Statistics.Association;

public sealed class CodeCooccurrenceTests
{
    // R 4.2.2, cor(c(1,1,1,1,0,0,0,0), c(1,1,0,0,0,0,0,0)).
    [Fact]
    public void Phi_is_the_correlation_of_having_and_having() =>
        Assert.Equal(0.577350269189626, new WordAssociation(2, 4, 2, 8).Phi, 1e-12);

    [Fact]
    public void Phi_is_one_for_the_same_comments_and_minus_one_for_all_others()
    {
        Assert.Equal(1, new WordAssociation(3, 3, 3, 8).Phi, 1e-12);
        Assert.Equal(-1, new WordAssociation(0, 3, 5, 8).Phi, 1e-12);
        Assert.Equal(0, new WordAssociation(3, 3, 8, 8).Phi);
    }

    [Fact]
    public void Pairs_are_counted_in_comments_and_in_respondents()
    {
        // 料金 and 契約 together in 4 comments of 8, each without the other in none; 訪問 in the other 4.
        var comments = Enumerable.Range(0, 8).Select(i => Samples.Comment(i < 4 ? "料金と契約。" : "訪問。", $"所{i % 3}", line: i + 1)).ToList();
        var codebook = new Codebook("見本", [Code("料金"), Code("契約"), Code("訪問")]);
        var findings = FeedbackAnalysis.Run(Samples.Corpus(comments), codebook, Samples.ByCharacterClass(), new AnalysisOptions { Clusters = 1, Runs = 1 });
        var pair = CodeCooccurrence.Of(findings)[0];
        Assert.Equal(("料金", "契約"), (pair.First.Id, pair.Second.Id));
        Assert.Equal(new WordAssociation(pair.Comments.Both, pair.Comments.Both, pair.Comments.Both, findings.Comments.Length), pair.Comments);
        Assert.Equal((1.0, 3, 3), (pair.Comments.Jaccard, pair.Respondents.Both, pair.Respondents.Total));
    }

    // C(24, 12) = 2,704,156; the other tail is as unlikely.
    [Fact]
    public void Themes_of_two_questions_come_together_in_the_respondents_that_answer_both()
    {
        var pair = OfTwoQuestions(isKnown: true);
        Assert.Equal((CrossUnit.Respondents, 0), (pair.Unit, pair.Comments.Both));
        Assert.Equal(new WordAssociation(12, 12, 12, 24), pair.Respondents);
        Assert.Equal(2 / 2704156.0, pair.Test.P, 1e-12);
        Assert.True(pair is { Adjusted: < 0.05, Tested.Phi: > 0 });
    }

    [Fact]
    public void Where_no_comment_has_a_respondent_the_test_is_of_comments()
    {
        var pair = OfTwoQuestions(isKnown: false);
        Assert.Equal((CrossUnit.Comments, pair.Comments), (pair.Unit, pair.Tested));
        Assert.Equal(new WordAssociation(0, 12, 12, 48), pair.Comments);
        Assert.Equal(default, pair.Respondents);
        Assert.True(pair.Tested.Phi < 0);
    }

    [Fact]
    public void Who_said_nothing_is_no_witness_of_themes_that_come_together()
    {
        var comments = new[] { Samples.Comment("料金。", "所1", line: 1), Samples.Comment("契約。", "所2", line: 2) };
        var findings = FeedbackAnalysis.Run(
            Samples.Corpus(comments, [.. Enumerable.Range(3, 20).Select(i => Samples.Out(LeftOutReason.NothingToSay, $"所{i}"))]),
            new Codebook("見本", [Code("料金"), Code("契約")]), Samples.ByCharacterClass(), new AnalysisOptions { Clusters = 1, Runs = 1 });
        Assert.Equal((22, 2), (findings.Respondents.Length, CodeCooccurrence.Of(findings)[0].Respondents.Total));
    }

    // Twelve tell of fees to the first question and of contracts to the second, twelve of neither.
    private static CodeCooccurrence OfTwoQuestions(bool isKnown)
    {
        var comments = Enumerable.Range(0, 24).SelectMany(i => new[] { i < 12 ? "料金" : "訪問", i < 12 ? "契約" : "会議" }.Select((word, q) =>
            Samples.Comment($"{word}、{i}番め。", isKnown ? $"所{i}" : null, line: (2 * i) + q + 1, question: $"問{q + 1}")));
        var codebook = new Codebook("見本", [Code("料金"), Code("契約"), Code("訪問"), Code("会議")]);
        var findings = FeedbackAnalysis.Run(Samples.Corpus(comments), codebook, Samples.ByCharacterClass(), new AnalysisOptions { Clusters = 1, Runs = 1 });
        return CodeCooccurrence.Of(findings).Single(p => (p.First.Id, p.Second.Id) == ("料金", "契約"));
    }

    private static Code Code(string word) => new(word, new(word, word), new(word, word), string.Empty, string.Empty, [word], []);
}
