using FeedbackLab.Viewer.Tests.Server;
using Microsoft.Playwright;

namespace FeedbackLab.Pages.Tests;

/// <summary>Pages in small windows, in the system's colours and on paper.</summary>
public sealed class WindowTests(Browser browser)
{
    private static readonly string Survey = "センター名,地域,年度,ご意見\n" + string.Concat(Enumerable.Range(1, 24).Select(i =>
        $"センター{i % 8},{(i % 2 == 0 ? "北" : "南")},{(i <= 12 ? 2024 : 2025)},{(i % 2 == 0 ? "利用料の自己負担があるので利用を断られることが増えた。" : "引継ぎの時期が遅く、本人が不安になる。")}{i}回目です。\n"));

    // Of what takes the focus, what is then under something else, or out of the window.
    private const string Hidden = """
        () => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter(e => {
          if (!e.checkVisibility()) return false;
          e.focus();
          const r = e.getBoundingClientRect();
          return document.activeElement === e && r.width > 0 && [.1, .5, .9].every(x => [.1, .5, .9].every(y => {
            const top = document.elementFromPoint(r.left + r.width * x, r.top + r.height * y);
            return !top || !(e.contains(top) || (e.matches('input, label *') && top.contains(e)));
          }));
        }).map(e => e.outerHTML.slice(0, 120))
        """;

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(640, 400)]
    [InlineData(390, 844)]
    public async Task What_has_the_focus_is_never_under_the_bar_of_buttons(int width, int height)
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var page = await browser.Open(served.Host.Entrance, new BrowserNewContextOptions { Locale = "ja-JP", ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = height } });
        foreach (var path in new[] { "report", "coding", "coding?blind=1&who=鈴木" })
        {
            await page.GotoAsync(new Uri(served.Host.Address, path).AbsoluteUri);
            Assert.Equal([], (await page.EvaluateAsync<string[]>(Hidden)).Select(h => $"{path}: {h}"));
        }
    }

    [Fact]
    public async Task A_wide_table_tells_that_more_follows_and_a_line_of_context_shows_its_match()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var page = await browser.Open(served.Host.Entrance, new BrowserNewContextOptions { Locale = "ja-JP", ViewportSize = new() { Width = 390, Height = 844 } });
        await page.GotoAsync(new Uri(served.Host.Address, "overview").AbsoluteUri);
        var table = page.Locator(".scroll:has(.ledger)");
        await Assertions.Expect(table).ToHaveClassAsync("scroll more-after");
        await table.EvaluateAsync("t => t.scrollLeft = t.scrollWidth");
        await Assertions.Expect(table).ToHaveClassAsync("scroll more-before");

        await page.GotoAsync(new Uri(served.Host.Address, "search?q=利用料&view=kwic").AbsoluteUri);
        await Assertions.Expect(page.Locator(".kwic mark").First).ToBeInViewportAsync();
        await page.Locator("[data-search] [name=q]").FillAsync("引継ぎの時期");
        await Assertions.Expect(page.Locator(".kwic mark").First).ToHaveTextAsync("引継ぎの時期");
        await Assertions.Expect(page.Locator(".kwic mark").First).ToBeInViewportAsync();
    }

    [Fact]
    public async Task What_is_chosen_is_seen_where_the_system_chooses_the_colours()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var page = await browser.Open(served.Host.Entrance, new BrowserNewContextOptions { Locale = "ja-JP", ForcedColors = ForcedColors.Active });
        await page.GotoAsync(new Uri(served.Host.Address, "compare").AbsoluteUri);
        foreach (var list in new[] { ".pages a", ".tabs a", ".units a" })
        {
            const string Look = "a => { const s = getComputedStyle(a); return s.borderBottomColor + s.backgroundColor; }";
            Assert.NotEqual(await page.Locator(list + ":not([aria-current])").First.EvaluateAsync<string>(Look), await page.Locator(list + "[aria-current]").First.EvaluateAsync<string>(Look));
        }
    }

    [Fact]
    public async Task On_paper_the_report_page_is_its_preview()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var page = await browser.Open(served.Host.Entrance);
        await page.GotoAsync(new Uri(served.Host.Address, "report").AbsoluteUri);
        await PagePreview.Made(page);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".sheet .cover")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#publishing")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("main > h1")).ToBeHiddenAsync();
    }
}
