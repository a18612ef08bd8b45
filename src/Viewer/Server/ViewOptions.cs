namespace FeedbackLab.Viewer.Server;

/// <summary>How the pages are served.</summary>
/// <param name="Workspace">The workspace's folder; it may not be there yet.</param>
/// <param name="UserFolder">The folder that keeps the user's access key; nobody else may read it.</param>
public sealed record ViewOptions(string Workspace, string UserFolder)
{
    /// <summary>Port on loopback; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Language until the user chooses one; Japanese unless said otherwise.</summary>
    public ScreenLanguage Language { get; init; }

    /// <summary>Most bytes that one upload may have; 200 million unless said otherwise.</summary>
    public long MostUploadBytes { get; init; } = 200_000_000;

    /// <summary>Most files of one upload; 200 unless said otherwise.</summary>
    public int MostUploadFiles { get; init; } = 200;

    /// <summary>The folder of the user that runs the program.</summary>
    public static string UserFolderOfSystem => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "FeedbackLab");
}
