using FeedbackLab.Viewer.Charts;

namespace FeedbackLab.Viewer.Tests.Charts;

public sealed class TextWidthTests
{
    [Theory]
    [InlineData("濃いほど割合が高い（二割きざみ）。次の行", 16)]
    [InlineData("意見、要望、質問、課題、懸念", 3)]
    [InlineData("センターーーーの一覧", 5)]
    public void No_line_starts_with_what_may_not_start_one(string text, double width)
    {
        var lines = TextWidth.Wrap(text, width, 9);
        Assert.Equal(text, string.Concat(lines));
        Assert.True(lines.Count > 1);
        Assert.All(lines.Skip(1), line => Assert.DoesNotContain(line[0], "。、）ー"));
    }
}
