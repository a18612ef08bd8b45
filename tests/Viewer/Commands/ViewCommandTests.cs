using System.Diagnostics;

namespace FeedbackLab.Viewer.Tests.Commands;

public sealed class ViewCommandTests
{
    [Fact]
    public async Task A_user_folder_that_cannot_be_written_is_named_with_what_to_do()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The folder is named otherwise there.");
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", string.Empty);
        using var run = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "feedbacklab.dll"), "view", "-w", folder["workspace"], "--no-browser", "--lang", "ja"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            Environment = { ["XDG_DATA_HOME"] = file },
        })!;
        var error = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(Path.Combine(file, "FeedbackLab"), error, StringComparison.Ordinal);
        Assert.Contains("XDG_DATA_HOME", error, StringComparison.Ordinal);
        Assert.DoesNotContain("ポート", error, StringComparison.Ordinal);
    }
}
