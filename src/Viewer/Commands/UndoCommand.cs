using System.CommandLine;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Originals;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab undo</c>: takes the latest import back.</summary>
public static class UndoCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var command = new Command("undo", language.Pick("最後の取り込みを取り消す", "Take the latest import back")) { workspace };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(workspace) ?? WorkspaceFolder.Default;
            return WorkspaceFolder.Use(language, folder, create: false, store => Undo(language, store, folder));
        });
        return command;
    }

    private static int Undo(ScreenLanguage language, WorkspaceStore store, string folder)
    {
        if (store.Imports().LastOrDefault(i => !i.Undone) is not { } latest)
        {
            CommandLine.PrintFailure(language, string.Empty, new BilingualText("取り消せる取り込みがありません。", "There is no import to take back."));
            return CommandLine.Failed;
        }

        var undo = OriginalFiles.Undo(store, folder, latest.Id, Environment.UserName, DateTimeOffset.Now);
        Console.Out.WriteLine(language.Pick(
            $"取り込み {undo.Import} 番を取り消しました。なくなった資料 {undo.SourcesRemoved}、前の版に戻った資料 {undo.SourcesRestored}、取り置いたコーディング {undo.CodingsSetAside}、復帰したコーディング {undo.CodingsReturned}",
            $"Import {undo.Import} was taken back: {undo.SourcesRemoved} sources gone, {undo.SourcesRestored} back in the version before, {undo.CodingsSetAside} codings set aside, {undo.CodingsReturned} back"));
        return CommandLine.Done;
    }
}
