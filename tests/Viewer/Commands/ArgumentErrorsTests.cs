namespace FeedbackLab.Viewer.Tests.Commands;

public sealed class ArgumentErrorsTests
{
    [Theory]
    [InlineData("view --port x", "--port は 0 以上 65535 以下の整数にしてください。")]
    [InlineData("evaluate --splits 0 a.jsonl", "--splits は 1 以上 1000 以下の整数にしてください。")]
    [InlineData("evaluate --share 2 a.jsonl", "--share は 0 より大きく 1 より小さい数にしてください。")]
    [InlineData("agreement --resamples x a.csv", "--resamples は 1 以上 100000 以下の整数にしてください。")]
    [InlineData("analyze --clusters many a.csv", "--clusters には整数を指定してください（「many」は使えません）。")]
    [InlineData("analyze --auto-accept most a.csv", "--auto-accept には数を指定してください（「most」は使えません）。")]
    [InlineData("compare then now a.csv", "前の年 には整数を指定してください（「then」は使えません）。")]
    [InlineData("compare 2019", "後の年 を指定してください。")]
    [InlineData("codebook merge a b", "--into を指定してください。")]
    [InlineData("codebook merge a b --into --note x", "--into の後に値がありません（「--note」があります）。")]
    [InlineData("search 引継ぎ --kwic", "「--kwic」という指定はありません。")]
    [InlineData("report --nonesuch", "「--nonesuch」という指定はありません。")]
    [InlineData("privacy", "必要なコマンドが指定されませんでした。")]
    [InlineData("codebook check a.yaml b.yaml", "'b.yaml'。")]
    public async Task What_is_wrong_with_the_arguments_is_told_in_Japanese_with_the_commands_help(string arguments, string told)
    {
        var words = arguments.Split(' ');
        var run = await ProgramRun.Of([.. words, "--lang=ja"]);
        Assert.Equal((2, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("指定の誤り: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Contains($"使い方は feedbacklab {(words[0] == "codebook" ? $"codebook {words[1]}" : words[0])} --help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_value_is_told()
    {
        var run = await ProgramRun.Of("sources", "-w", "", "--lang", "ja");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--workspace の値が空です。", run.Error, StringComparison.Ordinal);
        Assert.Contains("資料 の値が空です。", (await ProgramRun.Of("import", " ", "--lang", "ja")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_two_hyphens_everything_is_a_word()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.csv", "回答者,ご意見\n所1,利用料が高い。\n");
        await ProgramRun.Of("import", file, "-w", folder["w"]);
        Assert.Equal(0, (await ProgramRun.Of("search", "-w", folder["w"], "--", "--kwic")).ExitCode);
    }

    [Theory]
    [InlineData("ja", "説明:", "使い方を見る")]
    [InlineData("en", "Description:", "Show help")]
    public async Task Help_is_in_the_users_language(string language, string heading, string help)
    {
        var run = await ProgramRun.Of("code", "--help", "--lang", language);
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith(heading, run.Output, StringComparison.Ordinal);
        Assert.Contains(help, run.Output, StringComparison.Ordinal);
        Assert.Equal(language == "en", run.Output.Contains("Usage:", StringComparison.Ordinal));
    }
}
