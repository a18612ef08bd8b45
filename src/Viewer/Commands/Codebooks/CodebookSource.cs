using System.Collections.Immutable;
using System.Text;
using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands.Codebooks;

/// <summary>Codebooks from files and workspaces; what cannot be read is told.</summary>
internal static class CodebookSource
{
    /// <summary>What is wrong where a workspace has no codebook, and what to do.</summary>
    public static BilingualText None { get; } = new(
        "ワークスペースにコードブックがありません。先に feedbacklab analyze -w を実行してください。", "The workspace has no codebook yet. Run feedbacklab analyze -w first.");

    /// <summary>What every code of a workspace is called, or was called last, by id.</summary>
    public static ImmutableDictionary<string, BilingualText> Names(WorkspaceStore store) => CodeLedger.Names([.. store.Codebooks().Select(v => CodebookReader.Read(v.Yaml))]);

    /// <summary>All codes that any version has or had, so that an id is never used twice.</summary>
    /// <param name="store">The workspace.</param>
    public static ImmutableArray<Code> Ever(WorkspaceStore store) =>
        [.. store.Codebooks().SelectMany(v => CodebookReader.Read(v.Yaml).Codes).DistinctBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>A workspace's version, or its latest, or the built-in codebook where it has none; null after a failure was printed.</summary>
    public static Codebook? Of(ScreenLanguage language, WorkspaceStore store, int? number)
    {
        var versions = store.Codebooks();
        if (number is null)
        {
            return versions.LastOrDefault() is { } latest ? CodebookReader.Read(latest.Yaml) : CodebookReader.Default;
        }

        if (versions.FirstOrDefault(v => v.Version == number) is { } version)
        {
            return CodebookReader.Read(version.Yaml);
        }

        CommandLine.PrintFailure(language, string.Empty, new BilingualText(
            $"第{number}版はありません。あるのは {versions.Length} 版までです。", $"There is no version {number}; there are {versions.Length}."));
        return null;
    }

    /// <summary>A version of the workspace in a folder; null after a failure was printed.</summary>
    public static Codebook? OfVersion(ScreenLanguage language, string? folder, int number)
    {
        Codebook? codebook = null;
        WorkspaceFolder.Use(language, folder, create: false, store =>
        {
            codebook = Of(language, store, number);
            return CommandLine.Done;
        });
        return codebook;
    }

    /// <summary>Writes a text in UTF-8 whole or not at all.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ScreenLanguage language, string file, string text) => Write(language, file, new UTF8Encoding(false).GetBytes(text), file);

    /// <summary>Writes a file whole or not at all, and says so.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ScreenLanguage language, string file, byte[] bytes, string told)
    {
        if (!OutputFile.Write(language, file, bytes))
        {
            return CommandLine.Failed;
        }

        Console.Out.WriteLine(told);
        return CommandLine.Done;
    }
}
