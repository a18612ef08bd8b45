using System.Collections.Immutable;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Statistics.ExactTests;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Analysis.Tests.Statistics.CrossTables;

public sealed class CrossTableTests
{
    private const string Fees = "料金が高い。";
    private const string Other = "庭が広い。";

    [Fact]
    public void Nobody_in_two_groups_gives_the_exact_test_of_the_respondents()
    {
        // North: 5 of 5 mention fees, south: 0 of 5. Fisher: 2/252.
        var table = Table("area", [.. Enumerable.Range(1, 5).Select(i => Said($"北{i}", Fees, "北")), .. Enumerable.Range(1, 5).Select(i => Said($"南{i}", Other, "南"))]);
        Assert.Equal((CrossUnit.Respondents, CrossDesign.Between, 10), (table.Unit, table.Design, table.Compared));
        var row = Assert.Single(table.Themes);
        Assert.Equal([new DocumentFrequency(5, 5), new DocumentFrequency(0, 5)], row.Cells.Select(c => c!.Value));
        Assert.Equal(2.0 / 252, row.Test!.Value.P, 1e-12);
        Assert.True(row.IsClear);
    }

    [Fact]
    public void Where_no_comment_of_a_group_has_a_respondent_comments_are_counted()
    {
        ImmutableArray<Comment> all = [Said("所1", Other, "北", 2023), Said("所2", Fees, "北", 2024), Said("議事", Fees, "北", 2024) with { Respondent = null, Meeting = "m1", Kind = CommentKind.Meeting }];
        var meetings = Table("meeting", all);
        Assert.Equal((CrossUnit.Comments, new DocumentFrequency(1, 1)), (meetings.Unit, Assert.Single(meetings.Themes).Cells.Single()!.Value));
        Assert.Equal(CrossUnit.Respondents, Table("year", all).Unit);
    }

    [Fact]
    public void The_same_respondents_in_several_groups_are_compared_with_themselves()
    {
        // Six centres, both years: fees in the later one only. McNemar: 2/2⁶.
        var table = Table("year", [.. Enumerable.Range(1, 6).SelectMany(i => new[] { Said($"所{i}", Other, "北", 2023), Said($"所{i}", Fees, "北", 2024) })]);
        Assert.Equal((CrossDesign.Within, 6), (table.Design, table.Compared));
        Assert.Equal(McNemar.TwoSided(0, 6), Assert.Single(table.Themes).Test!.Value.P, 1e-12);
        Assert.Equal(["2023", "2024"], table.Groups.Select(g => g.Name));
    }

    [Fact]
    public void One_respondent_in_two_groups_stands_apart_and_the_others_are_tested()
    {
        ImmutableArray<Comment> clean =
            [.. Enumerable.Range(1, 5).Select(i => Said($"北{i}", Fees, "北")), .. Enumerable.Range(1, 6).Select(i => Said($"南{i}", Other, "南"))];
        var table = Table("area", [.. clean, Said("南6", Other, "南部")]);
        Assert.Equal((CrossDesign.Between, 10), (table.Design, table.Compared));
        Assert.Equal(["南6"], table.Apart);

        // 南6 counts in both of its areas, and in the test in neither: 2/252 as without it.
        var row = Assert.Single(table.Themes);
        Assert.Equal([new DocumentFrequency(0, 6), new DocumentFrequency(5, 5), new DocumentFrequency(0, 1)], row.Cells.Select(c => c!.Value));
        Assert.Equal(2.0 / 252, row.Test!.Value.P, 1e-12);
        Assert.True(row.IsClear);
    }

    [Fact]
    public void One_respondent_in_one_year_alone_stands_apart_where_the_others_are_in_both()
    {
        var table = Table("year", [Said("新", Fees, "北", 2024), .. Enumerable.Range(1, 6).SelectMany(i => new[] { Said($"所{i}", Other, "北", 2023), Said($"所{i}", Fees, "北", 2024) })]);
        Assert.Equal((CrossDesign.Within, 6), (table.Design, table.Compared));
        Assert.Equal(["新"], table.Apart);
    }

    [Fact]
    public void By_years_the_test_rests_on_questions_that_were_put_in_all_of_them()
    {
        Comment Cell(string who, int year, string text, string question)
        {
            var comment = Said(who, text, year: year, question: question);
            return comment with { Place = comment.Place with { Column = question } };
        }

        var table = Table("year", [.. Enumerable.Range(1, 6).SelectMany(i => new[] { Cell($"所{i}", 2023, Other, "庭"), Cell($"所{i}", 2024, Other, "庭"), Cell($"所{i}", 2024, Fees, "料金") })]);
        var row = Assert.Single(table.Themes);
        Assert.Equal([new DocumentFrequency(0, 6), new DocumentFrequency(6, 6)], row.Cells.Select(c => c!.Value));
        Assert.True(row.Test!.Value.IsTooFew);
        Assert.Equal((6, 6), (table.Compared, table.Questions!.Apart));
    }

    [Fact]
    public void Several_comments_of_one_respondent_are_no_independent_witnesses()
    {
        ImmutableArray<Comment> comments = [Said("所1", Fees, "北"), Said("所1", Fees + "本当に。", "北"), Said("所2", Other, "南")];
        var table = Table("area", comments, CrossUnit.Comments);
        Assert.Equal(CrossDesign.Untested, table.Design);
        Assert.Null(Assert.Single(table.Themes).Test);
        var anonymous = Table("area", [.. comments.Select(c => c with { Respondent = null })], CrossUnit.Comments);
        Assert.Equal(CrossDesign.Between, anonymous.Design);
    }

    [Fact]
    public void Not_asked_no_answer_nothing_to_say_and_not_mentioned_never_share_a_zero()
    {
        var table = Table(
            "question",
            [Said("所1", Fees, question: "問1"), Said("所1", Other, question: "問2"), Said("所2", Other, question: "問1")],
            CrossUnit.Respondents,
            Cell(LeftOutReason.NothingToSay, "所3", "問1"),
            Cell(LeftOutReason.Blank, "所4", "問1"),
            Cell(LeftOutReason.NotAsked, "所5", "問1"),
            Cell(LeftOutReason.AsAbove, "所2", "問2"),
            Cell(LeftOutReason.NotAsked, "所3", "問2"),
            Cell(LeftOutReason.NotAsked, "所5", "問3"));
        Assert.Equal(
            [new CrossGroup("問1", 4, 2, 0, 1, 1, 1), new CrossGroup("問2", 2, 1, 1, 0, 0, 1), new CrossGroup("問3", 0, 0, 0, 0, 0, 1)], table.Groups);

        // Mentioned by 1 of 4 asked; by none of 2 asked; nobody was asked.
        Assert.Equal([new DocumentFrequency(1, 4), new DocumentFrequency(0, 2), null], Assert.Single(table.Themes).Cells);
    }

    [Fact]
    public void An_area_is_known_of_a_respondent_whose_other_cells_are_blank()
    {
        var table = Table("圏域", [Said("所1", Fees, "北"), Said("所2", Other, "南")], CrossUnit.Respondents, Cell(LeftOutReason.Blank, "所1", "問9"), Cell(LeftOutReason.Blank, "所9", "問9"));
        Assert.Equal([("北", 1), ("南", 1)], table.Groups.Select(g => (g.Name, g.Asked)));
    }

    [Fact]
    public void A_respondent_without_words_is_asked_in_the_area_of_its_row()
    {
        var table = Table(
            "area",
            [Said("所1", Fees, "北"), Said("所2", Fees, "南"), Said("無", Fees, "北") with { Attributes = [] }],
            CrossUnit.Respondents,
            Cell(LeftOutReason.Blank, "所8", "問1") with { Attributes = [new CommentAttribute("圏域", "北")] },
            Cell(LeftOutReason.NothingToSay, "所9", "問1") with { Attributes = [new CommentAttribute("圏域", "東")] },
            Cell(LeftOutReason.Blank, "空", "問1"));
        Assert.Equal([new CrossGroup("北", 2, 1, 0, 0, 1, 0), new CrossGroup("南", 1, 1, 0, 0, 0, 0), new CrossGroup("東", 1, 0, 0, 1, 0, 0)], table.Groups);
        Assert.Equal(1, table.WithWordsOutside);
    }

    [Fact]
    public void An_unknown_word_names_nothing_and_a_column_goes_by_its_own_name()
    {
        var corpus = Samples.Corpus([Said("所1", Fees, "北")]);
        Assert.Null(CrossAttribute.Of("職員数", corpus));
        Assert.Equal(new CrossAttribute(CrossKind.Attribute, "圏域"), CrossAttribute.Of("area", corpus));
        Assert.Equal(CrossKind.Year, CrossAttribute.Of("Year", corpus)!.Kind);
        Assert.Null(CrossAttribute.Of("area", Samples.Corpus([])));
    }

    [Theory]
    [InlineData("年", CrossKind.Year)]
    [InlineData("設問", CrossKind.Question)]
    [InlineData("種類", CrossKind.Kind)]
    [InlineData("意見の性質", CrossKind.Type)]
    [InlineData("資料", CrossKind.Source)]
    [InlineData("会議", CrossKind.Meeting)]
    [InlineData("回答者", CrossKind.Respondent)]
    [InlineData("地域", CrossKind.Attribute)]
    public void Groups_go_by_their_Japanese_names_too(string word, CrossKind kind) =>
        Assert.Equal(kind, CrossAttribute.Of(word, Samples.Corpus([Said("所1", Fees, "北")]))?.Kind);

    [Fact]
    public void Speakers_of_minutes_are_no_respondents_of_a_group()
    {
        var said = Said("事務局", Fees) with { Kind = CommentKind.Meeting, Meeting = "m1" };
        Assert.Equal(CrossUnit.Comments, Table("area", [said]).Unit);
        var table = Table("area", [said, Said("所1", Other)]);
        Assert.Equal(("北", 1), table.Groups.Select(g => (g.Name, g.Asked)).Single());
        Assert.Empty(table.Themes);
        Assert.Empty(Table("respondent", [said]).Groups);
    }

    [Fact]
    public void A_question_with_another_number_in_another_year_is_the_same()
    {
        var table = Table(
            "question",
            [Said("所1", Fees, year: 2024, question: "問1 料金について"), Said("所1", Other, year: 2025, question: "設問２　料金について（自由記述）"), Said("所2", Other, year: 2025, question: "問3 庭について")],
            null,
            Cell(LeftOutReason.NotAsked, "所1", "設問２　料金について（自由記述）") with { Year = 2024 },
            Cell(LeftOutReason.Blank, "所3", "設問２　料金について（自由記述）") with { Year = 2025 });
        Assert.Equal([("問1 料金について", 2), ("問3 庭について", 1)], table.Groups.Select(g => (g.Name, g.Asked)));
        Assert.Equal(new DocumentFrequency(1, 2), Assert.Single(table.Themes).Cells[0]);
        Assert.Equal(["問1 料金について", "設問２　料金について（自由記述）"], table.ValuesOf("問1 料金について").AsEnumerable());
        Assert.Equal(["問3 庭について"], table.ValuesOf("問3 庭について").AsEnumerable());
    }

    [Fact]
    public void Two_questions_of_one_form_are_two_whatever_is_left_of_them_without_their_numbers()
    {
        var table = Table(
            "question",
            [Said("所1", Fees, year: 2024, question: "問3 その他"), Said("所1", Other, year: 2024, question: "問7 その他"), Said("所1", Other, year: 2025, question: "設問3 その他")]);
        Assert.Equal(["問3 その他", "問7 その他", "設問3 その他"], table.Groups.Select(g => g.Name));
    }

    [Fact]
    public void Few_mentions_give_no_map() =>
        Assert.Null(Table("area", [Said("所1", Fees, "北"), Said("所2", Fees, "南")]).Map);

    private static CrossTable Table(string by, ImmutableArray<Comment> comments, CrossUnit? unit = null, params LeftOut[] leftOut)
    {
        var corpus = Samples.Corpus(comments, leftOut);
        var codebook = new Codebook("見本", [new Code("fees", new("料金", "Fees"), new("料金", "Fees"), string.Empty, string.Empty, ["料金"], [])]);
        var findings = FeedbackAnalysis.Run(corpus, codebook, Samples.ByCharacterClass(), new AnalysisOptions { Clusters = 1, Runs = 1 });
        return CrossTable.Of(findings, CrossAttribute.Of(by, corpus)!, unit);
    }

    private static Comment Said(string who, string text, string area = "北", int? year = null, string? question = null) =>
        Samples.Comment(
            text,
            who,
            year,
            line: $"{who}{year}{question}{text.Length}".Aggregate(7, (hash, c) => ((hash * 31) + c) % 1_000_003),
            question: question,
            attributes: [new CommentAttribute("圏域", area)]);

    private static LeftOut Cell(LeftOutReason reason, string who, string question) => Samples.Out(reason, who) with { Question = question };
}
