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
}
