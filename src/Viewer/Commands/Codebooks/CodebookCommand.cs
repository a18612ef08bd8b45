using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Commands.Coding;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands.Codebooks;

/// <summary><c>feedbacklab codebook</c>: a workspace's codebook and its versions, to and from files.</summary>
public static class CodebookCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var command = new Command("codebook", language.Pick("コードブックを見る、取り込む、書き出す、確かめる、比べる、変える", "Show, take in, write, check, compare and change codebooks"))
        {
            Show(language),
            Import(language),
            Export(language),
            Check(language),
            Diff(language),
        };
        foreach (var change in CodeChangeCommands.All(language))
        {
            command.Add(change);
        }

        return command;
    }

    private static Command Show(ScreenLanguage language)
    {
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var version = new Option<int?>("--version-number") { Description = language.Pick("見る版。指定がなければ最新", "The version; the latest if not given") };
        var format = TableOutput.Option();
        var command = new Command("show", language.Pick("コードと版を見る", "Show the codes and the versions")) { workspace, version, format };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            var versions = store.Codebooks();
            var number = parsed.GetValue(version);
            if (CodebookSource.Of(language, store, number) is not { } codebook)
            {
                return CommandLine.Failed;
            }

            TableOutput.Write(language, TableOutput.Of(parsed, format), new ExportTable(
                new BilingualText(codebook.Name, codebook.Name),
                [
                    Column("id", "ID", "ID"), Column("name", "名前", "Name"), Column("parent", "上のコード", "Parent"), Column("definition", "定義", "Definition"), Column("terms", "語", "Terms"),
                    .. codebook.Codes.Any(c => !c.Rules.IsEmpty) ? new[] { Column("rules", "ルール", "Rules") } : [],
                ],
                [
                    .. codebook.Codes.Select(c => (ImmutableArray<object?>)
                        [
                            c.Id, language.Pick(c.Name), c.Parent, language.Pick(c.Definition), string.Join(language.Pick("、", ", "), c.Terms),
                            .. codebook.Codes.Any(k => !k.Rules.IsEmpty) ? new object?[] { string.Join('\n', c.Rules) } : [],
                        ]),
                ],
                [
                    .. versions.Select(v => new BilingualText(
                        $"第{v.Version}版 {v.When.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {v.Who} {v.Sha256[..12]}",
                        $"version {v.Version} {v.When.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {v.Who} {v.Sha256[..12]}")),
                ]));
            return CommandLine.Done;
        }));
        return command;
    }

    private static Command Import(ScreenLanguage language)
    {
        var file = new Argument<string>(language.Pick("コード.yaml", "CODES.yaml")) { Description = language.Pick("YAML、JSON、REFI-QDA（.qdc）、KH Coder のルール（.txt）", "YAML, JSON, REFI-QDA (.qdc) or KH Coder's rules (.txt)") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var who = Person.Option(language);
        var note = new Option<string?>("--note") { Description = language.Pick("理由", "Why") };
        var replace = new Option<bool>("--replace-codebook")
        {
            Description = language.Pick("人が判断を付けたコードがそこになくても、新しい版にする（判断は残るが使われなくなる）", "Make it the new version even where it lacks codes that people decided on (the decisions are kept out of force)"),
        };
        var command = new Command("import", language.Pick("ワークスペースの新しい版にする", "Make it the workspace's new version")) { file, workspace, who, note, replace };
        command.SetAction(parsed =>
        {
            if (CodebookFile.Read(language, parsed.GetRequiredValue(file)) is not { } read)
            {
                return CommandLine.Failed;
            }

            return WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
            {
                var latest = store.Codebooks().LastOrDefault();
                if (latest is not null && !parsed.GetValue(replace) && WorkspaceAnalysis.LostBy(store, CodebookReader.Read(latest.Yaml), read.Codebook) is { IsEmpty: false } lost)
                {
                    CommandLine.PrintFailure(language, parsed.GetRequiredValue(file), AnalyzeCommand.NotReplaced(lost));
                    return CommandLine.Failed;
                }

                return CodebookWriteText.Print(
                    language, store.SaveCodebook(read.Text, latest?.Version ?? 0, parsed.GetRequiredValue(who), DateTimeOffset.Now, parsed.GetValue(note) ?? string.Empty));
            });
        });
        return command;
    }

    private static Command Export(ScreenLanguage language)
    {
        var file = new Argument<string>(language.Pick("コード.yaml", "CODES.yaml")) { Description = language.Pick("書き出すファイル（.yaml、.json、.qdc、.txt）", "The file to write (.yaml, .json, .qdc or .txt)") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var command = new Command("export", language.Pick("最新の版を書き出す（.qdc はほかの質的分析ソフト、.txt は KH Coder 用）", "Write the latest version (.qdc for other programs, .txt for KH Coder)")) { file, workspace };
        command.SetAction(parsed => WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
        {
            var name = parsed.GetRequiredValue(file);
            if (CodebookSource.Of(language, store, null) is not { } codebook)
            {
                return CommandLine.Failed;
            }

            switch (Path.GetExtension(name).ToLowerInvariant())
            {
                case ".qdc":
                    return CodebookSource.Write(language, name, QdaCodebook.Write(codebook));
                case ".txt":
                    var (rules, losses) = RuleCodebook.Write(codebook);
                    foreach (var loss in losses)
                    {
                        CommandLine.PrintFailure(language, name, loss);
                    }

                    return CodebookSource.Write(language, name, rules);
                case ".json":
                    return CodebookSource.Write(language, name, CodebookWriter.Json(codebook));
                case ".yaml" or ".yml":
                    // As its author wrote it, comments and all, where that is YAML.
                    var text = store.Codebooks().LastOrDefault()?.Yaml ?? CodebookReader.DefaultText;
                    return CodebookSource.Write(language, name, text.AsSpan().TrimStart() is ['{' or '[', ..] ? CodebookWriter.Yaml(codebook) : text);
                default:
                    CommandLine.PrintFailure(language, name, new BilingualText(
                        "拡張子で形式を決めます。.yaml、.json、.qdc、.txt のどれかにしてください。", "The name's ending decides the format: .yaml, .json, .qdc or .txt."));
                    return CommandLine.Misused;
            }
        }));
        return command;
    }

    private static Command Check(ScreenLanguage language)
    {
        var file = new Argument<string?>(language.Pick("コード.yaml", "CODES.yaml")) { Description = language.Pick("指定がなければワークスペースの最新の版", "The workspace's latest version if not given"), Arity = ArgumentArity.ZeroOrOne };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var command = new Command("check", language.Pick("まぎらわしいところを探す", "Look for what may lead astray")) { file, workspace };
        command.SetAction(parsed => parsed.GetValue(file) is { } name
            ? CodebookFile.Read(language, name) is { } read ? Warn(language, read.Codebook, WorkspaceComments(language, parsed.GetValue(workspace))) : CommandLine.Failed
            : WorkspaceFolder.Use(language, parsed.GetValue(workspace), create: false, store =>
                CodebookSource.Of(language, store, null) is { } codebook ? Warn(language, codebook, store.Corpus().Comments) : CommandLine.Failed));
        return command;
    }

    private static Command Diff(ScreenLanguage language)
    {
        var earlier = new Argument<string>(language.Pick("前", "EARLIER")) { Description = language.Pick("ファイル、または版の番号", "A file, or a version's number") };
        var later = new Argument<string>(language.Pick("後", "LATER")) { Description = language.Pick("ファイル、または版の番号", "A file, or a version's number") };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var command = new Command("diff", language.Pick("二つのコードブックの違いを見る", "Show what two codebooks differ in")) { earlier, later, workspace };
        command.SetAction(parsed =>
        {
            Codebook? Read(string name) => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && !File.Exists(name)
                ? CodebookSource.OfVersion(language, parsed.GetValue(workspace), number)
                : CodebookFile.Read(language, name)?.Codebook;
            if (Read(parsed.GetRequiredValue(earlier)) is not { } before || Read(parsed.GetRequiredValue(later)) is not { } after)
            {
                return CommandLine.Failed;
            }

            var diff = CodebookDiff.Of(before, after);
            foreach (var code in diff.Added)
            {
                Console.Out.WriteLine($"+ {code.Id} {language.Pick(code.Name)}");
            }

            foreach (var code in diff.Removed)
            {
                Console.Out.WriteLine($"- {code.Id} {language.Pick(code.Name)}");
            }

            foreach (var change in diff.Changed)
            {
                Console.Out.WriteLine($"~ {change.After.Id} {language.Pick(change.Before.Name)}{(change.Before.Name == change.After.Name ? string.Empty : " → " + language.Pick(change.After.Name))}: {string.Join(", ", change.Fields)}");
            }

            foreach (var code in diff.Removed.Where(r => diff.Added.Any(a => a.Name.Ja == r.Name.Ja)))
            {
                Console.Out.WriteLine(language.Pick(
                    $"! 「{code.Name.Ja}」は id が変わりました（{code.Id} → {diff.Added.First(a => a.Name.Ja == code.Name.Ja).Id}）。前に付けたコードは引き継がれません。",
                    $"! \"{code.Name.En}\" has another id ({code.Id} → {diff.Added.First(a => a.Name.Ja == code.Name.Ja).Id}); earlier codings do not follow."));
            }

            Console.Out.WriteLine(language.Pick(
                $"増えた {diff.Added.Length}、なくなった {diff.Removed.Length}、変わった {diff.Changed.Length}", $"{diff.Added.Length} added, {diff.Removed.Length} removed, {diff.Changed.Length} changed"));
            return CommandLine.Done;
        });
        return command;
    }

    // A file is checked against the comments of a workspace only where one is named.
    private static ImmutableArray<Comment> WorkspaceComments(ScreenLanguage language, string? workspace) =>
        workspace is null ? [] : WorkspaceFolder.Corpus(language, workspace)?.Comments ?? [];

    private static int Warn(ScreenLanguage language, Codebook codebook, ImmutableArray<Comment> comments)
    {
        ImmutableArray<(string Code, BilingualText What)> warnings = [.. CodebookCheck.Of(codebook).Concat(CodebookCheck.Of(codebook, comments)).Distinct()];
        var notes = TermNotes.Of(codebook, comments, TextTerms.ByKuromoji(LexiconReader.Default));
        ImmutableArray<(string Code, BilingualText What)> told = [.. warnings, .. notes.SelectMany(n => TermNotesText.Of(n).Select(t => (n.Code, t)))];
        foreach (var (code, what) in told)
        {
            var name = language.Pick(codebook.Codes.First(c => c.Id == code).Name);
            Console.Out.WriteLine($"{(name == code ? code : language.Pick($"{code}（{name}）", $"{code} ({name})"))}: {language.Pick(what)}");
        }

        var unused = notes.Sum(n => n.Unused.Length + n.UnusedInclude.Length);
        Console.Out.WriteLine(language.Pick(
            $"コード {codebook.Codes.Length}、気になるところ {warnings.Length}{(unused > 0 ? $"、意見にない語 {unused}" : string.Empty)}",
            $"{codebook.Codes.Length} codes, {warnings.Length} warnings{(unused > 0 ? $", {unused} terms that no comment has" : string.Empty)}"));
        return CommandLine.Done;
    }

    private static ExportColumn Column(string key, string ja, string en) => new(key, new BilingualText(ja, en));
}
