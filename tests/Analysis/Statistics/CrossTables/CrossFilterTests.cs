using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Statistics.CrossTables;

public sealed class CrossFilterTests
{
    private static readonly CrossAttribute Area = new(CrossKind.Attribute, "圏域");
    private static readonly CrossAttribute Year = new(CrossKind.Year, string.Empty);

    [Fact]
    public void Counts_and_denominators_are_those_of_the_comments_that_are_left()
    {
        var all = Findings();
        var north = new CrossFilter([new CrossCondition(Area, ["北"])]).Narrow(all);
        Assert.Equal(["所1", "所2"], north.Respondents);
        Assert.Equal(3, north.Comments.Length);
        foreach (var theme in north.Themes)
        {
            var ids = north.Comments.Where(c => c.Codings.Any(k => k.Code == theme.Code.Id)).Select(c => c.Comment.Id).ToList();
            Assert.Equal(ids, theme.CommentIds);
            Assert.Equal(new DocumentFrequency(ids.Count, 3), theme.Comments);
            Assert.Equal(2, theme.Respondents.Of);
        }
    }

    [Fact]
    public void Without_a_condition_everything_stays()
    {
        var all = Findings();
        Assert.Same(all, CrossFilter.All.Narrow(all));
    }

    [Fact]
    public void Values_of_one_attribute_are_joined_by_or_attributes_by_and()
    {
        var all = Findings();
        Assert.Equal(4, new CrossFilter([new CrossCondition(Area, ["北", "南"])]).Narrow(all).Comments.Length);
        var both = new CrossFilter([new CrossCondition(Area, ["北", "南"]), new CrossCondition(Year, ["2025"])]);
        Assert.Equal(["所1"], both.Narrow(all).Comments.Select(c => c.Comment.Respondent));
    }

    [Fact]
    public void The_counts_of_an_attribute_follow_the_conditions_of_the_others_not_its_own()
    {
        var filter = new CrossFilter([new CrossCondition(Area, ["南"]), new CrossCondition(Year, ["2024"])]);
        Assert.Equal([new CrossCount("北", 2), new CrossCount("南", 1)], filter.Counts(Findings(), Area));
        Assert.Equal([new CrossCount("2024", 1), new CrossCount("2025", 0)], filter.Counts(Findings(), Year));
    }

    [Fact]
    public void A_question_that_is_written_otherwise_in_another_year_is_one_group_and_one_condition()
    {
        const string Earlier = "問1 利用料について";
        const string Later = "設問３　利用料について（自由記述）";
        var question = new CrossAttribute(CrossKind.Question, string.Empty);
        var all = Findings();
        all = all with
        {
            Comments = [.. all.Comments.Select(c => c with { Comment = Asked(c.Comment) })],
            Corpus = all.Corpus with { Comments = [.. all.Corpus.Comments.Select(Asked)] },
        };
        Assert.Equal([new CrossCount(Earlier, 4)], CrossFilter.All.Counts(all, question));
        var filter = new CrossFilter([new CrossCondition(question, [Later, Earlier])]).United(all.Corpus);
        Assert.Equal([Earlier], Assert.Single(filter.Conditions).Values);
        Assert.Equal([Earlier, Later], Assert.Single(filter.Whole(all.Corpus).Conditions).Values);
        Assert.Equal([new CrossCount("北", 3), new CrossCount("南", 1)], filter.Counts(all, Area));

        static Comment Asked(Comment comment) => comment with { Question = comment.Year == 2024 ? Earlier : Later };
    }

    [Fact]
    public void A_cell_without_words_counts_as_asked_where_its_respondent_belongs()
    {
        var silent = new LeftOut("a.csv", LeftOutReason.NothingToSay, "所3", null, 2025, new Place(90, 90), "特になし");
        var unknown = silent with { Respondent = "所9" };
        var south = new CrossFilter([new CrossCondition(Area, ["南"])]).Narrow(Findings(silent, unknown));
        Assert.Equal([silent], south.Corpus.LeftOut);
        Assert.Equal(["所3"], south.Respondents);
    }

    [Fact]
    public void Nothing_left_gives_no_comments_and_no_respondents()
    {
        var nothing = new CrossFilter([new CrossCondition(Area, ["東"])]).Narrow(Findings());
        Assert.Empty(nothing.Comments);
        Assert.Empty(nothing.Respondents);
        Assert.All(nothing.Themes, t => Assert.Equal(0, t.Comments.Count));
    }

    private static AnalysisFindings Findings(params LeftOut[] left) => FeedbackAnalysis.Run(
        new CommentCorpus(
            [new Source("a.csv", "00", SourceFormat.Delimited, "utf-8", null, null, 9, [])],
            [Said(1, "所1", "北", 2024, "利用料の自己負担が重い。"), Said(2, "所1", "北", 2025, "引継ぎの時期が遅い。"), Said(3, "所2", "北", 2024, "利用料の説明が難しい。"), Said(4, "所3", "南", 2024, "引継ぎの面談がほしい。")],
            [.. left],
            [],
            [],
            [],
            []),
        CodebookReader.Default,
        LexiconReader.Default,
        new AnalysisOptions { Clusters = 1, Runs = 1 });

    private static Comment Said(int line, string who, string area, int year, string text) =>
        new($"c{line}", "a.csv", CommentKind.Answer, who, null, null, year, new Place(line, line), text, ImmutableArray.Create(new CommentAttribute("圏域", area)));
}
