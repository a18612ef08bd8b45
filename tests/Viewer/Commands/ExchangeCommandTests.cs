using System.IO.Compression;

namespace FeedbackLab.Viewer.Tests.Commands;

/// <summary>Exchange with other programs, run as its user would.</summary>
public sealed class ExchangeCommandTests
{
    private const string Answers = "センター名,年度,困っていること\nみさき,令和6年度,利用料の負担が重い。\nはまべ,令和6年度,引継ぎの時期が年度末に重なる。\n";

    [Fact]
    public async Task A_workspace_goes_out_and_comes_in_elsewhere_with_a_report_of_what_was_lost()
    {
        using var folder = new TemporaryFolder();
        await ProgramRun.Of("import", folder.Write("回答.csv", Answers), "-w", folder["元"]);
        await ProgramRun.Of("analyze", "-w", folder["元"], "--out", folder["結果"]);
        var export = await ProgramRun.Of("exchange", "export", folder["出.qdpx"], "-w", folder["元"], "--lang", "ja");
        Assert.Equal(0, export.ExitCode);
        Assert.Contains("資料 1、意見 2", export.Output, StringComparison.Ordinal);
        Assert.Contains("名前がそのまま", export.Error, StringComparison.Ordinal);
        Assert.Contains("提案の確からしさ", await File.ReadAllTextAsync(folder["出.losses.txt"], TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var import = await ProgramRun.Of("exchange", "import", folder["出.qdpx"], "-w", folder["先"], "--lang", "ja");
        Assert.Equal((0, string.Empty), (import.ExitCode, import.Error));
        Assert.Contains("新しい資料 1", import.Output, StringComparison.Ordinal);
        Assert.Contains("引き継がれなかったものはありません", import.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder["先"], "出.losses.txt")));
        var comments = await ProgramRun.Of("comments", "-w", folder["元"], "--format", "json");
        Assert.Equal(comments.Output, (await ProgramRun.Of("comments", "-w", folder["先"], "--format", "json")).Output);
        Assert.Equal(0, (await ProgramRun.Of("report", "-w", folder["先"], "--format", "md", "--out", folder["報告"])).ExitCode);
    }

    [Fact]
    public async Task What_is_not_safe_is_told_in_both_languages_and_leaves_no_workspace()
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, why) in new[] { (folder.Write("壊れた.qdpx", "PK\u0003\u0004"), "damaged"), (Climbing(folder["外.qdpx"]), "outside"), (folder["ない.qdpx"], "cannot be opened") })
        {
            var run = await ProgramRun.Of("exchange", "import", file, "-w", folder["作業"], "--lang", "en");
            Assert.Equal(1, run.ExitCode);
            Assert.Contains(why, run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
            Assert.NotEqual(run.Error, (await ProgramRun.Of("exchange", "import", file, "-w", folder["作業"], "--lang", "ja")).Error);
            Assert.False(Directory.Exists(folder["作業"]));
        }

        Assert.Equal(2, (await ProgramRun.Of("exchange", "import", folder["x.zip"], "-w", folder["作業"])).ExitCode);
    }

    private static string Climbing(string path)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        archive.CreateEntry("project.qde").Open().Dispose();
        archive.CreateEntry("../外.txt").Open().Dispose();
        return path;
    }
}
