using FeedbackLab.Ingest.Layout;

namespace FeedbackLab.Ingest.Tests.Layout;

public sealed class PageFurnitureTests
{
    [Fact]
    public void A_heading_that_happens_to_open_two_pages_stays()
    {
        var kept = Kept("はじめに\n【振り返り】\n本文が続く。\n\f【振り返り】\n本文が続く。\n【振り返り】\n本文が続く。\n\f【振り返り】\n本文が続く。\n");

        Assert.Equal(4, kept.Count(text => text == "【振り返り】"));
    }

    [Fact]
    public void The_title_repeated_on_top_of_every_page_is_kept_once()
    {
        var kept = Kept("相談室の年報\n本文が続く。\n\f相談室の年報\n次の頁の本文が続く。\n\f相談室の年報\n終わりの頁の本文。\n");

        Assert.Equal(1, kept.Count(text => text == "相談室の年報"));
    }

    [Theory]
    [InlineData("相談室の年報\n本文が続く。\nみさき県\n\f相談室の年報\n終わりの頁の本文。\nみさき県\n")]
    [InlineData("相談室の年報\n本文が続く。\nみさき県\n- 1 -\n\f相談室の年報\n終わりの頁の本文。\nみさき県\n- 2 -\n\f")]
    public void Header_and_footer_of_two_pages_go_and_so_does_the_last_one(string text) => Assert.Equal(["相談室の年報", "本文が続く。", "終わりの頁の本文。"], Kept(text));

    [Fact]
    public void The_same_short_answer_at_the_end_of_two_pages_stays()
    {
        var kept = Kept("相談室の年報\n会議が多い。\n・夜の当番\n特になし\n\f部屋が狭い。\n・送迎の車\n特になし\n");

        Assert.Equal(2, kept.Count(text => text == "特になし"));
        Assert.Equal(2, Kept("年報\n会議が多い。\n・夜の当番\n\f部屋が狭い。\n・夜の当番\n").Count(text => text == "・夜の当番"));
    }

    [Theory]
    [InlineData("11/28/26, 5:58 AM\n相談室の年報\n本文が続く。\nhttps://example.jp/nenpo.html                1/2\n\f11/28/26, 5:58 AM\n終わりの頁の本文。\nhttps://example.jp/nenpo.html    2/2\n\f")]
    [InlineData("相談室の年報\n本文が続く。\n終わりの頁の本文。\n2026/11/28 5:58\nfile:///home/nenpo.html 1/1\n\f")]
    [InlineData("2026/11/28 5:58    年報 - みさき\n相談室の年報\n本文が続く。\n終わりの頁の本文。\nfile:///home/nenpo.html 1/1\n\f")]
    public void What_a_browser_prints_around_a_page_goes(string text) => Assert.Equal(["相談室の年報", "本文が続く。", "終わりの頁の本文。"], Kept(text));

    private static List<string> Kept(string text) => [.. PageFurniture.Remove(LineSplitter.Split(text).Lines).Select(line => line.Text)];
}
