using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

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

    [Fact]
    public async Task Comments_go_out_as_the_sheet_of_KH_Coder_and_such_a_sheet_comes_in_with_its_variables()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("回答.csv", "センター名,年度,圏域,困っていること\nみさき,令和6年度,南,利用料の負担が重い🚐。\n=1+1,令和6年度,北,=HYPERLINK(\"x\") 引継ぎの時期が年度末に重なる。\n");
        await ProgramRun.Of("import", file, "-w", folder["元"]);
        var export = await ProgramRun.Of("exchange", "export", folder["表.xlsx"], "-w", folder["元"], "--lang", "ja");
        Assert.Equal(0, export.ExitCode);
        Assert.Contains("扱えない文字（絵文字、𠮷など）のある意見 1 件", export.Error, StringComparison.Ordinal);
        using (var sheet = SpreadsheetDocument.Open(folder["表.xlsx"], false))
        {
            var data = sheet.WorkbookPart!.WorksheetParts.Single().Worksheet;
            Assert.Empty(data.Descendants<CellFormula>());
            Assert.Equal(["意見", "ID", "資料", "回答者", "年度", "設問", "圏域"], data.Descendants<Row>().First().Elements<Cell>().Select(c => c.InnerText));
        }

        await ProgramRun.Of("import", folder["表.xlsx"], "-w", folder["先"], "--lang", "ja");
        using var there = JsonDocument.Parse((await ProgramRun.Of("comments", "-w", folder["先"], "--format", "json")).Output);
        var comments = there.RootElement.GetProperty("comments").EnumerateArray().ToList();
        Assert.Equal(["利用料の負担が重い〓。", "=HYPERLINK(\"x\") 引継ぎの時期が年度末に重なる。"], comments.Select(c => c.GetProperty("text").GetString()));
        Assert.Equal(["みさき", "=1+1"], comments.Select(c => c.GetProperty("respondent").GetString()));
        Assert.Equal([2024, 2024], comments.Select(c => c.GetProperty("year").GetInt32()));
        Assert.All(comments, c => Assert.Equal("困っていること", c.GetProperty("question").GetString()));
        Assert.Contains("南", comments[0].GetProperty("attributes").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_KH_Coder_become_a_codebook_and_a_codebook_rules()
    {
        using var folder = new TemporaryFolder();
        var workspace = folder["作業"];
        await ProgramRun.Of("import", folder.Write("回答.csv", Answers), "-w", workspace);
        await File.WriteAllBytesAsync(folder["ルール.txt"], CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes("＊料金\r\n利用+料 | 負担\r\n＊時期\r\n'年度末'\r\n"), TestContext.Current.CancellationToken);
        var import = await ProgramRun.Of("codebook", "import", folder["ルール.txt"], "-w", workspace, "--lang", "ja");
        Assert.Equal((0, string.Empty), (import.ExitCode, import.Error));
        await ProgramRun.Of("analyze", "-w", workspace, "--out", folder["結果"]);
        await ProgramRun.Of("codings", "export", folder["表.csv"], "-w", workspace, "--lang", "ja");
        var codings = await File.ReadAllTextAsync(folder["表.csv"], TestContext.Current.CancellationToken);
        Assert.Contains("料金", codings, StringComparison.Ordinal);
        Assert.Contains("時期", codings, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("codebook", "export", folder["出.txt"], "-w", workspace)).ExitCode);
        var counts = await ProgramRun.Of("rules", folder["出.txt"], "-w", workspace, "--format", "csv", "--lang", "ja");
        Assert.Equal(await Counts(folder["ルール.txt"]), await Counts(folder["出.txt"]));
        Assert.Equal(0, counts.ExitCode);
        Assert.Contains("1", (await ProgramRun.Of("codebook", "import", folder.Write("悪い.txt", "＊料金\nnear(\n"), "-w", workspace)).ExitCode.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

        async Task<string> Counts(string file) => (await ProgramRun.Of("rules", file, "-w", workspace, "--format", "csv", "--lang", "ja")).Output;
    }

    private static string Climbing(string path)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        archive.CreateEntry("project.qde").Open().Dispose();
        archive.CreateEntry("../外.txt").Open().Dispose();
        return path;
    }
}
