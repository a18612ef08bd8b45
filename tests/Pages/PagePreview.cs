using Microsoft.Playwright;

namespace FeedbackLab.Pages.Tests;

/// <summary>The preview on the report's page, which is made in the background.</summary>
internal static class PagePreview
{
    /// <summary>Opens the page anew until it holds the preview.</summary>
    public static async Task Made(IPage page)
    {
        for (var i = 0; i < 120 && await page.Locator(".sheet").CountAsync() == 0; i++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            await page.ReloadAsync();
        }

        await Assertions.Expect(page.Locator(".sheet")).ToBeVisibleAsync();
    }
}
