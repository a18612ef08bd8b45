using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Voices;

namespace FeedbackLab.Analysis.Tests.Voices;

public sealed class QuotingTests
{
    private const string Long = "送迎の車が足りない。利用料の説明が難しく、申し込みを取り下げる人もいる。会議は助かっている。";

    [Fact]
    public void A_comment_that_is_short_enough_is_quoted_whole() =>
        Assert.Equal("車が足りない。", Quoting.Quote(" 車が足りない。\n", Quoting.Part(" 車が足りない。\n", [], 20)!.Value));

    [Fact]
    public void A_long_one_is_cut_to_the_sentence_that_decided_and_its_neighbours_as_far_as_they_fit()
    {
        var evidence = new[] { new TextSpan(Long.IndexOf("利用料", StringComparison.Ordinal), Long.IndexOf("利用料", StringComparison.Ordinal) + 3) };
        Assert.Equal("[…]利用料の説明が難しく、申し込みを取り下げる人もいる。[…]", Quoting.Quote(Long, Quoting.Part(Long, evidence, 28)!.Value));
        Assert.Equal("[…]利用料の説明が難しく、申し込みを取り下げる人もいる。会議は助かっている。", Quoting.Quote(Long, Quoting.Part(Long, evidence, 40)!.Value));
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_at_its_clauses_and_not_quoted_where_none_fits()
    {
        var evidence = new[] { new TextSpan(Long.IndexOf("取り下げる", StringComparison.Ordinal), Long.IndexOf("取り下げる", StringComparison.Ordinal) + 5) };
        Assert.Equal("[…]申し込みを取り下げる人もいる。[…]", Quoting.Quote(Long, Quoting.Part(Long, evidence, 18)!.Value));
        Assert.Null(Quoting.Part(Long, evidence, 5));
    }

    [Theory]
    [InlineData("送迎の車が足りない。[…]", true)]
    [InlineData("[…]会議は助かっている。", true)]
    [InlineData("[…]利用料の説明が難しく、[…]", true)]
    [InlineData("送迎の車が足りない。", false)]
    [InlineData("送迎の車がたりない。[…]", false)]
    [InlineData("[…]送迎の車が足りません。[…]", false)]
    [InlineData("利用料の説明が難しく、[…]", false)]
    [InlineData("[…]", false)]
    [InlineData("[…][…]", false)]
    [InlineData("", false)]
    public void Verbatim_means_the_sources_words_with_nothing_left_out_unsaid(string quotation, bool isVerbatim) =>
        Assert.Equal(isVerbatim, Quoting.IsVerbatim(quotation, Long));

    [Fact]
    public void Every_quotation_of_hostile_text_is_verbatim()
    {
        foreach (var text in HostileText.Table.Where(t => !string.IsNullOrWhiteSpace(t)))
        {
            foreach (var longest in new[] { 1, 5, 40, 1000 })
            {
                if (Quoting.Part(text, [], longest) is { } part)
                {
                    Assert.True(Quoting.IsVerbatim(Quoting.Quote(text, part), text));
                }
            }
        }
    }
}
