using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Mapping;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab import</c>: files go into a workspace, all of them or none.</summary>
public static class ImportCommand
{
    private const string MappingFile = "mapping.yaml";

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
                stored = Store(language, folder, corpus, out result);
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
        }

        return stored != CommandLine.Done || corpus.Sources.IsEmpty || corpus.Problems.Any(p => p.Severity == ProblemSeverity.Error) ? CommandLine.Failed : CommandLine.Done;
    }

    private static int Store(ScreenLanguage language, string folder, CommentCorpus corpus, out ImportResult? result)
    {
        ImportResult? done = null;
        var exitCode = WorkspaceFolder.Use(language, folder, create: true, store =>
        {
            done = store.Import(ImportBatch.Of(corpus, Environment.UserName, DateTimeOffset.Now));
            return WriteMapping(language, folder, store.Sources());
        });
        result = done;
        return exitCode;
    }

    private static int WriteMapping(ScreenLanguage language, string folder, ImmutableArray<StoredSource> sources)
    {
        var yaml = MappingYaml.Write(new ImportMapping([.. sources.Select(s => s.Source.Mapping).OfType<SourceMapping>()]));
        try
        {
            ResultFolder.Write(folder, new Dictionary<string, byte[]> { [MappingFile] = Encoding.UTF8.GetBytes(yaml) });
            return CommandLine.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, Path.Combine(folder, MappingFile), new BilingualText(
                $"取り込みは終わりましたが、対応表を書き出せません（{e.Message}）。", $"The import is done, but the mapping cannot be written ({e.Message})."));
            return CommandLine.Failed;
        }
    }
}
