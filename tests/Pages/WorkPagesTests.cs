using System.Text.RegularExpressions;
using FeedbackLab.Viewer.Server.Jobs;
using FeedbackLab.Viewer.Tests.Server;
using Microsoft.Playwright;

namespace FeedbackLab.Pages.Tests;

/// <summary>Search, themes and coding in the browser: as somebody types, ticks and presses keys.</summary>
public sealed partial class WorkPagesTests(Browser browser)
{
    private const string Survey =
        "センター名,地域,年度,ご意見\nはるかぜ,北,2024,利用料の自己負担があるので利用を断られることが増えた。\nこもれび,南,2024,引継ぎの時期が遅く、本人が不安になる。\nみなも,北,2025,生活面の支援に追われている。\nはるかぜ,北,2025,引継ぎの面談を早めに行ってほしい。\nわかば,南,2025,利用料の説明に時間がかかる。\n";

    [Fact]
    public async Task Hits_follow_what_is_typed_and_ticked_and_a_reload_shows_them_again()
    {
        await using var served = await Served();
        var page = await browser.Open(served.Host.Entrance);
        await page.GotoAsync(new Uri(served.Host.Address, "/search").AbsoluteUri);
        await page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("利用料");
        await Assertions.Expect(page.Locator(".count")).ToContainTextAsync("意見 2 件");
        await Assertions.Expect(page.Locator(".hits mark")).ToHaveCountAsync(3);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("q=%E5%88%A9%E7%94%A8%E6%96%99"));
        await page.Locator("input[value='南']").CheckAsync();
        await Assertions.Expect(page.Locator(".count")).ToContainTextAsync("意見 1 件");
        await Assertions.Expect(page.Locator("input[value='南']")).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("input[value='南']")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator(".count")).ToContainTextAsync("意見 1 件");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Locator(".count")).ToContainTextAsync("1 of 5 comments");
        await page.Locator("a.place").First.ClickAsync();
        await page.WaitForURLAsync(CommentUrl());
        Assert.Empty(browser.Errors(page));
    }

    [Theory]
    [InlineData("利用料", null, "意見 2 件")]
    [InlineData("", "南", "意見 2 件")]
    [InlineData("利用料", "南", "意見 1 件")]
    public async Task What_was_typed_or_ticked_before_the_script_was_there_is_searched_for(string typed, string? ticked, string count)
    {
        await using var served = await Served();
        var page = await browser.Open(served.Host.Entrance);
        var script = await Browser.HoldBack(page, "**/search*.js*");
        await page.GotoAsync(new Uri(served.Host.Address, "/search").AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        await page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync(typed);
        if (ticked is not null)
        {
            await page.Locator($"input[value='{ticked}']").CheckAsync();
        }

        await Assertions.Expect(page.Locator(".count")).ToContainTextAsync("意見 5 件");
        script.SetResult();
        await Assertions.Expect(page.Locator(".count")).ToContainTextAsync(count);
        Assert.Empty(browser.Errors(page));
    }

    [Fact]
    public async Task An_order_chosen_before_the_script_was_there_is_kept()
    {
        await using var served = await Served();
        var page = await browser.Open(served.Host.Entrance);
        var script = await Browser.HoldBack(page, "**/search*.js*");
        await page.GotoAsync(new Uri(served.Host.Address, "/search").AbsoluteUri, new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("select[name='sort']").SelectOptionAsync("year");
        script.SetResult();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("sort=year"));
        await Assertions.Expect(page.Locator("select[name='sort']")).ToHaveValueAsync("year");
        Assert.Empty(browser.Errors(page));
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_sends_its_form_once()
    {
        await using var served = await Served();
        var page = await browser.Open(served.Host.Entrance);
        await page.GotoAsync(new Uri(served.Host.Address, "/themes/fees").AbsoluteUri);

        // The answer takes a while, so that the second press comes before it.
        var (sent, stop) = (0, TestContext.Current.CancellationToken);
        await page.RouteAsync("**/themes/fees?handler=Merge", async route =>
        {
            sent++;
            await Task.Delay(1000, stop);
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "<main>kept</main>" });
        });
        var merge = page.Locator("form[action*=Merge]");
        await page.Locator("#change details").Filter(new() { Has = merge }).Locator("summary").ClickAsync();
        await merge.Locator("input[name=others]").First.CheckAsync();
        await merge.Locator("button.primary").EvaluateAsync("button => { button.click(); setTimeout(() => button.click(), 300); }");
        await Assertions.Expect(page.Locator("main")).ToHaveTextAsync("kept");
        Assert.Equal(1, sent);
        Assert.Empty(browser.Errors(page));
    }

    [Fact]
    public async Task A_jobs_page_says_that_the_program_is_silent_and_that_one_started_again_knows_nothing_of_it()
    {
        await using var served = await Served();
        using var goesOn = new ManualResetEventSlim();
        var job = served.Host.Jobs.Start(new("長い処理", "Long work"), _ => goesOn.Wait(TestContext.Current.CancellationToken));
        var page = await browser.Open(served.Host.Entrance);
        var isSilent = true;
        await page.RouteAsync("**/jobs/*?handler=State", route => isSilent ? route.AbortAsync("connectionrefused") : route.FulfillAsync(new() { Status = 404 }));
        await page.GotoAsync(new Uri(served.Host.Address, JobBoard.Url(job)).AbsoluteUri);
        await Assertions.Expect(page.Locator("[data-job-stage]")).ToContainTextAsync("プログラムが応答しません");

        // What answers now is the next run: its page of the job says that it knows none.
        goesOn.Set();
        await page.RouteAsync("**" + JobBoard.Url(job), route => route.FulfillAsync(new() { Status = 404, ContentType = "text/html", Body = "<main>gone</main>" }));
        isSilent = false;
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("gone");
    }

    [Fact]
    public async Task Comments_are_coded_by_keys_taken_back_and_a_reload_loses_nothing()
    {
        await using var served = await Served();
        var page = await browser.Open(served.Host.Entrance);
        await page.GotoAsync(new Uri(served.Host.Address, "/coding").AbsoluteUri);
        var first = await Comment(page);
        var one = page.Locator("[data-key='1']");
        var was = await one.IsCheckedAsync();
        await Browser.Press(page, "1");
        Assert.Equal(!was, await one.IsCheckedAsync());
        if (was)
        {
            await Browser.Press(page, "1");
        }

        await Browser.Press(page, "Enter");
        await Assertions.Expect(page.Locator(".done-so-far")).ToContainTextAsync("確かめた意見 1 / 5 件");
        var second = await Comment(page);
        Assert.NotEqual(first, second);
        await page.ReloadAsync();
        Assert.Equal(second, await Comment(page));
        await Browser.Press(page, "x");
        await Assertions.Expect(page.Locator(".done-so-far")).ToContainTextAsync("確かめた意見 2 / 5 件");
        await Browser.Press(page, "u");
        await Assertions.Expect(page.Locator(".done-so-far")).ToContainTextAsync("確かめた意見 1 / 5 件");
        Assert.Equal(second, await Comment(page));
        await Browser.Press(page, "s");
        await Assertions.Expect(page.Locator(".done-so-far")).ToContainTextAsync("「あとで」1");
        Assert.Equal([first], served.Host.Session.Use(s => s.Looks()).Select(l => l.CommentId));
        Assert.Empty(browser.Errors(page));
    }

    [Fact]
    public async Task A_number_of_a_theme_leads_to_its_comments_and_a_coding_is_accepted_in_place()
    {
        await using var served = await Served();
        var page = await browser.Open(served.Host.Entrance);
        await page.GotoAsync(new Uri(served.Host.Address, "/themes").AbsoluteUri);
        await page.Locator("a.theme").First.ClickAsync();
        await page.Locator(".coded button[value=true]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("保存しました: 承認");
        await page.Locator("#figure-by-year svg a").First.ClickAsync();
        await page.WaitForURLAsync("**/comments?theme=*");
        await Assertions.Expect(page.Locator(".comment").First).ToBeVisibleAsync();
    }

    private static async Task<ServedWorkspace> Served()
    {
        var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        return served;
    }

    private static Task<string> Comment(IPage page) => page.Locator("#decide input[name=comment]").InputValueAsync();

    [GeneratedRegex("/comments/[0-9a-f]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommentUrl();
}
