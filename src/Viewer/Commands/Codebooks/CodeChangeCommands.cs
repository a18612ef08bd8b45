using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Viewer.Commands.Coding;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Commands.Codebooks;

/// <summary><c>feedbacklab codebook add|rename|merge|undo|split|retire|history</c>: changes to codes, with their entries in the ledger.</summary>
internal static class CodeChangeCommands
{
    private const string NewTheme = "new-theme";
    private const string Cluster = "cluster";

    /// <summary>The commands.</summary>
    /// <param name="language">The user's language.</param>
    public static IEnumerable<Command> All(ScreenLanguage language) => [Add(language), Rename(language), Merge(language), Undo(language), Split(language), Retire(language), History(language)];

    private static Command Add(ScreenLanguage language)
    {
        var id = new Argument<string?>("ID") { Description = language.Pick("コードの ID。--from があれば省ける", "The code's ID; may be left out with --from"), Arity = ArgumentArity.ZeroOrOne };
        var name = Name(language, required: false);
        var english = English(language);
        var from = new Option<string[]>("--from")
        {
            Description = language.Pick(
                "最後の分析で見つかったものから作る: 「new-theme 番号」は新しいテーマの候補、「cluster 番号」は意見グループ。名前、定義、語はそこから取る",
                "Make it of what the last analysis found: \"new-theme NUMBER\" of a possible new theme, \"cluster NUMBER\" of a group of comments; name, definition and words are taken from it"),
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
        };
        var definition = new Option<string?>("--definition") { Description = language.Pick("定義", "Its definition") };
        var terms = new Option<string[]>("--terms") { Description = language.Pick("そのコードを示す語", "Words that speak for it"), AllowMultipleArgumentsPerToken = true };
        var parent = new Option<string?>("--parent") { Description = language.Pick("上のコードの ID", "ID of the code above it") };
        var options = new ChangeOptions(language);
        var command = new Command("add", language.Pick("コードを足す", "Add a code")) { id, name, english, definition, terms, parent, from };
        return options.Set(command, Change, parsed => parsed.GetValue(from) is [var kind, var number]
            ? kind == Cluster ? new BilingualText($"意見グループ {number} から", $"from cluster {number}") : new BilingualText($"新しいテーマの候補 {number} から", $"from possible new theme {number}")
            : null);

        CodebookRevision Change(WorkspaceStore store, ParseResult parsed, Codebook book)
        {
            var found = parsed.GetValue(from) is [var kind, var number] ? Found(options.Folder(parsed), kind, number) : null;
            var draft = found is null ? null : CodeDraft.Of(found.Label, found.Terms, book with { Codes = CodebookSource.Ever(store) });
            var called = parsed.GetValue(name) ?? draft?.Name.Ja ?? throw DefinitionNode.Invalid(1, "--name で名前を書いてください。", "Name it with --name.");
            if (found is not null && book.Codes.FirstOrDefault(c => c.Name.Ja == called) is { } same)
            {
                throw DefinitionNode.Invalid(1, $"「{called}」というコードはもうあります（{same.Id}）。別のコードなら --name で別の名前を付けてください。", $"There is a code called \"{called}\" already ({same.Id}). If it is another one, give it another name with --name.");
            }

            return CodebookOperations.Add(book, new Code(
                parsed.GetValue(id) ?? draft?.Id ?? throw DefinitionNode.Invalid(1, "コードの ID を書いてください。", "Write the code's ID."),
                Named(called, parsed.GetValue(english)),
                parsed.GetValue(definition) is { } text ? new BilingualText(text, text) : draft?.Definition ?? new BilingualText(string.Empty, string.Empty),
                string.Empty,
                string.Empty,
                parsed.GetValue(terms) is [_, ..] words ? [.. words] : draft?.Terms ?? [],
                [])
            {
                Parent = parsed.GetValue(parent),
            });
        }
    }

    // A group that the workspace's last analysis found.
    private static GroupRecord Found(string folder, string kind, string number)
    {
        if (kind is not (NewTheme or Cluster) || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted))
        {
            throw DefinitionNode.Invalid(1, $"--from は「{NewTheme} 番号」か「{Cluster} 番号」と書いてください。", $"Write --from as \"{NewTheme} NUMBER\" or \"{Cluster} NUMBER\".");
        }

        ImmutableArray<GroupRecord> groups = [.. (AnalysisRecord.Latest(folder)?.Groups ?? []).Where(g => g.IsNewTheme == (kind == NewTheme))];
        return groups.FirstOrDefault(g => g.Number == wanted) ?? throw (groups.IsEmpty
            ? DefinitionNode.Invalid(
                1,
                "このワークスペースの最後の分析には、そのようなまとまりがありません。先に feedbacklab analyze -w を実行してください。",
                "The last analysis of this workspace found none. Run feedbacklab analyze -w first.")
            : DefinitionNode.Invalid(
                1,
                $"{kind} {wanted} は最後の分析にありません。あるのは {string.Join("、", groups.Select(g => $"{g.Number} {g.Label}"))} です。",
                $"The last analysis has no {kind} {wanted}. There are {string.Join(", ", groups.Select(g => $"{g.Number} {g.Label}"))}."));
    }

    private static Command Rename(ScreenLanguage language)
    {
        var id = Id(language);
        var name = new Argument<string>(language.Pick("名前", "NAME")) { Description = language.Pick("新しい名前", "Its new name") };
        var english = English(language);
        var options = new ChangeOptions(language);
        var command = new Command("rename", language.Pick("コードの名前を変える（意味は変わらない）", "Give a code another name; it means what it meant")) { id, name, english };
        return options.Set(command, (parsed, book) => CodebookOperations.Rename(book, parsed.GetRequiredValue(id), Named(parsed.GetRequiredValue(name), parsed.GetValue(english))));
    }

    private static Command Merge(ScreenLanguage language)
    {
        var ids = new Argument<string[]>(language.Pick("ID…", "ID…")) { Description = language.Pick("まとめるコード、二つ以上", "The codes to merge, two or more"), Arity = ArgumentArity.OneOrMore };
        var into = new Option<string>("--into") { Description = language.Pick("まとめた先の ID（その中の一つか、新しい ID）", "ID of what they become: one of them, or a new one"), Required = true };
        var name = Name(language, required: false);
        var english = English(language);
        var options = new ChangeOptions(language);
        var command = new Command("merge", language.Pick("コードを一つにまとめる。付けた判断は引き継がれる", "Merge codes into one; decisions are carried over")) { ids, into, name, english };
        return options.Set(command, (parsed, book) =>
        {
            ImmutableArray<string> from = [.. parsed.GetRequiredValue(ids)];
            var target = parsed.GetRequiredValue(into);
            if (book.Codes.Any(c => c.Id == target) && !from.Contains(target))
            {
                from = from.Add(target);
            }

            var given = parsed.GetValue(name) is { } text ? Named(text, parsed.GetValue(english)) : null;
            return CodebookOperations.Merge(book, from, CodebookOperations.Together(book, from, target, given));
        });
    }

    private static Command Undo(ScreenLanguage language)
    {
        var options = new ChangeOptions(language);
        var command = new Command("undo", language.Pick("最後の統合を取り消す。コードも判断も、統合の前のとおりになる", "Undo the last merge: codes and decisions are as they were before it"));
        return options.SetUndo(command);
    }

    private static Command Split(ScreenLanguage language)
    {
        var id = Id(language);
        var into = new Option<string[]>("--into")
        {
            Description = language.Pick("新しいコード、ID=名前 の形で二つ以上", "The new codes, two or more, each as ID=NAME"),
            AllowMultipleArgumentsPerToken = true,
        };
        var file = new Option<string?>("--codes") { Description = language.Pick("新しいコードを定義とともに書いたファイル（コードブックの形）", "A file with the new codes and their definitions, in a codebook's form") };
        var options = new ChangeOptions(language);
        var command = new Command("split", language.Pick("コードを分ける。付けた意見は見直しになる", "Split a code; the comments that had it are to be looked at again")) { id, into, file };
        return options.Set(command, (parsed, book) =>
        {
            if (parsed.GetValue(file) is { } name)
            {
                return CodebookFile.Read(language, name) is { } read ? CodebookOperations.Split(book, parsed.GetRequiredValue(id), read.Codebook.Codes) : null;
            }

            return CodebookOperations.Split(book, parsed.GetRequiredValue(id), [.. (parsed.GetValue(into) ?? []).Select(Part)]);
        });
    }

    private static Code Part(string text)
    {
        var at = text.IndexOfAny(['=', '＝']);
        return at <= 0
            ? throw DefinitionNode.Invalid(1, $"「{text}」は ID=名前 の形で書いてください。", $"Write \"{text}\" as ID=NAME.")
            : new Code(text[..at], Named(text[(at + 1)..], null), new BilingualText(string.Empty, string.Empty), string.Empty, string.Empty, [], []);
    }

    private static Command Retire(ScreenLanguage language)
    {
        var id = Id(language);
        var options = new ChangeOptions(language);
        var command = new Command("retire", language.Pick("コードを使うのをやめる。付けた判断は記録に残る", "Use a code no more; decisions on it are kept, out of force")) { id };
        return options.Set(command, (parsed, book) => CodebookOperations.Retire(book, parsed.GetRequiredValue(id)));
    }

    private static Command History(ScreenLanguage language)
    {
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var format = TableOutput.Option();
        var command = new Command("history", language.Pick("コードの統合・分割・変更の記録", "What became of the codes: merged, split, renamed, redefined")) { workspace, format };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            var names = CodebookSource.Names(store);
            var output = TableOutput.Of(parsed, format);

            // Other programs read the operation as an identifier.
            string NameOf(CodeOperation operation) => output is TableFormat.Json or TableFormat.Csv ? operation.ToString().ToLowerInvariant() : language.Pick(CodebookWriteText.NameOf(operation));
            TableOutput.Write(language, output, new ExportTable(
                new BilingualText("コードの記録", "Ledger of codes"),
                [
                    Column("version", "版", "Version"), Column("at", "いつ", "When"), Column("who", "誰が", "Who"), Column("what", "何を", "What"), Column("note", "理由", "Why"),
                    Column("operation", "操作", "Operation"), Column("from", "前", "From"), Column("to", "後", "To"),
                ],
                [
                    .. store.CodeLedger().Entries.Select(e => ImmutableArray.Create<object?>(
                        e.Version, e.When.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), e.Who, language.Pick(CodebookWriteText.Of(e.Step, names)), e.Note,
                        NameOf(e.Step.Operation), string.Join(' ', e.Step.From), string.Join(' ', e.Step.To))),
                ],
                []));
            return CommandLine.Done;
        }));
        return command;
    }

    private static Argument<string> Id(ScreenLanguage language) => new("ID") { Description = language.Pick("コードの ID", "The code's ID") };

    private static Option<string> Name(ScreenLanguage language, bool required) => new("--name") { Description = language.Pick("名前", "Its name"), Required = required };

    private static Option<string?> English(ScreenLanguage language) => new("--name-en") { Description = language.Pick("英語の名前", "Its name in English, where the other is Japanese") };

    private static BilingualText Named(string name, string? english) => new(name, english ?? name);

    private static ExportColumn Column(string key, string ja, string en) => new(key, new BilingualText(ja, en));

    // What every change has: the workspace, who, and why.
    private sealed class ChangeOptions(ScreenLanguage language)
    {
        private readonly Option<string?> _workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        private readonly Option<string> _who = Person.Option(language);
        private readonly Option<string?> _note = new("--note") { Description = language.Pick("理由", "Why") };

        public string Folder(ParseResult parsed) => parsed.GetValue(_workspace) ?? WorkspaceFolder.Default;

        public Command Set(Command command, Func<ParseResult, Codebook, CodebookRevision?> change) => Set(command, (_, parsed, book) => change(parsed, book), _ => null);

        public Command Set(Command command, Func<WorkspaceStore, ParseResult, Codebook, CodebookRevision?> change, Func<ParseResult, BilingualText?> reason) => Write(
            command,
            (store, parsed, latest, who, when) => change(store, parsed, CodebookReader.Read(latest.Yaml)) is { } revision
                ? store.ReviseCodebook(revision, latest.Version, who, when, parsed.GetValue(_note) ?? (reason(parsed) is { } told ? language.Pick(told) : string.Empty))
                : null);

        public Command SetUndo(Command command) =>
            Write(command, (store, parsed, latest, who, when) => store.UndoMerge(latest.Version, who, when, parsed.GetValue(_note) ?? string.Empty));

        private Command Write(Command command, Func<WorkspaceStore, ParseResult, CodebookVersion, string, DateTimeOffset, CodebookWrite?> write)
        {
            command.Add(_workspace);
            command.Add(_who);
            command.Add(_note);
            command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(_workspace), create: false, store =>
            {
                if (store.Codebooks().LastOrDefault() is not { } latest)
                {
                    CommandLine.PrintFailure(language, string.Empty, CodebookSource.None);
                    return CommandLine.Failed;
                }

                try
                {
                    return write(store, parsed, latest, parsed.GetRequiredValue(_who), DateTimeOffset.Now) is { } written ? CodebookWriteText.Print(language, written) : CommandLine.Failed;
                }
                catch (DefinitionException e)
                {
                    CommandLine.PrintFailure(language, string.Empty, e.What);
                    return CommandLine.Failed;
                }
            }));
            return command;
        }
    }
}
