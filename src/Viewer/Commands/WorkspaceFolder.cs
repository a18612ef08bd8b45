using System.CommandLine;
using FeedbackLab.Analysis.Workspace;
using FeedbackLab.Ingest.Corpus;

namespace FeedbackLab.Viewer.Commands;

/// <summary>The workspace that a command works on.</summary>
internal static class WorkspaceFolder
{
    /// <summary>The workspace where the user names none.</summary>
    public const string Default = "feedbacklab-workspace";

    private const string Database = "feedback.db";

    /// <summary>The workspace of the pages where there is none in the folder one is in: what a double click on the program opens.</summary>
    public static string OfDocuments =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.MyDocuments, Environment.SpecialFolderOption.DoNotVerify), "FeedbackLab");

    /// <summary>The option that names it; what it gives where it is left out is up to the command.</summary>
    public static Option<string?> Option(ScreenLanguage language, string whenMissing) => new("--workspace", "-w")
    {
        Description = language.Pick("ワークスペースのフォルダー", "Folder of the workspace") + (whenMissing.Length > 0 ? $" [{whenMissing}]" : string.Empty),
    };

    /// <summary>Whether a folder holds a workspace.</summary>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, Database));

    /// <summary>Works on a workspace; its expected failures are printed.</summary>
    /// <returns>The exit code.</returns>
    public static int Use(ScreenLanguage language, string? folder, bool create, Func<WorkspaceStore, int> work)
    {
        var isNamed = folder is not null;
        folder ??= Default;
        try
        {
            using var store = create && !Is(folder) ? WorkspaceStore.Create(folder, new WorkspaceOptions()) : WorkspaceStore.Open(folder, new WorkspaceOptions());
            return work(store);
        }
        catch (WorkspaceException e)
        {
            CommandLine.PrintFailure(language, string.Empty, e.What);
            if (!isNamed && !Is(folder) && Is(OfDocuments))
            {
                Console.Error.WriteLine(language.Pick(
                    $"画面（feedbacklab view）のワークスペースは {OfDocuments} にあります。それを使うには -w \"{OfDocuments}\" を付けてください。",
                    $"The pages (feedbacklab view) keep their workspace in {OfDocuments}. To work on it add -w \"{OfDocuments}\"."));
            }

            return CommandLine.Failed;
        }
    }

    /// <summary>Everything that a workspace holds; null where it cannot be read, after the reason was printed.</summary>
    public static CommentCorpus? Corpus(ScreenLanguage language, string folder)
    {
        CommentCorpus? corpus = null;
        Use(language, folder, create: false, store =>
        {
            corpus = store.Corpus();
            return CommandLine.Done;
        });
        return corpus;
    }
}
