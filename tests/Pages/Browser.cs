using System.Collections.Concurrent;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FeedbackLab.Pages.Tests.Browser))]

namespace FeedbackLab.Pages.Tests;

/// <summary>The system's Chromium, one for all tests. Where there is none the tests are skipped, but not in CI.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium";

    private readonly ConcurrentDictionary<IPage, ConcurrentQueue<string>> _errors = new();

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Executable) && Environment.GetEnvironmentVariable("CI") != "true")
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A page of a fresh browser profile, let in by the server.</summary>
    public async Task<IPage> Open(Uri entrance, BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
        {
            Assert.Skip("Chromium is not installed.");
        }

        var context = await _browser!.NewContextAsync(options ?? new BrowserNewContextOptions { Locale = "ja-JP" });
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        var page = await context.NewPageAsync();
        var errors = _errors.GetOrAdd(page, _ => []);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Enqueue(message.Text);
            }
        };
        await page.GotoAsync(entrance.AbsoluteUri);
        return page;
    }

    /// <summary>Presses a key when the page, with its scripts, is there.</summary>
    public static async Task Press(IPage page, string key)
    {
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Keeps what has such an address from the page until the result is set.</summary>
    public static async Task<TaskCompletionSource> HoldBack(IPage page, string address)
    {
        var released = new TaskCompletionSource();
        await page.RouteAsync(address, async route =>
        {
            await released.Task;
            await route.ContinueAsync();
        });
        return released;
    }

    /// <summary>What a page has logged as errors, such as what the policy refused. Another test's page never counts.</summary>
    public IReadOnlyCollection<string> Errors(IPage page) => _errors[page];

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
