using System.Text.Json;

namespace FeedbackLab.Viewer.Tests.Commands;

/// <summary>The search in a workspace, run as its user would.</summary>
public sealed class WorkspaceSearchTests : IAsyncLifetime
{
    private const string Answers = "センター名,年度,困っていること\nみさき,令和6年度,引継ぎの連絡が遅い。\nみさき,令和7年度,会議が多い。\nはまべ,令和7年度,引き継ぎの時期を早めてほしい。\n";

    private readonly TemporaryFolder _folder = new();

    private string Workspace => _folder["作業"];

    public async ValueTask InitializeAsync() => await ProgramRun.Of("import", _folder.Write("回答.csv", Answers), "-w", Workspace);

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Hits_come_with_highlights_citations_and_counts()
    {
        var run = await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--lang", "ja");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("【引き継ぎ】の時期を早めてほしい。", run.Output, StringComparison.Ordinal);
        Assert.Contains("回答.csv, 「困っていること」, l.2", run.Output, StringComparison.Ordinal);
        Assert.Contains("回答者: はまべ 1、みさき 1", run.Output, StringComparison.Ordinal);
        Assert.Contains("意見 3 件中 2 件、意見のある回答者 2 者中 2 者", run.Output, StringComparison.Ordinal);
        Assert.Contains("索引を作ります", run.Error, StringComparison.Ordinal);
        Assert.Empty((await ProgramRun.Of("search", "引継ぎ", "-w", Workspace)).Error);
    }

    [Fact]
    public async Task A_file_imported_again_under_another_name_is_told_of_by_import_and_search()
    {
        var import = await ProgramRun.Of("import", _folder.Write("回答(最終).csv", Answers + "いそべ,令和7年度,引継ぎが早い。\n"), "-w", Workspace, "--lang", "ja");
        Assert.Contains("回答(最終).csv: このうち意見 3 件は、同じ回答者の同じ意見が「回答.csv」にすでにあります。", import.Output, StringComparison.Ordinal);
        var run = await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--lang", "ja");
        Assert.Contains("意見 7 件中 5 件", run.Output, StringComparison.Ordinal);
        Assert.Contains("見つかった 5 件のうち 2 件は、同じ回答者の同じ意見の重複です", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse((await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--format", "json")).Output).RootElement.GetProperty("duplicates").GetInt32());
    }

    [Fact]
    public async Task A_file_for_other_programs_holds_all_hits_with_meetings_themes_and_types()
    {
        var rows = string.Concat(Enumerable.Range(1, 30).Select(i => $"はまべ,令和7年度,会議が {i} 回あり、多い。\n"));
        await ProgramRun.Of("import", _folder.Write("多い.csv", "センター名,年度,困っていること\n" + rows), "-w", Workspace);
        var csv = await ProgramRun.Of("search", "会議", "-w", Workspace, "--format", "csv", "--lang", "ja");
        Assert.StartsWith("ID,回答者,会議,年,設問,テーマ,型,意見,出典\r\n", csv.Output, StringComparison.Ordinal);
        Assert.Equal(1 + 31, csv.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.DoesNotContain("書き出しました", csv.Error, StringComparison.Ordinal);
        var cut = await ProgramRun.Of("search", "会議", "-w", Workspace, "--format", "markdown", "--take", "5", "--lang", "ja");
        Assert.Contains("31 件のうち 5 件を書き出しました", cut.Error, StringComparison.Ordinal);
        Assert.Contains("（1〜20 件目）", (await ProgramRun.Of("search", "会議", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.EndsWith("回答者 2 者中 2 者\n", (await ProgramRun.Of("search", "会議", "-w", Workspace, "--lang", "ja", "--skip", "1000")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_restored_from_a_copy_is_indexed_anew_whatever_came_after_the_copy()
    {
        var database = Path.Combine(Workspace, "feedback.db");
        var copy = _folder["控え.db"];
        File.Copy(database, copy);
        await ProgramRun.Of("import", _folder.Write("一.csv", "センター名,困っていること\nみさき,駐輪場が狭い。\n"), "-w", Workspace);
        Assert.Contains("4 件中 1 件", (await ProgramRun.Of("search", "駐輪場", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);

        foreach (var log in Directory.GetFiles(Workspace, "feedback.db-*"))
        {
            File.Delete(log);
        }

        File.Copy(copy, database, overwrite: true);
        Assert.Contains("3 件中 0 件", (await ProgramRun.Of("search", "駐輪場", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Contains("3 件中 2 件", (await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);

        await ProgramRun.Of("import", _folder.Write("二.csv", "センター名,困っていること\nみさき,照明が暗い。\n"), "-w", Workspace);
        Assert.Contains("4 件中 1 件", (await ProgramRun.Of("search", "照明", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_cannot_be_written_is_told_of()
    {
        await File.WriteAllTextAsync(Path.Combine(Workspace, "index"), "x", TestContext.Current.CancellationToken);
        foreach (var command in new string[][] { ["index", "build"], ["search", "引継ぎ"] })
        {
            var run = await ProgramRun.Of([.. command, "-w", Workspace, "--lang", "ja"]);
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("索引を書けません", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Searches_at_the_same_time_wait_for_the_one_that_writes_the_index()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--lang", "ja")));
        Assert.All(runs, r => Assert.Equal(0, r.ExitCode));
        Assert.All(runs, r => Assert.Contains("意見 3 件中 2 件", r.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("引継ぎ or 会議", "AND、OR、NOT、NEAR/5 は大文字で書いてください。")]
    [InlineData("ナカポツ near/2 会議", "AND、OR、NOT、NEAR/5 は大文字で書いてください。")]
    [InlineData("連絡帳?", "「?」は任意の一文字の代わりです。")]
    [InlineData("定着?援", "語の途中の「*」と「?」は、一語の中だけを探します。")]
    [InlineData("利用料はいくらですか", "文で尋ねるときは --question を付けてください。")]
    [InlineData("年:[2025 TO 2024]", "もしかして: 年:[2024 TO 2025]")]
    public async Task A_query_that_finds_nothing_gets_a_hint(string query, string hint) =>
        Assert.Contains(hint, (await ProgramRun.Of("search", query, "-w", Workspace, "--lang", "ja")).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_number_that_is_too_large_is_refused_and_a_word_with_an_at_sign_is_a_word()
    {
        var many = await ProgramRun.Of("search", "会議", "-w", Workspace, "--take", "99999999999", "--lang", "ja");
        Assert.Equal(2, many.ExitCode);
        Assert.Contains("--take は 0 以上", many.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("search", "@会議", "-w", Workspace, "--lang", "ja")).ExitCode);
    }

    [Fact]
    public async Task Words_in_context_stand_below_each_other()
    {
        var run = await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--show", "kwic", "--sort", "place");
        var lines = run.Output.Split('\n')[..2];
        Assert.Equal([40, 40], lines.Select(l => l.IndexOf('【', StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.Contains("回答.csv", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_in_context_are_grouped_by_a_word_beside_them_and_go_to_a_spreadsheet()
    {
        var grouped = await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--show", "kwic", "--group", "R1", "--by", "R1,R2", "--lang", "ja");
        Assert.Contains("── の: 2 か所、意見 2 件、回答者 2 者", grouped.Output, StringComparison.Ordinal);
        var csv = await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--show", "kwic", "--sort", "place", "--format", "csv", "--lang", "ja");
        Assert.StartsWith("左,一致,右,回答者,年,出典,ID\r\n,引継ぎ,の連絡が遅い。,みさき,2024,", csv.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--show", "kwic", "--by", "R99")).ExitCode);
    }

    [Fact]
    public async Task What_the_words_of_the_hits_say_is_a_table_with_its_counts()
    {
        var near = JsonDocument.Parse((await ProgramRun.Of("search", "年:2025 OR 引継ぎ", "-w", Workspace, "--show", "keywords", "--format", "json", "--lang", "en")).Output).RootElement;
        Assert.Equal("Words that tell these comments from the rest", near.GetProperty("title").GetString());
        var collocations = await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--show", "collocations", "--lang", "ja");
        Assert.Equal(0, collocations.ExitCode);
        Assert.Contains("意見 3 件中、一致 2 件。左右 5 語以内。", collocations.Output, StringComparison.Ordinal);
        var picture = _folder["図.svg"];
        Assert.Equal(0, (await ProgramRun.Of("search", "*", "-w", Workspace, "--show", "network", "--svg", picture)).ExitCode);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, (await ProgramRun.Of("search", "*", "-w", Workspace, "--show", "network", "--svg", Path.Combine(_folder["none"], "x.svg"))).ExitCode);
    }

    [Fact]
    public async Task Comments_like_one_are_found_by_its_id()
    {
        var hits = JsonDocument.Parse((await ProgramRun.Of("search", "遅い", "-w", Workspace, "--format", "json")).Output).RootElement.GetProperty("hits");
        var like = await ProgramRun.Of("search", "--like", hits[0].GetProperty("id").GetString()!, "-w", Workspace, "--lang", "ja");
        Assert.Contains("引き継ぎ】の時期を早めてほしい。", like.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("遅い", like.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await ProgramRun.Of("search", "--like", "none", "-w", Workspace)).ExitCode);
        Assert.Equal(2, (await ProgramRun.Of("search", "-w", Workspace)).ExitCode);
    }

    [Fact]
    public async Task Json_holds_the_page_with_its_facets()
    {
        var root = JsonDocument.Parse((await ProgramRun.Of("search", "年:2025", "-w", Workspace, "--format", "json", "--take", "1", "--sort", "respondent")).Output).RootElement;
        Assert.Equal((2, 1), (root.GetProperty("total").GetInt32(), root.GetProperty("hits").GetArrayLength()));
        Assert.Equal("はまべ", root.GetProperty("hits")[0].GetProperty("respondent").GetString());
        Assert.Equal(2, root.GetProperty("facets").GetProperty("year")[0].GetProperty("comments").GetInt32());
    }

    [Fact]
    public async Task A_wrong_query_gets_a_caret_and_a_proposal()
    {
        var run = await ProgramRun.Of("search", "引継ぎ AND (時期", "-w", Workspace, "--lang", "ja");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["引継ぎ AND (時期", new string(' ', 11) + "^"], run.Error.Split('\n')[..2].Select(l => l.TrimEnd()));
        Assert.Contains("もしかして: 引継ぎ AND (時期)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_index_follows_imports_and_undos_and_heals_itself()
    {
        await ProgramRun.Of("search", "引継ぎ", "-w", Workspace);
        await ProgramRun.Of("import", _folder.Write("追加.csv", "センター名,困っていること\nいそべ,引継ぎの様式がほしい。\n"), "-w", Workspace);
        Assert.Contains("意見 4 件中 3 件", (await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        await ProgramRun.Of("undo", "-w", Workspace);
        Assert.Contains("意見 3 件中 2 件", (await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);

        var segment = Directory.GetFiles(Path.Combine(Workspace, "index"), "*.segment")[0];
        var bytes = await File.ReadAllBytesAsync(segment, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 0xFF;
        await File.WriteAllBytesAsync(segment, bytes, TestContext.Current.CancellationToken);
        Assert.Equal(1, (await ProgramRun.Of("index", "check", "-w", Workspace)).ExitCode);
        var healed = await ProgramRun.Of("search", "引継ぎ", "-w", Workspace, "--lang", "ja");
        Assert.Contains("壊れているので", healed.Error, StringComparison.Ordinal);
        Assert.Contains("意見 3 件中 2 件", healed.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("index", "check", "-w", Workspace)).ExitCode);
    }

    [Fact]
    public async Task A_word_that_nobody_wrote_gets_its_neighbours()
    {
        var run = await ProgramRun.Of("search", "引継ぎ 会義", "-w", Workspace, "--lang", "ja");
        Assert.Contains("「会義」のある意見はありません。 もしかして: 会議", run.Error, StringComparison.Ordinal);
    }
}
