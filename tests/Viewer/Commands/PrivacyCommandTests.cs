using System.Text.Json;

namespace FeedbackLab.Viewer.Tests.Commands;

public sealed class PrivacyCommandTests
{
    [Fact]
    public async Task Names_are_listed_masked_and_left_and_one_that_stands_nowhere_is_told()
    {
        using var folder = new TemporaryFolder();
        var workspace = folder["w"];
        var file = folder.Write("a.csv", "センター名,ご意見\nみさき,担当の佐藤さんが毎月来てくれる。\nいそべ,マルコの対応がよい。\n");
        Assert.Equal(0, (await ProgramRun.Of("import", file, "-w", workspace)).ExitCode);
        Assert.Equal(0, (await ProgramRun.Of("privacy", "mask", "マルコ", "-w", workspace)).ExitCode);
        var left = await ProgramRun.Of("privacy", "leave", "佐藤", "どこにもない", "-w", workspace, "--lang", "ja");
        Assert.Equal(0, left.ExitCode);
        Assert.Contains("2 件の語をそのまま出します。", left.Output, StringComparison.Ordinal);
        Assert.Contains("「どこにもない」は、意見にも資料にも一語として見つかりません。", left.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("「佐藤」は", left.Error, StringComparison.Ordinal);
        var rows = JsonDocument.Parse((await ProgramRun.Of("privacy", "list", "-w", workspace, "--format", "json", "--lang", "ja")).Output).RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Contains(rows, r => r.ToString().Contains("マルコ", StringComparison.Ordinal));
    }
}
