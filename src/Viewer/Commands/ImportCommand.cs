using System.CommandLine;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab import</c>: files go into a workspace.</summary>
public static class ImportCommand
{
    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var inputs = new Argument<string[]>(language.Pick("資料", "FILE|FOLDER"))
        {
            Description = language.Pick("取り込むファイルやフォルダー", "Files and folders to import"),
            Arity = ArgumentArity.OneOrMore,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = language.Pick("何が入るかを見るだけで、何も変えない", "Only show what would come in") };
        var reading = new ReadingOptions(language);
        var command = new Command("import", language.Pick("資料をワークスペースに取り込む", "Import files into a workspace")) { inputs, dryRun };
        reading.AddTo(command);
        command.SetAction(parsed =>
        {
            var (options, exitCode) = reading.Of(parsed);
            return options is null ? exitCode : Run(language, parsed.GetRequiredValue(inputs), options);
        });
        return command;
    }

    private static int Run(ScreenLanguage language, string[] inputs, ReadOptions options)
    {
        CommentCorpus corpus = null!;
        StageProgress.Run(language, show => corpus = CorpusReader.Read(inputs, options, show.Reading));
        ImportPreview.Print(language, corpus);
        ProblemsTable.Print(language, corpus.Problems);
        return corpus.Problems.Any(p => p.Severity == ProblemSeverity.Error) ? CommandLine.Failed : CommandLine.Done;
    }
}
