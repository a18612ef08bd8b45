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
        foreach (var before in Findings.Themes)
        {
            var after = hidden.Themes.Single(t => t.Code.Id == before.Code.Id);
            if (SmallCounts.IsHidden(before.Respondents.Count, Few))
            {
                Assert.Equal((SmallCounts.Hidden, SmallCounts.Hidden), (after.Respondents.Count, after.Comments.Count));
                Assert.All(after.ByYear, y => Assert.True(y.Respondents.Count < 0 && y.Comments.Count < 0));
                Assert.Equal(before.Respondents.Of, after.Respondents.Of);
            }
            else if (before.Respondents.Count >= Few)
            {
                Assert.Equal((before.Respondents, before.Comments), (after.Respondents, after.Comments));
            }
        }
    }

    [Fact]
    public void Themes_of_few_stand_in_the_codebooks_order_which_tells_nothing_of_their_counts()
    {
        const int Few = 8;
        var (hidden, _) = SmallCounts.Hide(Findings, null, Few);
        var few = hidden.Themes.Where(t => SmallCounts.IsOfFew(t, Few)).Select(t => t.Code.Id).ToList();
        Assert.Equal(Findings.Codebook.Codes.Select(c => c.Id).Where(few.Contains), few);
        Assert.Equal(Findings.Themes.Length, hidden.Themes.Length);
        Assert.All(hidden.Themes.SkipWhile(t => !SmallCounts.IsOfFew(t, Few)).Skip(few.Count), t => Assert.Equal(0, t.Comments.Count));
    }

    [Fact]
    public void How_many_comments_fit_no_theme_is_hidden_where_it_tells_how_many_carry_a_hidden_one()
    {
        ThemeFinding Theme(int n, int respondents, int comments) =>
            Findings.Themes[n] with { Respondents = new DocumentFrequency(respondents, 9), Comments = new DocumentFrequency(comments, 20), ByYear = [] };
        int Without(params ThemeFinding[] themes) => SmallCounts.Hide(
            Findings with { Themes = [.. themes], Discussions = [], Ledger = new Ledger(Findings.Ledger.Total with { Analysed = 20, WithoutTheme = 8 }, []) }, null, Smallest).Findings.Ledger.Total.WithoutTheme;

        // 12 comments have a theme: 2 of them have that of few alone, or some of them both.
        Assert.Equal(SmallCounts.Hidden, Without(Theme(0, 9, 10), Theme(1, 2, 2)));
        Assert.Equal(8, Without(Theme(0, 9, 10), Theme(1, 5, 6), Theme(2, 2, 2)));
        Assert.Equal(8, Without(Theme(0, 9, 12)));
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

    [Theory]
    [InlineData(9, 0, 0)]
    [InlineData(5, 1, 0)] // the only one asked in the earlier year alone: everybody knows who that is
    [InlineData(5, 1, 1)]
    [InlineData(4, 2, 1)]
    [InlineData(3, 0, 4)]
    [InlineData(0, 5, 4)]
    public void From_what_is_told_of_two_years_no_small_count_can_be_worked_out(int paired, int earlierAlone, int laterAlone)
    {
        var told = new Dictionary<string, List<int[]>>(StringComparer.Ordinal);
        foreach (var (both, earlier, later) in from b in Enumerable.Range(0, paired + 1) from e in Enumerable.Range(0, paired + 1 - b) from l in Enumerable.Range(0, paired + 1 - b - e) select (b, e, l))
        {
            foreach (var (gone, come) in from g in Enumerable.Range(0, earlierAlone + 1) from c in Enumerable.Range(0, laterAlone + 1) select (g, c))
            {
                var what = Told(both, earlier, later, gone, come, paired, (earlierAlone, laterAlone));
                told.TryAdd(what, []);
                told[what].Add([both + earlier + later + gone + come, both + earlier + gone, both + later + come, both, earlier, later, gone, come, earlier + gone, later + come]);
            }
        }

        // Whoever reads it knows the rule too: of all that would have been told alike, each small count has two values. That all mention it is told.
        Assert.Contains(told.Values, v => v.Count > 1);
        foreach (var alike in told.Values.Where(v => v[0][0] < paired + earlierAlone + laterAlone))
        {
            for (var i = 0; i < alike[0].Length; i++)
            {
                var values = alike.Select(a => a[i]).Distinct().ToList();
                Assert.True(values.Count > 1 || values[0] is 0 or >= Smallest, string.Join(' ', alike[0]));
            }
        }
    }

    [Fact]
    public void A_year_that_leaves_few_to_the_others_is_not_told()
    {
        var theme = Findings.Themes[0] with
        {
            Respondents = new DocumentFrequency(11, 20),
            Comments = new DocumentFrequency(20, 50),
            ByYear = [new(2022, new(4, 10), new(4, 10), []), new(2023, new(10, 15), new(10, 20), []), new(2024, new(7, 15), new(8, 20), [])],
        };
        Assert.All(SmallCounts.Hide(Findings with { Themes = [theme], Discussions = [] }, null, Smallest).Findings.Themes[0].ByYear, y => Assert.Equal(SmallCounts.Hidden, y.Respondents.Count));
        theme = theme with { Respondents = new DocumentFrequency(13, 20) };
        Assert.Equal([4, 10, 7], SmallCounts.Hide(Findings with { Themes = [theme], Discussions = [] }, null, Smallest).Findings.Themes[0].ByYear.Select(y => y.Respondents.Count));
    }

    [Fact]
    public void Who_mentions_it_in_a_question_of_one_year_alone_is_not_the_difference_of_two_numbers()
    {
        // Eleven in all questions of 2024, and so many in those put in both years.
        int Told(int comparable)
        {
            var theme = Findings.Themes[0] with
            {
                Respondents = new DocumentFrequency(11, 20),
                Comments = new DocumentFrequency(20, 50),
                ByYear = [new(2023, new(8, 20), new(8, 20), []), new(2024, new(11, 20), new(12, 20), [])],
            };
            var change = new ThemeChange(theme.Code, new(8, 20), new(comparable, 20), new PairedMentions(8, 0, comparable - 8, 20 - comparable), ChangeKind.Grown, null, 0.5, 0.5);
            var (findings, years) = SmallCounts.Hide(Findings with { Themes = [theme], Discussions = [] }, new YearComparison(2023, 2024, [], [], [], [change]), Smallest);
            Assert.Equal(years!.Themes[0].After.Count, Math.Min(comparable, findings.Themes[0].ByYear[1].Respondents.Count));
            return years.Themes[0].After.Count;
        }

        Assert.Equal((11, SmallCounts.Hidden, 8), (Told(11), Told(10), Told(8)));
    }

    [Fact]
    public void Beside_respondents_neither_meetings_nor_comments_without_a_name_are_counted()
    {
        var theme = Findings.Themes[0] with { Respondents = new DocumentFrequency(14, 45), Comments = new DocumentFrequency(20, 50), Meetings = new DocumentFrequency(0, 1), WithoutRespondent = 2, ByYear = [] };
        ThemeFinding Told(ThemeFinding t) => SmallCounts.Hide(Findings with { Themes = [t], Discussions = [] }, null, Smallest).Findings.Themes[0];
        Assert.Equal((SmallCounts.Hidden, SmallCounts.Hidden), (Told(theme).Meetings.Count, Told(theme).WithoutRespondent));
        var minutes = theme with { Respondents = new DocumentFrequency(0, 0), WithoutRespondent = 20 };
        Assert.Equal((0, 20), (Told(minutes).Meetings.Count, Told(minutes).WithoutRespondent));
    }

    [Theory]
    [InlineData(0, 1, SmallCounts.Hidden)]
    [InlineData(38, 2, SmallCounts.Hidden)]
    [InlineData(38, 3, 5)]
    [InlineData(0, 3, 5)]
    public void What_nobody_asked_said_is_told_of_three_speakers_or_more(int asked, int speakers, int told)
    {
        var theme = Findings.Themes[0] with { Respondents = new DocumentFrequency(0, asked), Comments = new DocumentFrequency(5, 50), Speakers = speakers, ByYear = [] };
        Assert.Equal(told, SmallCounts.Hide(Findings with { Themes = [theme], Discussions = [] }, null, Smallest).Findings.Themes[0].Comments.Count);
    }

    [Fact]
    public void Where_two_were_asked_no_nought_is_told()
    {
        var theme = Findings.Themes[0] with { Respondents = new DocumentFrequency(0, 2), Comments = new DocumentFrequency(0, 9), ByYear = [] };
        var told = SmallCounts.Hide(Findings with { Themes = [theme], Discussions = [] }, null, Smallest).Findings.Themes[0];
        Assert.Equal((SmallCounts.Hidden, SmallCounts.Hidden), (told.Respondents.Count, told.Comments.Count));
    }

    private static string Told(int both, int earlier, int later, int gone, int come, int paired, (int Earlier, int Later) alone)
    {
        var code = Findings.Themes[0].Code;
        var (before, after) = (both + earlier + gone, both + later + come);
        var theme = Findings.Themes[0] with
        {
            Respondents = new DocumentFrequency(both + earlier + later + gone + come, paired + alone.Earlier + alone.Later),
            Comments = new DocumentFrequency(20, 50),
            ByYear = [new(2023, new(before, paired + alone.Earlier), new(0, 0), []), new(2024, new(after, paired + alone.Later), new(0, 0), [])],
        };
        var change = new ThemeChange(
            code, theme.ByYear[0].Respondents, theme.ByYear[1].Respondents, new PairedMentions(both, earlier, later, paired - both - earlier - later), ChangeKind.Same, null, 0.5, 0.5);
        var (findings, years) = SmallCounts.Hide(Findings with { Themes = [theme], Discussions = [] }, new YearComparison(2023, 2024, [], [], [], [change]), Smallest);
        var shown = years!.Themes[0];
        Assert.Equal(shown.Pairs.Both < 0, shown.P is null);
        Assert.Equal((shown.Before.Count, shown.After.Count), (findings.Themes[0].ByYear[0].Respondents.Count, findings.Themes[0].ByYear[1].Respondents.Count));
        return string.Join(' ', findings.Themes[0].Respondents.Count, shown.Before.Count, shown.After.Count, shown.Pairs.Both, shown.Pairs.OnlyEarlier, shown.Pairs.OnlyLater);
    }
}
