using System.Collections.Immutable;
using System.CommandLine;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Originals;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab import</c>: files go into a workspace, all of them or none.</summary>
public static class ImportCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var inputs = new Argument<string[]>(language.Pick("資料", "FILE|FOLDER"))
        {
            Description = language.Pick("取り込むファイルやフォルダー（Excel、Word、PDF、テキスト、CSV）", "Files and folders to import (Excel, Word, PDF, text, CSV)"),
            Arity = ArgumentArity.OneOrMore,
        };
        var workspace = WorkspaceFolder.Option(language, WorkspaceFolder.Default);
        var dryRun = new Option<bool>("--dry-run") { Description = language.Pick("何が入るかを見るだけで、何も変えない", "Only show what would come in") };
        var reading = new ReadingOptions(language);
        var command = new Command("import", language.Pick("資料をワークスペースに取り込む", "Import files into a workspace")) { inputs, workspace, dryRun };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var (options, exitCode) = reading.Of(parsed);
            return options is null
                ? exitCode
                : Run(language, parsed.GetRequiredValue(inputs), options, parsed.GetValue(dryRun) ? null : parsed.GetValue(workspace) ?? WorkspaceFolder.Default);
        });
        return command;
    }

    // Without a folder nothing is written.
    private static int Run(ScreenLanguage language, string[] inputs, ReadOptions options, string? folder)
    {
        CommentCorpus corpus = null!;
        var stored = CommandLine.Done;
        ImportResult? result = null;
        StageProgress.Run(language, show =>
        {
            corpus = CorpusReader.Read(inputs, options, show.Reading);
            if (folder is not null && !corpus.Sources.IsEmpty)
            {
                show.Saving(0);
                stored = Store(language, folder, inputs, corpus, out result);
                show.Saving(1);
            }
        });
        ProblemsTable.Print(language, corpus.Problems);
        if (folder is null)
        {
            ImportPreview.Print(language, corpus);
        }
        else if (result is not null)
        {
            ImportSummary.Print(language, result, folder);
            ImportDuplicates.Print(language, result, folder);
        }

        SkippedFiles.Print(language, corpus.Skipped);
        return stored != CommandLine.Done || corpus.Sources.IsEmpty || corpus.Problems.Any(p => p.Severity == ProblemSeverity.Error) ? CommandLine.Failed : CommandLine.Done;
    }

    private static int Store(ScreenLanguage language, string folder, string[] inputs, CommentCorpus corpus, out ImportResult? result)
    {
        ImportResult? done = null;
        var exitCode = WorkspaceFolder.Use(language, folder, create: true, store =>
        {
            done = store.Import(ImportBatch.Of(corpus, Environment.UserName, DateTimeOffset.Now));
            return KeepFiles(language, folder, inputs, corpus, store.Sources());
        });
        result = done;
        return exitCode;
    }

    private static int KeepFiles(ScreenLanguage language, string folder, string[] inputs, CommentCorpus corpus, ImmutableArray<StoredSource> sources)
    {
        try
        {
            OriginalFiles.Keep(folder, inputs, corpus);
            MappingFile.Write(folder, sources);
            return CommandLine.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, folder, NotKept(e));
            return CommandLine.Failed;
        }
    }

    /// <summary>What is told where an import is done and what goes with it is not.</summary>
    /// <param name="e">What is in the way.</param>
    internal static BilingualText NotKept(Exception e) => new(
        $"取り込みは終わりましたが、対応表か元のファイルの写しを書き出せません（{e.Message}）。", $"The import is done, but the mapping or the copies of the files cannot be written ({e.Message}).");
}
