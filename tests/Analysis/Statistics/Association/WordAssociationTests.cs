using FeedbackLab.Analysis.Statistics.Association;

namespace FeedbackLab.Analysis.Tests.Statistics.Association;

public sealed class WordAssociationTests
{
    [Fact]
    public void Measures_by_hand()
    {
        // 4 of 8 comments have the first, 2 the second, both of these the first too: expected 4·2/8 = 1.
        var measures = new WordAssociation(2, 4, 2, 8);
        Assert.Equal(1, measures.Expected);
        Assert.Equal(1, measures.MutualInformation, 1e-12);
        Assert.Equal(4.0 / 6, measures.Dice, 1e-12);
        Assert.Equal(2.0 / 4, measures.Jaccard, 1e-12);
        Assert.Equal(1 / Math.Sqrt(2), measures.T, 1e-12);

        // 2·(2 ln(2/1) + 2 ln(2/3) + 4 ln(4/3))
        Assert.Equal(2 * ((2 * Math.Log(2)) + (2 * Math.Log(2.0 / 3)) + (4 * Math.Log(4.0 / 3))), measures.LogLikelihood, 1e-12);
    }

    [Fact]
    public void Words_that_avoid_each_other_have_a_negative_score_and_none_together_gives_no_number()
    {
        var measures = new WordAssociation(0, 4, 2, 8);
        Assert.True(measures.LogLikelihood < 0);
        Assert.Equal(double.NegativeInfinity, measures.MutualInformation);
        Assert.Equal((0, 0, 0), (measures.T, measures.Dice, measures.Jaccard));
    }
}
