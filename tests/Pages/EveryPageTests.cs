using FeedbackLab.Viewer.Tests.Server;
using Microsoft.Playwright;

namespace FeedbackLab.Pages.Tests;

/// <summary>What holds of every page: WCAG, light and dark, wide and narrow.</summary>
public sealed class EveryPageTests(Browser browser)
{
    private static readonly string[] Paths =
    [
        "/start", "/overview", "/themes", "/themes/THEME", "/comments", "/comments/COMMENT", "/search", "/search?q=利用料", "/search?q=利用料&view=kwic", "/search?q=(利用料",
        "/search?q=利用料はいつ決まるのか", "/search?q=年:1999", "/coding", "/coding?blind=1&who=鈴木", "/coding/agreement", "/compare", "/map", "/network", "/report", "/report?publish=true", "/method", "/log", "/left-out",
        "/respondents", "/sources/SOURCE",
    ];

    private static readonly string[] Sentences =
    [
        "利用料の自己負担があるので利用を断られることが増えた。", "引継ぎの時期が遅く、本人が不安になる。", "生活面の支援に追われて手が回らない。",
        "面談の日程を早めに知らせてほしい。", "会社の理解が進まず退職になった。",
    ];

    // The file's name is somebody's, so that a report for publication tells no place. Enough for a map, a network, two years beside each other.
    private static readonly string Survey = "センター名,地域,年度,ご意見\n" + string.Concat(Enumerable.Range(1, 32).Select(i =>
        $"センター{i % 8},{(i % 2 == 0 ? "北" : "南")},{(i <= 16 ? 2024 : 2025)},{Sentences[(i * 3 / 2) % Sentences.Length]}{i}回目です。\n"));

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Every_page_keeps_the_rules_of_accessibility_and_fits_narrow_windows(string look)
    {
        await using var served = await ServedWorkspace.Of(Survey, file: "田中太郎さんの回答.csv");
        await served.Analysed();
        var findings = served.Host.Session.Latest!.Findings;
        var page = await browser.Open(served.Host.Entrance);
        foreach (var path in Paths)
        {
            var address = path.Replace("THEME", findings.Themes[0].Code.Id, StringComparison.Ordinal)
                .Replace("COMMENT", findings.Comments[0].Comment.Id, StringComparison.Ordinal)
                .Replace("SOURCE", findings.Corpus.Sources[0].Sha256[..12], StringComparison.Ordinal);
            await page.SetViewportSizeAsync(1280, 800);
            await page.GotoAsync(new Uri(served.Host.Address, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}look={look}").AbsoluteUri);
            if (path.StartsWith("/report", StringComparison.Ordinal))
            {
                await PagePreview.Made(page);
            }

            if (path == "/report?publish=true")
            {
                await Assertions.Expect(page.Locator(".sheet .place").First).ToHaveTextAsync("出典は載せない");
            }

            Assert.Equal([], (await Accessibility.Violations(page)).Select(v => $"{path} {look}: {v}"));
            foreach (var width in new[] { 640, 375 })
            {
                await page.SetViewportSizeAsync(width, 800);
                var wide = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
                Assert.True(wide <= width, $"{path} is {wide} pixels wide in a window of {width}.");
            }

            Assert.Equal([], (await Accessibility.Violations(page)).Select(v => $"{path} {look}, narrow: {v}"));
        }

        Assert.Empty(browser.Errors(page));
    }
}
