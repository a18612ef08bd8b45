using System.Text.RegularExpressions;
using FeedbackLab.Viewer.Tests.Server;
using Microsoft.Playwright;

namespace FeedbackLab.Pages.Tests;

/// <summary>The way of somebody who never saw a terminal, from the dropped file to the source of a comment.</summary>
public sealed partial class WholeWayTests(Browser browser)
{
    private const string Survey =
        "センター名,地域,年度,ご意見\nはるかぜ,北,2024,利用料の自己負担があるので利用を断られることが増えた。\nこもれび,南,2024,引継ぎの時期が遅く、本人が不安になる。\nみなも,北,2025,生活面の支援に追われている。\nはるかぜ,北,2025,引継ぎの面談を早めに行ってほしい。\nこもれび,南,2025,特になし\nわかば,南,2025,利用料の説明に時間がかかる。\n";

    [Fact]
    public async Task A_dropped_file_is_checked_imported_and_read_down_to_its_source()
    {
        await using var served = await ServedWorkspace.Of();
        var page = await browser.Open(served.Host.Entrance);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("はじめに");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "調査.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Survey) });
        await page.WaitForURLAsync("**/start/check/*");
        await Assertions.Expect(page.Locator(".card.source")).ToContainTextAsync("意見 5 件、回答者 4");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で取り込む" }).ClickAsync();
        await page.WaitForURLAsync("**/start?imported=*");
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync("新しい資料、意見 5 件");
        await page.GetByRole(AriaRole.Link, new() { Name = "概要を見る" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("概要");
        await Assertions.Expect(page.Locator(".tiles")).ToContainTextAsync("5 意見");
        await Assertions.Expect(page.Locator(".ledger tr.sum")).ToContainTextAsync("合計");
        await page.GetByText("この図の表").ClickAsync();
        await page.Locator("figure table tbody tr").First.Locator("td a").First.ClickAsync();
        await page.WaitForURLAsync("**/comments?theme=*");
        await page.Locator("a.place").First.ClickAsync();
        await page.WaitForURLAsync(CommentUrl());
        await Assertions.Expect(page.Locator("tr.shown td.marked")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".source-table")).ToContainTextAsync("センター名");
        Assert.Empty(browser.Errors(page));
    }

    [Fact]
    public async Task A_file_chosen_before_the_script_was_there_is_sent_by_the_button()
    {
        await using var served = await ServedWorkspace.Of();
        var page = await browser.Open(served.Host.Entrance);
        var script = await Browser.HoldBack(page, "**/drop*.js*");
        await page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "調査.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Survey) });
        script.SetResult();
        await Assertions.Expect(page.Locator(".droppable")).ToHaveCountAsync(1);
        await page.Locator("[data-drop] button").ClickAsync();
        await page.WaitForURLAsync("**/start/check/*");
        await Assertions.Expect(page.Locator(".card.source")).ToContainTextAsync("意見 5 件、回答者 4");
        Assert.Empty(browser.Errors(page));
    }

    [Fact]
    public async Task A_corrected_role_is_read_anew_and_an_import_is_taken_back()
    {
        await using var served = await ServedWorkspace.Of();
        var page = await browser.Open(served.Host.Entrance);
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "調査.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Survey) });
        await page.WaitForURLAsync("**/start/check/*");
        await page.GetByLabel("役割: 地域").SelectOptionAsync("ignore");
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で取り込む" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("直した内容で読み直しました");
        await Assertions.Expect(page.GetByLabel("役割: 地域")).ToHaveValueAsync("ignore");
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で取り込む" }).ClickAsync();
        await page.WaitForURLAsync("**/start?imported=*");
        await page.GetByRole(AriaRole.Button, new() { Name = "この取り込みを取り消す" }).ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("取り消しました");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("はじめに");
        Assert.Empty(Directory.Exists(Path.Combine(served.Folder, "originals")) ? Directory.GetFiles(Path.Combine(served.Folder, "originals")) : []);
    }

    [Fact]
    public async Task The_samples_are_one_click_away()
    {
        await using var served = await ServedWorkspace.Of();
        var page = await browser.Open(served.Host.Entrance);
        await page.GetByRole(AriaRole.Button, new() { Name = "見本のデータで試す" }).ClickAsync();
        await page.WaitForURLAsync("**/start?imported=*");
        Assert.NotEmpty(served.Host.Session.Use(s => s.Sources()));
    }

    [Fact]
    public async Task Pages_are_read_in_English_and_the_choice_stays()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var page = await browser.Open(served.Host.Entrance);
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Overview");
        await page.GetByRole(AriaRole.Link, new() { Name = "How it was analysed" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.DoesNotMatch("[\u3040-\u30ff]", await page.Locator("h1, h2, .lead, nav.pages").AllInnerTextsAsync() is var texts ? string.Join(' ', texts) : string.Empty);
    }

    [Fact]
    public async Task Everything_from_the_start_to_a_source_is_reached_by_keyboard()
    {
        await using var served = await ServedWorkspace.Of(Survey);
        await served.Analysed();
        var page = await browser.Open(served.Host.Entrance);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Follow(page, "5 意見", "**/comments");
        await Follow(page, "出典", CommentUrl());
        await Assertions.Expect(page.Locator(".shown")).ToHaveCountAsync(1);
    }

    // Tabs to the first link with some words, and takes it.
    private static async Task Follow(IPage page, string words, object url)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<string>("() => document.activeElement.innerText ?? ''");
            if (focused.ReplaceLineEndings(" ").Contains(words, StringComparison.Ordinal))
            {
                await page.Keyboard.PressAsync("Enter");
                await (url is Regex pattern ? page.WaitForURLAsync(pattern) : page.WaitForURLAsync((string)url));
                return;
            }
        }

        Assert.Fail($"No link with “{words}” is reached by the tab key.");
    }

    [GeneratedRegex("/comments/[0-9a-f]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex CommentUrl();
}
