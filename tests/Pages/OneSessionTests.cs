using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Viewer.Tests;
using FeedbackLab.Viewer.Tests.Commands;
using FeedbackLab.Viewer.Tests.Server;
using Microsoft.Playwright;

namespace FeedbackLab.Pages.Tests;

/// <summary>The whole way in one session of a browser, and what becomes of it when it is cut off in the middle.</summary>
public sealed partial class OneSessionTests(Browser browser)
{
    private const int ManyRows = 4000;

    [Fact]
    public async Task From_a_chosen_file_to_the_downloaded_report()
    {
        await using var served = await ServedWorkspace.Of();
        var page = await browser.Open(served.Host.Entrance);

        // The file as it comes: Shift_JIS, two years. Its columns are recognised.
        await page.Locator("input[type=file]").SetInputFilesAsync(Path.Combine(Repository.Root, "corpora", "samples", "survey-two-years", "centres-r6-r7.csv"));
        await page.WaitForURLAsync("**/start/check/*");
        var source = page.Locator(".card.source");
        await Assertions.Expect(source).ToContainTextAsync("意見 147 件");
        await Assertions.Expect(source.GetByLabel("文字コード")).ToHaveValueAsync(ShiftJis());
        Assert.Contains("text", await source.GetByLabel("役割: ").EvaluateAllAsync<string[]>("all => all.map(s => s.value)"));
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で取り込む" }).ClickAsync();
        await page.WaitForURLAsync("**/start?imported=*");

        // Its themes, when the analysis is there.
        await page.GetByRole(AriaRole.Link, new() { Name = "テーマ", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/themes", new() { Timeout = 120_000 });
        await page.Locator("a.theme").First.ClickAsync();
        await Assertions.Expect(page.Locator(".lead")).Not.ToBeEmptyAsync();

        // A chart is taken away, as a drawing and as a picture.
        var drawing = await Downloaded(page, () => page.GetByRole(AriaRole.Link, new() { Name = "図（SVG）" }).First.ClickAsync());
        Assert.Equal("svg", XDocument.Parse(Encoding.UTF8.GetString(drawing.Bytes)).Root!.Name.LocalName);
        var picture = await Downloaded(page, () => page.GetByRole(AriaRole.Button, new() { Name = "図（PNG）" }).First.ClickAsync());
        Assert.EndsWith(".png", picture.Name, StringComparison.Ordinal);
        var width = double.Parse(XDocument.Parse(Encoding.UTF8.GetString(drawing.Bytes)).Root!.Attribute("width")!.Value, CultureInfo.InvariantCulture);
        Assert.Equal(2 * (int)width, await Pixels(page, picture.Bytes));

        // One coding is looked at and accepted, another comment decided at the desk.
        await page.Locator(".coded button[value=true]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("保存しました: 承認");
        await page.Locator(".coded").Nth(1).GetByRole(AriaRole.Link, new() { Name = "ほかのコードも決める" }).ClickAsync();
        await Assertions.Expect(page.Locator("#decide-button")).ToBeVisibleAsync();
        await page.Locator("#none-button").ClickAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("どのコードも合わない");
        Assert.Single(served.Host.Session.Use(s => s.Looks()));

        // A word is searched for, narrowed by a facet.
        await page.GetByRole(AriaRole.Link, new() { Name = "検索", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("引継ぎ");
        await Assertions.Expect(page.Locator(".hits mark").First).ToBeVisibleAsync();
        await page.Locator(".facets input[name=year]").First.CheckAsync();
        await Assertions.Expect(page.Locator(".conditions")).ToContainTextAsync("年度");

        // The report, as Word.
        await page.GetByRole(AriaRole.Link, new() { Name = "報告", Exact = true }).ClickAsync();
        await page.GetByLabel("題名").FillAsync("引継ぎについて");
        foreach (var format in new[] { "Excel（xlsx）", "PowerPoint（pptx）", "Web ページ 1 枚（html）" })
        {
            await page.GetByLabel(format).UncheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "報告書をつくる" }).ClickAsync();
        await page.WaitForURLAsync("**/report*", new() { Timeout = 120_000 });
        var (name, bytes) = await Downloaded(page, () => page.GetByRole(AriaRole.Link, new() { Name = "report.docx" }).ClickAsync());
        Assert.Equal("引継ぎについて_内部用.docx", name);
        using var word = new ZipArchive(new MemoryStream(bytes));
        using var document = new StreamReader(await word.GetEntry("word/document.xml")!.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Contains("引継ぎについて", await document.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(browser.Errors(page));
    }

    [Fact]
    public async Task A_reload_in_the_middle_of_an_import_neither_stops_nor_doubles_it()
    {
        await using var served = await ServedWorkspace.Of();
        var page = await browser.Open(served.Host.Entrance);
        var rows = string.Concat(Enumerable.Range(1, ManyRows).Select(i => $"センター{i % 40},2025,{i}番の面談では引継ぎの時期の話が出た。\n"));
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "多い.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("センター名,年度,ご意見\n" + rows) });
        await page.WaitForURLAsync("**/start/check/*");

        // The page hears of no end: it stays, and is reloaded.
        await page.RouteAsync("**/jobs/*?handler=State", route => route.FulfillAsync(new() { ContentType = "application/json", Body = "{\"state\":\"Running\",\"stage\":\"…\",\"share\":null}" }));
        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で取り込む" }).ClickAsync();
        await page.WaitForURLAsync(JobOrEnd());
        await page.ReloadAsync();
        await page.UnrouteAsync("**/jobs/*?handler=State");
        await page.ReloadAsync();
        await page.WaitForURLAsync("**/start?imported=*");
        await Assertions.Expect(page.Locator(".done")).ToContainTextAsync($"意見 {ManyRows} 件");
        Assert.Single(served.Host.Session.Use(s => s.Imports()));
    }

    [Fact]
    public async Task What_the_page_said_is_kept_is_there_after_the_server_was_killed()
    {
        using var folder = new TemporaryFolder();
        var workspace = folder["workspace"];
        using (var store = WorkspaceStore.Create(workspace, new WorkspaceOptions()))
        {
            var rows = string.Concat(Enumerable.Range(1, 12).Select(i => $"センター{i % 4},2025,{i}番の面談では引継ぎの時期の話が出た。\n"));
            store.Import(ImportBatch.Of(CorpusReader.Read([folder.Write("調査.csv", "センター名,年度,ご意見\n" + rows)], new ReadOptions()), "tester", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        }

        var port = FreePort();
        IPage? page = null;
        var kept = 0;
        for (var run = 0; run < 2; run++)
        {
            using var server = Serve(workspace, folder["user"], port);
            var entrance = await Entrance(server);
            page = page is null ? await browser.Open(entrance) : page;
            await page.GotoAsync(new Uri(entrance, "/coding").AbsoluteUri);
            await page.WaitForURLAsync("**/coding", new() { Timeout = 120_000 });
            await Assertions.Expect(page.Locator("#none-button")).ToBeVisibleAsync();
            var said = await Decided(page);
            Assert.True(said >= kept, $"{kept} decisions were acknowledged, {said} are there.");
            for (kept = said; kept < said + 3;)
            {
                await Browser.Press(page, "x");
                await Assertions.Expect(page.Locator(".done-so-far")).ToContainTextAsync($"確かめた意見 {++kept} / 12 件");
            }

            // In the middle of the next one.
            await Browser.Press(page, "x");
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var opened = WorkspaceStore.Open(workspace, new WorkspaceOptions());
        Assert.InRange(opened.Looks().Length, kept, kept + 1);
    }

    private static async Task<int> Decided(IPage page) =>
        int.Parse(Progress().Match(await page.Locator(".done-so-far").InnerTextAsync()).Groups[1].Value, CultureInfo.InvariantCulture);

    private static async Task<(string Name, byte[] Bytes)> Downloaded(IPage page, Func<Task> act)
    {
        var download = await page.RunAndWaitForDownloadAsync(act);
        await using var stream = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return (download.SuggestedFilename, bytes.ToArray());
    }

    // How wide the browser takes a picture to be.
    private static Task<int> Pixels(IPage page, byte[] png) => page.EvaluateAsync<int>(
        "async bytes => (await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))).width", png.Select(b => (int)b).ToArray());

    private static Process Serve(string workspace, string user, int port) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "feedbacklab.dll"), "view", "-w", workspace, "--no-browser", "--lang", "ja", "--port", port.ToString(CultureInfo.InvariantCulture)])
    {
        RedirectStandardOutput = true,
        Environment = { ["XDG_DATA_HOME"] = user },
    })!;

    private static async Task<Uri> Entrance(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                return new Uri(match.Value);
            }
        }

        throw new InvalidOperationException("The server told no address.");
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    // The driver takes no culture.
    [GeneratedRegex("^(cp932|shift_jis)$")]
    private static partial Regex ShiftJis();

    [GeneratedRegex("/jobs/|/start\\?imported=", RegexOptions.CultureInvariant)]
    private static partial Regex JobOrEnd();

    [GeneratedRegex("確かめた意見 ([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Progress();

    [GeneratedRegex("http://127\\.0\\.0\\.1:[0-9]+/\\?key=[0-9a-f]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
