using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis.Statistics;
using FeedbackLab.Analysis.Themes.Rules;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab rules</c>: counts the comments that have the codes of a file of KH Coder's coding rules.</summary>
public static class RulesCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var file = new Argument<string>(language.Pick("ルール.txt", "RULES.txt")) { Description = language.Pick("KH Coder のコーディングルール・ファイル", "A file of KH Coder's coding rules") };
        var inputs = new Argument<string[]>(language.Pick("資料", "FILE|FOLDER")) { Description = language.Pick("ワークスペースを使わないときの資料", "Files, where there is no workspace"), Arity = ArgumentArity.ZeroOrMore };
        var workspace = WorkspaceFolder.Option(language, string.Empty);
        var why = new Option<string?>("--why") { Description = language.Pick("この ID の意見が、なぜそのコードになるか（ならないか）", "Why the comment with this ID has the codes, or has not") };
        var format = new Option<string>("--format") { Description = "table, json, csv, markdown", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "markdown");
        var reading = new ReadingOptions(language);
        var command = new Command("rules", language.Pick("KH Coder のコーディングルールで数える", "Count by KH Coder's coding rules")) { file, inputs, workspace, why, format };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var (options, exitCode) = reading.Of(parsed);
            if (options is null)
            {
                return exitCode;
            }

            var files = parsed.GetValue(inputs) ?? [];
            if (files.Length == 0 == parsed.GetValue(workspace) is null)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText("資料か、-w でワークスペースを指定してください（どちらか一方）。", "Name files, or a workspace with -w: one of the two."));
                return CommandLine.Misused;
            }

            if (Read(language, parsed.GetRequiredValue(file)) is not { } rules)
            {
                return CommandLine.Failed;
            }

            var corpus = parsed.GetValue(workspace) is { } folder ? WorkspaceFolder.Corpus(language, folder) : CorpusReader.Read(files, options);
            return corpus is null
                ? CommandLine.Failed
                : parsed.GetValue(why) is { } id
                    ? Explain(language, rules, corpus, id)
                    : Count(language, rules, corpus, Enum.Parse<TableFormat>(parsed.GetRequiredValue(format), ignoreCase: true), parsed.GetRequiredValue(file));
        });
        return command;
    }

    private static RuleFile? Read(ScreenLanguage language, string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            var (decoded, problem) = TextDecoder.Decode(file, bytes, null);
            decoded ??= TextDecoder.Decode(file, bytes, "cp932").Decoded;
            if (decoded is not null)
            {
                return RuleFile.Read(decoded.Text);
            }

            CommandLine.PrintFailure(language, file, problem!.What);
        }
        catch (RuleException e)
        {
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{e.Line}:{e.Column}"), e.What);
            Console.Error.WriteLine(e.Text);
            Console.Error.WriteLine(new string(' ', KwicText.TerminalWidth(e.Text[..Math.Min(e.Column - 1, e.Text.Length)])) + "^");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText("開けません。ファイルの場所と名前を確かめてください。", "It cannot be opened. Check where it is and what it is called."));
        }

        return null;
    }

    private static int Count(ScreenLanguage language, RuleFile rules, CommentCorpus corpus, TableFormat format, string file)
    {
        var units = RuleUnit.Of(corpus.Comments);
        ImmutableArray<ImmutableArray<RuleOutcome>> outcomes = [.. units.Select(u => RuleEvaluator.Apply(rules, u))];
        var known = Denominators.Of(corpus).Respondents.Length;
        var none = outcomes.Count(o => o.All(c => !c.IsYes));
        TableOutput.Write(language, format, new ExportTable(
            new BilingualText("コーディングルールの単純集計", "Comments by coding rule"),
            [
                Column("code", "コード", "Code"), Column("respondents", "回答者", "Respondents"), Column("respondentsOf", "／全", "of"),
                Column("comments", "意見", "Comments"), Column("commentsOf", "／全", "of"),
            ],
            [
                .. rules.Codes.Select((code, c) =>
                {
                    var having = Enumerable.Range(0, units.Length).Where(i => outcomes[i][c].IsYes).ToList();
                    return ImmutableArray.Create<object?>(
                        code.Name, having.Select(i => units[i].Comment.AskedRespondent).OfType<string>().Distinct(StringComparer.Ordinal).Count(), known, having.Count, units.Length);
                }),
            ],
            [new BilingualText($"どのコードもない意見 {none} 件", $"{none} comments have no code")]));
        foreach (var warning in RuleLint.Of(rules, units, outcomes))
        {
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{warning.Line}:{warning.Column}"), warning.What);
        }

        return CommandLine.Done;
    }

    private static int Explain(ScreenLanguage language, RuleFile rules, CommentCorpus corpus, string id)
    {
        var units = RuleUnit.Of(corpus.Comments);
        if (units.FirstOrDefault(u => u.Comment.Id == id) is not { } unit)
        {
            CommandLine.PrintFailure(language, string.Empty, new BilingualText($"ID「{id}」の意見はありません。", $"There is no comment with the ID {id}."));
            return CommandLine.Failed;
        }

        var console = Terminal.Output();
        foreach (var (code, outcome) in rules.Codes.Zip(RuleEvaluator.Apply(rules, unit)))
        {
            var verdict = outcome.IsYes ? language.Pick("○", "yes") : language.Pick("×", "no");
            console.Profile.Out.Writer.WriteLine($"{verdict} {code.Name}");
            if (outcome.IsYes)
            {
                console.Profile.Out.Writer.WriteLine("  " + Terminal.Highlighted(console, unit.Comment.Text, outcome.Spans));
            }

            foreach (var failing in outcome.Failing)
            {
                var (line, column) = code.PlaceOf(First(failing.Node).At);
                var text = code.Written(failing.Node);
                console.Profile.Out.Writer.WriteLine(Terminal.Printable(language.Pick(
                    $"  {line}行{column}字目「{text}」が成り立ちません", $"  line {line}, column {column}: \"{text}\" does not hold")));
            }
        }

        return CommandLine.Done;
    }

    private static RuleNode First(RuleNode node) => node is BinaryRule binary ? First(binary.Left) : node;

    private static ExportColumn Column(string key, string ja, string en) => new(key, new BilingualText(ja, en));
}
