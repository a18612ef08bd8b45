using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands.Coding;

/// <summary><c>feedbacklab codings</c>: the codings as a table to check in a spreadsheet, and back.</summary>
public static class CodingsCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language) => new("codings", language.Pick("コーディングを表に書き出す、直した表を取り込む", "Write the codings as a table, and take a corrected one in"))
    {
        Export(language),
        Import(language),
    };

    private static Command Export(ScreenLanguage language)
    {
        var file = new Argument<string>(language.Pick("表.csv", "TABLE.csv")) { Description = language.Pick("書き出すファイル", "The file to write") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var command = new Command("export", language.Pick("コーディングを表に書き出す", "Write the codings as a table")) { file, workspace };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            var name = parsed.GetRequiredValue(file);
            var comments = store.Corpus().Comments;
            var codings = store.Codings();
            try
            {
                File.WriteAllText(name + ".new", CodingsCsv.Of(comments, codings, CodebookOf(store), language));
                File.Move(name + ".new", name, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                CommandLine.PrintFailure(language, name, new BilingualText(
                    "書けません。ほかのプログラムで開いていないか、フォルダーに書き込めるか確かめてください。", "Cannot be written. See that no program has it open, and that its folder can be written."));
                return CommandLine.Failed;
            }

            Console.Out.WriteLine(language.Pick($"{name}: 意見 {comments.Length} 件、コーディング {codings.Length} 件", $"{name}: {comments.Length} comments, {codings.Length} codings"));
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Import(ScreenLanguage language)
    {
        var file = new Argument<string>(language.Pick("表.csv", "TABLE.csv")) { Description = language.Pick("export で書き出し、直したファイル", "A file that export wrote, corrected") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var who = Person.Option(language);
        var command = new Command("import", language.Pick("直した表のコーディングを取り込む", "Take the codings of a corrected table in")) { file, workspace, who };
        command.SetAction(parsed => WorkspaceFolder.Use(
            language, parsed.GetValue(workspace), create: false, store => Import(language, store, parsed.GetRequiredValue(file), parsed.GetRequiredValue(who))));
        return command;
    }

    private static int Import(ScreenLanguage language, WorkspaceStore store, string file, string who)
    {
        string text;
        try
        {
            var (decoded, problem) = TextDecoder.Decode(file, File.ReadAllBytes(file), null);
            if (decoded is null)
            {
                CommandLine.PrintFailure(language, file, problem!.What);
                return CommandLine.Failed;
            }

            text = decoded.Text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText("開けません。ファイルの場所と名前を確かめてください。", "It cannot be opened. Check where it is and what it is called."));
            return CommandLine.Failed;
        }

        if (store.Codebooks().LastOrDefault() is not { } codebook)
        {
            CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                "ワークスペースにコードブックがありません。先に feedbacklab analyze -w を実行してください。", "The workspace has no codebook yet. Run feedbacklab analyze -w first."));
            return CommandLine.Failed;
        }

        var table = CodingsCsv.Read(text, CodebookReader.Read(codebook.Yaml));
        foreach (var (row, what) in table.Problems)
        {
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{row}"), what);
        }

        if (!table.Problems.IsEmpty)
        {
            Console.Error.WriteLine(language.Pick("何も取り込みませんでした。直してからもう一度実行してください。", "Nothing was taken in. Correct these rows and run it again."));
            return CommandLine.Failed;
        }

        var there = store.Codings().ToDictionary(c => (c.CommentId, c.Code));
        var now = DateTimeOffset.Now;
        var changed = table.Rows.Where(r => there.GetValueOrDefault((r.Comment, r.Code))?.State != r.State).ToList();
        var writes = store.SaveCodings(
        [
            .. changed.Select(r => there.GetValueOrDefault((r.Comment, r.Code)) is { } before
                ? before with { State = r.State, Version = r.Version, Who = who, When = now, CodebookVersion = codebook.Version }
                : new StoredCoding(r.Comment, r.Code, r.State, null, [], codebook.Version, who, now, r.Version)),
        ]);
        foreach (var refused in writes.Refused)
        {
            var row = changed.First(r => r.Comment == refused.Wanted.CommentId && r.Code == refused.Wanted.Code).Row;
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{row}"), Person.Why(refused));
        }

        Console.Out.WriteLine(language.Pick(
            $"{writes.Written.Length} 件を取り込みました。変わらない {table.Rows.Length - changed.Count} 件、取り込めない {writes.Refused.Length} 件。",
            $"{writes.Written.Length} taken in, {table.Rows.Length - changed.Count} unchanged, {writes.Refused.Length} refused."));
        return writes.Refused.IsEmpty ? CommandLine.Done : CommandLine.Failed;
    }

    private static Codebook CodebookOf(WorkspaceStore store) =>
        store.Codebooks().LastOrDefault() is { } latest ? CodebookReader.Read(latest.Yaml) : CodebookReader.Default;
}
