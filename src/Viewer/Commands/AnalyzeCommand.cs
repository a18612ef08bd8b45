using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Exports;
using FeedbackLab.Viewer.Files;
using FeedbackLab.Viewer.Reports;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab analyze</c>: from files to themes, charts and a report.</summary>
public static class AnalyzeCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var inputs = new Argument<string[]>(language.Pick("資料", "FILE|FOLDER"))
        {
            Description = language.Pick("読むファイルやフォルダー（Excel、Word、PDF、テキスト、CSV）", "Files and folders to read (Excel, Word, PDF, text, CSV)"),
            Arity = ArgumentArity.ZeroOrMore,
        };
        var workspace = WorkspaceFolder.Option(language, string.Empty);
        var codebook = CodebookFile.Option(language);
        var replace = new Option<bool>("--replace-codebook")
        {
            Description = language.Pick(
                "-w で --codebook を使うとき、判断の付いたコードがそこになくても、ワークスペースのコードブックを置き換える", "With -w and --codebook: replace the workspace's codebook even where codes that people decided on are not in the other"),
        };
        var folder = new Option<string>("--out", "-o") { Description = language.Pick("結果を書き出すフォルダー", "Folder for the results"), DefaultValueFactory = _ => CommandLine.DefaultFolder };
        var reading = new ReadingOptions(language);
        var clusters = new Option<int?>("--clusters") { Description = language.Pick("意見グループの数。指定がなければ意見の数から決める", "Number of clusters; from the number of comments if not given") };
        var newThemes = new Option<int?>("--new-themes") { Description = language.Pick("新しいテーマの候補の数。指定がなければ、今ある分類にない意見の数から決める", "Number of possible new themes; from the number of comments that fit no code if not given") };
        var mostTried = new Option<int>("--most-clusters") { Description = language.Pick("安定性を調べる意見グループの数の上限", "Largest number of clusters whose stability is measured"), DefaultValueFactory = _ => new AnalysisOptions().MostTried };
        var seed = new Option<int>("--seed") { Description = language.Pick("乱数の種", "Seed of every draw"), DefaultValueFactory = _ => 1 };
        var automatic = new Option<double?>("--auto-accept") { Description = language.Pick("人が見ていない意見のうち、自信のあるこの割合（0〜1）のコードを採る。正しさも測って示す", "Take the codes of this share (0 to 1) of the undecided comments, the surest, unseen; how often that is right is told") };
        var timestamp = new Option<bool>("--timestamp") { Description = language.Pick("作成日時を結果に書き入れる", "Write the time into the results") };
        var command = new Command("analyze", language.Pick("資料を読み、テーマ・図表・報告書をつくる", "Read files and make themes, charts and a report"))
        {
            inputs, workspace, codebook, replace, folder, clusters, newThemes, mostTried, seed, automatic, timestamp,
        };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var (options, exitCode) = reading.Of(parsed);
            return options is null
                ? exitCode
                : Run(
                    language,
                    parsed.GetValue(inputs) ?? [],
                    parsed.GetValue(workspace),
                    parsed.GetValue(codebook),
                    parsed.GetValue(replace),
                    parsed.GetRequiredValue(folder),
                    options,
                    new AnalysisOptions { Clusters = parsed.GetValue(clusters), NewThemes = parsed.GetValue(newThemes), MostTried = parsed.GetValue(mostTried), Seed = parsed.GetValue(seed), AutoAccept = parsed.GetValue(automatic) },
                    parsed.GetValue(timestamp) ? DateTimeOffset.Now.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture) : null);
        });
        return command;
    }

    private static int Run(
        ScreenLanguage language,
        string[] inputs,
        string? workspace,
        string? codebookFile,
        bool mayReplace,
        string folder,
        ReadOptions reading,
        AnalysisOptions options,
        string? timestamp)
    {
        var failures = options.Failures();
        foreach (var failure in failures)
        {
            CommandLine.PrintFailure(language, string.Empty, failure);
        }

        if (inputs.Length == 0 == workspace is null)
        {
            failures = [new BilingualText(
                "資料のファイルかフォルダーを指定するか、-w でワークスペースを指定してください（どちらか一方）。",
                "Name files or folders, or a workspace with -w: one of the two.")];
            CommandLine.PrintFailure(language, string.Empty, failures[0]);
        }

        if (mayReplace && (workspace is null || codebookFile is null))
        {
            failures = [new BilingualText("--replace-codebook は、-w と --codebook といっしょに使います。", "--replace-codebook goes with -w and --codebook.")];
            CommandLine.PrintFailure(language, string.Empty, failures[0]);
        }

        if (!failures.IsEmpty)
        {
            return CommandLine.Misused;
        }

        if (CodebookFile.Read(language, codebookFile) is not { } codebook)
        {
            return CommandLine.Failed;
        }

        AnalysisFindings? findings = null;
        WorkspaceAnalysis? kept = null;
        var isRefused = false;
        StageProgress.Run(language, show =>
        {
            kept = workspace is null ? null : WorkspaceAnalysis.Read(language, workspace, codebookFile is null ? null : codebook);
            codebook = kept?.Codebook ?? codebook;
            isRefused = !mayReplace && kept is { Lost.IsEmpty: false };
            if (isRefused)
            {
                return;
            }

            var corpus = workspace is null ? CorpusReader.Read(inputs, reading, show.Reading) : kept?.Corpus;
            if (corpus is null)
            {
                return;
            }

            if (!corpus.Comments.IsEmpty)
            {
                findings = FeedbackAnalysis.Run(corpus, codebook.Codebook, LexiconReader.Default, options, show.Analysis, kept?.Decided);
            }
            else
            {
                ProblemsTable.Print(language, corpus.Problems);
            }
        });
        if (isRefused)
        {
            CommandLine.PrintFailure(language, codebookFile!, NotReplaced(kept!.Lost));
            return CommandLine.Failed;
        }

        if (findings is null)
        {
            CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                "分析できる意見が見つかりませんでした。資料の指定を確かめてください。", "No comments were found. Check the files that you named."));
            return CommandLine.Failed;
        }

        var run = new RunInfo(ProgramVersion.Text, timestamp, reading, codebook.Hash);
        try
        {
            ResultFolder.Write(folder, ReportFiles.Writers(findings, run, language));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, folder, new BilingualText(
                $"結果を書き出せません。書き込めるフォルダーを --out で指定してください（{e.Message}）。",
                $"The results cannot be written. Name a folder that can be written with --out ({e.Message})."));
            return CommandLine.Failed;
        }

        ProblemsTable.Print(language, findings.Corpus.Problems);
        SkippedFiles.Print(language, findings.Corpus.Skipped);
        FindingsTable.Print(language, findings, folder);
        if (kept is not null && kept.Save(language, workspace!, findings) is not CommandLine.Done and var failed)
        {
            return failed;
        }

        return findings.Corpus.Problems.Any(p => p.Severity == ProblemSeverity.Error) ? CommandLine.Failed : CommandLine.Done;
    }

    /// <summary>Why a codebook does not take the place of the workspace's unasked.</summary>
    /// <param name="lost">The codes that it lacks, with how many comments people decided on.</param>
    internal static BilingualText NotReplaced(ImmutableArray<(Code Code, int Comments)> lost) => new(
        $"このコードブックを使うとワークスペースの新しい版になりますが、人が判断を付けたコードがありません: {string.Join("、", lost.Select(l => $"{l.Code.Id}（{l.Code.Name.Ja}、{l.Comments} 件）"))}。何も変えていません。"
        + "違いは feedbacklab codebook diff で見られます。まとめたり分けたりしたコードは codebook merge・split で変えると、判断が引き継がれます。置き換えてよければ --replace-codebook を付けてください（判断は残り、コードが戻れば使われます）。",
        $"Applied, this codebook becomes the workspace's new version, but it lacks codes that people decided on: {string.Join(", ", lost.Select(l => $"{l.Code.Id} ({l.Code.Name.En}, {l.Comments})"))}. Nothing was changed. "
        + "See the differences with feedbacklab codebook diff; codes merged or split with codebook merge and split carry their decisions over. To replace it all the same, add --replace-codebook (the decisions are kept, and in force again when the codes come back).");
}
