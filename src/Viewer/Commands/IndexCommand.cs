using System.CommandLine;
using FeedbackLab.Analysis.Index.Storage;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Viewer.Commands.Search;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab index check</c> and <c>index build</c>: the index of a workspace.</summary>
public static class IndexCommand
{
    /// <summary>The commands with their options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var check = new Command("check", language.Pick("索引のすべての構造を確かめる", "Verify every structure of the index")) { workspace };
        check.SetAction(parsed => Check(language, parsed.GetValue(workspace) ?? WorkspaceFolder.Default));
        var build = new Command("build", language.Pick("索引を作る、または最新にする", "Build the index, or bring it up to date")) { workspace };
        build.SetAction(parsed => Build(language, parsed.GetValue(workspace) ?? WorkspaceFolder.Default));
        return new Command("index", language.Pick("検索の索引", "The index of the search")) { check, build };
    }

    private static int Check(ScreenLanguage language, string folder)
    {
        var findings = IndexCheck.Verify(WorkspaceIndex.FolderOf(folder));
        foreach (var finding in findings)
        {
            CommandLine.PrintFailure(language, string.Empty, finding);
        }

        if (findings.IsEmpty)
        {
            Console.Out.WriteLine(language.Pick("索引に問題はありません。", "The index is sound."));
        }

        return findings.IsEmpty ? CommandLine.Done : CommandLine.Failed;
    }

    private static int Build(ScreenLanguage language, string folder) =>
        WorkspaceFolder.Use(language, folder, create: false, store => SearchGround.Indexed(
            language,
            () => WorkspaceIndex.Open(folder, store, why => Console.Error.WriteLine(language.Pick(why))),
            index =>
            {
                Console.Out.WriteLine(language.Pick($"意見 {index.Count} 件の索引があります。", $"The index holds {index.Count} comments."));
                return CommandLine.Done;
            }));
}
