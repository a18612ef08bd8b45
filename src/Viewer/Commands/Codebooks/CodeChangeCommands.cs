using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Viewer.Commands.Coding;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands.Codebooks;

/// <summary><c>feedbacklab codebook add|rename|merge|split|retire|history</c>: changes to codes, with their entries in the ledger.</summary>
internal static class CodeChangeCommands
{
    /// <summary>The commands.</summary>
    /// <param name="language">The user's language.</param>
    public static IEnumerable<Command> All(ScreenLanguage language) => [Add(language), Rename(language), Merge(language), Split(language), Retire(language), History(language)];

    private static Command Add(ScreenLanguage language)
    {
        var id = Id(language);
        var name = Name(language, required: false);
        var english = English(language);
        var cluster = new Option<int?>("--cluster") { Description = language.Pick("見つかった意見グループの番号。名前と語をそこから取る", "Number of a group of comments that was found; name and words are taken from it") };
        var results = new Option<string>("--in") { Description = language.Pick("グループを探した analyze の結果のフォルダー", "Folder of the results of analyze that have the group"), DefaultValueFactory = _ => CommandLine.DefaultFolder };
        var definition = new Option<string?>("--definition") { Description = language.Pick("定義", "Its definition") };
        var terms = new Option<string[]>("--terms") { Description = language.Pick("そのコードを示す語", "Words that speak for it"), AllowMultipleArgumentsPerToken = true };
        var parent = new Option<string?>("--parent") { Description = language.Pick("上のコードの ID", "ID of the code above it") };
        var options = new ChangeOptions(language);
        var command = new Command("add", language.Pick("コードを足す", "Add a code")) { id, name, english, definition, terms, parent, cluster, results };
        return options.Set(command, (parsed, book) =>
        {
            (string? Label, ImmutableArray<string> Terms) found = parsed.GetValue(cluster) is { } number ? Cluster(parsed.GetRequiredValue(results), number) : (null, []);
            var called = parsed.GetValue(name) ?? found.Label ?? throw DefinitionNode.Invalid(1, "--name で名前を書いてください。", "Name it with --name.");
            var text = parsed.GetValue(definition) ?? string.Empty;
            return CodebookOperations.Add(book, new Code(
                parsed.GetRequiredValue(id), Named(called, parsed.GetValue(english)), new BilingualText(text, text), string.Empty, string.Empty, [.. found.Terms, .. parsed.GetValue(terms) ?? []], [])
            {
                Parent = parsed.GetValue(parent),
            });
        });
    }

    // Label and terms of a group in the results of an analysis.
    private static (string Label, ImmutableArray<string> Terms) Cluster(string folder, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "findings.json")));
            foreach (var cluster in json.RootElement.GetProperty("clusters").EnumerateArray().Where(c => c.GetProperty("number").GetInt32() == number))
            {
                return (cluster.GetProperty("label").GetString()!, [.. cluster.GetProperty("terms").EnumerateArray().Select(t => t.GetString()!)]);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw DefinitionNode.Invalid(1, $"{folder} に分析の結果（findings.json）がありません。analyze を先に実行し、結果のフォルダーを --in で指定してください。", $"{folder} has no results (findings.json). Run analyze first, and name the folder of its results with --in.", e);
        }

        throw DefinitionNode.Invalid(1, $"グループ {number} は {folder} の結果にありません。", $"The results in {folder} have no group {number}.");
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
            TableOutput.Write(language, TableOutput.Of(parsed, format), new ExportTable(
                new BilingualText("コードの記録", "Ledger of codes"),
                [
                    Column("version", "版", "Version"), Column("at", "いつ", "When"), Column("who", "誰が", "Who"), Column("what", "何を", "What"), Column("note", "理由", "Why"),
                    Column("operation", "操作", "Operation"), Column("from", "前", "From"), Column("to", "後", "To"),
                ],
                [
                    .. store.CodeLedger().Entries.Select(e => ImmutableArray.Create<object?>(
                        e.Version, e.When.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), e.Who, language.Pick(CodebookWriteText.Of(e.Step, names)), e.Note,
                        e.Step.Operation.ToString().ToLowerInvariant(), string.Join(' ', e.Step.From), string.Join(' ', e.Step.To))),
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

        public Command Set(Command command, Func<ParseResult, Codebook, CodebookRevision?> change)
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
                    return change(parsed, CodebookReader.Read(latest.Yaml)) is { } revision
                        ? CodebookWriteText.Print(language, store.ReviseCodebook(revision, latest.Version, parsed.GetRequiredValue(_who), DateTimeOffset.Now, parsed.GetValue(_note) ?? string.Empty))
                        : CommandLine.Failed;
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
