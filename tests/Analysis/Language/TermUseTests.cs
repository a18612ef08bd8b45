using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Tests.Language;

public sealed class TermUseTests
{
    [Theory]
    [InlineData(0, 0, 1, 0)]
    [InlineData(70_000, 123_456, 123_460, 99)]
    [InlineData(int.MaxValue, 2_000_000_000, 2_000_004_095, 1_048_575)]
    public void What_goes_in_comes_out(int term, int start, int end, int position)
    {
        var use = new TermUse(term, new TextSpan(start, end), position);
        Assert.Equal((term, new TextSpan(start, end), position), (use.Term, use.Span, use.Position));
        Assert.Equal((7, new TextSpan(start, end), position), ((use with { Term = 7 }).Term, use.Span, use.Position));
    }

    [Fact]
    public void A_span_beyond_the_longest_ends_there_and_the_position_is_whole()
    {
        var use = new TermUse(3, new TextSpan(10, 10_000), 1_048_575);
        Assert.Equal(new TextSpan(10, 10 + 4095), use.Span);
        Assert.Equal(1_048_575, use.Position);
    }

    [Fact]
    public void A_position_beyond_the_last_is_the_last_and_the_span_is_whole()
    {
        var use = new TermUse(3, new TextSpan(10, 12), 2_000_000);
        Assert.Equal(1_048_575, use.Position);
        Assert.Equal(new TextSpan(10, 12), use.Span);
    }

    [Fact]
    public void Uses_are_equal_where_all_of_them_is()
    {
        var use = new TermUse(3, new TextSpan(10, 12), 4);
        Assert.Equal(use, new TermUse(3, new TextSpan(10, 12), 4));
        Assert.NotEqual(use, new TermUse(3, new TextSpan(10, 13), 4));
        Assert.NotEqual(use, new TermUse(3, new TextSpan(10, 12), 5));
        Assert.NotEqual(use, new TermUse(2, new TextSpan(10, 12), 4));
    }
}
