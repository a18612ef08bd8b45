using System.Collections.Immutable;
using System.CommandLine;
using FeedbackLab.Analysis;
using FeedbackLab.Analysis.Findings;
using FeedbackLab.Analysis.Language;
using FeedbackLab.Analysis.Themes;
using FeedbackLab.Ingest;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The comments that a statistic is made of: files, or a workspace, coded by a codebook.</summary>
/// <param name="language">The user's language.</param>
internal sealed class AnalysedInput(ScreenLanguage language)
{
    private readonly Argument<string[]> _inputs = new(language.Pick("資料", "FILE|FOLDER"))
    {
        Description = language.Pick("ワークスペースを使わないときの資料", "Files, where there is no workspace"),
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _workspace = WorkspaceFolder.Option(language, string.Empty);
    private readonly Option<string?> _codebook = CodebookFile.Option(language);
    private readonly ReadingOptions _reading = new(language);

    /// <summary>Adds argument and options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_inputs);
        command.Add(_workspace);
        command.Add(_codebook);
        _reading.AddTo(command);
    }

    /// <summary>What was found in them; null where they cannot be read, with the exit code, after the reason was printed.</summary>
    public (AnalysisFindings? Findings, int ExitCode) Of(ParseResult parsed)
    {
        var (options, exitCode) = _reading.Of(parsed);
        var files = parsed.GetValue(_inputs) ?? [];
        if (options is null)
        {
            return (null, exitCode);
        }

        if (files.Length == 0 == parsed.GetValue(_workspace) is null)
        {
            CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                "資料か、-w でワークスペースを指定してください（どちらか一方）。", "Name files, or a workspace with -w: one of the two."));
            return (null, CommandLine.Misused);
        }

        var file = parsed.GetValue(_codebook);
        if (CodebookFile.Read(language, file) is not { } codes)
        {
            return (null, CommandLine.Failed);
        }

        var read = parsed.GetValue(_workspace) is { } folder
            ? WorkspaceAnalysis.Read(language, folder, file is null ? null : codes)
            : new WorkspaceAnalysis(CorpusReader.Read(files, options), codes, ImmutableDictionary<string, CodedComment>.Empty);
        if (read is null)
        {
            return (null, CommandLine.Failed);
        }

        if (read.Corpus.Comments.IsEmpty)
        {
            ProblemsTable.Print(language, read.Corpus.Problems);
            CommandLine.PrintFailure(language, string.Empty, new BilingualText("意見が見つかりませんでした。資料の指定を確かめてください。", "No comments were found. Check the files that you named."));
            return (null, CommandLine.Failed);
        }

        // Only themes are asked for: one cluster costs nothing.
        return (
            FeedbackAnalysis.Run(read.Corpus, read.Codebook.Codebook, LexiconReader.Default, new AnalysisOptions { Clusters = 1, Runs = 1 }, decided: read.Decided),
            CommandLine.Done);
    }
}
