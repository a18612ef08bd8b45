using FeedbackLab.Analysis.Themes.Types;

namespace FeedbackLab.Analysis.Tests.Themes.Types;

/// <summary>What a writer says, without what is quoted.</summary>
public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("「早く」と言う", "と言う")]
    [InlineData("前「中『奥』中「奥」中」後", "前後")]
    [InlineData("前「中『奥」後』末", "前後』末")]
    [InlineData("前『中「奥』後」末", "前後」末")]
    [InlineData("」前「中", "」前「中")]
    [InlineData("前「「中」後", "前「後")]
    [InlineData("“前”と「後」", "と")]
    [InlineData("強化(が必要)", "強化が必要")]
    [InlineData("見回り(表、裏)、", "見回り、")]
    public void Quotations_are_taken_out_whatever_is_left_open(string text, string expected) => Assert.Equal(expected, OwnWords.Of(text));
}
