using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.Association;
using FeedbackLab.Analysis.Themes.Codebooks;

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

    private static Code Code(string word) => new(word, new(word, word), new(word, word), string.Empty, string.Empty, [word], []);
}
