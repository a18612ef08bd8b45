namespace FeedbackLab.Analysis.Tests.Index;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("feedbacklab-index-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
