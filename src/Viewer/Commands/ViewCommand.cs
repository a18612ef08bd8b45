using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using FeedbackLab.Ingest.Corpus;
using FeedbackLab.Viewer.Server;

namespace FeedbackLab.Viewer.Commands;

/// <summary><c>feedbacklab view</c>: the workspace in the browser. It is what a double click on the program does.</summary>
public static class ViewCommand
{
    private const int GreatestPort = 65535;

    private static string UserFolderVariable => OperatingSystem.IsWindows() ? "LOCALAPPDATA" : "XDG_DATA_HOME";

    /// <summary>The command with its options and texts.</summary>
    /// <param name="language">The user's language.</param>
    public static Command Create(ScreenLanguage language)
    {
        var workspace = WorkspaceFolder.Option(language, language.Pick(
            $"ここに {WorkspaceFolder.Default} があればそれ、なければ {WorkspaceFolder.OfDocuments}", $"{WorkspaceFolder.Default} where it lies in this folder, else {WorkspaceFolder.OfDocuments}"));
        var port = new Option<int>("--port") { CustomParser = r => NumberArgument.Whole(r, language, 0, GreatestPort) ?? 0, Description = language.Pick("ポート番号。指定がなければ空いているもの", "Port; a free one if not given") };
        var noBrowser = new Option<bool>("--no-browser") { Description = language.Pick("ブラウザーを開かず、アドレスだけを表示する", "Only print the address, open no browser") };
        var command = new Command("view", language.Pick("ブラウザーで見る・取り込む・直す", "See, import and correct in the browser")) { workspace, port, noBrowser };
        command.SetAction(parsed => Run(language, parsed.GetValue(workspace) ?? DefaultFolder(), parsed.GetValue(port), !parsed.GetValue(noBrowser)));
        return command;
    }

    // A workspace in the folder one is in, else the one among the user's documents.
    private static string DefaultFolder() => WorkspaceFolder.Is(WorkspaceFolder.Default) ? WorkspaceFolder.Default : WorkspaceFolder.OfDocuments;

    private static int Run(ScreenLanguage language, string folder, int port, bool browser)
    {
        var options = new ViewOptions(Path.GetFullPath(folder), ViewOptions.UserFolderOfSystem) { Port = port, Language = language };
        try
        {
            AccessKey.Of(options.UserFolder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CommandLine.PrintFailure(language, options.UserFolder, new BilingualText(
                $"画面を開く鍵を置くこのフォルダーに書けません（{e.Message}）。書けるようにするか、環境変数 {UserFolderVariable} で書けるフォルダーを指定してください。",
                $"The key that opens the pages is kept in this folder, which cannot be written ({e.Message}). Make it writable, or name another folder in the environment variable {UserFolderVariable}."));
            return CommandLine.Failed;
        }

        try
        {
            Serve(language, options, browser).GetAwaiter().GetResult();
            return CommandLine.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SocketException)
        {
            // A port that the system keeps for itself is refused by the socket.
            CommandLine.PrintFailure(language, string.Empty, new BilingualText(
                string.Create(CultureInfo.InvariantCulture, $"画面を開けません（{e.Message}）。ほかのプログラムがポート {port} を使っていないか確かめるか、--port を外してください。"),
                string.Create(CultureInfo.InvariantCulture, $"The pages cannot be served ({e.Message}). See whether another program uses port {port}, or leave --port out.")));
            return CommandLine.Failed;
        }
    }

    private static async Task Serve(ScreenLanguage language, ViewOptions options, bool browser)
    {
        await using var host = await ViewHost.Start(options);
        await Console.Out.WriteLineAsync(language.Pick("ワークスペース: ", "Workspace: ") + options.Workspace);
        await Console.Out.WriteLineAsync(language.Pick("アドレス: ", "Address: ") + host.Entrance);
        await Console.Out.WriteLineAsync(language.Pick(
            "このパソコンからだけ開けます。終えるときは Ctrl+C を押すか、この画面を閉じてください。", "Only this machine can open it. Press Ctrl+C or close this window to end."));
        await Console.Out.FlushAsync();
        if (browser && !BrowserLaunch.Open(host.Entrance))
        {
            await Console.Error.WriteLineAsync(language.Pick("ブラウザーを開けませんでした。上のアドレスをブラウザーに貼り付けてください。", "The browser could not be opened. Paste the address above into it."));
        }

        await host.Ended();
    }
}
