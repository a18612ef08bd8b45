using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FeedbackLab.Ingest.Formats.Excel;
using FeedbackLab.Viewer.Exports.Sheets;

namespace FeedbackLab.Viewer.Tests.Commands;

/// <summary>Coding in a workspace, run as its user would.</summary>
public sealed class CodingCommandTests : IAsyncLifetime
{
    private const string Answers = "センター名,年度,困っていること\nみさき,令和7年度,利用料の説明が難しい。\nはまべ,令和7年度,引継ぎの時期を早めてほしい。\nいそべ,令和7年度,利用料と引継ぎの話をした。\n";

    private readonly TemporaryFolder _folder = new();

    private string Workspace => _folder["作業"];

    private string Table => _folder["表.csv"];

    public async ValueTask InitializeAsync()
    {
        await ProgramRun.Of("import", _folder.Write("回答.csv", Answers), "-w", Workspace);
        await Analyze();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_written_into_a_link_goes_where_the_link_points()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there that a user has not.");
        var target = _folder.Write("target.yaml", "before");
        File.CreateSymbolicLink(_folder["link.yaml"], target);
        Assert.Equal(0, (await ProgramRun.Of("codebook", "export", _folder["link.yaml"], "-w", Workspace)).ExitCode);
        Assert.Equal(target, new FileInfo(_folder["link.yaml"]).LinkTarget);
        Assert.Contains("codes:", await File.ReadAllTextAsync(target, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_goes_out_is_corrected_and_comes_back_and_the_next_analysis_keeps_it()
    {
        Assert.Equal(0, (await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja")).ExitCode);
        Assert.Contains("0 件を取り込みました", (await ImportTable()).Output, StringComparison.Ordinal);

        // The fee comment is accepted; the handover one is refused and gets another code.
        var lines = (await File.ReadAllLinesAsync(Table, TestContext.Current.CancellationToken)).ToList();
        var fee = lines.FindIndex(l => l.Contains("みさき", StringComparison.Ordinal) && l.Contains(",fees,", StringComparison.Ordinal));
        var handover = lines.FindIndex(l => l.Contains("はまべ", StringComparison.Ordinal) && l.Contains(",handover,", StringComparison.Ordinal));
        lines[fee] = lines[fee].Replace("提案", "承認", StringComparison.Ordinal);
        lines.Add(lines[handover][..lines[handover].IndexOf(',', StringComparison.Ordinal)] + ",,,,,情報共有・連携,,,,,,");
        lines[handover] = lines[handover].Replace("提案", "却下", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(Table, lines, Encoding.UTF8, TestContext.Current.CancellationToken);
        Assert.Contains("3 件を取り込みました。", (await ImportTable("--who", "野々村")).Output, StringComparison.Ordinal);
        Assert.Contains("0 件を取り込みました", (await ImportTable()).Output, StringComparison.Ordinal);

        await Analyze();
        var comments = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder["結果"], "findings.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("comments");
        Assert.Equal("fees accepted", Codes(comments[0]));
        Assert.Equal("sharing accepted", Codes(comments[1]));
        Assert.DoesNotContain("accepted", Codes(comments[2]), StringComparison.Ordinal);
        var found = await ProgramRun.Of("search", "テーマ:引継ぎの時期・進め方", "-w", Workspace, "--lang", "ja");
        Assert.DoesNotContain("早めて", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_respondent_said_twice_is_asked_once()
    {
        await ProgramRun.Of("import", _folder.Write("二度め.csv", Answers + "しおり,令和7年度,職場の理解が足りない。\n"), "-w", Workspace);
        var run = await ProgramRun.WithInput("q\n", "code", "-w", Workspace, "--lang", "ja");
        Assert.Contains("同じ回答者の同じ意見（重複）3 件は、一度だけ尋ねます。", run.Output, StringComparison.Ordinal);
        Assert.Contains("残り 4 件", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_goes_out_and_comes_back_and_says_what_no_code_fits()
    {
        var book = _folder["表.xlsx"];
        Assert.Equal(0, (await ProgramRun.Of("codings", "export", book, "-w", Workspace, "--lang", "ja")).ExitCode);
        var first = await File.ReadAllBytesAsync(book, TestContext.Current.CancellationToken);
        await ProgramRun.Of("codings", "export", book, "-w", Workspace, "--lang", "ja");
        Assert.Equal(first, await File.ReadAllBytesAsync(book, TestContext.Current.CancellationToken));

        // As a spreadsheet would: the same cells with other words in some of them.
        var sheet = ExcelReader.Read(book, first).Sheets[0];
        var rows = sheet.Rows.Skip(1).Select(r => sheet.Rows[0].Cells.Select((_, i) => i < r.Cells.Length ? r.Cells[i] : string.Empty).ToArray()).ToList();
        foreach (var row in rows.Where(r => r[5] == "fees"))
        {
            row[7] = "承認";
        }

        var other = rows.First(r => r[5] == "handover")[0];
        rows.RemoveAll(r => r[0] == other);
        rows.Add([other, "", "", "", "", "", "", "該当なし", "", "", "", "", ""]);
        await File.WriteAllBytesAsync(
            book,
            WorkbookFile.Of([new SheetTable("表", [.. sheet.Rows[0].Cells.Select(c => new SheetColumn(c))], [.. rows.Select(r => r.Cast<object?>().ToImmutableArray())])]),
            TestContext.Current.CancellationToken);
        var run = await ProgramRun.Of("codings", "import", book, "-w", Workspace, "--lang", "ja", "--who", "野々村");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("どのコードも合わないとして 1 件の意見を確認済みにしました。", run.Output, StringComparison.Ordinal);
        Assert.Contains("人が決めた 3 件", (await Analyze()).Output, StringComparison.Ordinal);
        Assert.Contains("0 件を取り込みました", (await ProgramRun.Of("codings", "import", book, "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        var broken = await ProgramRun.Of("codings", "import", _folder.Write("壊れた.xlsx", "PK\u0003\u0004"), "-w", Workspace, "--lang", "ja");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("壊れ", broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_are_merged_split_renamed_and_retired_and_the_ledger_tells_who_and_why()
    {
        await ProgramRun.WithInput("1\n\n\nQ\n", "code", "-w", Workspace, "--lang", "ja", "--who", "野々村");
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        var merged = await ProgramRun.Of("codebook", "merge", "fees", "handover", "--into", "money", "--name", "料金と引継ぎ", "-w", Workspace, "--who", "佐藤", "--note", "試し", "--lang", "ja");
        Assert.Contains("統合: fees、handover → money", merged.Output, StringComparison.Ordinal);
        Assert.Contains("引き継いだ判断 2 件", merged.Output, StringComparison.Ordinal);
        var old = await ImportTable();
        Assert.Equal(1, old.ExitCode);
        Assert.Contains("は第2版で「money」になりました（佐藤）", old.Error, StringComparison.Ordinal);

        await Analyze();
        Assert.Contains("見直しの要る意見 2 件", (await ProgramRun.Of("codebook", "split", "money", "--into", "pay=料金", "hand=引継ぎ", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Contains("見直し: 「money」は「pay、hand」に分かれました。", (await ProgramRun.WithInput("Q\n", "code", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("codebook", "rename", "pay", "お金", "-w", Workspace, "--lang", "ja")).ExitCode);
        Assert.Equal(0, (await ProgramRun.Of("codebook", "retire", "hand", "-w", Workspace, "--lang", "ja")).ExitCode);
        Assert.Equal(0, (await ProgramRun.Of("codebook", "add", "bus", "--name", "送迎", "--terms", "送迎", "車", "-w", Workspace, "--lang", "ja")).ExitCode);
        var again = await ProgramRun.Of("codebook", "add", "hand", "--name", "手伝い", "-w", Workspace, "--lang", "ja");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("id「hand」は前の版で「引継ぎ」でした", again.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await ProgramRun.Of("codebook", "split", "pay", "--into", "a", "-w", Workspace, "--lang", "ja")).ExitCode);
        var history = (await ProgramRun.Of("codebook", "history", "-w", Workspace, "--lang", "ja", "--format", "csv")).Output;
        Assert.Equal(["merged", "split", "renamed", "retired", "added"], history.Split("\r\n").Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')[^3]));
        Assert.Contains("佐藤,統合: fees（利用料・自己負担）、handover（引継ぎの時期・進め方） → money（料金と引継ぎ）,試し,merged,fees handover,money", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blind_second_coding_shows_nothing_of_the_first_and_changes_nothing_that_stands()
    {
        await ProgramRun.WithInput("1\n\nX\nX\nQ\n", "code", "-w", Workspace, "--lang", "ja", "--who", "佐藤");
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        var before = await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken);
        var blind = await ProgramRun.WithInput("E 情報共有・連携\n\nX\nU\nX\nQ\n", "code", "--blind", "-w", Workspace, "--lang", "ja", "--who", "野々村");
        Assert.Contains("残り 3 件", blind.Output, StringComparison.Ordinal);
        Assert.Contains("2 件の意見を決めました。", blind.Output, StringComparison.Ordinal);
        Assert.Contains("残り 1 件", (await ProgramRun.WithInput("Q\n", "code", "--blind", "-w", Workspace, "--lang", "ja", "--who", "野々村")).Output, StringComparison.Ordinal);
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        Assert.Equal(before, await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken));

        await ProgramRun.Of("codings", "export", Table, "--by-person", "-w", Workspace, "--lang", "ja");
        var persons = await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken);
        Assert.StartsWith("意見ID,コード,誰が,状態,全体を見た\r\n", persons, StringComparison.Ordinal);
        Assert.Contains(",sharing,野々村,承認,はい\r\n", persons, StringComparison.Ordinal);
        Assert.Contains(",,野々村,該当なし,はい\r\n", persons, StringComparison.Ordinal);
        Assert.Contains("佐藤", (await ProgramRun.Of("agreement", Table, "--lang", "ja", "--resamples", "10")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_has_decided_the_tables_by_person_say_so()
    {
        var export = await ProgramRun.Of("codings", "export", Table, "--by-person", "-w", Workspace, "--lang", "ja");
        Assert.Equal(0, export.ExitCode);
        Assert.Contains("見出しだけを書き出しました", export.Output, StringComparison.Ordinal);
        Assert.Contains("（コーダー: なし）", (await ProgramRun.Of("agreement", Table, "--lang", "ja")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreement_is_measured_between_the_people_who_coded_in_a_workspace()
    {
        var alone = await ProgramRun.Of("agreement", "-w", Workspace, "--lang", "ja");
        Assert.Equal(1, alone.ExitCode);
        Assert.Contains("--blind", alone.Error, StringComparison.Ordinal);
        await ProgramRun.WithInput("1\n\nX\nX\nQ\n", "code", "-w", Workspace, "--lang", "ja", "--who", "佐藤");
        await ProgramRun.WithInput("E 情報共有・連携\n\nX\nX\nQ\n", "code", "--blind", "-w", Workspace, "--lang", "ja", "--who", "野々村");
        await ProgramRun.Of("codings", "export", Table, "--by-person", "-w", Workspace, "--lang", "ja");
        string[] options = ["--format", "json", "--resamples", "20", "--lang", "en"];
        var ofWorkspace = JsonDocument.Parse((await ProgramRun.Of(["agreement", "-w", Workspace, .. options])).Output).RootElement;
        var ofTable = JsonDocument.Parse((await ProgramRun.Of(["agreement", Table, .. options])).Output).RootElement;
        static IEnumerable<string> Numbers(JsonElement tables) => tables.EnumerateArray().First().GetProperty("rows").EnumerateArray()
            .Select(r => string.Join(' ', new[] { "code", "given", "prevalence", "alpha", "interval", "fleiss" }.Select(k => r.GetProperty(k).ToString())));
        Assert.NotEmpty(Numbers(ofTable));
        Assert.Equal(Numbers(ofTable), Numbers(ofWorkspace));
        Assert.Contains("Sharing information", ofWorkspace.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await ProgramRun.Of("agreement", Table, "-w", Workspace)).ExitCode);
        Assert.Equal(2, (await ProgramRun.Of("agreement")).ExitCode);
    }

    [Fact]
    public async Task What_the_last_analysis_found_becomes_a_code_with_its_words_and_an_entry_in_the_ledger()
    {
        string[] sentences = ["駐輪場の屋根が壊れている", "図書室の本を増やしてほしい", "給食の献立が楽しみだ", "庭の草花の水やりを続けたい"];
        var survey = "センター名,年度,困っていること\n" + string.Concat(Enumerable.Range(0, 32).Select(i => $"センター{i},令和7年度,{sentences[i % 4]}、{i}回目。\n"));
        await ProgramRun.Of("import", _folder.Write("多い.csv", survey), "-w", Workspace);
        await Analyze();
        var group = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Workspace, "analysis.json"), TestContext.Current.CancellationToken)).RootElement
            .GetProperty("Current").GetProperty("Groups").EnumerateArray().First(g => !g.GetProperty("IsNewTheme").GetBoolean());
        var (number, label) = (group.GetProperty("Number").ToString(), group.GetProperty("Label").GetString()!);
        Assert.Contains("found-1", (await ProgramRun.Of("codebook", "add", "--from", "cluster", number, "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        var again = await ProgramRun.Of("codebook", "add", "--from", "cluster", number, "-w", Workspace, "--lang", "ja");
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("found-1", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("codebook", "add", "mine", "--from", "cluster", number, "--name", "自分の名前", "--definition", "自分の定義", "-w", Workspace, "--lang", "ja")).ExitCode);
        var shown = (await ProgramRun.Of("codebook", "show", "-w", Workspace, "--lang", "ja", "--format", "csv")).Output;
        Assert.Contains("found-1," + label, shown, StringComparison.Ordinal);
        Assert.Contains("mine,自分の名前,,自分の定義,", shown, StringComparison.Ordinal);
        Assert.Contains($"意見グループ {number} から,added,,found-1", (await ProgramRun.Of("codebook", "history", "-w", Workspace, "--lang", "ja", "--format", "csv")).Output, StringComparison.Ordinal);
        foreach (var wrong in new[] { "cluster 99", "theme 1", "new-theme 99", "new-theme x" })
        {
            var run = await ProgramRun.Of(["codebook", "add", "--from", .. wrong.Split(' '), "-w", Workspace, "--lang", "ja"]);
            Assert.True(run is { ExitCode: 1, Error.Length: > 0 }, wrong);
        }

        Assert.Equal(1, (await ProgramRun.Of("codebook", "add", "--name", "名前", "-w", Workspace, "--lang", "ja")).ExitCode);
    }

    [Fact]
    public async Task The_last_merge_is_undone_with_its_decisions()
    {
        await ProgramRun.WithInput("1\n\n\nQ\n", "code", "-w", Workspace, "--lang", "ja", "--who", "野々村");
        await ProgramRun.Of("codings", "export", Table, "--by-person", "-w", Workspace, "--lang", "ja");
        var before = await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken);
        await ProgramRun.Of("codebook", "merge", "fees", "handover", "--into", "money", "--name", "料金と引継ぎ", "-w", Workspace, "--lang", "ja");
        var undone = await ProgramRun.Of("codebook", "undo", "-w", Workspace, "--lang", "ja");
        Assert.Equal(0, undone.ExitCode);
        Assert.Contains("統合の取り消し: money → fees、handover", undone.Output, StringComparison.Ordinal);
        await ProgramRun.Of("codings", "export", Table, "--by-person", "-w", Workspace, "--lang", "ja");
        Assert.Equal(before, await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken));
        Assert.Contains("増えた 0、なくなった 0、変わった 0", (await ProgramRun.Of("codebook", "diff", "1", "3", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await ProgramRun.Of("codebook", "undo", "-w", Workspace, "--lang", "ja")).ExitCode);
    }

    [Fact]
    public async Task Another_codebook_takes_the_place_of_the_workspaces_only_where_no_decision_is_lost_or_by_an_explicit_option()
    {
        await ProgramRun.WithInput("1\n\n\nQ\n", "code", "-w", Workspace, "--lang", "ja", "--who", "野々村");
        var same = _folder["同じ.json"];
        await ProgramRun.Of("codebook", "export", same, "-w", Workspace, "--lang", "ja");
        Assert.Contains("コードブック 第1版", (await Analyze("--codebook", same)).Output, StringComparison.Ordinal);

        var other = _folder.Write("別.yaml", "name: 別\ncodes:\n- {id: bus, name: 送迎}\n- {id: car, name: 車}\n");
        var refused = await Analyze("--codebook", other);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("--replace-codebook", refused.Error, StringComparison.Ordinal);
        Assert.Contains("何も変えていません", refused.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("第2版", (await ProgramRun.Of("codebook", "show", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);

        var replaced = await Analyze("--codebook", other, "--replace-codebook");
        Assert.Equal(0, replaced.ExitCode);
        Assert.Contains("コードブック 第2版", replaced.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await Analyze("--replace-codebook")).ExitCode);

        // Nothing decided hangs on it: the new version is told, not asked for.
        var third = _folder.Write("三つ目.yaml", "name: 別\ncodes:\n- {id: train, name: 電車}\n");
        var told = await Analyze("--codebook", third);
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("廃止: bus", told.Output, StringComparison.Ordinal);

        // A file that is taken in is not another matter.
        Assert.Equal(0, (await ProgramRun.Of("codebook", "import", same, "-w", Workspace, "--lang", "ja")).ExitCode);
        var imported = await ProgramRun.Of("codebook", "import", other, "-w", Workspace, "--lang", "ja");
        Assert.Equal(1, imported.ExitCode);
        Assert.Contains("--replace-codebook", imported.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("codebook", "import", other, "-w", Workspace, "--replace-codebook")).ExitCode);
    }

    [Fact]
    public async Task A_codebook_is_written_in_the_form_that_its_name_asks_for_and_any_form_is_applied()
    {
        var (json, qdc) = (_folder["コード.json"], _folder["コード.qdc"]);
        Assert.Equal(0, (await ProgramRun.Of("codebook", "export", json, "-w", Workspace)).ExitCode);
        Assert.Equal(16, JsonDocument.Parse(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken)).RootElement.GetProperty("codes").GetArrayLength());
        Assert.Equal(2, (await ProgramRun.Of("codebook", "export", _folder["コード.rtf"], "-w", Workspace)).ExitCode);
        Assert.False(File.Exists(_folder["コード.rtf"]));
        Assert.Equal(0, (await ProgramRun.Of("codebook", "export", _folder["コード.txt"], "-w", Workspace)).ExitCode);
        Assert.Contains(await File.ReadAllLinesAsync(_folder["コード.txt"], TestContext.Current.CancellationToken), l => l.StartsWith('＊'));
        await ProgramRun.Of("codebook", "export", qdc, "-w", Workspace);
        Assert.Contains("増えた 0、なくなった 0、変わった 0", (await ProgramRun.Of("codebook", "diff", json, qdc, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("analyze", _folder["回答.csv"], "--codebook", qdc, "-o", _folder["結果"], "--lang", "ja")).ExitCode);
    }

    [Fact]
    public async Task Rules_in_the_codebook_are_checked_applied_and_told()
    {
        var codes = _folder.Write("コード.yaml", "codes:\n- {id: explain, name: 説明, include: 説明の話, terms: [説明], rules: [説明 or 会義]}\n- {id: time, name: 時期, definition: 時期の話, include: x, rules: [時期, not 早める]}\n");
        var check = (await ProgramRun.Of("codebook", "check", codes, "-w", Workspace, "--lang", "ja")).Output;
        Assert.Contains("explain（説明）: ルール1 の 7 字目: 「会義」という語はどの意見にもありません", check, StringComparison.Ordinal);
        var dead = _folder.Write("死語.yaml", "codes:\n- {id: explain, name: 説明, include: 説明の話, terms: [説明, 宇宙船]}\n");
        Assert.EndsWith(
            "explain（説明）: どの意見にもない語: 宇宙船\nコード 1、気になるところ 0、意見にない語 1\n",
            (await ProgramRun.Of("codebook", "check", dead, "-w", Workspace, "--lang", "ja")).Output.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("宇宙船", (await ProgramRun.Of("codebook", "check", dead, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("analyze", "-w", Workspace, "--codebook", codes, "-o", _folder["結果"], "--lang", "ja")).ExitCode);
        var comments = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(_folder["結果"], "findings.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("comments");
        var code = comments[0].GetProperty("codes")[0];
        Assert.Equal(("explain", "説明 or 会義"), (code.GetProperty("id").GetString(), code.GetProperty("rule").GetString()));
        Assert.Empty(comments[1].GetProperty("codes").EnumerateArray());
        Assert.Contains("ルール: 説明 or 会義", (await ProgramRun.WithInput("S\nS\nS\nQ\n", "code", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_a_file_are_a_codebook_and_what_has_no_place_in_one_is_told_with_the_files_line()
    {
        var rules = _folder.Write("引用.txt", "# 注\n＊説明 など\n説明 or 時期\n\n＊早い\n<\"＊説明 など\"> and 早める\n");
        var check = await ProgramRun.Of("codebook", "check", rules, "--lang", "ja");
        Assert.Equal((0, string.Empty), (check.ExitCode, check.Error));
        var number = await ProgramRun.Of("codebook", "check", _folder.Write("番号.txt", "＊説明\n説明\n\n＊はじめ\n<＊説明>\n and No. < 3\n"), "--lang", "ja");
        Assert.Equal(1, number.ExitCode);
        Assert.Contains("番号.txt:5: 「＊はじめ」: No.", number.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_with_a_wrong_row_changes_nothing_and_says_which()
    {
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        var text = await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Table, text.Replace("提案", "承認", StringComparison.Ordinal).Replace(",fees,", ",fee,", StringComparison.Ordinal), Encoding.UTF8, TestContext.Current.CancellationToken);
        var run = await ImportTable();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("表.csv:2: 「fee」というコードはコードブックにありません。", run.Error, StringComparison.Ordinal);
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        Assert.DoesNotContain("承認", await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_decided_meanwhile_stands_and_the_second_persons_table_is_kept_beside_it()
    {
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        var old = await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Table, old.Replace("提案", "承認", StringComparison.Ordinal), Encoding.UTF8, TestContext.Current.CancellationToken);
        await ImportTable("--who", "青葉");
        await File.WriteAllTextAsync(Table, old.Replace("提案", "却下", StringComparison.Ordinal), Encoding.UTF8, TestContext.Current.CancellationToken);
        var run = await ImportTable("--who", "鈴木");
        Assert.Equal((0, string.Empty), (run.ExitCode, run.Error));
        Assert.Contains("は、鈴木 さんの判断として別に残しました", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 件を取り込みました。変わらない 0 件、取り込めない 0 件", run.Output, StringComparison.Ordinal);
        var again = await ImportTable("--who", "鈴木");
        Assert.DoesNotContain("別に残しました", again.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("変わらない 0 件", again.Output, StringComparison.Ordinal);
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        Assert.DoesNotContain("却下", await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var agreement = await ProgramRun.Of("agreement", "-w", Workspace, "--lang", "ja", "--resamples", "10");
        Assert.Contains("コーダー 鈴木、青葉。二人以上が見た意見 3 件", agreement.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_that_somebody_decides_while_another_looks_at_it_is_not_overwritten()
    {
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        var old = await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Table, old.Replace("提案", "承認", StringComparison.Ordinal), Encoding.UTF8, TestContext.Current.CancellationToken);
        var run = await ProgramRun.Meanwhile("U 戻す", () => ImportTable("--who", "青葉"), "X\nQ\n", "code", "-w", Workspace, "--lang", "ja", "--who", "鈴木");
        Assert.Contains("そのあいだに 青葉 さんが決めました", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 件の意見を決めました。", run.Output, StringComparison.Ordinal);
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        Assert.DoesNotContain("鈴木", await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_a_space_nor_enter_without_a_candidate_decides()
    {
        await ProgramRun.Of("import", _folder.Write("ほか.csv", "センター名,年度,困っていること\nおきの,令和7年度,天気がよかった。\n"), "-w", Workspace);
        var run = await ProgramRun.WithInput(" \n\t\nX\nX\nX\n\nQ\n", "code", "-w", Workspace, "--lang", "ja", "--who", "野々村");
        Assert.Contains("空白や Tab では決まりません", run.Output, StringComparison.Ordinal);

        // The one without a candidate comes last.
        Assert.True(run.Output.IndexOf("天気", StringComparison.Ordinal) > run.Output.LastIndexOf("残り 2 件", StringComparison.Ordinal));
        Assert.Contains("どのコードも合わないなら X を押してください", run.Output, StringComparison.Ordinal);
        Assert.Contains("3 件の意見を決めました。", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_written_in_the_form_that_its_name_says_or_not_at_all()
    {
        Assert.Equal(2, (await ProgramRun.Of("codings", "export", _folder["人.xlsx"], "--by-person", "-w", Workspace)).ExitCode);
        Assert.Equal(2, (await ProgramRun.Of("codings", "export", _folder["表.ods"], "-w", Workspace)).ExitCode);
        Assert.False(File.Exists(_folder["人.xlsx"]) || File.Exists(_folder["表.ods"]));
        await File.WriteAllBytesAsync(_folder["別.ods"], [0x50, 0x4B, 3, 4, 0, 0], TestContext.Current.CancellationToken);
        Assert.Contains(".xlsx か CSV として保存し直してください", (await ProgramRun.Of("codings", "import", _folder["別.ods"], "-w", Workspace, "--lang", "ja")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_decide_comment_by_comment_and_the_last_decision_can_be_taken_back()
    {
        var run = await ProgramRun.WithInput("1\n\nX\nU\nE 会議など\nE 情報共有・連携\n\nQ\n", "code", "-w", Workspace, "--lang", "ja", "--who", "野々村");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("残り 3 件", run.Output, StringComparison.Ordinal);
        Assert.Contains("一つ前に戻しました。", run.Output, StringComparison.Ordinal);
        Assert.Contains("「会議など」というコードはコードブックにありません。", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 件の意見を決めました。", run.Output, StringComparison.Ordinal);
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        var table = await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken);
        Assert.Contains("情報共有・連携,修正", table, StringComparison.Ordinal);
        Assert.Contains("承認", table, StringComparison.Ordinal);
        Assert.Contains("野々村", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_unseen_is_told_with_how_often_it_is_right_and_stays_a_proposal_in_the_workspace()
    {
        Assert.DoesNotContain("見ずに", (await Analyze()).Output, StringComparison.Ordinal);
        var blind = await ProgramRun.Of("analyze", "-w", Workspace, "-o", _folder["結果"], "--lang", "ja", "--auto-accept", "0.34");
        Assert.Contains("1 件の意見のコードを、人が見ずに採りました。人が決めた意見が足りないので", blind.Output, StringComparison.Ordinal);
        var json = await File.ReadAllTextAsync(Path.Combine(_folder["結果"], "findings.json"), TestContext.Current.CancellationToken);
        Assert.Contains("\"state\":\"automatic\"", json.Replace("\": ", "\":", StringComparison.Ordinal), StringComparison.Ordinal);
        await ProgramRun.Of("codings", "export", Table, "-w", Workspace, "--lang", "ja");
        var table = await File.ReadAllTextAsync(Table, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("承認", table, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Table, table.Replace("提案", "承認", StringComparison.Ordinal), Encoding.UTF8, TestContext.Current.CancellationToken);
        await ImportTable();
        var seen = await ProgramRun.Of("analyze", "-w", Workspace, "-o", _folder["結果"], "--lang", "ja", "--auto-accept", "1");
        Assert.Contains("0 件の意見のコードを、人が見ずに採りました。人が決めた意見で測ると、同じ割合で 3 件中 3 件が正解です。", seen.Output, StringComparison.Ordinal);
        Assert.Contains("利用料・自己負担 ✓", await File.ReadAllTextAsync(Path.Combine(_folder["結果"], "report.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, (await ProgramRun.Of("analyze", "-w", Workspace, "-o", _folder["結果"], "--auto-accept", "2")).ExitCode);
    }

    [Fact]
    public async Task A_codebook_goes_out_for_other_programs_and_comes_back_as_a_new_version()
    {
        var file = _folder["コード.qdc"];
        Assert.Equal(0, (await ProgramRun.Of("codebook", "export", file, "-w", Workspace)).ExitCode);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("name=\"利用料・自己負担\"", "name=\"お金\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains("第2版", (await ProgramRun.Of("codebook", "import", file, "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Contains("何もしませんでした", (await ProgramRun.Of("codebook", "import", file, "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Contains("~ fees 利用料・自己負担 → お金: name", (await ProgramRun.Of("codebook", "diff", "1", "2", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Contains("お金", (await ProgramRun.Of("codebook", "show", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await ProgramRun.Of("codebook", "show", "-w", Workspace, "--version-number", "9")).ExitCode);
        Assert.Contains("気になるところ 0", (await ProgramRun.Of("codebook", "check", "-w", Workspace, "--lang", "ja")).Output, StringComparison.Ordinal);
        var bad = await ProgramRun.Of("codebook", "import", _folder.Write("悪い.qdc", "<CodeBook>"), "-w", Workspace, "--lang", "ja");
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("悪い.qdc:1", bad.Error, StringComparison.Ordinal);
        Assert.Contains("お金", (await Analyze()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_of_KH_Coder_count_explain_and_point_at_what_is_wrong()
    {
        var rules = _folder.Write("ルール.txt", "＊料金\n利用+料\n＊両方\n<＊料金> and 引継ぎ\n");
        var run = await ProgramRun.Of("rules", rules, "-w", Workspace, "--format", "csv", "--lang", "ja");
        Assert.Contains("＊料金,2,3,2,3\r\n＊両方,1,3,1,3", run.Output, StringComparison.Ordinal);
        var empty = await ProgramRun.Of("rules", _folder.Write("ルール.txt", "＊料金\n利用+料\n＊両方\n"), "-w", Workspace, "--lang", "ja");
        Assert.Contains("ルール.txt:3:1: 「＊両方」に条件がありません。", empty.Error, StringComparison.Ordinal);
        var wrong = await ProgramRun.Of("rules", _folder.Write("ルール.txt", "＊a\n会議 and ( 家族\n"), "-w", Workspace, "--lang", "ja");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Equal(["会議 and ( 家族", new string(' ', 9) + "^"], wrong.Error.Split('\n')[1..3].Select(l => l.TrimEnd()));
        var hits = JsonDocument.Parse((await ProgramRun.Of("search", "時期", "-w", Workspace, "--format", "json")).Output).RootElement.GetProperty("hits");
        var why = await ProgramRun.Of("rules", _folder.Write("ルール.txt", "＊a\n時期 and lc > 500\n"), "-w", Workspace, "--why", hits[0].GetProperty("id").GetString()!, "--lang", "ja");
        Assert.Contains("× ＊a", why.Output, StringComparison.Ordinal);
        Assert.Contains("2行8字目「lc > 500」が成り立ちません", why.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coding_is_measured_by_coded_comments()
    {
        var gold = _folder.Write("gold.jsonl", "{\"text\":\"利用料が高い\",\"codes\":[\"fees\"],\"types\":[\"課題\"]}\n{\"text\":\"引継ぎが遅い\",\"codes\":[\"handover\"]}\n{\"text\":\"会議が多い\",\"codes\":[\"sharing\"]}\n");
        var run = await ProgramRun.Of("evaluate", gold, "--format", "json", "--splits", "2");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, JsonDocument.Parse(run.Output).RootElement.GetProperty("untaught").GetProperty("comments").GetInt32());
        var table = (await ProgramRun.Of("evaluate", gold, "--splits", "2", "--lang", "ja")).Output;
        Assert.Contains("micro-F1", table, StringComparison.Ordinal);
        Assert.Contains("コードブックだけ: その言葉だけで付けたもの", table, StringComparison.Ordinal);
        Assert.Contains("gold.jsonl:2", (await ProgramRun.Of("evaluate", _folder.Write("gold.jsonl", "{\"text\":\"a\",\"codes\":[]}\n{"))).Error, StringComparison.Ordinal);
        var unknown = _folder.Write("gold.jsonl", "{\"text\":\"a\",\"codes\":[\"料金\"]}");
        Assert.Contains("料金", (await ProgramRun.Of("evaluate", unknown)).Error, StringComparison.Ordinal);

        // The codebook that lies beside is named.
        var beside = _folder.Write("codebook.json", "{\"codes\":[{\"id\":\"料金\",\"name\":\"料金\"}]}");
        Assert.Contains($"--codebook \"{beside}\"", (await ProgramRun.Of("evaluate", unknown)).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await ProgramRun.Of("evaluate", unknown, "--codebook", beside, "--splits", "1")).ExitCode);
    }

    [Fact]
    public async Task Two_years_are_compared_by_the_respondents_of_both()
    {
        await ProgramRun.Of("import", _folder.Write("前年.csv", "センター名,年度,困っていること\nみさき,令和6年度,会議が多い。\nゆうひ,令和6年度,会議が多い。\n"), "-w", Workspace);
        var run = await ProgramRun.Of("compare", "2024", "2025", "-w", Workspace, "--lang", "ja", "--format", "markdown");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("| 利用料・自己負担 | 新しい | 0/1 | 1/1 |", run.Output, StringComparison.Ordinal);
        Assert.Contains("両方の年 1 者、2024 年だけ 1 者、2025 年だけ 2 者", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await ProgramRun.Of("compare", "2020", "2025", "-w", Workspace)).ExitCode);
        Assert.Equal(2, (await ProgramRun.Of("compare", "2025", "2024", "-w", Workspace)).ExitCode);
    }

    private static string Codes(JsonElement comment) =>
        string.Join(", ", comment.GetProperty("codes").EnumerateArray().Select(c => $"{c.GetProperty("id").GetString()} {c.GetProperty("state").GetString()}"));

    private Task<ProgramRun> Analyze(params string[] more) => ProgramRun.Of(["analyze", "-w", Workspace, "-o", _folder["結果"], "--lang", "ja", .. more]);

    private Task<ProgramRun> ImportTable(params string[] more) => ProgramRun.Of(["codings", "import", Table, "-w", Workspace, "--lang", "ja", .. more]);
}
