using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Tests.Language;

public sealed class IterationMarksTests
{
    [Theory]
    [InlineData("時々", "時時")]
    [InlineData("馬鹿々々しい", "馬鹿馬鹿しい")]
    [InlineData("ところゞゝゝ", "ところどころ")]
    [InlineData("いすゞ", "いすず")]
    [InlineData("がゝ", "がか")]
    [InlineData("バナヽ", "バナナ")]
    [InlineData("カヾ", "カガ")]
    public void A_mark_repeats_what_stands_before_it(string text, string expected) =>
        Assert.Equal(expected, IterationMarks.Expand(text));

    [Theory]
    [InlineData("々時", "々時")]
    [InlineData("終わり。々", "終わり。々")]
    [InlineData("𠮷々", "𠮷々")]
    [InlineData("人々々", "人人々")]
    [InlineData("", "")]
    public void A_mark_with_nothing_to_repeat_stays(string text, string expected) =>
        Assert.Equal(expected, IterationMarks.Expand(text));
}
