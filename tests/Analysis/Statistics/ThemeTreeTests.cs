using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Tests.Statistics;

public sealed class ThemeTreeTests
{
    private static readonly Codebook Codes = CodebookReader.Read("""
        codes:
          - {id: bus, name: 送迎, terms: [送迎]}
          - {id: money, name: お金, codable: false}
          - {id: fee, name: 利用料, parent: money, terms: [利用料]}
          - {id: wage, name: 工賃, parent: money, terms: [工賃]}
          - {id: bonus, name: 賞与, parent: wage, terms: [賞与]}
        """);

    private static readonly AnalysisFindings Findings = FeedbackAnalysis.Run(
        Samples.Corpus(new (string? Who, string Text)[] { ("A", "利用料"), ("A", "工賃"), ("B", "利用料 工賃"), ("C", "賞与"), (null, "賞与"), ("A", "送迎"), ("B", "送迎"), ("C", "送迎"), ("D", "天気") }
            .Select((c, i) => Samples.Comment(c.Text, c.Who, line: i + 1))),
        Codes,
        Samples.ByCharacterClass(),
        new AnalysisOptions { Clusters = 1, Runs = 1 });

    [Fact]
    public void A_code_counts_with_all_that_is_under_it_each_comment_and_respondent_once()
    {
        var tree = ThemeTree.Of(Codes, Findings);
        var money = tree.Find("money")!;
        Assert.Null(money.Own);
        Assert.Equal((new DocumentFrequency(3, 4), new DocumentFrequency(5, 9)), (money.Respondents, money.Comments));
        var wage = tree.Find("wage")!;
        Assert.Equal((2, 3, 4), (wage.Own!.Comments.Count, wage.Respondents.Count, wage.Comments.Count));
    }

    [Fact]
    public void Codes_stand_under_their_own_and_the_most_mentioned_first()
    {
        var tree = ThemeTree.Of(Codes, Findings);
        Assert.True(tree.IsDeep);
        Assert.Equal([("money", 0), ("wage", 1), ("bonus", 2), ("fee", 1), ("bus", 0)], tree.Lines().Select(l => (l.Node.Code.Id, l.Depth)));
        Assert.Equal(["money", "wage"], tree.Above("bonus").Select(c => c.Id));
        Assert.Empty(tree.Above("bus"));
    }
}
