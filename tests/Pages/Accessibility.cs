using System.Text.Json;
using FeedbackLab.Viewer.Tests;
using Microsoft.Playwright;

namespace FeedbackLab.Pages.Tests;

/// <summary>axe-core on a page: WCAG 2.2, A and AA.</summary>
internal static class Accessibility
{
    private static readonly string Axe = File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js"));

    /// <summary>What breaks the rules, one line each: rule, how grave, where.</summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        await page.EvaluateAsync(Axe + "; undefined");
        var result = await page.EvaluateAsync<JsonElement>(
            "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })");
        return
        [
            .. result.GetProperty("violations").EnumerateArray().SelectMany(v => v.GetProperty("nodes").EnumerateArray().Select(n =>
                $"{v.GetProperty("id").GetString()} ({v.GetProperty("impact").GetString()}): {n.GetProperty("html").GetString()} {n.GetProperty("failureSummary").GetString()}")),
        ];
    }
}
