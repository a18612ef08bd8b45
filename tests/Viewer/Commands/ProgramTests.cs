using System.Globalization;
using System.Text;

namespace FeedbackLab.Viewer.Tests.Commands;

/// <summary>The real program, as its user starts it.</summary>
public sealed class ProgramTests
{
    private const string Survey =
        "センター名,ご意見\nはるかぜ,利用料の自己負担があるので利用を断られる。\nこもれび,引継ぎの時期が遅く、本人が不安になる。\nみなも,特になし\nみなも,生活面の支援に追われている。\n";

    [Fact]
    public async Task Analyze_leaves_every_result_and_search_finds_a_word_in_another_spelling()
    {
        using var folder = new TemporaryFolder();
        var results = folder["out"];
        var analyzed = await ProgramRun.Of("analyze", folder.Write("調査.csv", Survey), "--out", results, "--lang", "ja");
        Assert.Equal((0, string.Empty), (analyzed.ExitCode, analyzed.Error));
        Assert.Contains("読んだもの 4 = 分析 3 + 空欄 0 + 尋ねていない 0 + 「特になし」 1 + 「同上」 0 + 別紙 0 + 重複 0 + 意見以外の文章 0", analyzed.Output, StringComparison.Ordinal);
        Assert.Contains("ご意見=意見", analyzed.Output, StringComparison.Ordinal);
        Assert.All(
            ["report.html", "findings.json", "comments.csv", "charts/themes.svg"],
            name => Assert.True(File.Exists(Path.Combine([results, .. name.Split('/')])), name));

        var found = await ProgramRun.Of("search", "引き継ぐ", "--in", results, "--lang", "ja");
        Assert.Equal(0, found.ExitCode);
        Assert.Contains("【引継ぎ】の時期が遅く", found.Output, StringComparison.Ordinal);
        Assert.Contains("こもれび", found.Output, StringComparison.Ordinal);
        Assert.Contains("調査.csv, ", found.Output, StringComparison.Ordinal);
        Assert.Contains("意見 3 件中 1 件、意見のある回答者 3 者中 1 者", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var survey = folder.Write("調査.csv", Survey);
        await ProgramRun.Of("analyze", survey, "--out", folder["a"]);
        await ProgramRun.Of("analyze", survey, "--out", folder["b"]);
        var files = Directory.GetFiles(folder["a"], "*", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(f), File.ReadAllBytes(Path.Combine(folder["b"], Path.GetRelativePath(folder["a"], f)))));
    }

    // Made when asked for: whoever lists the tests has data written out, minutes for a long line.
    public static TheoryData<string, Func<byte[]>> Unreadable => new()
    {
        { "空", () => [] },
        { "NUL", () => [0xE3, 0x81, 0x82, 0, 0, 0, 0x0A] },
        { "画像", () => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D] },
        { "片割れのサロゲート", () => [0xE3, 0x81, 0x82, 0xED, 0xA0, 0x80, 0x0A] },
        { "GB18030", () => Convert.FromHexString("D5E2CAC7D2BBB8F6D6D0CEC4CEC4BCFEB2BBCAC7C8D5CEC40A") },
        { "長い行", () => Encoding.UTF8.GetBytes(new string('あ', 17_000_000)) },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_file_that_cannot_be_read_gets_one_line_and_the_others_go_on(string name, Func<byte[]> bytes)
    {
        using var folder = new TemporaryFolder();
        var bad = folder.Write(name + ".txt", bytes());
        var run = await ProgramRun.Of("analyze", folder.Write("調査.csv", Survey), bad, "--out", folder["out"], "--lang", "ja");
        Assert.Equal(1, run.ExitCode);
        var line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(name + ".txt", line, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["out/report.html"]));
    }

    [Fact]
    public async Task Nothing_to_read_is_said_in_the_users_language_without_a_stack()
    {
        using var folder = new TemporaryFolder();
        var ja = await ProgramRun.Of("analyze", folder["ない.csv"], "--out", folder["out"], "--lang", "ja");
        var en = await ProgramRun.Of("analyze", folder["ない.csv"], "--out", folder["out"], "--lang", "en");
        Assert.Equal((1, 1), (ja.ExitCode, en.ExitCode));
        Assert.Contains("意見が見つかりませんでした", ja.Error, StringComparison.Ordinal);
        Assert.Contains("No comments were found", en.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ja.Error + en.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("analyze")]
    [InlineData("analyze", "x.csv", "--clusters", "0")]
    [InlineData("analyze", "x.csv", "--column", "意見")]
    [InlineData("analyze", "x.csv", "--encoding", "klingon")]
    [InlineData("tabulate")]
    public async Task A_wrong_command_exits_with_2_and_writes_nothing(params string[] arguments)
    {
        var run = await ProgramRun.Of([.. arguments, "--lang", "ja"]);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("codes:\n  - name: 名前だけ\n", ":2")]
    [InlineData("codes: [", ":1")]
    public async Task A_codebook_that_cannot_be_used_is_named_with_its_line(string codebook, string line)
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("codes.yaml", codebook);
        var run = await ProgramRun.Of("analyze", folder.Write("調査.csv", Survey), "--codebook", file, "--out", folder["out"], "--lang", "ja");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(file + line, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_without_results_says_what_to_do()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.Of("search", "引継ぎ", "--in", folder["なし"], "--lang", "ja");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("analyze", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_the_program_are_in_the_users_language_and_what_was_passed_over_is_told_once()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["資料"]);
        folder.Write("資料/調査.csv", Survey);
        folder.Write("資料/README.md", "# 使い方\n");
        var analyzed = await ProgramRun.Of("analyze", folder["資料"], "--out", folder["out"], "--lang", "ja", "--column", "ご意見=意見");
        Assert.Equal(0, analyzed.ExitCode);
        Assert.Single(analyzed.Output.Split('\n'), l => l.Contains("README.md", StringComparison.Ordinal));
        await ProgramRun.Of("import", folder["資料"], "-w", folder["作業"]);
        Assert.Contains("CSV", (await ProgramRun.Of("sources", "-w", folder["作業"], "--lang", "ja")).Output, StringComparison.Ordinal);
        var found = await ProgramRun.Of("search", "種類:アンケートの回答", "-w", folder["作業"], "--lang", "ja");
        Assert.Contains("種類: アンケートの回答 3", found.Output, StringComparison.Ordinal);
        Assert.Contains("意見の性質: ", found.Output, StringComparison.Ordinal);
        Assert.Contains("ある値: アンケートの回答", (await ProgramRun.Of("search", "種類:電話", "-w", folder["作業"], "--lang", "ja")).Error, StringComparison.Ordinal);
        var english = await ProgramRun.Of("search", "kind:answers", "-w", folder["作業"], "--lang", "en");
        Assert.Contains("kind: answers 3", english.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("type: .*(要望|懸念|課題|事実)", english.Output);
    }

    [Fact]
    public async Task A_role_that_is_none_is_told_with_all_there_are()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.Of("analyze", folder.Write("調査.csv", Survey), "--out", folder["out"], "--lang", "ja", "--column", "ご意見=foo");
        Assert.Contains("personal（個人の属性）", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nofile.txt")]
    [InlineData("資料/回答.CSV")]
    public async Task Tokens_tells_of_a_file_that_is_not_there(string file)
    {
        var run = await ProgramRun.Of("tokens", file, "--lang", "ja");
        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("ファイルを開けません", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tokens_come_a_line_in_a_line_out()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("文.txt", "引き継がれた。\n\nナカポツ\n");
        var run = await ProgramRun.Of("tokens", file, "--format", "lucene");
        Assert.Equal(
            "引き継が/動詞-自立/引き継ぐ れ/動詞-接尾/れる た/助動詞/た 。/記号-句点/。\n\nナカポツ/名詞-固有名詞-組織/ナカポツ\n",
            run.Output);
    }

    [Fact]
    public async Task Tokens_suggests_unknown_words_as_lines_of_a_user_dictionary()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("文.txt", "ナカポツに相談した。\nナカポツが答えた。\n一度だけのピョコタン。\n");
        var run = await ProgramRun.Of("tokens", file, "--suggest");
        Assert.Equal("ナカポツ,ナカポツ,ナカポツ,名詞-一般" + Environment.NewLine, run.Output);
    }

    [Fact]
    public async Task An_unknown_word_is_marked_and_a_compound_shown_with_its_parts()
    {
        var run = await ProgramRun.Of("tokens", "関西国際空港とナカポツ", "--mode", "search", "--lang", "ja");
        Assert.Contains("関西国際空港", run.Output, StringComparison.Ordinal);
        Assert.Contains("クウコウ", run.Output, StringComparison.Ordinal);
        Assert.Single(run.Output.Split('\n'), l => l.Contains("未知語", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_text_is_shown_in_several_tables_and_none_of_its_words_is_lost()
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.Of("tokens", folder.Write("文.txt", string.Join('\n', Enumerable.Repeat("犬が来た。", 300))), "--lang", "ja");
        var lines = run.Output.Split('\n');
        Assert.Equal(2, lines.Count(l => l.Contains("品詞", StringComparison.Ordinal)));
        Assert.Equal(300, lines.Count(l => l.Contains("イヌ", StringComparison.Ordinal)));
        Assert.Equal(300, lines.Count(l => l.Contains("特殊・タ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("就ポツが来た。\r\nおわり", "就 ポツ が 来 た 。\nおわり\n")]
    [InlineData("\r\r\n", "\n\n")]
    [InlineData("", "")]
    public async Task Wakati_writes_the_surfaces_of_each_line(string text, string wanted)
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.Of("tokens", folder.Write("文.txt", text), "--format", "wakati");
        Assert.Equal(wanted, run.Output);
    }

    [Fact]
    public async Task Lines_keep_their_order_when_all_cores_cut_them()
    {
        using var folder = new TemporaryFolder();
        var numbers = Enumerable.Range(100_000, 40_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        var run = await ProgramRun.Of("tokens", folder.Write("文.txt", string.Join('\n', numbers)), "--format", "wakati");
        Assert.Equal(numbers, run.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_user_dictionary_adds_its_words()
    {
        using var folder = new TemporaryFolder();
        var words = folder.Write("辞書.csv", "就ポツ,就ポツ,シュウポツ,名詞-固有名詞-組織\n");
        var run = await ProgramRun.Of("tokens", "就ポツが来た。", "--user-dictionary", words, "--format", "wakati");
        Assert.Equal("就ポツ が 来 た 。\n", run.Output);
    }

    [Fact]
    public async Task A_wrong_user_dictionary_is_told_by_line()
    {
        using var folder = new TemporaryFolder();
        var words = folder.Write("辞書.csv", "# 説明\n就ポツ,就ポツ\n");
        var run = await ProgramRun.Of("tokens", "就ポツが来た。", "--user-dictionary", words, "--lang", "ja");
        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Contains("辞書.csv:2", run.Error, StringComparison.Ordinal);
    }
}
