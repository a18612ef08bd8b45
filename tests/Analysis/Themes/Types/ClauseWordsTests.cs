using FeedbackLab.Analysis.Themes.Types;

namespace FeedbackLab.Analysis.Tests.Themes.Types;

/// <summary>Forms of words as a dictionary has them.</summary>
public sealed class ClauseWordsTests
{
    [Theory]
    [InlineData("困る", "困る 困り 困ら 困っ")]
    [InlineData("増える", "増える 増え")]
    [InlineData("出る", "出る 出")]
    [InlineData("気を遣う", "気を遣う 気を遣い 気を遣わ 気を遣っ")]
    [InlineData("欠く", "欠く 欠き 欠か 欠い")]
    [InlineData("持って行く", "持って行く 持って行き 持って行か 持って行っ")]
    [InlineData("うまくいく", "うまくいく うまくいき うまくいか うまくいっ")]
    [InlineData("揺らぐ", "揺らぐ 揺らぎ 揺らが 揺らい")]
    [InlineData("見落とす", "見落とす 見落とし 見落とさ")]
    [InlineData("もつ", "もつ もち もた もっ")]
    [InlineData("喜ぶ", "喜ぶ 喜び 喜ば 喜ん")]
    [InlineData("悩む", "悩む 悩み 悩ま 悩ん")]
    [InlineData("不足する", "不足する 不足し 不足さ 不足せ")]
    [InlineData("てくる", "てくる てき てこ")]
    public void Verbs_are_in_all_forms_that_an_ending_can_follow(string verb, string forms) =>
        Assert.Equal(forms.Split(' '), ClauseWords.Verbs(default, verb).Select(f => f.Key));

    [Fact]
    public void A_form_that_only_an_ending_can_follow_counts_only_there() =>
        Assert.Equal([Slots.Verb, Slots.Verb, Slots.Stem, Slots.Stem], ClauseWords.Verbs(default, "困る").Select(f => f.Value.Fits));

    [Fact]
    public void Adjectives_have_a_noun_and_a_root_too() =>
        Assert.Equal(
            ["難しい Predicate", "難しく Predicate", "難しかっ Predicate", "難しけれ Predicate", "難しさ Noun", "難し Root"],
            ClauseWords.Adjectives(default, "難しい").Select(f => $"{f.Key} {f.Value.Fits}"));

    [Fact]
    public void Every_beginning_goes_with_every_word() => Assert.Equal("がある がない もある もない", ClauseWords.Joined("が も", "ある ない"));
}
