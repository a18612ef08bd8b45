using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Tests.Language;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("面談は月に一度。電話は毎週。", "面談は月に一度。|電話は毎週。")]
    [InlineData("「来てくれますか。」と聞かれた。断った。", "「来てくれますか。」と聞かれた。|断った。")]
    [InlineData("費用（前年の収入による。本人は知らない。）が要る。", "費用（前年の収入による。本人は知らない。）が要る。")]
    [InlineData("閉じない「括弧。の後。", "閉じない「括弧。|の後。")]
    [InlineData("（閉じない「中。外」です。次。", "（閉じない「中。外」です。|次。")]
    [InlineData("・送迎がない\n・駅が遠い", "・送迎がない|・駅が遠い")]
    [InlineData("制度がわかりにくい．周知が要る．", "制度がわかりにくい．|周知が要る．")]
    [InlineData("平均は３．５件、最大は4.2件だった。", "平均は３．５件、最大は4.2件だった。")]
    [InlineData("本当に！？　そうです。", "本当に！？|そうです。")]
    [InlineData("  \n ", "")]
    [InlineData("", "")]
    public void Sentences_end_at_full_stops_outside_brackets_and_at_line_ends(string text, string expected) =>
        Assert.Equal(
            expected, string.Join('|', SentenceSplitter.Split(text).Select(s => text[s.Start..s.End])));

    [Theory]
    [InlineData('「')]
    [InlineData('」')]
    [InlineData('。')]
    public void A_long_run_of_one_mark_is_split_without_loss(char mark)
    {
        var text = string.Concat(Enumerable.Repeat($"{mark}（「あ」", 50_000));
        var kept = SentenceSplitter.Split(text).Sum(s => s.End - s.Start);
        Assert.Equal(text.Length, kept);
    }
}
