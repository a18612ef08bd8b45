using System.Collections.Immutable;
using System.CommandLine;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Search;
using FeedbackLab.Analysis.Statistics.Association;
using FeedbackLab.Analysis.Statistics.CrossTables;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Charts;
using FeedbackLab.Viewer.Exports;
using QueryFields = FeedbackLab.Analysis.Search.Language.FieldNames;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab crosstab</c>: themes by year, area, question …, or by each other, with exact tests.</summary>
public static class CrosstabCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var by = new Argument<string>("BY")
        {
            Description = language.Pick(
                "何で分けるか（英語でも日本語でもよい）: year 年、area 圏域、question 設問、kind 種類、type 意見の性質、source 資料、meeting 会議、respondent 回答者、表の列の見出し、theme テーマどうし",
                "What to group by: year, area, question, kind, type, source, meeting, respondent, a table's column, or theme for pairs of themes"),
        };
        var input = new AnalysedInput(language);
        var unit = new Option<string?>("--unit") { Description = language.Pick("数えるもの: respondents 回答者、comments 意見。指定がなければ、回答者が分かれば回答者", "What to count: respondents or comments; respondents where they are known if not given") };
        unit.AcceptOnlyFromAmong("respondents", "comments");
        var adjust = new Option<string>("--adjust") { Description = language.Pick("p の補正: holm 一つの誤りも避ける、bh 誤りの割合を抑える", "Adjustment of p: holm against any false alarm, bh for their share"), DefaultValueFactory = _ => "holm" };
        adjust.AcceptOnlyFromAmong("holm", "bh");
        var seed = new Option<int>("--seed") { Description = language.Pick("乱数の種", "Seed of every draw"), DefaultValueFactory = _ => 1 };
        var format = new Option<string>("--format") { Description = "table, json, csv, markdown", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "markdown");
        var heatmap = new Option<string?>("--heatmap") { Description = language.Pick("濃淡の図を書き出すファイル（.svg）", "File for the heatmap (.svg)") };
        var map = new Option<string?>("--map") { Description = language.Pick("対応分析の図を書き出すファイル（.svg）", "File for the map by correspondence analysis (.svg)") };
        var command = new Command("crosstab", language.Pick("テーマを年・圏域・設問などで分けて数え、違いを検定する", "Count themes by year, area, question …, and test the differences")) { by };
        input.AddTo(command);
        foreach (var option in new Option[] { unit, adjust, seed, format, heatmap, map })
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var word = parsed.GetRequiredValue(by);
            var (findings, exitCode) = input.Of(parsed);
            if (findings is null)
            {
                return exitCode;
            }

            var shown = Enum.Parse<TableFormat>(parsed.GetRequiredValue(format), ignoreCase: true);
            if (QueryFields.Of(word) == SearchFacets.Theme && !CrossAttribute.Names(findings.Corpus).Contains(word))
            {
                TableOutput.Write(language, shown, CrossTables.Pairs(CodeCooccurrence.Of(findings), findings, language));
                return CommandLine.Done;
            }

            if (CrossAttribute.Of(word, findings.Corpus) is not { } attribute)
            {
                Unknown(language, word, findings);
                return CommandLine.Misused;
            }

            var table = CrossTable.Of(
                findings,
                attribute,
                parsed.GetValue(unit) is { } counted ? Enum.Parse<CrossUnit>(counted, ignoreCase: true) : null,
                parsed.GetRequiredValue(adjust) == "bh" ? CrossAdjustment.BenjaminiHochberg : CrossAdjustment.Holm,
                seed: parsed.GetValue(seed));
            var counts = shown == TableFormat.Table && table.Groups.Length > CrossTables.MostAcross
                ? CrossTables.Turned(table, findings, language)
                : CrossTables.Of(table, findings, language);
            TableOutput.Write(
                language,
                shown,
                parsed.GetValue(map) is not null && table.Map is { } analysis
                    ? [counts, CrossTables.Map(table, analysis, language)]
                    : ImmutableArray.Create(counts));
            var charts = new (string? File, Func<Chart?> Draw)[]
            {
                (parsed.GetValue(heatmap), () => CrossHeatmap.Of(table, findings, language)),
                (parsed.GetValue(map), () => CorrespondenceMap.Of(table, findings, language)),
            };
            return charts.Where(c => c.File is not null).Select(c => Write(language, c.File!, c.Draw())).ToList().TrueForAll(done => done)
                ? CommandLine.Done
                : CommandLine.Failed;
        });
        return command;
    }

    private static bool Write(ScreenLanguage language, string file, Chart? chart)
    {
        if (chart is null)
        {
            CommandLine.PrintFailure(language, file, new BilingualText(
                "図は書きません。図にするには数が少なすぎます。", "Not drawn: the numbers are too small for a picture."));
            return false;
        }

        return OutputFile.Write(language, file, chart.Svg + "\n");
    }

    private static void Unknown(ScreenLanguage language, string word, AnalysisFindings findings)
    {
        var columns = CrossAttribute.Names(findings.Corpus);
        CommandLine.PrintFailure(language, string.Empty, new BilingualText(
            $"「{word}」では分けられません。年、圏域、設問、種類、意見の性質、資料、会議、回答者、テーマ（year、area、question、kind、type、source、meeting、respondent、theme）"
                + (columns.IsEmpty ? string.Empty : $"、または列の見出し（{string.Join('、', columns)}）") + "から選んでください。",
            $"\"{word}\" cannot be grouped by. Take year, area, question, kind, type, source, meeting, respondent, theme"
                + (columns.IsEmpty ? "." : $", or a column ({string.Join(", ", columns)}).")));
    }
}
