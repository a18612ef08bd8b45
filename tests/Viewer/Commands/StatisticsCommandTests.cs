using System.Text.Json;
using System.Xml.Linq;

namespace FeedbackLab.Viewer.Tests.Commands;

public sealed class StatisticsCommandTests
{
    private static readonly string Survey = Path.Combine(Repository.Root, "corpora", "samples", "survey-two-years");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Themes_by_area_are_tested_and_drawn()
    {
        using var folder = new TemporaryFolder();
        var (heatmap, map) = (folder["heat.svg"], folder["map.svg"]);
        var run = await ProgramRun.Of("crosstab", "area", Survey, "--lang", "en", "--format", "json", "--heatmap", heatmap, "--map", map);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(2, json.RootElement.GetArrayLength());
        var rows = json.RootElement[0].GetProperty("rows").EnumerateArray().ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Matches("^[0-9]+/[0-9]+$", r.GetProperty("group1").GetString()));
        Assert.Contains(json.RootElement[0].GetProperty("notes").EnumerateArray(), n => n.GetString()!.Contains("exact", StringComparison.Ordinal));
        foreach (var file in new[] { heatmap, map })
        {
            var svg = XDocument.Load(file).Root!;
            Assert.Equal("svg", svg.Name.LocalName);
            Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "title" && (e.Value.Contains("引継ぎ", StringComparison.Ordinal) || e.Value.Contains("handover", StringComparison.OrdinalIgnoreCase)));
        }

        var again = await ProgramRun.Of("crosstab", "area", Survey, "--lang", "en", "--format", "json", "--heatmap", heatmap + "2", "--map", map + "2");
        Assert.Equal(run.Output, again.Output);
        Assert.Equal(await File.ReadAllBytesAsync(map, Token), await File.ReadAllBytesAsync(map + "2", Token));
    }

    [Fact]
    public async Task More_questions_than_fit_on_a_line_are_printed_all_the_same()
    {
        using var folder = new TemporaryFolder();
        var questions = Enumerable.Range(1, 40).ToList();
        var rows = Enumerable.Range(0, 8).Select(r => $"所{r}," + string.Join(',', questions.Select(q => (q + r) % 2 == 0 ? $"利用料が高い、{q}番め。" : $"庭が広い、{q}番め。")));
        var file = folder.Write("many.csv", "回答者," + string.Join(',', questions.Select(q => $"問{q} 課題その{q}について")) + "\n" + string.Join('\n', rows) + "\n");
        var run = await ProgramRun.Of("crosstab", "question", file, "--lang", "en").WaitAsync(TimeSpan.FromMinutes(3), Token);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("4/8", run.Output, StringComparison.Ordinal);
        Assert.Contains("were drawn", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare", "2024", "2025")]
    [InlineData("crosstab", "question")]
    public async Task A_narrow_terminal_shows_blocks_and_no_line_longer_than_itself(params string[] command)
    {
        var run = await ProgramRun.OnTerminal(40, [.. command, Survey, "--lang", "en"]);
        Assert.Equal(0, run.ExitCode);
        var lines = run.Output.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        Assert.Contains(lines, l => l.StartsWith("   Verdict: ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Length > 48);

        var wide = await ProgramRun.OnTerminal(200, [.. command, Survey, "--lang", "en"]);
        Assert.DoesNotContain("   Verdict: ", wide.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_one_year_is_told_with_what_stands_apart()
    {
        using var folder = new TemporaryFolder();
        var names = Enumerable.Range(0, 8).ToList();
        folder.Write("a.csv", "回答者,年度,問1 利用料について\n" + string.Concat(names.Select(n => $"所{n},2024,利用料が高い、{n}。\n")));
        folder.Write("b.csv", "回答者,年度,問1 利用料について,問2 交通について\n" + string.Concat(names.Select(n => $"所{n},2025,利用料が高いまま、{n}。,引継ぎの時期が遅い、{n}。\n")));
        var run = await ProgramRun.Of("compare", "2024", "2025", folder["a.csv"], folder["b.csv"], "--lang", "ja", "--format", "json");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Contains(json.RootElement.GetProperty("notes").EnumerateArray(), n => n.GetString()!.Contains("交通について」は 2025 年だけ", StringComparison.Ordinal) && n.GetString()!.Contains(" 8 件", StringComparison.Ordinal));
        var handover = json.RootElement.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "handover");
        Assert.Equal((0, 0, 8), (handover.GetProperty("after").GetInt32(), handover.GetProperty("beforeApart").GetInt32(), handover.GetProperty("afterApart").GetInt32()));
        Assert.Equal(JsonValueKind.Null, handover.GetProperty("p").ValueKind);
    }

    [Fact]
    public async Task A_year_whose_comments_have_no_respondents_is_not_said_to_have_lost_its_themes()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.csv", "回答者,年度,ご意見\n所1,2024,利用料が高い。\n所2,2024,引継ぎの時期が遅い。\n");
        folder.Write("b.csv", "年度,ご意見\n2025,利用料が高いまま。\n");
        var run = await ProgramRun.Of("compare", "2024", "2025", folder["a.csv"], folder["b.csv"], "--lang", "ja", "--format", "json");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        Assert.Contains(json.RootElement.GetProperty("notes").EnumerateArray(), n => n.GetString()!.Contains("2025 年には、回答者の分かる回答がありません", StringComparison.Ordinal));
        var fees = json.RootElement.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "fees");
        Assert.Equal("比べられない", fees.GetProperty("change").GetString());
    }

    [Fact]
    public async Task Many_groups_stand_below_each_other_on_a_terminal_and_side_by_side_in_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.csv", "回答者,ご意見\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"第{i}の所,利用料が高い、{i}。\n")));
        var terminal = await ProgramRun.Of("crosstab", "respondent", file, "--unit", "comments", "--lang", "ja");
        Assert.Contains(terminal.Output.Split('\n'), l => l.Trim().StartsWith("第12の所", StringComparison.Ordinal) && l.Contains("1/1", StringComparison.Ordinal));
        var csv = await ProgramRun.Of("crosstab", "respondent", file, "--unit", "comments", "--lang", "ja", "--format", "csv");
        Assert.Contains("第12の所", csv.Output.Split('\n')[0], StringComparison.Ordinal);

        // A p is told there as everywhere: none is zero.
        var areas = folder.Write("b.csv", "回答者,圏域,ご意見\n" + string.Concat(Enumerable.Range(0, 36).Select(i => $"所{i},第{i % 12}圏,{(i % 12 < 4 ? "利用料が高い" : "引継ぎの時期が遅い")}、{i}。\n")));
        var tested = await ProgramRun.Of("crosstab", "圏域", areas, "--lang", "ja");
        Assert.Contains(tested.Output.Split('\n'), l => l.Trim().StartsWith("p ", StringComparison.Ordinal) && l.Contains("<0.0001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Questions_that_a_terminal_has_no_room_for_are_numbers_with_a_key()
    {
        var lines = (await ProgramRun.Of("crosstab", "question", Survey, "--lang", "ja")).Output.Split('\n').Select(l => l.Trim()).ToList();
        Assert.Contains(lines, l => l.StartsWith("コード", StringComparison.Ordinal) && l.Contains("(1)", StringComparison.Ordinal) && !l.Contains("設問", StringComparison.Ordinal));
        Assert.Contains("(2) 設問2困っていること", lines);
        Assert.Contains(lines, l => l.Contains("引継ぎの時期・進め方", StringComparison.Ordinal) && l.Contains("違うとは言えない", StringComparison.Ordinal));
        Assert.DoesNotContain("(1)", (await ProgramRun.Of("crosstab", "year", Survey, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Contains("設問2困っていること", (await ProgramRun.Of("crosstab", "question", Survey, "--lang", "ja", "--format", "csv")).Output.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Themes_that_two_questions_ask_for_do_not_avoid_each_other_for_that()
    {
        using var folder = new TemporaryFolder();
        var rows = Enumerable.Range(0, 24).Select(i => i < 12 ? $"所{i},利用料が高い、{i}。,研修の時間が足りない、{i}。\n" : $"所{i},引継ぎの時期が遅い、{i}。,連絡会を開きたい、{i}。\n");
        var file = folder.Write("a.csv", "回答者,問1 困りごと,問2 職員のこと\n" + string.Concat(rows));
        var run = await ProgramRun.Of("crosstab", "theme", file, "--lang", "en", "--format", "json");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var both = Assert.Single(json.RootElement.GetProperty("rows").EnumerateArray(), r => r.GetProperty("comments").GetInt32() == 0 && r.GetProperty("respondents").GetInt32() == 12 && r.GetProperty("secondRespondents").GetInt32() == 12 && r.GetProperty("first").GetString()!.Contains("fees", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("come together", both.GetProperty("verdict").GetString());
        Assert.Contains(json.RootElement.GetProperty("notes").EnumerateArray(), n => n.GetString()!.Contains("24 respondents with a comment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_grouped_by_is_said_with_what_can()
    {
        var run = await ProgramRun.Of("crosstab", "県", Survey, "--lang", "ja");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("圏域", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_map_of_too_few_numbers_is_refused()
    {
        using var folder = new TemporaryFolder();
        var map = folder["map.svg"];
        var run = await ProgramRun.Of("crosstab", "year", Survey, "--lang", "en", "--map", map);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("too small", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(map));
    }

    [Fact]
    public async Task Two_coders_in_one_table_are_compared()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("codings.csv", "意見ID,コード,誰が,状態\nc1,fees,佐藤,承認\nc1,fees,鈴木,承認\nc2,,佐藤,\nc2,fees,鈴木,却下\nc3,fees,佐藤,\nc3,visits,鈴木,修正\nc4,fees,機械,提案\n");
        var run = await ProgramRun.Of("agreement", file, "--lang", "en", "--format", "json");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        using var json = JsonDocument.Parse(run.Output);
        var fees = json.RootElement[0].GetProperty("rows")[0];

        // fees: both, neither, the first alone; alpha = 1 − 5·1/(3·3) = .444.
        Assert.Equal(("fees", 3, 0.444444), (fees.GetProperty("code").GetString(), fees.GetProperty("given").GetInt32(), fees.GetProperty("alpha").GetDouble()));
        Assert.Equal("too few to say", fees.GetProperty("verdict").GetString());
        Assert.Equal("c3", json.RootElement[2].GetProperty("rows")[0].GetProperty("comment").GetString());
    }

    [Theory]
    [InlineData("c1,fees,佐藤,採用", ":3: 状態「採用」は")]
    [InlineData("c1,fees,,承認", ":3: 誰が付けたか書かれていません")]
    [InlineData("1.20799E+11,fees,佐藤,承認", ":3: 意見ID「1.20799E+11」は、表計算ソフトが")]
    [InlineData("c0,fees,佐藤,却下", ":3: 2 行目と同じ意見、コード、コーダーですが、状態が違います")]
    [InlineData("c1,fees,佐藤,該当なし", ":3: 「該当なし」の行にコードがあります")]
    public async Task Nothing_is_measured_by_a_table_with_a_wrong_row(string row, string told)
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.Of("agreement", folder.Write("表.csv", $"意見ID,コード,誰が,状態\nc0,fees,佐藤,承認\n{row}\nc0,fees,鈴木,承認\n"), "--lang", "ja");
        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_with_a_row_left_a_proposal_is_not_taken_for_coded_whole()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.Of("agreement", folder.Write("表.csv", "意見ID,コード,誰が,状態\nc0,fees,佐藤,承認\nc0,fees,鈴木,承認\nc1,fees,佐藤,承認\nc1,visits,佐藤,承認\nc1,fees,鈴木,承認\nc1,visits,鈴木,提案\n"), "--lang", "ja", "--resamples", "10");
        Assert.Contains("意見 1 件は、全部を決めていないので数えていません", run.Error, StringComparison.Ordinal);
        Assert.Contains("二人以上が見た意見 1 件", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_nobody_touched_is_no_look_whether_the_table_names_its_coder_or_the_file_does()
    {
        using var folder = new TemporaryFolder();
        const string Rows = "c0,fees,承認\nc1,visits,承認\nc2,,\nc3,,\n";
        var run = await ProgramRun.Of(
            "agreement", folder.Write("甲.csv", "意見ID,コード,状態\n" + Rows), folder.Write("乙.csv", "意見ID,コード,状態\n" + Rows.Replace("visits", "fees", StringComparison.Ordinal)), "--lang", "ja", "--resamples", "10", "--format", "json");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.DoesNotContain(" 4", run.Output.Split("\"rows\"")[0], StringComparison.Ordinal);
        Assert.Contains("2", run.Output.Split("\"rows\"")[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_coder_alone_is_no_agreement()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("only.csv", "comment,code\nc1,fees\n");
        var run = await ProgramRun.Of("agreement", file, "--lang", "en");
        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("only", run.Error, StringComparison.Ordinal);
        folder.Write("only.csv", "意見,分類\nc1,fees\n");
        Assert.Contains(":1:", (await ProgramRun.Of("agreement", file, "--lang", "en")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_says_what_the_source_itself_discusses()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.Of("analyze", Path.Combine(Repository.Root, "corpora", "samples", "questionnaire"), "--lang", "ja", "--out", folder["out"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("資料の考察", run.Output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder["out"], "findings.json"), Token));
        var discussion = Assert.Single(json.RootElement.GetProperty("discussions").EnumerateArray());
        var named = discussion.GetProperty("themes").EnumerateArray()
            .Where(t => t.GetProperty("passages").GetArrayLength() + t.GetProperty("headings").GetArrayLength() > 0).Select(t => t.GetProperty("code").GetString()).ToList();
        Assert.Contains("handover", named);
        Assert.Contains("fees", named);
        Assert.Contains("id=\"discussion\"", await File.ReadAllTextAsync(Path.Combine(folder["out"], "report.html"), Token), StringComparison.Ordinal);
    }
}
