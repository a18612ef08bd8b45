using System.Text;

namespace FeedbackLab.Viewer.Tests.Commands;

/// <summary>Tables of codings that came back from a spreadsheet, taken in as their user would.</summary>
public sealed class CorrectedTableTests : IAsyncLifetime
{
    private const string Answers = "センター名,年度,困っていること\nみさき,令和7年度,利用料の説明が難しい。\nはまべ,令和7年度,引継ぎの時期を早めてほしい。\nいそべ,令和7年度,利用料と引継ぎの話をした。\n";

    private const string Codes = "codes:\n- {id: money, name: お金, definition: お金の話, codable: false}\n- {id: fees, name: 料金, definition: 利用料, terms: [利用料], parent: money}\n- {id: handover, name: 引継ぎ, definition: 引継ぎ, terms: [引継ぎ]}\n- {id: talk, name: 話し合い, definition: 話し合いの場}\n";

    private readonly TemporaryFolder _folder = new();

    private string Workspace => _folder["作業"];

    private string Table => _folder["表.csv"];

    public async ValueTask InitializeAsync()
    {
        await ProgramRun.Of("import", _folder.Write("回答.csv", Answers), "-w", Workspace);
        await ProgramRun.Of("analyze", "-w", Workspace, "-o", _folder["結果"], "--codebook", _folder.Write("コード.yaml", Codes), "--lang", "ja");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("talk,料金,提案", "talk,話し合い,修正")]
    [InlineData("talk,話し合い,承認", "talk,話し合い,承認")]
    [InlineData("話し合い,,修正", "talk,話し合い,修正")]
    public async Task A_row_whose_code_was_changed_takes_the_place_of_the_code_of_before(string cells, string then)
    {
        var lines = await Export();
        var at = lines.FindIndex(l => l.Contains("みさき", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("fees,料金,提案", cells, StringComparison.Ordinal);
        var run = await Import(lines);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("コードを別のコードに変えた行 1 件。前のコードは却下にしました。", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 件を取り込みました。変わらない 3 件", run.Output, StringComparison.Ordinal);
        var now = (await Export()).Where(l => l.Contains("みさき", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, now.Count);
        Assert.Contains(now, l => l.Contains("fees,料金,却下", StringComparison.Ordinal));
        Assert.Contains(now, l => l.Contains(then, StringComparison.Ordinal));
        Assert.StartsWith("0 件を取り込みました。", (await Import(lines)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_an_analysis_has_taken_another_proposal_for_since_is_not_taken_for_a_changed_one()
    {
        var lines = await Export();
        await ProgramRun.Of("analyze", "-w", Workspace, "-o", _folder["結果"], "--lang", "ja", "--codebook", _folder.Write(
            "コード2.yaml", Codes.Replace("terms: [利用料]", "terms: [自己負担]", StringComparison.Ordinal).Replace("definition: 利用料,", "definition: 自己負担,", StringComparison.Ordinal).Replace("話し合いの場}", "利用料の話, terms: [利用料]}", StringComparison.Ordinal)));
        Assert.Contains(await Export("今.csv"), l => l.Contains("talk,", StringComparison.Ordinal));
        var run = await Import([.. lines.Select(l => l.Contains("みさき", StringComparison.Ordinal) ? l.Replace("提案", "承認", StringComparison.Ordinal) : l)]);
        Assert.DoesNotContain("別のコード", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(await Export("今.csv"), l => l.Contains("talk,話し合い,却下", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_whose_code_was_taken_away_for_none_fits_rejects_it()
    {
        var lines = await Export();
        await Import([.. lines.Select(l => l.Replace("提案", "承認", StringComparison.Ordinal))]);
        lines = await Export();
        var at = lines.FindIndex(l => l.Contains("みさき", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("fees,料金,承認", ",料金,該当なし", StringComparison.Ordinal);
        var run = await Import(lines, "--who", "野々村");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("1 件の意見を確認済みにしました", run.Output, StringComparison.Ordinal);
        var row = Assert.Single(await Export(), l => l.Contains("みさき", StringComparison.Ordinal));
        Assert.Contains("fees,料金,却下", row, StringComparison.Ordinal);
        Assert.Contains("野々村", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_contradicts_itself_or_names_no_comment_changes_nothing()
    {
        var lines = await Export();
        var accepted = lines.ConvertAll(l => l.Replace("提案", "承認", StringComparison.Ordinal));
        var id = accepted[1][..12];
        foreach (var (row, told) in new[]
        {
            ("0123456789ab,,,,,fees,,承認,,,,,", "表.csv:6: ID「0123456789ab」の意見はありません。"),
            (",,,,,fees,,承認,,,,,", "表.csv:6: 意見ID がありません。"),
            ($"{id},,,,,fees,,却下,,,,,", "表.csv:6: 2 行目と同じ意見とコードですが、状態が違います。"),
            ($"{id},,,,,,,該当なし,,,,,", "表.csv:6: 「該当なし」ですが、2 行目で同じ意見に「fees」が付いています。"),
            ($"{id},,,,,money,,承認,,,,,", "表.csv:6: 「money」（お金）はほかのコードをまとめるだけで"),
            ("1.23457E+11,,,,,fees,,承認,,,,,", "表.csv:6: 意見ID「1.23457E+11」は、表計算ソフトが数に書き換えたもの"),
            ("12345678901,,,,,fees,,承認,,,,,", "表.csv:6: 意見ID「12345678901」は、表計算ソフトが数に書き換えたもの"),
        })
        {
            var run = await Import([.. accepted, row]);
            Assert.Equal(1, run.ExitCode);
            Assert.Contains(told, run.Error, StringComparison.Ordinal);
            Assert.Contains("何も取り込みませんでした", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(lines, await Export());
        Assert.Equal(0, (await Import([.. accepted, accepted[1]])).ExitCode);
    }

    [Fact]
    public async Task A_code_is_found_by_its_id_before_any_name_and_no_name_becomes_anothers_id()
    {
        // Only a file can bring such names in.
        await ProgramRun.Of("codebook", "import", _folder.Write("入れ替え.yaml", Codes.Replace("name: 料金", "name: handover", StringComparison.Ordinal)), "-w", Workspace, "--lang", "ja");
        Assert.Contains("別のコードの id「handover」と同じ", (await ProgramRun.Of("codebook", "check", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        var id = (await Export()).First(l => l.Contains("はまべ", StringComparison.Ordinal))[..12];
        await Import(["意見ID,コード,状態", $"{id},handover,却下"]);
        Assert.Contains(await Export(), l => l.Contains("handover,引継ぎ,却下", StringComparison.Ordinal));
        foreach (var name in new[] { "fees", "FEES", "ｆｅｅｓ" })
        {
            var rename = await ProgramRun.Of("codebook", "rename", "talk", name, "-w", Workspace, "--lang", "ja");
            Assert.Equal(1, rename.ExitCode);
            Assert.Contains("「fees」は別のコード（handover）の ID です", rename.Error, StringComparison.Ordinal);
        }

        await ProgramRun.Of("codebook", "rename", "fees", "引継ぎ", "-w", Workspace, "--lang", "ja");
        var two = await Import(["意見ID,コード,状態", $"{id},引継ぎ,却下"]);
        Assert.Contains("「引継ぎ」という名前のコードがいくつかあります（fees、handover）。ID で書いてください。", two.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_holds_other_codes_together_is_neither_offered_nor_taken_nor_counted_unsaid()
    {
        var run = await ProgramRun.WithInput("E お金\nQ\n", "code", "-w", Workspace, "--lang", "ja");
        Assert.Contains("「money」（お金）はほかのコードをまとめるだけで", run.Output, StringComparison.Ordinal);
        var blind = (await ProgramRun.WithInput("Q\n", "code", "--blind", "-w", Workspace, "--lang", "ja")).Output;
        Assert.Contains(" 1 料金", blind, StringComparison.Ordinal);
        Assert.DoesNotContain("お金", blind, StringComparison.Ordinal);

        // Decided before it became one.
        await Import([.. (await Export()).Select(l => l.Replace("提案", "承認", StringComparison.Ordinal))]);
        await ProgramRun.Of("codebook", "import", _folder.Write("上.yaml", Codes.Replace("terms: [利用料], parent: money", "codable: false", StringComparison.Ordinal)), "-w", Workspace, "--lang", "ja");
        var told = await ProgramRun.Of("analyze", "-w", Workspace, "-o", _folder["結果"], "--lang", "ja");
        Assert.Contains("人が「fees」（料金）を付けた 2 件は数えません。", told.Output, StringComparison.Ordinal);
        Assert.Contains("変わらない 4 件、取り込めない 0 件", (await Import(await Export())).Output, StringComparison.Ordinal);
        var gold = await ProgramRun.Of("evaluate", _folder.Write("正解.jsonl", "{\"text\":\"利用料が高い\",\"codes\":[\"money\"]}\n"), "--codebook", _folder["コード.yaml"], "--lang", "ja");
        Assert.Contains("「money」（お金）はほかのコードをまとめるだけで", gold.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_stay_after_a_change_of_punctuation_and_those_set_aside_are_listed_and_can_be_taken_over()
    {
        var lines = await Export();
        var done = lines.Where(l => !l.Contains("はまべ", StringComparison.Ordinal)).Select(l => l.Replace("提案", "承認", StringComparison.Ordinal)).ToList();
        var handover = lines.First(l => l.Contains("はまべ", StringComparison.Ordinal))[..12];
        await Import([.. done, $"{handover},,,,,,,該当なし,,,,,"], "--who", "佐藤");
        var corrected = Answers.Replace("説明が難しい。", "説明が、難しい．", StringComparison.Ordinal).Replace("ほしい", "欲しい", StringComparison.Ordinal).Replace("話をした", "話を一度した", StringComparison.Ordinal);
        var run = await ProgramRun.Of("import", _folder.Write("回答.csv", corrected), "-w", Workspace, "--lang", "ja");
        Assert.Contains("コーディングは 1 件そのまま（うち 1 件は句読点や空白だけの訂正のあと）", run.Output, StringComparison.Ordinal);
        Assert.Contains("取り置きのうち人の判断 3 件は feedbacklab codings export --set-aside で見られます", run.Output, StringComparison.Ordinal);

        var aside = _folder["取り置き.csv"];
        Assert.Contains("取り置かれた判断 3 件", (await ProgramRun.Of("codings", "export", aside, "--set-aside", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        var listed = await File.ReadAllTextAsync(aside, TestContext.Current.CancellationToken);
        Assert.Contains("引継ぎの時期を早めてほしい。,引継ぎの時期を早めて欲しい。,,,該当なし,佐藤", listed, StringComparison.Ordinal);
        Assert.Contains("利用料と引継ぎの話をした。,利用料と引継ぎの話を一度した。,fees,料金,承認,佐藤", listed, StringComparison.Ordinal);
        var back = await ProgramRun.Of("codings", "import", aside, "-w", Workspace, "--lang", "ja", "--who", "佐藤");
        Assert.Equal((0, string.Empty), (back.ExitCode, back.Error));
        Assert.Contains("1 件の意見を確認済みにしました", back.Output, StringComparison.Ordinal);
        Assert.Contains("2 件を取り込みました", back.Output, StringComparison.Ordinal);
        Assert.Equal(3, (await Export()).Count(l => l.Contains("承認", StringComparison.Ordinal)));
        Assert.Contains("取り置かれた判断 0 件", (await ProgramRun.Of("codings", "export", aside, "--set-aside", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("codings", "export", _folder["取り置き.xlsx"], "--set-aside", "-w", Workspace, "--lang", "ja")).ExitCode);
        Assert.Equal(2, (await ProgramRun.Of("codings", "export", aside, "--set-aside", "--by-person", "-w", Workspace, "--lang", "ja")).ExitCode);
    }

    [Fact]
    public async Task Who_corrected_one_code_in_a_table_is_not_measured_as_if_they_had_coded_all_of_it()
    {
        await ProgramRun.WithInput("\n\n\nQ\n", "code", "-w", Workspace, "--lang", "ja", "--who", "佐藤");
        var lines = await Export();
        var at = lines.FindIndex(l => l.Contains("いそべ", StringComparison.Ordinal) && l.Contains("handover", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("承認", "却下", StringComparison.Ordinal);
        await Import(lines, "--who", "鈴木");
        Assert.Equal(1, (await ProgramRun.Of("agreement", "-w", Workspace, "--lang", "ja")).ExitCode);
        await ProgramRun.Of("codings", "export", Table, "--by-person", "-w", Workspace, "--lang", "ja");
        Assert.Contains(",handover,鈴木,却下,いいえ\r\n", await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, (await ProgramRun.Of("agreement", Table, "--lang", "ja")).ExitCode);
    }

    [Fact]
    public async Task Who_corrects_what_another_decided_has_coded_by_themselves_only_where_they_say_that_they_looked_at_every_row()
    {
        await Import([.. (await Export()).Select(l => l.Replace("提案", "承認", StringComparison.Ordinal))], "--who", "佐藤");
        var lines = await Export();
        var at = lines.FindIndex(l => l.Contains("いそべ", StringComparison.Ordinal) && l.Contains("handover", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("承認", "却下", StringComparison.Ordinal);
        var dry = await Import(lines, "--who", "鈴木", "--dry-run");
        Assert.Contains("何も変えていません", dry.Output, StringComparison.Ordinal);
        Assert.Contains("1 件を取り込みました。変わらない 3 件", dry.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(await Export("今.csv"), l => l.Contains("却下", StringComparison.Ordinal));

        await Import(lines, "--who", "鈴木");
        var refused = await ProgramRun.Of("agreement", "-w", Workspace, "--lang", "ja");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("数えていない判断: 鈴木 1 件", refused.Error, StringComparison.Ordinal);

        await Import(lines, "--who", "鈴木", "--reviewed");
        var measured = await ProgramRun.Of("agreement", "-w", Workspace, "--lang", "ja", "--resamples", "10");
        Assert.Equal(0, measured.ExitCode);
        Assert.Contains("二人以上が見た意見 3 件", measured.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("数えていない", measured.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_peoples_tables_give_the_same_agreement_as_their_workspace()
    {
        var lines = await Export();
        var (first, second) = (_folder["佐藤.csv"], _folder["鈴木.csv"]);
        await File.WriteAllLinesAsync(first, lines.Select(l => l.Replace("提案", "承認", StringComparison.Ordinal)), Encoding.UTF8, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(second, lines.Select(l => l.Replace("提案", l.Contains("handover", StringComparison.Ordinal) ? "却下" : "承認", StringComparison.Ordinal)), Encoding.UTF8, TestContext.Current.CancellationToken);
        await ProgramRun.Of("codings", "import", first, "-w", Workspace, "--who", "佐藤");
        await ProgramRun.Of("codings", "import", second, "-w", Workspace, "--who", "鈴木");
        var ofTables = await ProgramRun.Of("agreement", first, second, "--lang", "ja", "--format", "csv", "--resamples", "10");
        Assert.Equal((0, string.Empty), (ofTables.ExitCode, ofTables.Error));
        var ofWorkspace = await ProgramRun.Of("agreement", "-w", Workspace, "--lang", "ja", "--format", "csv", "--resamples", "10");
        Assert.Equal(Figures(ofTables), Figures(ofWorkspace));
        Assert.Contains("コーダー 佐藤、鈴木", (await ProgramRun.Of("agreement", first, second, "--lang", "ja", "--resamples", "10")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_that_were_sorted_without_the_rest_are_found_out_and_a_corrected_text_is_not()
    {
        var lines = (await Export()).Select(l => l.Replace("提案", "承認", StringComparison.Ordinal)).ToList();
        var (head, rows) = (lines[0], lines.Skip(1).ToList());
        var ids = rows.Select(r => r[..r.IndexOf(',', StringComparison.Ordinal)]).Order(StringComparer.Ordinal).Reverse().ToList();
        var run = await Import([head, .. rows.Select((r, i) => ids[i] + r[r.IndexOf(',', StringComparison.Ordinal)..])]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("この行の意見は、ID「", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(await Export("今.csv"), l => l.Contains("承認", StringComparison.Ordinal));
        Assert.Equal(0, (await Import([head, .. rows.Select(r => r.Replace("話をした。", "話をした\u3000!（訂正）", StringComparison.Ordinal))])).ExitCode);
    }

    [Fact]
    public async Task A_row_that_was_copied_and_given_another_code_adds_that_code()
    {
        var lines = await Export();
        var at = lines.FindIndex(l => l.Contains("みさき", StringComparison.Ordinal));
        lines.Insert(at + 1, lines[at].Replace("fees,料金", "talk,料金", StringComparison.Ordinal));
        lines[0] = lines[0].Replace("意見ID", "意見ＩＤ", StringComparison.Ordinal);
        var run = await Import(lines);
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.StartsWith("1 件を取り込みました。", run.Output, StringComparison.Ordinal);
        Assert.Contains(await Export("今.csv"), l => l.Contains("talk,話し合い,修正", StringComparison.Ordinal));
        Assert.StartsWith("0 件を取り込みました。", (await Import(lines)).Output, StringComparison.Ordinal);
    }

    // Without the names, which only a workspace knows.
    private static IEnumerable<string[]> Figures(ProgramRun run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[^4..]);

    private async Task<List<string>> Export(string name = "表.csv")
    {
        await ProgramRun.Of("codings", "export", _folder[name], "-w", Workspace, "--lang", "ja");
        return [.. await File.ReadAllLinesAsync(_folder[name], TestContext.Current.CancellationToken)];
    }

    private async Task<ProgramRun> Import(List<string> lines, params string[] more)
    {
        await File.WriteAllLinesAsync(Table, lines, Encoding.UTF8, TestContext.Current.CancellationToken);
        return await ProgramRun.Of(["codings", "import", Table, "-w", Workspace, "--lang", "ja", .. more]);
    }
}
