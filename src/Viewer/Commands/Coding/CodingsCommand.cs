using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Exports.Sheets;

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
        var aside = new Option<bool>("--set-aside")
        {
            Description = language.Pick(
                "資料の言葉が変わって取り置かれた判断を、今の意見と並べて書き出す。要らない行を消して import すれば、今の意見の判断になる",
                "Decisions set aside since the words of their comments changed, beside the comments of now; delete the rows that no longer fit, and import makes the others decisions on these"),
        };
        var command = new Command("export", language.Pick("コーディングを表に書き出す", "Write the codings as a table")) { file, workspace, persons, aside };
        command.Validators.Add(result =>
        {
            if (result.GetValue(persons) && result.GetValue(aside))
            {
                result.AddError(language.Pick("--by-person と --set-aside は一緒に使えません。", "--by-person and --set-aside cannot be used together."));
            }
        });
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            var name = parsed.GetRequiredValue(file);
            if (WrongEnding(name, parsed.GetValue(persons)) is { } wrong)
            {
                CommandLine.PrintFailure(language, name, wrong);
                return CommandLine.Misused;
            }

            if (parsed.GetValue(persons))
            {
                var coders = store.Coders();
                return CodebookSource.Write(
                    language,
                    name,
                    Encoding.UTF8.GetBytes(CodingsTable.PersonsCsv(store.Corpus().Comments, [.. coders.Select(c => (c.Who, (IReadOnlyDictionary<string, CodedComment>)store.Decisions(c.Who)))], language)),
                    coders.IsEmpty
                        ? language.Pick(
                            $"{name}: 見出しだけを書き出しました。まだだれもコードを決めていません（feedbacklab code か、画面の「コーディング」で決めます）。",
                            $"{name}: only the header was written. Nobody has decided on a code yet (decide with feedbacklab code, or on the page Coding).")
                        : language.Pick($"{name}: {string.Join('、', coders.Select(c => c.Who))}", $"{name}: {string.Join(", ", coders.Select(c => c.Who))}"));
            }

            if (parsed.GetValue(aside))
            {
                var decisions = store.SetAside();
                var table = SetAsideSheet.Of(decisions, CodebookOf(store), language);
                return CodebookSource.Write(
                    language, name, TableFiles.IsWorkbook(name) ? WorkbookFile.Of([table]) : Encoding.UTF8.GetBytes(SetAsideSheet.Csv(table)),
                    language.Pick($"{name}: 取り置かれた判断 {decisions.Length} 件", $"{name}: {decisions.Length} decisions set aside"));
            }

            var coded = new CodedComments(store.Corpus().Comments, store.Codings(), store.Looks(), CodebookOf(store));
            var told = language.Pick($"{name}: 意見 {coded.Comments.Count} 件、コーディング {coded.Codings.Count} 件", $"{name}: {coded.Comments.Count} comments, {coded.Codings.Count} codings");
            return CodebookSource.Write(
                language, name, TableFiles.IsWorkbook(name) ? CodingsTable.Workbook(coded, language) : Encoding.UTF8.GetBytes(CodingsTable.Csv(coded, language)), told);
        }));
        return command;
    }

    private static Command Import(ScreenLanguage language)
    {
        var file = new Argument<string>(language.Pick("表.xlsx", "TABLE.xlsx")) { Description = language.Pick("export で書き出し、直したファイル", "A file that export wrote, corrected") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var who = Person.Option(language);
        var reviewed = new Option<bool>("--reviewed")
        {
            Description = language.Pick(
                "表の全部の行を自分で確かめた。変えなかった行も、自分の判断として残す（agreement が数える）", "You looked at every row: those that you left as they were are kept as decisions of yours too (agreement counts them)"),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = language.Pick("何が変わるかを見るだけで、何も変えない（取り込んだ判断は undo では戻せない）", "Only show what would change (undo does not take decisions back)") };
        var encoding = TableFiles.Encoding(language);
        var command = new Command("import", language.Pick("直した表のコーディングを取り込む", "Take the codings of a corrected table in")) { file, workspace, who, reviewed, dryRun, encoding };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store => Import(
            language, store, parsed.GetRequiredValue(file), parsed.GetValue(encoding), parsed.GetRequiredValue(who), parsed.GetValue(reviewed), parsed.GetValue(dryRun))));
        return command;
    }

    private static int Import(ScreenLanguage language, WorkspaceStore store, string file, string? encoding, string who, bool isReviewed, bool isDryRun)
    {
        if (store.Codebooks().LastOrDefault() is not { } codebook)
        {
            CommandLine.PrintFailure(language, string.Empty, CodebookSource.None);
            return CommandLine.Failed;
        }

        if (Read(language, file, encoding, CodebookReader.Read(codebook.Yaml), store.CodeLedger()) is not { } table)
        {
            return CommandLine.Failed;
        }

        var plan = CodingsPlan.Of(table, CodingsState.Of(store, codebook, who), who, DateTimeOffset.Now, isReviewed);
        if (!plan.Problems.IsEmpty)
        {
            var more = TableFiles.PrintProblems(language, file, plan.Problems);
            Console.Error.WriteLine(more > 0
                ? language.Pick(
                    $"ほかに {more} 行。何も取り込みませんでした。直してからもう一度実行してください。", $"{more} more rows. Nothing was taken in. Correct these rows and run it again.")
                : language.Pick("何も取り込みませんでした。直してからもう一度実行してください。", "Nothing was taken in. Correct these rows and run it again."));
            return CommandLine.Failed;
        }

        var none = new CodingWrites([], []);
        var (writes, marks) = isDryRun ? (none, none) : store.TakeIn(plan.Batch);
        ImmutableArray<(int Row, BilingualText What)> refused =
        [
            .. plan.Refused,
            .. writes.Refused.Select(r => (plan.Changes.First(c => c.Coding.CommentId == r.Wanted.CommentId && c.Coding.Code == r.Wanted.Code).Row, Person.Why(r))),
            .. marks.Refused.Select(r => (plan.NoneFits.First(n => n.Decision.CommentId == r.Wanted.CommentId).Row, Person.Why(r))),
        ];
        foreach (var (row, what) in refused.OrderBy(r => r.Row))
        {
            TableFiles.PrintRow(language, file, row, what);
        }

        if (isDryRun)
        {
            Console.Out.WriteLine(language.Pick("試しに見ただけで、何も変えていません。取り込むと次のようになります。", "Nothing was changed. Taken in, it would be as follows."));
        }

        if (plan.NoneFits.Length > marks.Refused.Length)
        {
            Console.Out.WriteLine(language.Pick(
                $"どのコードも合わないとして {plan.NoneFits.Length - marks.Refused.Length} 件の意見を確認済みにしました。", $"{plan.NoneFits.Length - marks.Refused.Length} comments marked as done: no code fits."));
        }

        if (plan.Recoded > 0)
        {
            Console.Out.WriteLine(language.Pick(
                $"コードを別のコードに変えた行 {plan.Recoded} 件。前のコードは却下にしました。", $"{plan.Recoded} rows have another code than before; the earlier code is rejected."));
        }

        if (!plan.ByPerson.IsEmpty)
        {
            Console.Out.WriteLine(language.Pick(
                $"ほかの人が先に決めたコード {plan.ByPerson.Length} 件は、{who} さんの判断として別に残しました。いまのコードはそのままです（二人の一致は feedbacklab agreement -w で測れます）。",
                $"{plan.ByPerson.Length} codes that others decided on first: kept as decisions of {who} beside theirs, what stands is unchanged (measure agreement with feedbacklab agreement -w)."));
        }

        var written = isDryRun ? plan.Changes.Length : writes.Written.Length;
        Console.Out.WriteLine(language.Pick(
            $"{written} 件を取り込みました。変わらない {plan.Unchanged} 件、取り込めない {refused.Length} 件。",
            $"{written} taken in, {plan.Unchanged} unchanged, {refused.Length} refused."));
        return refused.IsEmpty ? CommandLine.Done : CommandLine.Failed;
    }

    // The table's rows; null after a failure was printed.
    private static CodingRows? Read(ScreenLanguage language, string file, string? encoding, Codebook codebook, CodeLedger ledger) =>
        TableFiles.Read(language, file, encoding) is not var (bytes, text) ? null
        : text is null ? CodingsTableReader.ReadWorkbook(file, bytes, codebook, ledger)
        : CodingsTableReader.ReadCsv(text, codebook, ledger);

    // A file is what its name says; null where there is nothing to say against it.
    private static BilingualText? WrongEnding(string file, bool isCsvOnly) => Path.GetExtension(file).ToLowerInvariant() is var ending && (ending == ".csv" || (!isCsvOnly && TableFiles.IsWorkbook(file)))
        ? null
        : isCsvOnly ? new("--by-person の表は CSV です。ファイル名の終わりは .csv にしてください。", "What each person decided is written as CSV: let the file's name end with .csv.")
        : new("ファイル名の終わりは .xlsx か .csv にしてください。", "The file's name must end with .xlsx or .csv.");

    private static Codebook CodebookOf(WorkspaceStore store) =>
        store.Codebooks().LastOrDefault() is { } latest ? CodebookReader.Read(latest.Yaml) : CodebookReader.Default;
}
