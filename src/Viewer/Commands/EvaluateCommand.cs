using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis.Evaluation;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Ingest.Formats;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab evaluate</c>: how well the program codes, measured by comments that a person has coded.</summary>
public static class EvaluateCommand
{
    private static readonly string[] UsualNames = ["codebook.yaml", "codebook.yml", "codebook.json"];

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var file = new Argument<string>("GOLD.jsonl") { Description = language.Pick("人がコードを付けた意見。一行に一つの JSON（text、codes、あれば primary、types）。意見（text）と分類（topic、label）の列がある CSV（.gz も可）なら、意見グループだけを測る", "Comments that a person coded: a JSON object a line (text, codes, and where known primary, types). A CSV (also .gz) with columns text and topic or label measures the clusters alone") };
        var clusters = new Option<int?>("--clusters") { CustomParser = r => NumberArgument.Whole(r, language, 1, AnalysisOptions.MostClusters), Description = language.Pick("意見グループだけを、この数で測る。CSV で指定がなければ分類の数", "Measure the clusters alone, with this number of them; for a CSV the number of labels if not given") };
        var codebook = CodebookFile.Option(language);
        var splits = new Option<int>("--splits") { CustomParser = r => NumberArgument.Whole(r, language, 1, 1000) ?? 0, Description = language.Pick("学習と評価に分ける回数", "How many random splits"), DefaultValueFactory = _ => 20 };
        var share = new Option<double>("--share") { CustomParser = r => NumberArgument.Share(r, language) ?? 0, Description = language.Pick("学習に使う割合（0〜1）", "Share to learn from (0 to 1)"), DefaultValueFactory = _ => 0.5 };
        var seed = new Option<int>("--seed") { Description = language.Pick("乱数の種", "Seed of every draw"), DefaultValueFactory = _ => 1 };
        var format = new Option<string>("--format") { Description = "table, json", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("evaluate", language.Pick("人の付けたコードと比べて、どれだけ当たるかを測る", "Measure the coding by comments that a person has coded")) { file, clusters, codebook, splits, share, seed, format };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(file);
            if (CodebookFile.Read(language, parsed.GetValue(codebook)) is not { Codebook: var codes })
            {
                return CommandLine.Failed;
            }

            try
            {
                if (ClusterEvaluationRun.IsTable(name) || parsed.GetValue(clusters) is not null)
                {
                    return ClusterEvaluationRun.Run(
                        language, name, parsed.GetValue(clusters), parsed.GetValue(seed), parsed.GetRequiredValue(format) == "json" ? TableFormat.Json : TableFormat.Table);
                }

                var gold = GoldReader.Read(StrictUtf8.Read(name));
                var unknown = gold.SelectMany(g => g.Codes).Except(codes.Codes.Select(c => c.Id), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
                if (unknown.Count > 0)
                {
                    var beside = Beside(name);
                    CommandLine.PrintFailure(language, name, new BilingualText(
                        $"コードブックにないコードがあります: {string.Join('、', unknown)}。--codebook で、付けたときのコードブックを指定してください{(beside is null ? string.Empty : $"（例: --codebook \"{beside}\"）")}。",
                        $"The codebook lacks these codes: {string.Join(", ", unknown)}. Name the codebook that was used with --codebook{(beside is null ? string.Empty : $" (such as --codebook \"{beside}\")")}."));
                    return CommandLine.Failed;
                }

                var used = gold.SelectMany(g => g.Codes).ToHashSet(StringComparer.Ordinal);
                if (codes.Codes.FirstOrDefault(c => used.Contains(c.Id) && !c.IsCodable) is { } holder)
                {
                    CommandLine.PrintFailure(language, name, CodeLookup.NotCodable(holder)!);
                    return CommandLine.Failed;
                }

                var options = new EvaluationOptions { Splits = parsed.GetValue(splits), Share = parsed.GetValue(share), Seed = parsed.GetValue(seed) };
                var result = CodingEvaluation.Of(gold, codes, TextTerms.ByKuromoji(LexiconReader.Default), options);
                if (parsed.GetRequiredValue(format) == "json")
                {
                    Console.Out.Write(EvaluationJson.Of(result, options));
                }
                else
                {
                    foreach (var table in EvaluationTables.Of(result, options, language))
                    {
                        TableOutput.Write(language, TableFormat.Table, table);
                        Console.Out.WriteLine();
                    }
                }

                return CommandLine.Done;
            }
            catch (DefinitionException e)
            {
                CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{name}:{e.Line}"), e.What);
            }
            catch (ArgumentException)
            {
                CommandLine.PrintFailure(language, name, new BilingualText("UTF-8 ではありません。UTF-8 で保存し直してください。", "It is not UTF-8. Save it as UTF-8."));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                CommandLine.PrintFailure(language, name, new BilingualText("開けません。ファイルの場所と名前を確かめてください。", "It cannot be opened. Check where it is and what it is called."));
            }

            return CommandLine.Failed;
        });
        return command;
    }

    // A codebook in the comments' folder.
    private static string? Beside(string file) => UsualNames
        .Select(name => Path.Combine(Path.GetDirectoryName(file) ?? string.Empty, name))
        .FirstOrDefault(File.Exists);
}
