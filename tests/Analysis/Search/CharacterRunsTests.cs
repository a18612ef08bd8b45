using FeedbackLab.Analysis.Search;

namespace FeedbackLab.Analysis.Tests.Search;

public sealed class CharacterRunsTests
{
    [Fact]
    public void A_pair_and_its_characters_of_ten_comments_by_hand()
    {
        // 会, 議 and 会議: 2 of 10 have each: rarity ln(1 + 8.5/2.5). The text has 3 characters and 2 pairs, as many as the sample on average: norm .4.
        var score = new CharacterRuns("会議").Score(["会議室", "相談員"], ["会議室", "相談員", "会議録", "利用料", "利用者", "事業所", "支援員", "担当者", "電話帳", "連絡先"], 10);
        Assert.Equal((0.4 + 0.4 + 0.3) * Math.Log(1 + (8.5 / 2.5)) * 1.4 / 1.4, score[0], 12);
        Assert.Equal(0, score[1]);
    }

    [Fact]
    public void What_the_sample_misses_is_as_rare_as_the_texts_at_hand_say()
    {
        var runs = new CharacterRuns("会議");
        Assert.Equal((0.4 + 0.4 + 0.3) * Math.Log(1 + (998.5 / 2.5)), runs.Score(["会議室", "会議録"], ["相談員", "利用料"], 1000)[0], 12);
    }

    [Theory]
    [InlineData("は", "は")]
    [InlineData("です", "です。です。")]
    [InlineData("。、", "。、。、")]
    [InlineData("", "")]
    public void Hiragana_alone_or_in_pairs_and_marks_say_nothing(string question, string text) =>
        Assert.Equal(0, new CharacterRuns(question).Score([text], [text], 1)[0]);

    [Fact]
    public void Widths_and_cases_are_one() =>
        Assert.Equal(new CharacterRuns("SST会議").Score(["sst会議"], ["sst会議"], 1), new CharacterRuns("ＳＳＴ会議").Score(["SST会議"], ["ｓｓｔ会議"], 1));

    [Fact]
    public void Any_text_has_a_score() =>
        Assert.All(HostileText.Table, text => Assert.True(double.IsFinite(new CharacterRuns(text).Score([text, "会議"], [text], 2)[0])));
}
