using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Themes.Discussions;

public sealed class DiscussionComparisonTests
{
    private static readonly Codebook Codes = new("見本", [Code("料金"), Code("訪問"), Code("契約"), Code("研修")]);

    [Fact]
    public void Both_sides_are_set_beside_each_other_with_their_lines()
    {
        var discussion = Assert.Single(Found().Discussions);
        Assert.True(discussion.IsOwn);
        Assert.Equal(DiscussionVerdict.Both, Theme(discussion, "料金").Verdict);
        Assert.Equal([41], Theme(discussion, "料金").Headings.Select(h => h.Line));
        Assert.Equal([42], Theme(discussion, "料金").Passages.Select(p => discussion.Passages[p].Place.LineStart));

        // Four of five mention visits, and the discussion does not; it names contracts, and nobody mentions them.
        Assert.Equal(["訪問"], discussion.OnlyInComments.Select(t => t.Code));
        Assert.Equal(["契約"], discussion.OnlyInDiscussion.Select(t => t.Code));
        Assert.Equal(new DocumentFrequency(4, 5), Theme(discussion, "訪問").Respondents);
        Assert.Equal(DiscussionVerdict.Neither, Theme(discussion, "研修").Verdict);
        Assert.Equal(["天候"], discussion.Uncovered.Select(h => h.Text));
    }

    [Fact]
    public void A_discussion_is_never_among_the_counts()
    {
        var findings = Found();
        Assert.DoesNotContain(findings.Comments, c => c.Comment.Text.Contains("契約", StringComparison.Ordinal));
        Assert.Equal(0, findings.Themes.First(t => t.Code.Id == "契約").Comments.Count);
    }

    [Fact]
    public void Evidence_lies_in_the_passage()
    {
        var passage = Found().Discussions[0].Passages[1];
        var span = Assert.Single(passage.Codings).Evidence[0];
        Assert.Equal("契約", passage.Text[span.Start..span.End]);
    }

    [Fact]
    public void A_source_that_only_discusses_is_set_beside_all_comments()
    {
        var discussion = Assert.Single(Found(source: "報告.txt").Discussions);
        Assert.False(discussion.IsOwn);
        Assert.Equal(new DocumentFrequency(4, 5), Theme(discussion, "訪問").Respondents);
    }

    [Fact]
    public void Without_a_discussion_nothing_is_said() => Assert.Empty(Run([]).Discussions);

    private static AnalysisFindings Found(string source = "answers.txt") => Run(
    [
        Passage(source, 42, "料金への戸惑いがある。", new("考察", 40), new("料金", 41)),
        Passage(source, 45, "前置きである。契約は平日に結ぶ。", new("考察", 40), new("手続", 44)),
        Passage(source, 48, "雨であった。", new("考察", 40), new("天候", 47)),
    ]);

    private static AnalysisFindings Run(LeftOut[] passages) => FeedbackAnalysis.Run(
        Samples.Corpus(
            [
                .. Enumerable.Range(1, 4).Select(i => Samples.Comment("訪問を待つ。", $"所{i}", line: i)),
                .. Enumerable.Range(1, 3).Select(i => Samples.Comment("料金を払う。", $"所{i + 2}", line: i + 10)),
            ],
            passages),
        Codes,
        Samples.ByCharacterClass(),
        new AnalysisOptions { Clusters = 1, Runs = 1 });

    private static LeftOut Passage(string source, int line, string text, params SourceHeading[] headings) =>
        new(source, LeftOutReason.Aside, null, null, null, new Place(line, line), text) { Discussion = [.. headings] };

    private static DiscussedTheme Theme(SourceDiscussion discussion, string code) => discussion.Themes.First(t => t.Code == code);

    private static Code Code(string word) => new(word, new(word, word), new(word, word), string.Empty, string.Empty, [word], []);
}
