using System.Runtime.CompilerServices;

namespace FeedbackLab.Ingest.Tests.Formats;

/// <summary>Files in the folder <c>Files</c> beside a test; the build copies them to where the tests run.</summary>
internal static class TestFiles
{
    public static byte[] Bytes(string name, [CallerFilePath] string test = "") =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Formats", Path.GetFileName(Path.GetDirectoryName(test)!), "Files", name));
}
