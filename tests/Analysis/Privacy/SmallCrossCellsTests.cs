using System.Collections.Immutable;
using System.Globalization;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Privacy;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Analysis.Themes.Codebooks;

namespace FeedbackLab.Analysis.Tests.Privacy;

public sealed class SmallCrossCellsTests
{
    private static readonly Code Bus = CodebookReader.Read("name: x\ncodes:\n- {id: bus, name: 送迎}\n").Codes[0];

    [Theory]
    [InlineData("5 2 6", "5 9 9", "-x-", "x")] // a second cell goes with the small one: the total of the row is told
    [InlineData("5 0 6", "5 9 9", "---", "")]
    [InlineData("2 1 6", "5 9 9", "xx-", "")]
    [InlineData("5 0 6", "5 2 9", "-x-", "x")] // nothing is told of a group of two, and what would tell it goes along
    public void A_small_cell_cannot_be_worked_out_from_its_row(string counts, string asked, string hidden, string further)
    {
        var made = SmallCrossCells.Hidden(Table(counts, asked), [Theme(counts, asked)], 3)!.Value[0];
        for (var g = 0; g < hidden.Length; g++)
        {
            Assert.True(hidden[g] != 'x' || made[g]);
        }

        Assert.Equal(hidden.Count(h => h == 'x') + further.Length, made.Count(h => h));
    }

    [Fact]
    public void Who_said_nothing_and_stands_in_no_group_hides_nobody()
    {
        // Nine in all mention it, and two of twenty stand in no group. Had these said something, the third cell might be 0 to 2.
        ImmutableArray<ThemeFinding> theme = [Theme("4 3 2", "7 6 7")];
        Assert.Equal([false, false, true], SmallCrossCells.Hidden(Table("4 3 2", "7 6 5") with { WithWordsOutside = 2 }, theme, 3)!.Value[0]);
        Assert.True(SmallCrossCells.Hidden(Table("4 3 2", "7 6 5"), theme, 3)!.Value[0].Count(h => h) > 1);
    }

    [Fact]
    public void Nothing_is_told_where_somebody_stands_in_two_groups_or_comments_are_counted()
    {
        Assert.Null(SmallCrossCells.Hidden(Table("5 6", "9 9") with { Design = CrossDesign.Within }, [], 3));
        Assert.Null(SmallCrossCells.Hidden(Table("5 6", "9 9") with { Unit = CrossUnit.Comments }, [], 3));
    }

    private static ThemeFinding Theme(string counts, string asked) => new(
        Bus, new DocumentFrequency(Numbers(counts).Sum(), Numbers(asked).Sum()), new DocumentFrequency(Numbers(counts).Sum(), 30), default, 0, [], [], [], [], []);

    private static int[] Numbers(string numbers) => [.. numbers.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    private static CrossTable Table(string counts, string asked)
    {
        var of = Numbers(asked);
        return new CrossTable(
            new CrossAttribute(CrossKind.Attribute, "圏域"),
            CrossUnit.Respondents,
            CrossDesign.Between,
            [.. of.Select((n, i) => new CrossGroup($"{i}", n, n, 0, 0, 0, 0))],
            [new CrossRow(Bus, [.. Numbers(counts).Select((c, i) => (DocumentFrequency?)new DocumentFrequency(c, of[i]))], [.. of.Select(_ => ImmutableArray<string>.Empty)], null, null)],
            of.Sum());
    }
}
