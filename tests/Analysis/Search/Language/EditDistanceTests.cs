using FeedbackLab.Analysis.Search.Language;

namespace FeedbackLab.Analysis.Tests.Search.Language;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 2, 0)]
    [InlineData("引継", "引継", 2, 0)]
    [InlineData("引継", "引渡", 2, 1)]
    [InlineData("引継", "継引", 2, 1)]
    [InlineData("サーバ", "サーバー", 2, 1)]
    [InlineData("就労移行", "就労", 1, 2)]
    [InlineData("abcd", "wxyz", 2, 3)]
    public void Letters_that_differ_are_counted_up_to_a_limit(string first, string second, int most, int distance)
    {
        Assert.Equal(distance, EditDistance.Of(first, second, most));
        Assert.Equal(distance, EditDistance.Of(second, first, most));
    }
}
