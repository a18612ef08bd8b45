using System.IO.Compression;
using System.Text.RegularExpressions;
using FeedbackLab.Viewer.Tests.Server;
using Microsoft.Playwright;

namespace FeedbackLab.Pages.Tests;

/// <summary>The report taken away, the map looked into, by the browser.</summary>
public sealed partial class ReportAndMapTests(Browser browser)
{
    [Fact]
    public async Task A_report_is_chosen_made_and_taken_away()
    {
        await using var served = await Samples();
        var page = await browser.Open(served.Host.Entrance);
        await page.GotoAsync(new Uri(served.Host.Address, "report").AbsoluteUri);
        await page.GetByLabel("題名").FillAsync("令和7年度のまとめ");
        foreach (var format in new[] { "Excel（xlsx）", "PowerPoint（pptx）", "Web ページ 1 枚（html）" })
        {
            await page.GetByLabel(format).UncheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "保存して見本を見る" }).ClickAsync();
        await Assertions.Expect(page.Locator(".sheet .cover")).ToHaveTextAsync("令和7年度のまとめ");
        await page.GetByRole(AriaRole.Button, new() { Name = "報告書をつくる" }).ClickAsync();
        await page.WaitForURLAsync("**/report*");
        await Assertions.Expect(page.Locator("#files")).ToContainTextAsync("report.docx");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "report.docx" }).ClickAsync());
        Assert.Equal("令和7年度のまとめ_内部用.docx", download.SuggestedFilename);
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        using var word = new ZipArchive(bytes);
        using var document = new StreamReader(await word.GetEntry("word/document.xml")!.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Contains("令和7年度のまとめ", await document.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(browser.Errors(page));
    }

    [Fact]
    public async Task The_map_is_zoomed_and_moved_by_keyboard_and_a_point_leads_to_its_comment()
    {
        await using var served = await Samples();
        var page = await browser.Open(served.Host.Entrance);
        await page.GotoAsync(new Uri(served.Host.Address, "map").AbsoluteUri);
        var svg = page.Locator("#figure-map svg");
        var whole = await svg.GetAttributeAsync("viewBox");
        await page.Locator("#figure-map .chart").FocusAsync();
        await page.Keyboard.PressAsync("+");
        var near = await svg.GetAttributeAsync("viewBox");
        Assert.NotEqual(whole, near);
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.NotEqual(near, await svg.GetAttributeAsync("viewBox"));
        await page.Keyboard.PressAsync("0");
        Assert.Equal(Numbers(whole!), Numbers((await svg.GetAttributeAsync("viewBox"))!));
        await page.GetByRole(AriaRole.Button, new() { Name = "拡大" }).ClickAsync();
        Assert.Equal(Numbers(near!), Numbers((await svg.GetAttributeAsync("viewBox"))!));
        await page.GetByRole(AriaRole.Button, new() { Name = "全体" }).ClickAsync();
        await svg.Locator("a:has(circle)").Last.ClickAsync();
        await page.WaitForURLAsync(Comment());
        await Assertions.Expect(page.Locator(".shown").First).ToBeVisibleAsync();
        Assert.Empty(browser.Errors(page));
    }

    private static double[] Numbers(string viewBox) => [.. viewBox.Split(' ').Select(n => Math.Round(double.Parse(n, System.Globalization.CultureInfo.InvariantCulture), 1))];

    private static async Task<ServedWorkspace> Samples()
    {
        var lines = Enumerable.Range(1, 24).Select(i => $"センター{i % 8},2024,{Sentences[i % Sentences.Length]}{i}回目です。");
        var served = await ServedWorkspace.Of("センター名,年度,ご意見\n" + string.Join('\n', lines) + "\n");
        await served.Analysed();
        return served;
    }

    private static readonly string[] Sentences =
    [
        "利用料の自己負担があるので利用を断られることが増えた。", "引継ぎの時期が遅く、本人が不安になる。", "生活面の支援に追われて手が回らない。",
        "面談の日程を早めに知らせてほしい。", "会社の理解が進まず退職になった。",
    ];

    [GeneratedRegex("/comments/[0-9a-f]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();
}
