using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis.Statistics.Agreement;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;
using FeedbackLab.Viewer.Commands.Codebooks;
using FeedbackLab.Viewer.Exports;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab agreement</c>: how far two coders or more agree.</summary>
public static class AgreementCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var files = new Argument<string[]>(language.Pick("表", "CODINGS"))
        {
            Description = language.Pick(
                "コーディングの表（CSV か .xlsx: 意見ID、コード、誰が）。codings export の表や、evaluate の .jsonl も使える。「誰が」の列がなければ、ファイルごとに一人",
                "Tables of codings (CSV or .xlsx: comment, code, who); those of codings export and .jsonl as for evaluate too. Without a column who, a coder a file"),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var workspace = WorkspaceFolder.Option(language, string.Empty);
        var resamples = new Option<int>("--resamples") { CustomParser = r => NumberArgument.Whole(r, language, 1, 100_000) ?? 0, Description = language.Pick("区間のための抜き直しの回数", "Resamples behind the intervals"), DefaultValueFactory = _ => 1000 };
        var seed = new Option<int>("--seed") { Description = language.Pick("乱数の種", "Seed of every draw"), DefaultValueFactory = _ => 1 };
        var encoding = TableFiles.Encoding(language);
        var format = new Option<string>("--format") { Description = "table, json, csv, markdown", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "markdown");
        var command = new Command("agreement", language.Pick("二人以上のコーディングがどれだけ一致するかを測る", "Measure how far two coders or more agree")) { files, workspace, encoding, resamples, seed, format };
        command.SetAction(parsed =>
        {
            var (named, folder) = (parsed.GetValue(files) ?? [], parsed.GetValue(workspace));
            if (named.Length == 0 == folder is null)
            {
                CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                    "コーディングの表を指定するか、-w でワークスペースを指定してください（どちらか一方）。", "Name tables of codings, or a workspace with -w: one of the two."));
                return CommandLine.Misused;
            }

            var ratings = ImmutableArray.CreateBuilder<CoderRating>();
            var names = ImmutableDictionary<string, BilingualText>.Empty;
            ImmutableArray<(string Who, int Comments)> leftOut = [];
            if (folder is not null && WorkspaceFolder.Use(language, folder, create: false, store =>
            {
                var (rated, unrated) = store.Ratings();
                ratings.AddRange(rated);
                leftOut = unrated;
                names = CodebookSource.Names(store);
                return CommandLine.Done;
            }) is not CommandLine.Done and var failed)
            {
                return failed;
            }

            foreach (var file in named)
            {
                if (!Read(language, file, parsed.GetValue(encoding), ratings))
                {
                    return CommandLine.Failed;
                }
            }

            var agreement = CodingAgreement.Of(ratings.ToImmutable(), parsed.GetValue(resamples), parsed.GetValue(seed));
            if (agreement.Coders.Length < 2 || agreement.Comments == 0)
            {
                CommandLine.PrintFailure(language, string.Empty, folder is not null ? NotTwo(agreement) : new BilingualText(
                    $"二人以上が見た意見がありません（コーダー: {Names(agreement, "、", "なし")}）。同じ意見を二人以上がコード付けした表を指定してください。",
                    $"No comment was looked at by two coders (coders: {Names(agreement, ", ", "none")}). Name tables in which two or more coded the same comments."));
                if (AgreementTables.LeftOut(leftOut) is { } told)
                {
                    CommandLine.PrintFailure(language, string.Empty, told);
                }

                return CommandLine.Failed;
            }

            TableOutput.Write(
                language, Enum.Parse<TableFormat>(parsed.GetRequiredValue(format), ignoreCase: true), AgreementTables.Of(agreement, parsed.GetValue(seed), language, names, leftOut));
            return CommandLine.Done;
        });
        return command;
    }

    private static BilingualText NotTwo(CodingAgreement agreement) => new(
        $"二人以上が見た意見がありません（コーダー: {Names(agreement, "、", "なし")}）。もう一人が feedbacklab code --blind --who 名前 で、または画面の「コーディング」で、ほかの人の判断を見ずに付けると測れます。",
        $"No comment was looked at by two people (coders: {Names(agreement, ", ", "none")}). Have a second one code, without seeing the first one's decisions, with feedbacklab code --blind --who NAME, or on the page Coding.");

    private static string Names(CodingAgreement agreement, string between, string none) => agreement.Coders.IsEmpty ? none : string.Join(between, agreement.Coders);

    private static bool Read(ScreenLanguage language, string file, string? encoding, ImmutableArray<CoderRating>.Builder ratings)
    {
        try
        {
            var coder = Path.GetFileNameWithoutExtension(file);
            if (TableFiles.Read(language, file, encoding) is not var (bytes, text))
            {
                return false;
            }

            if (Path.GetExtension(file).Equals(".jsonl", StringComparison.OrdinalIgnoreCase))
            {
                ratings.AddRange(RatingsFile.Lines(text!, coder));
                return true;
            }

            var read = text is null ? RatingsFile.Workbook(file, bytes, coder) : RatingsFile.Table(text, coder);
            if (TableFiles.PrintProblems(language, file, read.Problems) is > 0 and var more)
            {
                CommandLine.PrintFailure(language, file, new BilingualText($"ほかに {more} 行。", $"{more} more rows."));
            }
            else if (read.Problems.IsEmpty && read.LeftOut > 0)
            {
                CommandLine.PrintFailure(language, file, new BilingualText(
                    $"お知らせ: 提案のままの行や「{RatingsFile.Whole.Ja}: {RatingsFile.No.Ja}」の行がある意見 {read.LeftOut} 件は、全部を決めていないので数えていません。",
                    $"Notice: {read.LeftOut} comments with rows that are still proposals, or \"{RatingsFile.Whole.En}: {RatingsFile.No.En}\", are not decided as a whole and not counted."));
            }

            ratings.AddRange(read.Ratings);
            return read.Problems.IsEmpty;
        }
        catch (DefinitionException e)
        {
            CommandLine.PrintFailure(language, string.Create(CultureInfo.InvariantCulture, $"{file}:{e.Line}"), e.What);
        }

        return false;
    }
}
