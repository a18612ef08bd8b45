using System.Text.Json;

namespace FeedbackLab.Viewer.Tests.Commands;

/// <summary>The commands on a workspace, run as their user would.</summary>
public sealed class WorkspaceCommandTests
{
    private const string FirstYear = "センター名,年度,困っていること\nみさき,令和6年度,会議が多い。\nはまべ,令和6年度,特になし\n";
    private const string Corrected = "センター名,年度,困っていること\nいそべ,令和6年度,送迎が足りない。\nみさき,令和6年度,会議が多い。\nはまべ,令和6年度,特になし\n";

    [Fact]
    public async Task What_is_imported_can_be_listed_searched_analysed_corrected_and_taken_back()
    {
        using var folder = new TemporaryFolder();
        var (file, workspace) = (folder.Write("回答.csv", FirstYear), folder["作業"]);

        var first = await ProgramRun.Of("import", file, "-w", workspace, "--lang", "ja");
        Assert.Equal((0, string.Empty), (first.ExitCode, first.Error));
        Assert.Contains("回答.csv: 新しい資料、意見 1", first.Output, StringComparison.Ordinal);
        Assert.Contains("何も変わっていません", (await ProgramRun.Of("import", file, "-w", workspace, "--lang", "ja")).Output, StringComparison.Ordinal);

        folder.Write("回答.csv", Corrected);
        Assert.Contains("追加 1、変わらず 0、移動 1", (await ProgramRun.Of("import", file, "-w", workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Contains("意見 2 件中 1 件", (await ProgramRun.Of("search", "送迎", "-w", workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("analyze", "-w", workspace, "--out", folder["結果"])).ExitCode);
        Assert.True(File.Exists(Path.Combine(folder["結果"], "report.html")));

        Assert.Equal(0, (await ProgramRun.Of("undo", "-w", workspace)).ExitCode);
        var comments = JsonDocument.Parse((await ProgramRun.Of("comments", "-w", workspace, "--format", "json")).Output).RootElement;
        Assert.Equal(1, comments.GetProperty("total").GetInt32());
        Assert.Equal("みさき", comments.GetProperty("comments")[0].GetProperty("respondent").GetString());
        var sources = await ProgramRun.Of("sources", "-w", workspace, "--lang", "ja");
        Assert.Contains("取り消し済み", sources.Output, StringComparison.Ordinal);
        Assert.Contains("header: \"困っていること\"", await File.ReadAllTextAsync(Path.Combine(workspace, "mapping.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_come_in_and_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.Of("import", folder.Write("回答.csv", FirstYear), "-w", folder["作業"], "--dry-run", "--lang", "ja");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("意見 1、「特になし」など 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("回答者 2 者: はまべ 0、みさき 1", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["作業"]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_and_the_others_come_in()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.Of("import", folder.Write("回答.csv", FirstYear), folder.Write("壊れた.xlsx", "PK\u0003\u0004"), "-w", folder["作業"], "--lang", "ja");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("壊れた.xlsx", run.Error, StringComparison.Ordinal);
        Assert.Contains("回答.csv: 新しい資料", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--respondent", "みさぎ", "回答者「みさぎ」は、このワークスペースにありません。 もしかして: みさき")]
    [InlineData("--respondent", "みさきセンター", "回答者「みさきセンター」は、このワークスペースにありません。 もしかして: みさき")]
    [InlineData("--respondent", "富士見", "回答者「富士見」は、このワークスペースにありません。 ある値: みさき、はまべ")]
    [InlineData("--respondent", "はまべ", "")]
    [InlineData("--year", "1999", "年「1999」は、このワークスペースにありません。 ある値: 2024")]
    [InlineData("--year", "2023", "年「2023」は、このワークスペースにありません。 ある値: 2024")]
    [InlineData("--source", "回答", "資料「回答」は、このワークスペースにありません。 もしかして: 回答.csv")]
    public async Task A_value_that_no_comment_has_is_told_with_those_that_there_are(string option, string value, string told)
    {
        using var folder = new TemporaryFolder();
        await ProgramRun.Of("import", folder.Write("回答.csv", FirstYear), "-w", folder["作業"]);
        var run = await ProgramRun.Of("comments", "-w", folder["作業"], option, value, "--lang", "ja");
        Assert.Equal((0, told), (run.ExitCode, run.Error.Trim()));
        Assert.Contains("意見 0 件", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_that_is_none_is_told_without_a_stack()
    {
        using var folder = new TemporaryFolder();
        foreach (var command in new[] { "sources", "comments", "undo", "analyze" })
        {
            var run = await ProgramRun.Of(command, "-w", folder["ない"], "--lang", "ja");
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("ワークスペースがありません", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("回答🌸.csv")]
    [InlineData("か\u3099くせい アンケート.csv")]
    [InlineData("a'b;--.csv")]
    public async Task File_names_of_every_kind_come_back_with_their_marks_composed(string name)
    {
        using var folder = new TemporaryFolder();
        await ProgramRun.Of("import", folder.Write(name, FirstYear), "-w", folder["作業"]);
        var comments = JsonDocument.Parse((await ProgramRun.Of("comments", "-w", folder["作業"], "--format", "json")).Output).RootElement;

        Assert.Equal(name.Normalize(), comments.GetProperty("comments")[0].GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_changed_mapping_given_to_the_next_import_is_obeyed()
    {
        using var folder = new TemporaryFolder();
        var (file, workspace) = (folder.Write("回答.csv", FirstYear), folder["作業"]);
        await ProgramRun.Of("import", file, "-w", workspace);
        var mapping = folder.Write("対応.yaml", (await File.ReadAllTextAsync(Path.Combine(workspace, "mapping.yaml"), TestContext.Current.CancellationToken)).Replace("role: respondent", "role: attribute", StringComparison.Ordinal));
        await ProgramRun.Of("import", file, "-w", workspace, "--mapping", mapping);
        var comments = JsonDocument.Parse((await ProgramRun.Of("comments", "-w", workspace, "--format", "json")).Output).RootElement;

        Assert.Equal(JsonValueKind.Null, comments.GetProperty("comments")[0].GetProperty("respondent").ValueKind);
    }
}
