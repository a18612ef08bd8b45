using System.Diagnostics;
using System.Globalization;
using static FeedbackLab.Analysis.Tests.Workspace.InventedFiles;
using static FeedbackLab.Analysis.Tests.Workspace.WorkspaceFolder;

namespace FeedbackLab.Analysis.Tests.Workspace;

public sealed class KilledImportTests
{
    private const int Answers = 30_000;
    private const int Kills = 8;

    [Fact]
    public async Task An_import_killed_at_any_moment_has_happened_wholly_or_not_at_all()
    {
        using var folder = new WorkspaceFolder();
        using (var store = folder.Create())
        {
            store.Import(Batch(Large("回答.csv", 2_000)));
            Coded.Everything(store);
        }

        var before = folder.Dump();
        var original = await File.ReadAllBytesAsync(folder.Database, TestContext.Current.CancellationToken);
        var (whole, ended) = await ImportAndKill(folder, TimeSpan.FromMinutes(5));
        Assert.True(ended);
        var after = folder.Dump();
        Assert.NotEqual(before, after);

        var moments = new Random(20260520);
        var (nothing, all) = (0, 0);
        for (var kill = 0; kill < Kills; kill++)
        {
            File.Delete(folder.Database + "-wal");
            File.Delete(folder.Database + "-shm");
            await File.WriteAllBytesAsync(folder.Database, original, TestContext.Current.CancellationToken);
#pragma warning disable CA5394 // moments of a test: one in each part of the time that an import takes, the early ones first
            var (ran, done) = await ImportAndKill(folder, whole * ((kill + moments.NextDouble()) / Kills));
#pragma warning restore CA5394
            whole = done && ran < whole ? ran : whole;
            using (var store = folder.Open())
            {
                Assert.Equal(["ok"], folder.Query("PRAGMA integrity_check"));
                Assert.Empty(folder.Query("PRAGMA foreign_key_check"));
                var happened = store.Imports().Length == 2;
                Assert.True(folder.Dump() == (happened ? after : before), $"Kill {kill} left something half done.");
                (nothing, all) = happened ? (nothing, all + 1) : (nothing + 1, all);
            }
        }

        Assert.Equal(Kills, nothing + all);
        Assert.True(nothing > 0, "No kill came in time: the test says nothing.");
        using var last = folder.Open();
        last.Import(Batch(Large("回答.csv", Answers, seed: 1)));
        Assert.Equal(after, folder.Dump());
    }

    /// <summary>How long the import ran, and whether it came to its end before it was killed.</summary>
    private static async Task<(TimeSpan Ran, bool Ended)> ImportAndKill(WorkspaceFolder folder, TimeSpan after)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "FeedbackLab.KilledImport.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, folder.Path, Answers.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        Assert.Equal("begin", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        var watch = Stopwatch.StartNew();
        var end = process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
        await Task.WhenAny(end, Task.Delay(after, TestContext.Current.CancellationToken));
        var ran = watch.Elapsed;
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (ran, await end == "end");
    }
}
