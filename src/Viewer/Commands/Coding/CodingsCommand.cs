using System.CommandLine;
using System.Globalization;
using System.Text;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Commands.Codebooks;
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
        var file = new Argument<string>(language.Pick("表.xlsx", "TABLE.xlsx")) { Description = language.Pick("書き出すファイル（.xlsx か .csv）", "The file to write (.xlsx or .csv)") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var persons = new Option<bool>("--by-person") { Description = language.Pick("人ごとの判断を CSV に書き出す（feedbacklab agreement で一致を測る）", "What each person decided, as CSV for feedbacklab agreement") };
        var command = new Command("export", language.Pick("コーディングを表に書き出す", "Write the codings as a table")) { file, workspace, persons };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            var name = parsed.GetRequiredValue(file);
            if (parsed.GetValue(persons))
            {
                var coders = store.Coders();
                return CodebookSource.Write(
                    language,
                    name,
                    Encoding.UTF8.GetBytes(CodingsTable.PersonsCsv(store.Corpus().Comments, [.. coders.Select(c => (c.Who, (IReadOnlyDictionary<string, CodedComment>)store.Decisions(c.Who)))], language)),
                    language.Pick($"{name}: {string.Join('、', coders.Select(c => c.Who))}", $"{name}: {string.Join(", ", coders.Select(c => c.Who))}"));
            }

            var coded = new CodedComments(store.Corpus().Comments, store.Codings(), store.Looks(), CodebookOf(store));
            var told = language.Pick($"{name}: 意見 {coded.Comments.Count} 件、コーディング {coded.Codings.Count} 件", $"{name}: {coded.Comments.Count} comments, {coded.Codings.Count} codings");
            return CodebookSource.Write(
                language, name, IsWorkbook(name) ? CodingsTable.Workbook(coded, language) : Encoding.UTF8.GetBytes(CodingsTable.Csv(coded, language)), told);
        }));
        return command;
    }

    private static Command Import(ScreenLanguage language)
    {
        var file = new Argument<string>(language.Pick("表.xlsx", "TABLE.xlsx")) { Description = language.Pick("export で書き出し、直したファイル", "A file that export wrote, corrected") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var who = Person.Option(language);
        var command = new Command("import", language.Pick("直した表のコーディングを取り込む", "Take the codings of a corrected table in")) { file, workspace, who };
        command.SetAction(parsed => WorkspaceFolder.Use(
            language, parsed.GetValue(workspace), create: false, store => Import(language, store, parsed.GetRequiredValue(file), parsed.GetRequiredValue(who))));
        return command;
    }

    private static int Import(ScreenLanguage language, WorkspaceStore store, string file, string who)
    {
        if (store.Codebooks().LastOrDefault() is not { } codebook)
        {
            CommandLine.PrintFailure(language, string.Empty, CodebookSource.None);
            return CommandLine.Failed;
        }

        if (Read(language, file, CodebookReader.Read(codebook.Yaml), store.CodeLedger()) is not { } table)
        {
            return CommandLine.Failed;
        }

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

        var looked = store.Looks().Where(l => !l.IsBlind).Select(l => l.CommentId).ToHashSet(StringComparer.Ordinal);
        var done = table.NoneFits.Where(n => !looked.Contains(n.Comment)).ToList();
        var marks = store.Decide([.. done.Select(n => new CommentDecision(n.Comment, [], who, now, codebook.Version))]);
        foreach (var refused in marks.Refused)
        {
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{done.First(d => d.Comment == refused.Wanted.CommentId).Row}"), Person.Why(refused));
        }

        if (done.Count > marks.Refused.Length)
        {
            Console.Out.WriteLine(language.Pick(
                $"どのコードも合わないとして {done.Count - marks.Refused.Length} 件の意見を確認済みにしました。", $"{done.Count - marks.Refused.Length} comments marked as done: no code fits."));
        }

        Console.Out.WriteLine(language.Pick(
            $"{writes.Written.Length} 件を取り込みました。変わらない {table.Rows.Length - changed.Count} 件、取り込めない {writes.Refused.Length} 件。",
            $"{writes.Written.Length} taken in, {table.Rows.Length - changed.Count} unchanged, {writes.Refused.Length} refused."));
        return writes.Refused.IsEmpty && marks.Refused.IsEmpty ? CommandLine.Done : CommandLine.Failed;
    }

    // The table's rows; null after a failure was printed.
    private static CodingRows? Read(ScreenLanguage language, string file, Codebook codebook, CodeLedger ledger)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            if (IsWorkbook(file))
            {
                return CodingsTable.ReadWorkbook(file, bytes, codebook, ledger);
            }

            var (decoded, problem) = TextDecoder.Decode(file, bytes, null);
            if (decoded is not null)
            {
                return CodingsTable.ReadCsv(decoded.Text, codebook, ledger);
            }

            CommandLine.PrintFailure(language, file, problem!.What);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText("開けません。ファイルの場所と名前を確かめてください。", "It cannot be opened. Check where it is and what it is called."));
        }

        return null;
    }

    private static bool IsWorkbook(string file) => Path.GetExtension(file).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    private static Codebook CodebookOf(WorkspaceStore store) =>
        store.Codebooks().LastOrDefault() is { } latest ? CodebookReader.Read(latest.Yaml) : CodebookReader.Default;
}
