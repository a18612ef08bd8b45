namespace FeedbackLab.Viewer.Tests.Commands;

/// <summary>What the program has written, where it meets it again.</summary>
public sealed class OwnOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("ja")]
    [InlineData("en")]
    public async Task Reports_and_tables_among_the_answers_are_not_read_as_answers(string language)
    {
        var workspace = _folder["作業"];
        var answers = Directory.CreateDirectory(_folder["回答"]).FullName;
        await File.WriteAllTextAsync(Path.Combine(answers, "a.csv"), "センター名,困っていること\nみさき,引継ぎの連絡が遅い。\nはまべ,会議が多い。\n", TestContext.Current.CancellationToken);
        await ProgramRun.Of("import", answers, "-w", workspace);
        await ProgramRun.Of("analyze", "-w", workspace, "-o", _folder["結果"], "--lang", language);
        foreach (var file in new[] { "codings.xlsx", "codings.csv" })
        {
            Assert.Equal(0, (await ProgramRun.Of("codings", "export", Path.Combine(answers, file), "-w", workspace, "--lang", language)).ExitCode);
        }

        Assert.Equal(0, (await ProgramRun.Of("codings", "export", Path.Combine(answers, "persons.csv"), "--by-person", "-w", workspace, "--lang", language)).ExitCode);
        var report = _folder["報告"];
        var made = await ProgramRun.Of("report", "-w", workspace, "-o", report, "--format", "docx,xlsx,csv", "--lang", language);
        Assert.Equal((0, string.Empty), (made.ExitCode, made.ExitCode == 0 ? string.Empty : made.Error));
        foreach (var file in Directory.GetFiles(report).Append(Path.Combine(_folder["結果"], "comments.csv")))
        {
            File.Copy(file, Path.Combine(answers, Path.GetFileName(file)));
        }

        var again = await ProgramRun.Of("import", answers, "-w", _folder["二度目"], "--lang", "ja");
        Assert.Equal(0, again.ExitCode);
        var sources = (await ProgramRun.Of("sources", "-w", _folder["二度目"], "--lang", "ja")).Output;
        Assert.Single(sources.Split('\n'), l => l.Contains(".csv", StringComparison.Ordinal) || l.Contains(".xlsx", StringComparison.Ordinal) || l.Contains(".docx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_behind_a_link_is_replaced_whole_and_the_link_stays()
    {
        var workspace = _folder["作業"];
        await ProgramRun.Of("import", _folder.Write("a.csv", "困っていること\n引継ぎの連絡が遅い。\n"), "-w", workspace);
        var file = _folder.Write("表.csv", "前の中身");
        var link = _folder["リンク.csv"];
        File.CreateSymbolicLink(link, file);
        Assert.Equal(0, (await ProgramRun.Of("codings", "export", link, "-w", workspace)).ExitCode);
        Assert.Equal(file, new FileInfo(link).LinkTarget);
        Assert.Contains("引継ぎの連絡が遅い。", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();
}
