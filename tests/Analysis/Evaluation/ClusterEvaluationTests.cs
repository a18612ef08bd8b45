using FeedbackLab.Analysis.Evaluation;

namespace FeedbackLab.Analysis.Tests.Evaluation;

public sealed class ClusterEvaluationTests
{
    private static readonly (string Text, string Label)[] Comments =
    [
        ("料金の請求", "費用"), ("請求と料金の明細", "費用"), ("明細と請求", "費用"), ("料金の明細", "費用"),
        ("研修の教材", "研修"), ("教材と講師の研修", "研修"), ("講師と教材", "研修"), ("研修の講師", "研修"),
        ("送迎の車両", "送迎"), ("車両と運転の送迎", "送迎"), ("運転と車両", "送迎"), ("送迎の運転", "送迎"),
    ];

    [Fact]
    public void Groups_that_are_the_labels_agree_wholly_and_as_many_are_made_as_there_are_labels()
    {
        var result = ClusterEvaluation.Of(Comments, null, Samples.ByCharacterClass(), 1);
        Assert.Equal((3, 1.0, 1.0), (result.Agreement.Clusters, result.Agreement.AdjustedRand, Math.Round(result.Agreement.Information, 9)));
        Assert.Equal((12, 3, 0), (result.Comments, result.Labels, result.InNoGroup));
        Assert.Equal(["研修", "費用", "送迎"], result.Groups.Select(g => g.Label).Order(StringComparer.Ordinal));
        Assert.All(result.Groups, g => Assert.Equal((4, 4), (g.Comments, g.WithLabel)));
    }

    [Fact]
    public void A_comment_in_no_group_is_counted_and_lowers_the_agreement()
    {
        var result = ClusterEvaluation.Of([.. Comments, ("はい", "費用")], 3, Samples.ByCharacterClass(), 1);
        Assert.Equal(1, result.InNoGroup);
        Assert.InRange(result.Agreement.AdjustedRand, 0.5, 0.99);
    }

    [Fact]
    public void The_order_of_the_rows_changes_nothing()
    {
        var one = ClusterEvaluation.Of(Comments, 3, Samples.ByCharacterClass(), 1);
        var other = ClusterEvaluation.Of([.. Comments.Reverse()], 3, Samples.ByCharacterClass(), 1);
        Assert.Equal(one.Agreement, other.Agreement);
        Assert.Equal(one.Groups.Select(g => $"{string.Join(' ', g.Terms)} {g}"[..8]), other.Groups.Select(g => $"{string.Join(' ', g.Terms)} {g}"[..8]));
    }
}
