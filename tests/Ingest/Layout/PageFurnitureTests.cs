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

    private static List<string> Kept(string text) => [.. PageFurniture.Remove(LineSplitter.Split(text).Lines).Select(line => line.Text)];
}
