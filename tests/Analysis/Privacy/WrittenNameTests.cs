using FeedbackLab.Analysis.Privacy;

namespace FeedbackLab.Analysis.Tests.Privacy;

/// <summary>Names with their reading behind them, with a space in them, in spaced letters.</summary>
public sealed class WrittenNameTests
{
    private static readonly PersonalDataFinder Finder = new(PrivacyWords.Default);

    [Theory]
    [InlineData("星野美咲（ほしのみさき）さんの話。", "星野美咲（ほしのみさき）", "星野美咲")]
    [InlineData("佐野健太（さの・けんた）を訪ねる。", "佐野健太（さの・けんた）", "佐野健太")]
    [InlineData("渡辺（わたなべ）さんの話。", "渡辺（わたなべ）", "渡辺")]
    [InlineData("大久保 翼(オオクボ ツバサ)様の話。", "大久保 翼(オオクボ ツバサ)", "大久保翼")]
    [InlineData("小野田(ｵﾉﾀﾞ)さんの話。", "小野田(ｵﾉﾀﾞ)", "小野田")]
    [InlineData("土𠮷（つちよし）様の話。", "土𠮷（つちよし）", "土𠮷")]
    public void The_reading_in_brackets_belongs_to_the_name(string text, string written, string name)
    {
        var mention = Assert.Single(Finder.Find(text));
        Assert.Equal((written, name, false), (text[mention.Span.Start..mention.Span.End], mention.Name, mention.IsDoubtful));
    }

    [Theory]
    [InlineData("田中太郎（てんかん）の話。", "田中太郎")]
    [InlineData("田中太郎（パート）の話。", "田中太郎")]
    [InlineData("田中太郎（ジョブコーチ）の話。", "田中太郎")]
    public void What_somebody_is_or_has_stays_in_its_brackets(string text, string written)
    {
        var mention = Assert.Single(Finder.Find(text));
        Assert.Equal(written, text[mention.Span.Start..mention.Span.End]);
    }

    [Theory]
    [InlineData("西　恵子さんの話。", "西　恵子")]
    [InlineData("星　翔太くんの話。", "星　翔太")]
    [InlineData("泉 花子さんの話。", "泉 花子")]
    [InlineData("南　美穂さんの話。", "南　美穂")]
    [InlineData("関 　翔さんの話。", "関 　翔")]
    [InlineData("昨日は谷 一郎が来た。", "谷 一郎")]
    public void A_family_name_of_one_kanji_before_a_space_belongs_to_the_given_name(string text, string written)
    {
        var mention = Assert.Single(Finder.Find(text));
        Assert.Equal((written, false), (text[mention.Span.Start..mention.Span.End], mention.IsDoubtful));
    }

    [Fact]
    public void A_name_of_one_kanji_in_a_list_behind_a_name_is_doubtful()
    {
        var found = Finder.Find("職員名簿：主任 大西真理、支援員 久保田、谷口、平。");
        Assert.Contains(found, m => m.Name == "平" && m.IsDoubtful);
        Assert.DoesNotContain(Finder.Find("久保田、谷口、平日に来た。"), m => m.Name == "平");
    }

    [Theory]
    [InlineData("小 林 さ ん の話。", "小 林", false)]
    [InlineData("山 田 太 郎 さんの話。", "山 田 太 郎", false)]
    [InlineData("た な か さ ん の話。", "た な か", false)]
    [InlineData("　小　林　が来た。", "小　林", true)]
    [InlineData("小 林 課 長 の話。", "小 林", true)]
    public void A_name_is_found_whose_letters_stand_apart(string text, string written, bool isDoubtful)
    {
        var mention = Assert.Single(Finder.Find(text));
        Assert.Equal((written, PersonalDataFinder.NameOf(written), isDoubtful), (text[mention.Span.Start..mention.Span.End], mention.Name, mention.IsDoubtful));
    }

    [Theory]
    [InlineData("日 時　会 場　氏 名　合 計")]
    [InlineData("お 客 さ ん と 話 す。")]
    public void Words_whose_letters_stand_apart_are_no_names(string text) => Assert.Empty(Finder.Find(text));
}
