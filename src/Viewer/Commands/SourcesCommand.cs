using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Viewer.Reports;
using Spectre.Console;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab sources</c>: what a workspace was made from.</summary>
public static class SourcesCommand
{
    private const int ShownHash = 12;

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var command = new Command("sources", language.Pick("ワークスペースの資料と取り込みの履歴を見る", "Show a workspace's sources and imports")) { workspace };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store => Print(language, store)));
        return command;
    }

    private static int Print(ScreenLanguage language, WorkspaceStore store)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(language.Pick("資料", "Source"), language.Pick("形式", "Format"), language.Pick("年", "Year"), language.Pick("意見", "Comments"), language.Pick("取り込み", "Import"), "SHA-256");
        foreach (var stored in store.Sources())
        {
            var source = stored.Source;
            table.AddRow(
                new Text(source.Name),
                new Text(language.Pick(TypeWords.Of(source.Format))),
                new Text(source.Year?.ToString(CultureInfo.InvariantCulture) ?? "–"),
                new Text(stored.Comments.ToString(CultureInfo.InvariantCulture)).RightJustified(),
                new Text(stored.Import.ToString(CultureInfo.InvariantCulture)).RightJustified(),
                new Text(source.Sha256[..ShownHash]));
        }

        var console = Terminal.Output();
        Terminal.Write(console, table);
        foreach (var import in store.Imports())
        {
            var when = import.When.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            console.WriteLine(language.Pick($"取り込み {import.Id}: ", $"import {import.Id}: ") + $"{when} {import.Who}"
                + language.Pick($" 資料 {import.Sources.Length}", $", {import.Sources.Length} sources")
                + (import.Undone ? language.Pick("（取り消し済み）", " (undone)") : string.Empty));
        }

        return CommandLine.Done;
    }
}
