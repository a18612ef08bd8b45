using FeedbackLab.Analysis.Kuromoji;
using FeedbackLab.Analysis.Language;

namespace FeedbackLab.Analysis.Tests.Kuromoji;

public sealed class CommonSpellingTests
{
    [Theory]
    [InlineData("あいまい", "曖昧")]
    [InlineData("子ども", "子供")]
    [InlineData("こども", "子供")]
    [InlineData("ふえる", "増える")]
    [InlineData("わかる", "分かる")]
    [InlineData("分る", "分かる")]
    [InlineData("変る", "変わる")]
    [InlineData("あらかじめ", "予め")]
    [InlineData("さまざま", "様々")]
    [InlineData("ていねい", "丁寧")]
    [InlineData("気がかり", "気掛り")]
    [InlineData("みなさん", "皆さん")]
    [InlineData("われわれ", "我々")]
    public void What_can_be_but_one_word_has_its_spelling(string word, string spelling) =>
        Assert.Equal(KanjiSkeleton.Of(spelling), KanjiSkeleton.Of(KuromojiDictionary.Default.CommonSpelling(word)!));

    [Theory]
    [InlineData("たずねる")] // 訪ねる, 尋ねる
    [InlineData("みる")] // 見る, 診る, 看る
    [InlineData("すすめる")] // 進める, 勧める
    [InlineData("やさしい")] // 優しい, 易しい
    [InlineData("からい")] // 辛い is also つらい
    [InlineData("いちご")] // no 一語
    [InlineData("かばん")] // no 下番
    [InlineData("じたい")] // no 辞退
    [InlineData("そこ")] // no 底
    [InlineData("ここ")] // no 個々
    [InlineData("そば")] // 側, 蕎麦
    [InlineData("こと")]
    [InlineData("曖昧")]
    [InlineData("機会")]
    [InlineData("挟む")] // no 差し挟む, though it is also read so
    [InlineData("")]
    [InlineData("んんん")]
    public void What_may_be_several_words_or_is_written_whole_has_none(string word) => Assert.Null(KuromojiDictionary.Default.CommonSpelling(word));

    [Theory]
    [InlineData("あいまい", "曖昧")]
    [InlineData("こども", "子ども")]
    [InlineData("行なう", "行う")]
    [InlineData("ひきつぐ", "引き継ぎ")]
    public void Both_spellings_are_counted_as_one(string one, string other) =>
        Assert.Equal(LexiconReader.Default.KeyOf(one), LexiconReader.Default.KeyOf(other));
}
