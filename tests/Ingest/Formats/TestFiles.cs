using System.Runtime.CompilerServices;

namespace FeedbackLab.Ingest.Tests.Formats;

/// <summary>Files in the folder <c>Files</c> beside a test.</summary>
internal static class TestFiles
{
    public static byte[] Bytes(string name, [CallerFilePath] string test = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(test)!, "Files", name));
}
