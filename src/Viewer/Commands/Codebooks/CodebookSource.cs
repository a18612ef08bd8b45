using FeedbackLab.Analysis.Themes.Codebooks;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Ingest.Definitions;

namespace FeedbackLab.Viewer.Commands.Codebooks;

/// <summary>Codebooks from files and workspaces; what cannot be read is told.</summary>
internal static class CodebookSource
{
    /// <summary>A file's codebook with its text in YAML; null after a failure was printed.</summary>
    public static (Codebook Codebook, string Yaml)? Of(ScreenLanguage language, string file)
    {
        if (!file.EndsWith(".qdc", StringComparison.OrdinalIgnoreCase))
        {
            return CodebookFile.Read(language, file) is { } read ? (read.Codebook, read.Text) : null;
        }

        try
        {
            var (codebook, losses) = QdaCodebook.Read(File.ReadAllBytes(file), Path.GetFileNameWithoutExtension(file));
            foreach (var loss in losses)
            {
                CommandLine.PrintFailure(language, file, loss);
            }

            // What another program calls a code may be no id here; what is written is what will be read.
            var yaml = CodebookWriter.Yaml(codebook);
            return (CodebookReader.Read(yaml), yaml);
        }
        catch (DefinitionException e)
        {
            CommandLine.PrintFailure(language, FormattableString.Invariant($"{file}:{e.Line}"), e.What);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText("開けません。ファイルの場所と名前を確かめてください。", "It cannot be opened. Check where it is and what it is called."));
        }

        return null;
    }

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

    /// <summary>Writes a text whole or not at all.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ScreenLanguage language, string file, string text)
    {
        try
        {
            File.WriteAllText(file + ".new", text);
            File.Move(file + ".new", file, overwrite: true);
            Console.Out.WriteLine(file);
            return CommandLine.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, file, new BilingualText(
                "書けません。ほかのプログラムで開いていないか、フォルダーに書き込めるか確かめてください。", "Cannot be written. See that no program has it open, and that its folder can be written."));
            return CommandLine.Failed;
        }
    }
}
