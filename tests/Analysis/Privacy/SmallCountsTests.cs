using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Statistics.Years;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest;

namespace FeedbackLab.Analysis.Tests.Privacy;

public sealed class SmallCountsTests
{
    private const int Smallest = 3;

    private static readonly AnalysisFindings Findings = FeedbackAnalysis.Run(
        CorpusReader.Read([Path.Combine(AppContext.BaseDirectory, "samples")], new ReadOptions()), CodebookReader.Default, LexiconReader.Default, new AnalysisOptions { Clusters = 1, Runs = 1 });

    [Fact]
    public void Of_a_theme_that_few_mention_nothing_is_told_and_of_others_all()
    {
        const int Few = 8;
        var (hidden, _) = SmallCounts.Hide(Findings, null, Few);
        Assert.Contains(Findings.Themes, t => SmallCounts.IsHidden(t.Respondents.Count, Few));
        foreach (var (before, after) in Findings.Themes.Zip(hidden.Themes))
        {
            if (SmallCounts.IsHidden(before.Respondents.Count, Few))
            {
                Assert.Equal((SmallCounts.Hidden, SmallCounts.Hidden), (after.Respondents.Count, after.Comments.Count));
                Assert.All(after.ByYear, y => Assert.True(y.Respondents.Count <= 0 && y.Comments.Count <= 0));
                Assert.Equal(before.Respondents.Of, after.Respondents.Of);
            }
            else if (before.Respondents.Count >= Few)
            {
                Assert.Equal((before.Respondents, before.Comments), (after.Respondents, after.Comments));
            }
        }
    }

    [Fact]
    public void A_discussion_that_leaves_a_small_rest_to_the_whole_is_hidden()
    {
        var theme = Findings.Themes.First(t => t.Respondents.Count >= 6);
        DiscussedTheme Own(int count) => new(theme.Code.Id, [], [], theme.Respondents with { Count = count }, new DocumentFrequency(9, 20), DiscussionVerdict.Both);
        foreach (var (own, isHidden) in new[] { (theme.Respondents.Count, false), (theme.Respondents.Count - 1, true), (theme.Respondents.Count - 2, true), (theme.Respondents.Count - 3, false), (2, true), (0, false) })
        {
            var with = Findings with
            {
                Themes = [theme with { Comments = new DocumentFrequency(9, 20) }],
                Discussions = [new SourceDiscussion("x", true, [], [Own(own)], [])],
            };
            Assert.Equal(isHidden, SmallCounts.Hide(with, null, Smallest).Findings.Discussions[0].Themes[0].Respondents.Count < 0);
        }
    }

    [Fact]
    public void From_what_is_told_of_two_years_no_small_count_can_be_worked_out()
    {
        const int All = 9;
        var told = new Dictionary<string, List<int[]>>(StringComparer.Ordinal);
        for (var both = 0; both <= All; both++)
        {
            for (var earlier = 0; both + earlier <= All; earlier++)
            {
                for (var later = 0; both + earlier + later <= All; later++)
                {
                    var what = Told(both, earlier, later, All);
                    told.TryAdd(what, []);
                    told[what].Add([both + earlier + later, both + earlier, both + later, both, earlier, later]);
                }
            }
        }

        // Whoever reads it knows the rule too: of all that would have been told alike, each small count has two values.
        Assert.Contains(told.Values, v => v.Count > 1);
        foreach (var alike in told.Values)
        {
            for (var i = 0; i < 6; i++)
            {
                var values = alike.Select(a => a[i]).Distinct().ToList();
                Assert.True(values.Count > 1 || values[0] is 0 or >= Smallest, string.Join(' ', alike[0]));
            }
        }
    }

    private static string Told(int both, int earlier, int later, int all)
    {
        var code = Findings.Themes[0].Code;
        var theme = Findings.Themes[0] with { Respondents = new DocumentFrequency(both + earlier + later, all), Comments = new DocumentFrequency(20, 50), ByYear = [] };
        var change = new ThemeChange(
            code, new DocumentFrequency(both + earlier, all), new DocumentFrequency(both + later, all), new PairedMentions(both, earlier, later, all - both - earlier - later), ChangeKind.Same, null, 0.5, 0.5);
        var (findings, years) = SmallCounts.Hide(Findings with { Themes = [theme], Discussions = [] }, new YearComparison(2023, 2024, [], [], [], [change]), Smallest);
        var after = years!.Themes[0];
        Assert.Equal(after.Pairs.Both < 0, after.P is null);
        return string.Join(' ', findings.Themes[0].Respondents.Count, after.Before.Count, after.After.Count, after.Pairs.Both, after.Pairs.OnlyEarlier, after.Pairs.OnlyLater);
    }
}
