using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace FeedbackLab.Viewer.Tests.Commands;

/// <summary>The report as its user makes it.</summary>
public sealed class ReportCommandTests
{
    private const string Answers = "センター名,年度,利用料について,引用可\nみさき,令和6年度,利用料の負担が重くて利用をやめる人がいる。,可\nはまべ,令和6年度,利用料の説明が難しく時間がかかる。,不可\n";

    [Fact]
    public async Task All_formats_are_written_and_twice_the_same()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("回答.csv", Answers);
        var run = await ProgramRun.Of("report", file, "--format", "docx,xlsx,pptx,html,md,csv,json", "--out", folder["一"], "--lang", "ja");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, (await ProgramRun.Of("report", file, "--format", "docx,xlsx,pptx,html,md,csv,json", "--out", folder["二"], "--lang", "ja")).ExitCode);
        var names = Directory.EnumerateFiles(folder["一"], "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder["一"], f)).ToList();
        Assert.Superset(new HashSet<string> { "report.docx", "report.xlsx", "report.pptx", "report.html", "report.md", "report.json", "themes.csv", "quotations.csv" }, names.ToHashSet());
        Assert.All(names, n => Assert.Equal(File.ReadAllBytes(Path.Combine(folder["一"], n)), File.ReadAllBytes(Path.Combine(folder["二"], n))));
        var quotations = await File.ReadAllTextAsync(Path.Combine(folder["一"], "quotations.csv"), TestContext.Current.CancellationToken);
        Assert.Contains("利用をやめる", quotations, StringComparison.Ordinal);
        Assert.DoesNotContain("時間がかかる", quotations, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codings_corrected_in_the_workbook_come_back_in()
    {
        using var folder = new TemporaryFolder();
        var workspace = folder["作業"];
        Assert.Equal(0, (await ProgramRun.Of("import", folder.Write("回答.csv", Answers), "-w", workspace, "--lang", "ja")).ExitCode);
        Assert.Equal(0, (await ProgramRun.Of("analyze", "-w", workspace, "--out", folder["結果"], "--lang", "ja")).ExitCode);
        Assert.Equal(0, (await ProgramRun.Of("report", "-w", workspace, "--format", "xlsx", "--out", folder["報告"], "--lang", "ja")).ExitCode);
        var workbook = Path.Combine(folder["報告"], "report.xlsx");
        using (var document = SpreadsheetDocument.Open(workbook, true))
        {
            var sheets = document.WorkbookPart!;
            var codings = (WorksheetPart)sheets.GetPartById(sheets.Workbook.Descendants<Sheet>().Single(s => s.Name == "コーディング").Id!.Value!);
            codings.Worksheet.Descendants<Text>().First(t => t.Text == "提案").Text = "承認";
        }

        var run = await ProgramRun.Of("codings", "import", workbook, "-w", workspace, "--lang", "ja");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("1 件を取り込みました", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_says_the_same_whatever_other_formats_are_made()
    {
        using var folder = new TemporaryFolder();
        var answers = string.Join('\n', Enumerable.Range(0, 40).Select(i => $"センター{i},{(i % 2 == 0 ? "利用料の負担が重く、利用をやめる人がいる" : "引継ぎの時期が遅く、本人が不安になる")}{i}。"));
        var file = folder.Write("回答.csv", "センター名,ご意見\n" + answers + "\n");
        Assert.Equal(0, (await ProgramRun.Of("report", file, "--format", "docx", "--out", folder["一"], "--lang", "ja")).ExitCode);
        Assert.Equal(0, (await ProgramRun.Of("report", file, "--format", "docx,html", "--out", folder["二"], "--lang", "ja")).ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(folder["一"], "report.docx"), TestContext.Current.CancellationToken), await File.ReadAllBytesAsync(Path.Combine(folder["二"], "report.docx"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Charts_of_an_analysis_stay_where_a_report_without_charts_is_put_beside_them()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("回答.csv", Answers);
        Assert.Equal(0, (await ProgramRun.Of("analyze", file, "--out", folder["結果"], "--lang", "ja")).ExitCode);
        var charts = Directory.GetFiles(Path.Combine(folder["結果"], "charts"));
        Assert.NotEmpty(charts);
        Assert.Equal(0, (await ProgramRun.Of("report", file, "--format", "docx", "--out", folder["結果"], "--lang", "ja")).ExitCode);
        Assert.Equal(charts.Order(), Directory.GetFiles(Path.Combine(folder["結果"], "charts")).Order());
    }

    [Fact]
    public async Task A_report_for_publication_is_not_put_beside_one_that_names_everybody()
    {
        const string Survey = "センター名,年度,利用料について\nみさき,令和6年度,利用料の負担が重くて利用をやめる人がいる。\nはまべ,令和6年度,利用料の説明が難しく時間がかかる。\nおおぞら,令和6年度,利用料の減免を知らない人が多い。\n";
        using var folder = new TemporaryFolder();
        var workspace = folder["作業"];
        Assert.Equal(0, (await ProgramRun.Of("import", folder.Write("回答.csv", Survey), "-w", workspace, "--lang", "ja")).ExitCode);
        Assert.Equal(0, (await ProgramRun.Of("report", "-w", workspace, "--format", "md,csv", "--out", folder["報告"], "--lang", "ja")).ExitCode);
        var before = await File.ReadAllTextAsync(Path.Combine(folder["報告"], "report.md"), TestContext.Current.CancellationToken);
        var refused = await ProgramRun.Of("report", "-w", workspace, "--publish", "--force", "--format", "md", "--out", folder["報告"], "--lang", "ja");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("themes.csv、quotations.csv、charts/", refused.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(folder["報告"], "report.md"), TestContext.Current.CancellationToken));

        Assert.Equal(0, (await ProgramRun.Of("report", "-w", workspace, "--publish", "--force", "--format", "md,csv", "--out", folder["公開"], "--lang", "ja")).ExitCode);
        Assert.Equal(0, (await ProgramRun.Of("report", "-w", workspace, "--publish", "--force", "--format", "csv,md", "--out", folder["公開"], "--lang", "ja")).ExitCode);

        // From a published quotation the council gets back to its comment.
        var quotation = (await File.ReadAllLinesAsync(Path.Combine(folder["公開"], "quotations.csv"), TestContext.Current.CancellationToken))[1].Split(',');
        var back = await ProgramRun.Of("comments", "--id", quotation[5], "-w", workspace, "--lang", "ja");
        Assert.Equal(0, back.ExitCode);
        Assert.Contains(quotation[7].Trim('"'), back.Output, StringComparison.Ordinal);
        Assert.Contains("回答.csv, 「利用料について」", back.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await ProgramRun.Of("comments", "--id", "000000000000", "-w", workspace, "--lang", "ja")).ExitCode);
    }

    [Fact]
    public async Task Wrong_settings_are_told_with_file_and_line_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        var (file, settings) = (folder.Write("回答.csv", Answers), folder.Write("report.yaml", "title: まとめ\nvoices:\n  pin: [ない]\n"));
        var run = await ProgramRun.Of("report", file, "--format", "md", "--settings", settings, "--out", folder["結果"], "--lang", "ja");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{settings}:3: voices の意見「ない」がありません", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["結果"]));
        Assert.Equal(2, (await ProgramRun.Of("report", file, "--format", "docm")).ExitCode);
        Assert.Equal(2, (await ProgramRun.Of("report")).ExitCode);
    }
}
